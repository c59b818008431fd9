"""Independent cascades are as large as theory says: every set of open follows, branching, epidemics, percolation."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from worlds import Ties, complete, line, mutual, star, ties

from sim.ground.network import Network

RUNS = 20_000
GRAPHS = {
    "path": line(5),
    "star": star(6),
    "diamond": ties(4, (1, 0), (2, 0), (3, 1), (3, 2)),
    "wheel": mutual(5, (0, 1), (1, 2), (2, 3), (3, 0), (4, 0), (4, 2)),
    "two islands": ties(6, (1, 0), (2, 1), (4, 3), (5, 4), (3, 5)),
}


def network(graph: Ties) -> Network:
    return Network.from_arcs(graph.n, *graph.follows.T)[0]


def exact_sizes(graph: Ties, seeds: tuple[int, ...], p: float) -> np.ndarray:
    """P(so many are reached) over every set of open follows."""
    chances = np.zeros(graph.n + 1)
    for opened in product((False, True), repeat=len(graph.follows)):
        reached, edge = set(seeds), graph.follows[list(opened)].tolist()
        while more := {u for u, v in edge if v in reached} - reached:
            reached |= more
        chances[len(reached)] += p ** sum(opened) * (1 - p) ** (len(opened) - sum(opened))
    return chances


@pytest.mark.parametrize("p", [0.15, 0.5, 0.85])
@pytest.mark.parametrize("seeds", [(0,), (0, 3)])
@pytest.mark.parametrize("name", GRAPHS)
def test_that_sizes_are_distributed_as_enumeration_says(name, seeds, p):
    expected = exact_sizes(GRAPHS[name], seeds, p)
    found = np.bincount(network(GRAPHS[name]).cascades(seeds, p, RUNS), minlength=GRAPHS[name].n + 1) / RUNS
    assert expected.sum() == pytest.approx(1.0)
    assert found == pytest.approx(expected, abs=3.7 * math.sqrt(0.25 / RUNS))
    n = np.arange(len(expected))
    spread = math.sqrt(expected @ n**2 - (expected @ n) ** 2)
    assert found @ n == pytest.approx(expected @ n, abs=3.2 * spread / math.sqrt(RUNS) + 1e-9)


def test_that_a_wide_star_is_reached_as_often_as_coins_fall():
    sizes = network(star(3001)).cascades([0], 0.2, 4000) - 1
    assert sizes.mean() == pytest.approx(600, abs=3 * math.sqrt(3000 * 0.16 / 4000))
    assert sizes.var() == pytest.approx(3000 * 0.16, rel=0.1)


@pytest.mark.parametrize("chance", [0.3, 0.45])
def test_that_a_tree_holds_the_families_of_galton_and_watson(chance):
    children, depth = 3, 6
    n = (children ** (depth + 1) - 1) // (children - 1)
    rows = np.arange(1, n)
    sizes = network(Ties(n, np.stack([rows, (rows - 1) // children], axis=1))).cascades([0], chance, RUNS)
    mean = sum((children * chance) ** g for g in range(depth + 1))
    assert sizes.mean() == pytest.approx(mean, abs=3 * sizes.std() / math.sqrt(RUNS))
    assert (sizes == 1).mean() == pytest.approx((1 - chance) ** children, abs=3 * math.sqrt(0.25 / RUNS))


def test_that_among_all_who_follow_each_other_an_outbreak_has_its_final_size():
    n, reproduction = 600, 2.0
    shares = network(complete(n)).cascades([0], reproduction / n, 1500) / n
    final = 0.5
    for _ in range(100):
        final = 1 - math.exp(-reproduction * final)  # Kermack and McKendrick
    large = shares[shares > 0.3]
    assert large.mean() == pytest.approx(final, abs=0.01)
    assert len(large) / 1500 == pytest.approx(final, abs=0.04)  # one seed: as many die out as escape


@pytest.mark.parametrize(("reproduction", "spreads"), [(0.7, False), (1.6, True)])
def test_that_in_a_random_network_news_spreads_only_above_one_new_teller_each(reproduction, spreads):
    n, degree = 20_000, 10
    noise = np.random.default_rng(4)
    random = Network.from_arcs(n, *noise.integers(0, n, (2, degree * n)))[0]
    sizes = random.cascades(np.arange(20), reproduction / degree, 40)
    assert (sizes.mean() > 0.5 * n) if spreads else (sizes.max() < 0.05 * n)


def test_that_nobody_or_everybody_within_reach_is_reached_at_the_ends_of_the_scale():
    islands = network(GRAPHS["two islands"])
    assert islands.cascades([0], 0.0, 5).tolist() == [1] * 5
    assert islands.cascades([0], 1.0, 5).tolist() == [3] * 5
    assert islands.cascades([0, 3, 3], 1.0, 5).tolist() == [6] * 5
    assert islands.cascades([], 0.5, 2).tolist() == [0, 0]


def test_that_the_same_seed_is_the_same_luck_however_many_runs_there_are():
    wheel = network(GRAPHS["wheel"])
    assert wheel.cascades([0], 0.5, 50, seed=3).tolist() == wheel.cascades([0], 0.5, 500, seed=3)[:50].tolist()
    assert wheel.cascades([0], 0.5, 50, seed=3).tolist() != wheel.cascades([0], 0.5, 50, seed=4).tolist()


@pytest.mark.parametrize(("seeds", "p"), [([5], 0.1), ([-1], 0.1), ([0], 1.5), ([0], -0.1)])
def test_that_what_is_no_account_or_no_probability_is_refused(seeds, p):
    with pytest.raises(ValueError, match=r"nodes from 0 to 4|between 0 and 1"):
        network(GRAPHS["wheel"]).cascades(seeds, p)
