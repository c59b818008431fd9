"""Metrics agree with closed forms: trees whose virality is known, shares whose inequality is known."""

from __future__ import annotations

import math

import numpy as np
import pytest
from worlds import ties, world_of

from sim.ground.draws import Draws
from sim.ground.statistics import correlation, gini, logistic_moments, logistic_sums, logistics, ratios, top_share
from sim.metrics.bimodality import _coefficient as bimodality
from sim.state.survey import Survey
from sim.state.trees import Forest, forest

SIZES = (2, 3, 10, 1000)
ROOT = 5


def tree_of(parents) -> Forest:
    """The cascade of post 5 whose reshares, 6 and up, have these parents."""
    post = np.arange(ROOT + 1, ROOT + 1 + len(parents))
    return forest(np.array([ROOT]), post, np.full(len(parents), ROOT), np.array(parents))


@pytest.mark.parametrize("n", SIZES)
def test_that_a_star_has_virality_just_under_two(n):
    star = tree_of([ROOT] * (n - 1))
    assert (star.size[0], star.depth[0], star.breadth[0], star.broadcast[0]) == (n, 1, n - 1, n - 1)
    assert star.virality[0] == pytest.approx(2 * (n - 1) / n)


@pytest.mark.parametrize("n", SIZES)
def test_that_a_chain_has_a_third_of_its_length_as_virality(n):
    chain = tree_of(range(ROOT, ROOT + n - 1))
    assert (chain.size[0], chain.depth[0], chain.breadth[0], chain.broadcast[0]) == (n, n - 1, 1, 1)
    assert chain.virality[0] == pytest.approx((n + 1) / 3)


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_that_a_full_binary_tree_has_the_wiener_index_of_the_books(depth):
    n = 2 ** (depth + 1) - 1
    tree = tree_of([ROOT + (child - 1) // 2 for child in range(1, n)])
    assert (tree.depth[0], tree.breadth[0], tree.broadcast[0]) == (depth, 2**depth, 2)
    # an edge above a subtree of s = 2^k - 1 posts lies on s (n - s) paths; there are 2^(depth + 1 - k) of them
    wiener = sum(2 ** (depth + 1 - k) * (2**k - 1) * (n - 2**k + 1) for k in range(1, depth + 1))
    assert tree.virality[0] == pytest.approx(2 * wiener / (n * (n - 1)))


def test_that_a_post_alone_is_a_cascade_without_virality():
    alone = tree_of([])
    assert (alone.size[0], alone.depth[0], alone.breadth[0], alone.broadcast[0]) == (1, 0, 1, 0)
    assert math.isnan(alone.virality[0])


@pytest.mark.parametrize("mean", [0.3, 0.7])
def test_that_cascades_of_a_dying_branching_process_have_the_known_mean_size_and_spread(mean):
    offspring = poisson_trees(mean, roots=4000)
    size = offspring.size
    # Galton-Watson with Poisson offspring: total progeny has mean 1 / (1 - m) and variance m / (1 - m)^3
    error = math.sqrt(mean / (1 - mean) ** 3 / len(size))
    assert size.mean() == pytest.approx(1 / (1 - mean), abs=3 * error)
    assert (size == 1).mean() == pytest.approx(math.exp(-mean), abs=3 * 0.5 / math.sqrt(len(size)))


def poisson_trees(mean: float, roots: int) -> Forest:
    draws, post, root, parent = Draws(3), [], [], []
    generation, next_id = [(one, one) for one in range(1, roots + 1)], roots + 1
    while generation:
        born = []
        luck = draws.uniform("born", 0, np.array([one for one, _ in generation]))
        for (mother, ancestor), one in zip(generation, luck.tolist(), strict=True):
            for _ in range(poisson_quantile(one, mean)):
                born.append((next_id, ancestor))
                post.append(next_id), root.append(ancestor), parent.append(mother)
                next_id += 1
        generation = born
    return forest(np.arange(1, roots + 1), np.array(post), np.array(root), np.array(parent))


def poisson_quantile(luck: float, mean: float) -> int:
    count, mass = 0, math.exp(-mean)
    while luck >= mass:
        luck, count = luck - mass, count + 1
        mass *= mean / count
    return count


@pytest.mark.parametrize("n", [1, 2, 7, 100])
def test_that_the_gini_of_equal_shares_is_zero_and_of_one_who_takes_all_its_maximum(n):
    assert gini(np.full(n, 3)) == pytest.approx(0)
    assert gini(np.array([8]), zeros=n - 1) == pytest.approx((n - 1) / n)
    assert gini(np.r_[np.zeros(n - 1), 8]) == pytest.approx((n - 1) / n)


def test_that_the_gini_is_half_the_relative_mean_difference():
    counts = np.array([0, 0, 1, 4, 4, 9, 30])
    mean_difference = np.abs(counts[:, None] - counts[None, :]).mean()
    assert gini(counts[2:], zeros=2) == pytest.approx(mean_difference / (2 * counts.mean()))


def test_that_the_gini_of_whole_numbers_in_a_row_tends_to_a_third():
    n = 500
    assert gini(np.arange(1, n + 1)) == pytest.approx((n - 1) / (3 * n))


@pytest.mark.parametrize("share", [0.01, 0.1, 0.5, 1.0])
def test_that_the_top_share_of_equals_is_their_number_and_one_who_takes_all_has_it_all(share):
    assert top_share(np.full(37, 2), share) == pytest.approx(share)
    assert top_share(np.array([5]), share, zeros=999) == 1
    assert top_share(np.array([3, 1]), 0.25, zeros=2) == pytest.approx(3 / 4)


def test_that_nothing_to_share_out_has_no_inequality():
    nothing = np.empty(0, np.int64)
    assert all(math.isnan(one) for one in (gini(nothing, 5), gini(np.zeros(3)), top_share(nothing, 0.1, 5)))
    assert np.isnan(ratios(np.array([0, 2]), np.array([0, 0]))).all()


def test_that_two_equal_heaps_are_fully_bimodal_and_an_even_spread_scores_five_ninths():
    everybody = np.ones(10_000, np.bool_)
    heaps = np.where(np.arange(10_000) % 2 == 0, -2.0, 2.0)
    assert bimodality(*logistic_moments(heaps, everybody)) == pytest.approx(1)
    even = (np.arange(10_000) + 0.5) / 10_000
    second, third, fourth = logistic_moments(np.log(even / (1 - even)), everybody)
    assert (second, third, fourth) == pytest.approx((1 / 12, 0, 1 / 80), abs=1e-6)
    assert bimodality(second, third, fourth) == pytest.approx(5 / 9, abs=1e-6)


def test_that_log_odds_of_zero_mean_an_even_chance_and_the_extremes_certainty():
    values = np.array([[0.0, 20.0, -20.0]] * 4, np.float32)
    cell = np.array([0, 0, 0, 1], np.int32)
    assert logistic_sums(values, cell, 2).tolist() == [
        pytest.approx(one, abs=1e-7) for one in ([1.5, 3, 0], [0.5, 1, 0])
    ]


def test_that_the_quick_logistic_is_that_of_the_library_to_the_last_bits():
    values = np.r_[np.linspace(-40, 40, 20_001), np.linspace(-1, 1, 20_001), 0.0, 600.0, -600.0]
    exact = np.array([1 / (1 + math.exp(-x)) for x in values.tolist()])
    assert np.abs(logistics(values) / exact - 1).max() < 1e-15
    assert logistics(np.array([0.0])) == 0.5
    assert np.isnan(logistics(np.array([np.nan])))


def test_that_a_large_public_of_many_parts_is_sorted_out_too():
    names = tuple(f"part_{bit}" for bit in range(13))
    world = world_of(ties(5000))
    world.names.segments = names
    world.accounts.segments[:] = np.arange(5000)
    survey = Survey(world, names)
    assert [survey.members(name).number for name in names] == [
        sum(row >> bit & 1 for row in range(5000)) for bit in range(13)
    ]


def test_that_correlation_is_one_along_a_line_and_undefined_without_spread():
    x = np.array([0.1, 0.5, -0.7, 0.3])
    assert correlation(x, 3 * x + 1) == pytest.approx(1)
    assert correlation(x, 2 - x) == pytest.approx(-1)
    assert correlation(x, x * x) == pytest.approx(np.corrcoef(x, x * x)[0, 1])
    assert math.isnan(correlation(x, np.full(4, 0.1)))
    assert math.isnan(correlation(x[:0], x[:0]))
