"""Intervals cover as often as they say, odds are Wilson's, dots are quantiles, and a variance splits without loss."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from sim.compare import compare, dots, fails_when, odds, spread
from sim.compare.bands import quantiles_of
from sim.compare.chances import wilson
from sim.ground.problems import Problems
from tests.futures import comparison, run

KNOWN = -0.03  # what the answer changes in truth


def thousand(seeds, rules=("log_odds",), shared=0.0, draws=None):
    """A thousand comparisons at once: each is a part of one measure, and the truth of all is the same."""
    draws = draws or np.random.default_rng(20)
    luck = draws.normal(0.3, 0.1, (seeds, 1, 1000)) + draws.normal(0, 0.02, (seeds, len(rules), 1000))
    effect = draws.normal(KNOWN, 0.05, (seeds, len(rules), 1000)) + draws.normal(0, 1, (seeds, 1, 1000)) * shared
    runs = []
    for seed in range(seeds):
        for place, rule in enumerate(rules):
            for arm, values in (("none", luck[seed, place]), ("fast", luck[seed, place] + effect[seed, place])):
                final = {f"harm.k{part}": value for part, value in enumerate(values)}
                runs.append(run(arm, seed, final, belief__name=rule))
    return compare(runs, measure="harm")


def covering(found):
    steps = [found.differences["fast", f"harm.k{part}"] for part in range(1000)]
    return sum(one.low <= KNOWN <= one.high for one in steps) / 1000


@pytest.mark.parametrize("seeds", [3, 20])
def test_that_intervals_cover_the_truth_in_95_of_100_comparisons(seeds):
    # four standard errors of a share of 1,000 either way
    assert covering(thousand(seeds)) == pytest.approx(0.95, abs=4 * math.sqrt(0.95 * 0.05 / 1000))


def test_that_intervals_cover_where_rules_share_the_luck_of_their_seed():
    found = thousand(12, ("log_odds", "friedkin_johnsen", "complex_contagion"), shared=0.05)
    assert covering(found) == pytest.approx(0.95, abs=4 * math.sqrt(0.95 * 0.05 / 1000))
    values = [(found.values("fast", f"harm.k{part}"), found.values("none", f"harm.k{part}")) for part in range(1000)]
    naive = [stats.ttest_rel(*pair).confidence_interval() for pair in values]
    assert sum(one.low <= KNOWN <= one.high for one in naive) / 1000 < 0.9  # were 36 futures 36 draws


def test_that_intervals_are_those_of_scipys_paired_t_test():
    found = thousand(8)
    for part in range(0, 1000, 97):
        name = f"harm.k{part}"
        theirs = stats.ttest_rel(found.values("fast", name), found.values("none", name)).confidence_interval(0.95)
        step = found.differences["fast", name]
        assert (step.low, step.high) == (pytest.approx(theirs.low), pytest.approx(theirs.high))


@pytest.mark.parametrize(("better", "of"), [(17, 20), (0, 5), (5, 5), (120, 480), (1, 3)])
def test_that_odds_have_wilsons_interval(better, of):
    theirs = stats.binomtest(better, of).proportion_ci(0.95, method="wilson")
    assert wilson(better / of, of) == pytest.approx((theirs.low, theirs.high), abs=1e-12)
    values = [0.2] * better + [0.4] * (of - better)
    found = odds(comparison({"none": [0.3] * of, "fast": values}), "fast").overall
    assert (found.better, found.worse, found.futures, found.few) == (better, of - better, of, of < 5)
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high))


def test_that_the_interval_of_the_odds_covers_the_true_share():
    draws = np.random.default_rng(3)
    for truth in (0.5, 0.8):
        seen = draws.binomial(20, truth, 4000) / 20
        covered = np.mean([low <= truth <= high for low, high in (wilson(share, 20) for share in seen)])
        assert 0.93 < covered < 0.98


@pytest.mark.parametrize("futures", [1, 7, 20, 49, 50, 51, 333])
def test_that_dots_are_the_quantiles_of_numpy(futures):
    steps = np.random.default_rng(futures).normal(-0.01, 0.02, futures)
    found = dots(comparison({"none": np.zeros(futures), "fast": steps}), "fast")
    # a hair inside each part, for where a part ends on a future exactly
    theirs = np.quantile(steps, (np.arange(1, 51) - 0.5) / 50 - 1e-9, method="inverted_cdf")
    assert found.values == pytest.approx(theirs)
    assert set(found.values) <= set(steps.tolist())
    assert (found.better + found.worse + found.equal, found.futures) == (50, futures)
    assert found.better == pytest.approx(50 * np.mean(steps < 0), abs=1)


def test_that_a_known_variance_is_split_into_its_components():
    draws = np.random.default_rng(1)
    seeds, settings, rules = (draws.normal(0, size, number) for size, number in ((0.3, 60), (0.5, 20), (0.2, 8)))
    found = spread(crossed(lambda s, p, r: seeds[s] + settings[p] + rules[r], 60, 20, 8)).of("fast")
    for part, values in ((found.chance, seeds), (found.parameters, settings), (found.model, rules)):
        assert part == pytest.approx(np.var(values))
    assert found.rest == pytest.approx(0, abs=1e-12)
    assert found.chance + found.parameters + found.model == pytest.approx(found.total)


def test_that_all_parts_add_up_where_assumptions_work_together():
    draws = np.random.default_rng(2)
    cube = draws.normal(0, 1, (10, 4, 3)) + np.array([1.0, -1.0, 3.0])
    found = spread(crossed(lambda s, p, r: cube[s, p, r], *cube.shape))
    one = found.of("fast")
    assert found.levels == {"chance": 10, "parameters": 4, "model": 3}
    assert one.total == pytest.approx(np.var(cube))
    assert one.chance + one.parameters + one.model + one.rest == pytest.approx(one.total)
    assert one.model == pytest.approx(np.var(cube.mean(axis=(0, 1))))
    assert sum(one.shares.values()) == pytest.approx(1)
    assert found.of("none", "value").total == 0


def crossed(of, seeds, settings, rules):
    runs = []
    for s in range(seeds):
        for p in range(settings):
            for r in range(rules):
                told = {"belief__name": f"rule_{r}", "platform__recommended": p / 10}
                runs += [run("none", s, {"harm": 0.0}, **told), run("fast", s, {"harm": of(s, p, r)}, **told)]
    return compare(runs, measure="harm")


def test_that_what_did_not_vary_is_told_so_and_is_not_zero():
    found = spread(comparison({"none": [0.3, 0.4, 0.5], "fast": [0.2, 0.4, 0.3]}))
    one = found.of("fast")
    assert (one.parameters, one.model, one.rest) == (None, None, None)
    assert one.chance == pytest.approx(one.total) == pytest.approx(np.var([-0.1, 0.0, -0.2]))
    assert found.levels == {"chance": 3, "parameters": 1, "model": 1}


def test_that_a_design_with_holes_is_not_split():
    runs = [run(arm, seed, {"harm": 0.1}, belief__name=rule) for arm in ("none", "fast")
            for seed, rule in ((1, "a"), (2, "a"), (1, "b"))]  # fmt: skip
    with pytest.raises(Problems, match="1 of 4 combinations of chance and model were not run"):
        spread(compare(runs, measure="harm"))


def test_that_quantiles_over_time_are_those_of_numpy():
    table = np.random.default_rng(5).normal(0, 1, (21, 30))
    table[np.random.default_rng(6).random(table.shape) < 0.3] = np.nan
    table[:, 0] = np.nan
    shares = (0.05, 0.5, 0.95)
    assert quantiles_of(table, shares)[:, 1:] == pytest.approx(np.nanquantile(table[:, 1:], shares, axis=0))
    assert np.isnan(quantiles_of(table, shares)[:, 0]).all()


def discovered(fails, seed=1, futures=200, repeats=1):
    """A sampled design of three assumptions in which the answer fails where `fails(bots, delay)` says so."""
    draws, runs = np.random.default_rng(seed), []
    for point in range(futures // repeats):
        bots, delay = draws.uniform(0, 0.2), draws.uniform(0, 24)
        told = {"population__bots": bots, "own_side__delay": delay, "belief__name": ("a", "b", "c")[point % 3]}
        for repeat in range(repeats):
            step = 0.01 if fails(bots, delay, draws) else -0.02
            number = point * repeats + repeat
            runs += [run("none", number, {"harm": 0.3}, **told), run("fast", number, {"harm": 0.3 + step}, **told)]
    return fails_when(compare(runs, measure="harm"), "fast")


def test_that_the_assumptions_under_which_an_answer_fails_are_found():
    found = discovered(lambda bots, delay, _: bots > 0.12 and delay > 10)
    limits = {one.factor: one for one in found.limits}
    assert set(limits) == {"population.bots", "own_side.delay"}
    assert limits["population.bots"].low == pytest.approx(0.12, abs=0.015)
    assert limits["own_side.delay"].low == pytest.approx(10, abs=1.5)
    assert found.coverage > 0.85
    assert found.density > 0.85


def test_that_one_limit_is_enough_where_one_assumption_decides():
    found = discovered(lambda bots, _, draws: (bots > 0.1) ^ (draws.random() < 0.05))
    assert [one.factor for one in found.limits] == ["population.bots"]
    assert found.limits[0].low == pytest.approx(0.1, abs=0.015)
    assert found.inside_failures == round(found.coverage * found.failures)


@pytest.mark.parametrize("repeats", [1, 5])
def test_that_noise_gives_no_rule_in_19_of_20_studies(repeats):
    def noise(bots, delay, draws):
        if repeats == 1:
            return draws.random() < 0.3
        return math.sin(1e6 * bots + 1e4 * delay) > 0.5  # whole points fail, wherever they lie

    said = [discovered(noise, seed, 60 * repeats, repeats).reason for seed in range(100)]
    assert said.count("") <= 8
    assert said.count("no rule") >= 90
