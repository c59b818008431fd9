"""The study of stylised facts measures small worlds right, and its table is that of the stored values."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.sparse import csr_array

from experiments.validation.facts import __main__ as study
from experiments.validation.facts import bands, cascades, network, rhythm, table
from experiments.validation.facts.one import measured
from experiments.validation.facts.watching import Log, new_targets, watch
from sim import compose
from sim.ground.network import Network
from sim.state.trees import forest

DAY = 96  # ticks


def log_of(posts: list[tuple[int, int, int, int, int]], views=((), ()), accounts: int = 4, **more) -> Log:
    """A log of three days whose posts are (id, root, parent, author, tick)."""
    columns = np.array(posts, np.int32).reshape(-1, 5).T
    named = dict(zip(("id", "root", "parent", "author", "tick"), columns, strict=True))
    named["local_hour"] = more.pop("local_hour", named["tick"] // 4 % 24)
    seen = {"root": np.array(views[0], np.int32), "tick": np.array(views[1], np.int32)}
    usual = {"minutes": 15.0, "first_tick": 0, "last_tick": 3 * DAY, "people": np.arange(accounts)}
    usual |= {"visits_by_hour": np.ones(24), "network": None, "by_degree": {}, "totals": {}}
    return Log(**(usual | {"accounts": accounts, "posts": named, "views": seen} | more))


@pytest.fixture(scope="module")
def lived() -> Log:
    words = ["scenario=quiet_week", "population.accounts=1000", "time.days=3", "time.burn_in_days=0.5"]
    return watch(compose(words)[0])


def test_that_a_star_a_chain_and_a_tree_have_their_shape():
    size, depth, broadcast, virality, near = cascades.shape(1, [2, 3, 4], [1, 1, 1])
    assert (size, depth, broadcast, near) == (4, 1, 3, 3)
    assert virality == pytest.approx(2 - 2 / 4)
    size, depth, broadcast, virality, near = cascades.shape(1, [2, 3, 4], [1, 2, 3])
    assert (size, depth, broadcast) == (4, 3, 1)
    assert virality == pytest.approx((4 + 1) / 3)
    assert cascades.shape(1, [2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6])[4] == 1 + cascades.BIG  # the rest is far away


def test_that_only_originals_with_all_their_reshares_in_count():
    late = 3 * DAY - 10
    log = log_of([(1, 1, 0, 0, 5), (2, 1, 1, 1, 6), (3, 3, 0, 2, 8), (4, 4, 0, 3, late), (5, 1, 2, 2, late)])
    assert cascades.trees_of(log).size.tolist() == [3, 1]
    assert cascades.trees_of(log).depth.tolist() == [2, 0]
    values = cascades.measured(log)
    assert (values["V1"], values["reshares per original"]) == (0.5, 1.0)


def test_that_posts_of_the_burn_in_do_not_count():
    log = log_of([(1, 1, 0, 0, 5), (2, 2, 0, 1, 40)], first_tick=30)
    assert len(cascades.trees_of(log).size) == 1
    assert rhythm.posting(log)["V11 top 10 %"] == 1.0


def test_that_concentration_is_none_among_equals_and_full_under_a_monopoly():
    assert cascades.gini(np.ones(50)) == pytest.approx(0.0)
    assert cascades.gini(np.r_[np.zeros(99), 5]) == pytest.approx(0.99)
    assert cascades.top_share(np.ones(50), 0.1) == pytest.approx(0.1)
    assert cascades.top_share(np.r_[np.zeros(99), 5], 0.01) == 1.0


def test_that_half_of_the_views_and_the_last_of_them_are_dated():
    views = {"root": np.array([8, 8, 8, 8, 16]), "tick": np.array([11, 12, 20, 130, 41])}
    half, last, count = rhythm.lives(np.array([8, 16, 24]), np.array([10, 40, 50]), views)
    assert half.tolist() == [2, 1, 0]
    assert last.tolist() == [120, 1, 0]
    assert count.tolist() == [4, 1, 0]
    log = log_of([(8, 8, 0, 0, 10), (16, 16, 0, 1, 40), (24, 24, 0, 2, 50)], tuple(views.values()))
    found = rhythm.attention(log)
    assert found["V14 half"] == 1.5 * 15
    assert found["V14 silent"] == pytest.approx(2 / 3)  # one post was still seen thirty hours later


def test_that_the_idlest_hour_is_found():
    hours = np.repeat(np.arange(24), [10] * 4 + [2] + [10] * 16 + [12] + [10] * 2)
    posts = [(n + 1, n + 1, 0, 0, 1) for n in range(len(hours))]
    found = rhythm.day_and_night(log_of(posts, local_hour=hours))
    assert (found["V33 ratio"], found["V33 trough"]) == (6.0, 4.0)


@pytest.mark.parametrize("exponent", [0.0, 0.9, 1.5])
def test_that_the_pull_of_the_rich_is_found(exponent):
    degree = np.arange(400)
    gained = np.where(degree > 0, 10.0 * np.maximum(degree, 1) ** exponent, 3.0)
    by_degree = {"accounts": np.full(400, 10.0), "gained": gained}
    assert network.attachment(by_degree) == pytest.approx(exponent, abs=0.01)


def test_that_clustering_and_paths_are_those_of_a_known_graph():
    ring = csr_array(np.roll(np.eye(12), 1, axis=1) + np.roll(np.eye(12), -1, axis=1))
    assert network.clustering(ring) == 0.0
    assert network.mean_path(ring) == pytest.approx(sum([1, 2, 3, 4, 5] * 2 + [6]) / 11)
    assert network.clustering(csr_array(np.ones((6, 6)) - np.eye(6))) == 1.0


def test_that_new_follows_are_seen():
    log = watch(compose(["scenario=quiet_week", "population.accounts=1000", "time.days=3", "time.burn_in_days=0"])[0])
    assert log.by_degree["accounts"].sum() == 2 * log.accounts  # follows change after the first and the second day
    assert 0 < log.by_degree["gained"].sum() <= log.totals["follows"]


def test_that_nothing_posted_is_missed(lived):
    copies = lived.posts["root"] != lived.posts["id"]
    assert len(copies) == lived.totals["posts"]
    assert copies.sum() == lived.totals["reshares"] > 0
    assert np.array_equal(lived.posts["id"], np.arange(1, len(copies) + 1))


def test_that_the_study_and_the_product_agree_on_the_shape_of_cascades(lived):
    posts = lived.posts
    timely = (posts["root"] == posts["id"]) & (posts["tick"] >= lived.first_tick)
    timely &= posts["tick"] < lived.last_tick - 2 * DAY
    copies = posts["root"] != posts["id"]
    theirs = forest(posts["id"][timely], *(posts[name][copies] for name in ("id", "root", "parent")))
    kept = np.isin(theirs.root, posts["id"][timely])
    ours = cascades.trees_of(lived)
    for name in ("size", "depth", "broadcast", "virality"):
        assert np.allclose(getattr(ours, name), getattr(theirs, name)[kept], equal_nan=True), name


def test_that_every_band_and_every_note_has_its_measure():
    words = ["scenario=quiet_week", "population.accounts=500", "time.days=3", "time.burn_in_days=0.25"]
    values = measured(compose(words)[0])
    asked = {part.measure for part in bands.PARTS} | bands.BESIDE.keys()
    assert asked - values.keys() == set()


def test_that_a_value_outside_its_band_fails_and_an_unknown_one_too():
    part = bands.Part("V0", "x", "x", 1.0, 2.0, "")
    assert part.holds(1.0)
    assert part.holds(2.0)
    assert not part.holds(2.01)
    assert not part.holds(math.nan)
    found = {row.part.measure: row for row in table.verdicts({"V1": [0.5, 1.2], "V6": [0.9, 0.95]})}
    assert (found["V1"].passed, found["V1"].inside, found["V1"].seeds) == (True, 1, 2)
    assert not found["V2"].passed
    assert found["V6"].passed


def test_that_the_readme_shows_the_stored_values():
    text = (study.HERE / "README.md").read_text()
    shown = text.partition(table.BEGIN)[2].partition(table.END)[0].strip()
    assert shown == table.markdown(table.load(study.HERE))


def test_that_saved_values_are_read_back(tmp_path):
    (tmp_path / "README.md").write_text(f"# Mine\n{table.BEGIN}\noutdated\n{table.END}\nafter\n")
    values = {"a graph": {"V1": [0.5, 0.75], "V6": [math.nan, 0.5]}}
    table.save(tmp_path, values)
    assert str(table.load(tmp_path)) == str(values)
    text = (tmp_path / "README.md").read_text()
    assert text.startswith("# Mine")
    assert text.endswith("after\n")
    assert "outdated" not in text


def test_that_follows_gained_are_those_of_the_new_network():
    before = Network.from_arcs(4, np.array([0, 1]), np.array([1, 2]))[0]
    after = Network.from_arcs(4, np.array([0, 1, 3, 0]), np.array([1, 3, 2, 2]))[0]
    assert sorted(new_targets(before, after).tolist()) == [2, 2, 3]
