"""The engine spreads posts as theory says: independent cascades, branching processes, epidemics."""

from __future__ import annotations

import math
from functools import cache
from itertools import product

import numpy as np
import pytest
from worlds import Ties, complete, line, mutual, pass_ticks, post, star, ties, world_of

from sim.day.share import APPEAL_SPREAD
from sim.state.inbox import Inbox
from sim.state.world import World

GRAPHS = {
    "path": line(5),
    "path both ways": mutual(4, (0, 1), (1, 2), (2, 3)),
    "star": star(6),
    "triangle": mutual(3, (0, 1), (1, 2), (2, 0)),
    "diamond": ties(4, (1, 0), (2, 0), (3, 1), (3, 2)),
    "random": mutual(6, (0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (1, 4), (4, 5)),
}
COPIES = 10_000
ERRORS = 4  # standard errors: of eighteen comparisons within three, one family in twenty would fail by chance
PLAIN_APPEAL = 0.5 * APPEAL_SPREAD**2  # a post of this appeal is passed on with just `share_rate`


def cascades(graph: Ties, copies: int, chance: float, *, seed: int = 2, width: int = 15, ticks: int = 0) -> World:
    """Let the first account of every copy post something that each reader passes on with a fixed chance."""
    world = world_of(graph.times(copies), seed=seed, share_rate=chance)
    world.inbox = Inbox(world.n, width)
    post(world, graph.n * np.arange(copies), appeal=PLAIN_APPEAL)
    pass_ticks(world, ticks or graph.n)
    return world


def sharers(world: World, copies: int) -> np.ndarray:
    """(copy, account): who wrote or passed on the post of its copy."""
    passed_on = np.zeros(world.n, np.bool_)
    passed_on[world.reshares.column("author")] = True
    passed_on[:: world.n // copies] = True
    return passed_on.reshape(copies, -1)


@cache
def exact_mean_size(name: str, chance: float) -> float:
    """Mean number of accounts the root reaches over open follows, over every set of open follows."""
    graph = GRAPHS[name]
    mean = 0.0
    for opened in product((False, True), repeat=len(graph.follows)):
        reached, edge = {0}, [arc for arc, is_open in zip(graph.follows, opened, strict=True) if is_open]
        while more := {u for u, v in edge if v in reached} - reached:
            reached |= more
        mean += len(reached) * chance ** sum(opened) * (1 - chance) ** (len(opened) - sum(opened))
    return mean


def test_that_the_enumeration_knows_a_path_and_a_triangle():
    assert exact_mean_size("path", 0.5) == pytest.approx(1 + 0.5 + 0.25 + 0.125 + 0.0625)
    assert exact_mean_size("triangle", 0.5) == pytest.approx(1 + 2 * (0.5 + 0.5 * 0.25))


@pytest.mark.parametrize("chance", [0.2, 0.5, 0.8])
@pytest.mark.parametrize("name", GRAPHS)
def test_that_the_mean_cascade_is_that_of_the_independent_cascade(name, chance):
    sizes = sharers(cascades(GRAPHS[name], COPIES, chance), COPIES).sum(axis=1)
    assert sizes.mean() == pytest.approx(exact_mean_size(name, chance), abs=ERRORS * sizes.std() / math.sqrt(COPIES))


def test_that_the_archive_of_reshares_holds_every_cascade_as_a_tree():
    world = cascades(GRAPHS["random"], COPIES, 0.5)
    trees = world.reshares
    assert len(trees) == sharers(world, COPIES).sum() - COPIES
    assert (trees.column("parent") < trees.column("post")).all()
    assert np.array_equal(trees.column("root"), trees.column("author") // 6 + 1)


def reached_by_reference(graph: Ties, chance: float, noise: np.random.Generator) -> int:
    """Size of one independent cascade from account 0, each follow open or not, by breadth-first search."""
    opened = graph.follows[noise.random(len(graph.follows)) < chance]
    followers: dict[int, list[int]] = {}
    for u, v in opened.tolist():
        followers.setdefault(v, []).append(u)
    reached, edge = {0}, [0]
    while edge:
        edge = [u for v in edge for u in followers.get(v, []) if u not in reached and not reached.add(u)]
    return len(reached)


def test_that_on_a_larger_graph_the_cascades_are_those_of_a_reference_implementation():
    n, copies, noise = 250, 400, np.random.default_rng(1)
    graph = Ties(n, noise.integers(0, n, (5 * n, 2)))
    graph = Ties(n, np.unique(graph.follows[graph.follows[:, 0] != graph.follows[:, 1]], axis=0))
    sizes = sharers(cascades(graph, copies, 0.3, width=40, ticks=40), copies).sum(axis=1)
    known = np.array([reached_by_reference(graph, 0.3, noise) for _ in range(copies)])
    assert 10 < known.mean() < 200
    assert sizes.mean() == pytest.approx(known.mean(), abs=3 * math.sqrt((sizes.var() + known.var()) / copies))


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_that_nobody_or_everybody_shares_at_the_ends_of_the_scale(chance):
    passed_on = sharers(cascades(GRAPHS["random"], 10, chance), 10)
    assert passed_on[:, 1:].mean() == chance


def tree(children: int, depth: int) -> Ties:
    """A tree in which everybody has so many followers, down to a depth."""
    n = (children ** (depth + 1) - 1) // (children - 1)
    rows = np.arange(1, n)
    return Ties(n, np.stack([rows, (rows - 1) // children], axis=1))


@pytest.mark.parametrize(("children", "chance"), [(2, 0.4), (2, 0.5), (3, 0.5)], ids=["below", "critical", "above"])
def test_that_cascades_in_a_tree_die_out_as_galton_and_watson_say(children, chance):
    depth, copies = 5, 2000
    world = cascades(tree(children, depth), copies, chance, ticks=depth + 1)
    passed_on = sharers(world, copies)
    generation = np.repeat(np.arange(depth + 1), children ** np.arange(depth + 1))
    dead = 0.0  # probability that generation g is empty: the root itself is there
    for g in range(1, depth + 1):
        # each of the k followers shares with p and then has a family that is dead g - 1 generations on
        dead = (1 - chance + chance * dead) ** children
        sizes = passed_on[:, generation == g].sum(axis=1)
        spread = math.sqrt(dead * (1 - dead) / copies)
        assert (sizes == 0).mean() == pytest.approx(dead, abs=3 * spread)
        assert sizes.mean() == pytest.approx((children * chance) ** g, abs=3 * sizes.std() / math.sqrt(copies))


def reed_frost(n: int, chance: float) -> np.ndarray:
    """P(so many of n susceptibles are ever infected) with one first case: the triangular equations."""
    p = np.zeros(n + 1)
    for j in range(n + 1):
        escape = (1 - chance) ** (n - j)
        lower = sum(math.comb(n - k, j - k) * p[k] / (1 - chance) ** ((k + 1) * (n - j)) for k in range(j))
        p[j] = (math.comb(n, j) - lower) * escape ** (j + 1)
    return p


def test_that_among_people_who_all_follow_each_other_it_spreads_like_an_epidemic():
    n, copies, chance = 12, 4000, 0.15
    sizes = sharers(cascades(complete(n), copies, chance, width=n), copies).sum(axis=1) - 1
    expected = reed_frost(n - 1, chance)
    assert expected.sum() == pytest.approx(1.0)
    found = np.bincount(sizes, minlength=n) / copies
    assert found == pytest.approx(expected, abs=3.5 * np.sqrt(expected * (1 - expected) / copies).max())
    mean = expected @ np.arange(n)
    assert sizes.mean() == pytest.approx(mean, abs=3 * sizes.std() / math.sqrt(copies))


def test_that_a_large_outbreak_has_the_final_size_of_an_epidemic():
    n, copies, reproduction = 300, 12, 2.0
    world = cascades(complete(n), copies, reproduction / n, width=n, ticks=25)
    shares = sharers(world, copies).mean(axis=1)
    final = 0.5
    for _ in range(100):
        final = 1 - math.exp(-reproduction * final)  # Kermack and McKendrick
    large = shares[shares > 0.3]
    assert len(large) >= 5
    assert large.mean() == pytest.approx(final, abs=0.03)


def test_that_a_full_inbox_forgets_the_oldest_posts():
    world = world_of(star(2))
    post(world, np.zeros(20))
    assert sorted(world.inbox.waiting(1)) == list(range(6, 21))  # A8: fifteen slots
    pass_ticks(world)
    assert len(world.inbox.waiting(1)) == 0


def test_that_nobody_passes_the_same_post_on_twice():
    world = cascades(complete(6), 200, 0.7, width=60)
    author, root = world.reshares.column("author"), world.reshares.column("root")
    assert len(np.unique(author.astype(np.int64) << 32 | root)) == len(author)
    assert (author != 6 * (root - 1)).all()  # nor one's own


def test_that_another_seed_is_other_luck_and_the_same_seed_the_same():
    first, again, other = (cascades(GRAPHS["random"], 200, 0.5, seed=seed).reshares for seed in (1, 1, 2))
    assert np.array_equal(first.column("author"), again.column("author"))
    assert not np.array_equal(first.column("author")[:100], other.column("author")[:100])
