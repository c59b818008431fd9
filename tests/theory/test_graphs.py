"""The synthetic follower graph has the numbers that are asked of it (A30-A36), under seeds it was not tuned on."""

from __future__ import annotations

import numpy as np
import pytest

from sim.graphs import communities
from sim.graphs.communities import Params
from sim.graphs.communities.measured import measured
from sim.graphs.communities.people import people
from sim.graphs.communities.tuning import find, tuned
from sim.ground.draws import Draws
from sim.ground.measures import mean_path
from sim.ground.problems import Problems

ACCOUNTS = 20_000
ASKED = [
    Params(),
    Params(follower_exponent=1.9),
    Params(follower_exponent=2.6),
    Params(reciprocity=0.22),
    Params(reciprocity=0.42, popular_follow_more=0.8),
    Params(clustering=0.1),
    Params(clustering=0.25),
    Params(same_side=0.6),
    Params(same_side=0.85),
    Params(follow_back_same_side=1.0),
    Params(follow_back_same_side=5.0),
    Params(followers_to_following=0.5),
    Params(following=10.0),
    Params(inside=0.35),
    Params(countries=("a", "b", "c"), country_languages=("x", "y", "x"), country_shares=(0.5, 0.3, 0.2)),
]
TOLERANCE = {  # of what is measured on one graph
    "following": {"rel": 0.02},
    "follower_exponent": {"abs": 0.1},  # A30
    "followers_to_following": {"abs": 0.035},  # A31
    "reciprocity": {"abs": 0.015},  # A32
    "clustering": {"abs": 0.03},  # A33
    "same_side": {"abs": 0.01},  # A35
    "follow_back_same_side": {"rel": 0.1},  # A36
}


def told(params: Params) -> str:
    changed = (f"{name}={value}" for name, value in vars(params).items() if value != getattr(Params(), name))
    return ",".join(changed) or "default"


@pytest.fixture(scope="module", params=ASKED, ids=told)
def asked_and_made(request):
    params, draws = request.param, Draws(11)
    graph = communities.generate(ACCOUNTS, params, draws)
    return params, graph, measured(graph.network, people(ACCOUNTS, params, draws), draws)


def test_that_the_graph_has_the_numbers_that_were_asked_for(asked_and_made):
    params, _, found = asked_and_made
    missed = {
        name: (getattr(params, name), getattr(found, name))
        for name, tolerance in TOLERANCE.items()
        if getattr(found, name) != pytest.approx(getattr(params, name), **tolerance)
    }
    assert missed == {}


def test_that_anybody_is_three_to_six_hops_away(asked_and_made):
    assert 3.0 <= mean_path(asked_and_made[1].network, Draws(1)) <= 6.0  # A34


def test_that_communities_and_languages_hold_most_ties(asked_and_made):
    params, _, found = asked_and_made
    assert found.inside == pytest.approx(params.inside, abs=0.09)  # hubs take ties that a community cannot give
    if len(set(params.country_languages)) > 1:
        assert found.cross_language == pytest.approx(params.cross_language, abs=0.01)


def test_that_most_people_are_in_one_component(asked_and_made):
    _, graph, _ = asked_and_made
    assert graph.report.largest_component > 0.98 * ACCOUNTS


@pytest.fixture(scope="module")
def bilingual():
    params = Params(countries=("a", "b", "c"), country_languages=("x", "y", "x"), country_shares=(0.5, 0.3, 0.2),
                    second_group=0.35)  # fmt: skip
    return params, communities.generate(6000, params, Draws(3))


def test_that_countries_groups_and_languages_have_their_shares(bilingual):
    params, graph = bilingual
    shares = np.bincount(graph.columns["country"]) / 6000
    assert shares == pytest.approx(np.array(params.country_shares), abs=0.03)
    assert graph.columns["group"].mean() == pytest.approx(0.35, abs=0.03)
    assert graph.words == {"language": ("x", "y"), "country": ("a", "b", "c")}
    spoken = np.array([0, 1, 0])[graph.columns["country"]]
    assert np.array_equal(graph.columns["language"], spoken)


def test_that_a_community_lies_in_one_country_and_has_between_50_and_5000_members(bilingual):
    params, graph = bilingual
    community, country = graph.columns["community"], graph.columns["country"]
    assert (np.diff(community) >= 0).all()
    assert all(len(set(country[community == one])) == 1 for one in range(community[-1] + 1))
    sizes = np.bincount(community)
    assert sizes.min() >= params.smallest_community
    assert sizes.max() <= params.largest_community


def test_that_opinions_lie_on_the_side_of_their_group(bilingual):
    _, graph = bilingual
    opinion, group = graph.columns["opinion"], graph.columns["group"]
    assert (np.abs(opinion) <= 1).all()
    assert ((opinion > 0) == (group == 1)).all()
    assert np.abs(opinion).mean() == pytest.approx(0.5, abs=0.02)


def test_that_the_seed_and_nothing_else_makes_the_graph():
    digests = [communities.generate(800, Params(), Draws(seed)).network.digest() for seed in (1, 1, 2)]
    assert digests[0] == digests[1] != digests[2]


def test_that_larger_graphs_keep_reciprocity_and_the_tail():
    draws = Draws(5)
    graph = communities.generate(100_000, Params(), draws)
    found = measured(graph.network, people(100_000, Params(), draws), draws)
    assert found.reciprocity == pytest.approx(0.30, abs=0.02)
    assert found.follower_exponent == pytest.approx(2.2, abs=0.1)
    assert found.same_side == pytest.approx(0.70, abs=0.02)
    assert found.clustering == pytest.approx(0.15, abs=0.04)


def test_that_what_cannot_be_reached_is_said():
    notes = communities.generate(500, Params(reciprocity=0.6), Draws(1)).report.notes
    assert any("asked for reciprocity 0.6" in note for note in notes)


@pytest.mark.parametrize("n", [10, 11, 37, 120])
def test_that_a_handful_of_accounts_still_makes_a_graph(n):
    network = communities.generate(n, Params(), Draws(1)).network
    assert network.n == n
    assert 0 < network.arcs < n * (n - 1)


def test_that_senseless_params_are_told_all_at_once():
    params = Params(countries=("a",), country_shares=(0.0, 1.0), smallest_community=500, largest_community=50)
    with pytest.raises(Problems) as told_all:
        communities.generate(5, params, Draws(1))
    assert len(told_all.value.problems) == 4


def test_that_kept_knobs_are_those_that_would_be_found_again(tmp_path, monkeypatch):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    found = tuned.__wrapped__(Params())
    (page,) = tmp_path.iterdir()
    assert tuned.__wrapped__(Params()) == found == find(Params())
    page.write_text(page.read_text().replace('"density": 1.', '"density": 9.'))
    assert tuned.__wrapped__(Params())[0].density > 9.0  # it is the page that was read
    page.write_text('{"knobs"')
    assert tuned.__wrapped__(Params()) == found


def test_that_a_folder_that_cannot_be_written_to_costs_nothing_but_time(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "file"))
    assert tuned.__wrapped__(Params(following=12.0)) == find(Params(following=12.0))
