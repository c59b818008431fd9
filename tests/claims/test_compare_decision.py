"""What a decision needs of a comparison: dots, regret, trade-offs, who gains, and when an answer fails, by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from sim.compare import Threshold, compare, dots, factors, fails_when, odds, regret, segments, tradeoff
from sim.compare.differences import side
from sim.ground.problems import Problems
from tests.futures import SCENARIO, comparison, run


def test_that_five_futures_are_ten_dots_each():
    found = dots(comparison({"none": [0.3] * 5, "fast": [0.1, 0.2, 0.3, 0.4, 0.1]}), "fast")
    assert np.round(found.values, 6).tolist() == [-0.2] * 20 + [-0.1] * 10 + [0.0] * 10 + [0.1] * 10
    assert (found.better, found.equal, found.worse, found.futures) == (30, 10, 10, 5)


def test_that_an_interval_lies_on_a_side_of_nothing_only_when_all_of_it_does():
    assert [side(low, high) for low, high in ((0.1, 0.2), (-0.2, -0.1), (-0.1, 0.2), (0.0, 0.2), (-0.2, 0.0))] \
        == [1, -1, 0, 0, 0]  # fmt: skip
    assert side(math.nan, math.nan) is None
    one = comparison({"none": [0.3], "fast": [0.1]}).differences["fast", "harm"]
    assert (one.seeds, one.side) == (1, None)


def test_that_an_answer_that_is_nowhere_defined_has_no_dots():
    found = dots(comparison({"none": [0.3, 0.3], "fast": [math.nan, math.nan]}), "fast")
    assert (found.values, found.futures) == ((), 0)


def test_that_odds_are_told_under_each_belief_rule():
    runs = [run(arm, seed, {"harm": value}, belief__name=rule)
            for rule, better in (("a", 5), ("b", 1)) for seed in range(6)
            for arm, value in (("none", 0.3), ("fast", 0.2 if seed < better else 0.4))]  # fmt: skip
    found = odds(compare(runs, measure="harm"), "fast")
    assert (found.overall.better, found.overall.futures, found.overall.seeds) == (6, 12, 6)
    assert {rule: (one.better, one.worse) for rule, one in found.by_rule.items()} == {"a": (5, 1), "b": (1, 5)}
    assert found.overall.high - found.overall.low > 0.5  # six draws of luck, not twelve


def test_that_regret_is_the_distance_to_the_best_of_each_future():
    # best: 0.1, 0.2, 0.3, 0.1; regret of none 0.2, 0, 0.1, 0.3; of fast 0, 0.2, 0, 0; of late 0.1, 0.1, 0.1, 0.1
    found = regret(
        comparison({"none": [0.3, 0.2, 0.4, 0.4], "fast": [0.1, 0.4, 0.3, 0.1], "late": [0.2, 0.3, 0.4, 0.2]})
    )
    none, fast, late = found.arms
    assert (none.median, none.most, none.worst, none.best_in) == pytest.approx((0.15, 0.3, 0.3, 1))
    assert (fast.median, fast.most, fast.worst, fast.best_in) == pytest.approx((0.0, 0.2, 0.2, 3))
    assert (late.median, late.most, late.worst, late.best_in) == pytest.approx((0.1, 0.1, 0.1, 0))
    assert fast.share is None


def test_that_regret_turns_with_the_measure():
    found = regret(comparison({"none": [1.0, 5.0], "fast": [3.0, 4.0]}, "good"))
    assert [one.worst for one in found.arms] == [2.0, 1.0]


def test_that_a_threshold_counts_the_futures_that_are_good_enough():
    found = comparison({"none": [0.3, 0.2, 0.4, 0.4], "fast": [0.1, 0.4, 0.3, 0.1]})
    by_value = regret(found, threshold=Threshold(0.3)).arms
    assert [one.share for one in by_value] == [0.5, 0.75]
    by_gain = regret(found, threshold=Threshold(0.1, over_baseline=True)).arms
    assert [one.acceptable for one in by_gain] == [0, 3]
    assert 0.3 - 0.2 < 0.1  # in its last bit, which must not decide
    tight = regret(comparison({"none": [0.3], "fast": [0.2]}), threshold=Threshold(0.1, over_baseline=True)).arms
    assert [one.acceptable for one in tight] == [0, 1]


def test_that_regret_leaves_out_futures_without_a_known_best_and_is_told_by_rule():
    runs = [run(arm, seed, {"harm": value}, belief__name=rule) for rule in ("a", "b") for seed in (1, 2)
            for arm, value in (("none", 0.3), ("fast", math.nan if (rule, seed) == ("b", 2) else 0.1))]  # fmt: skip
    found = regret(compare(runs, measure="harm"))
    assert found.left_out == 1
    assert [one.futures for one in found.arms] == [3, 3]
    assert [one.futures for one in found.by_rule["b"]] == [1, 1]


def test_that_the_pareto_set_holds_who_is_beaten_by_nobody():
    harm = {"none": 0.4, "cheap": 0.3, "dear": 0.1, "waste": 0.3, "unknown": 0.2}
    cost = {"none": 0.0, "cheap": 10.0, "dear": 50.0, "waste": 20.0, "unknown": math.nan}
    runs = [run(arm, seed, {"harm": harm[arm] + seed / 100, "cost": cost[arm]}) for arm in harm for seed in (1, 2)]
    found = tradeoff(compare(runs, measure="harm"), ["harm", "cost"])
    assert found.pareto == ("none", "cheap", "dear")
    assert found.beaten_by == {"waste": ("cheap",)}
    assert found.undefined == ("unknown",)
    assert found.means["cheap"] == pytest.approx((0.315, 10.0))


def test_that_equal_arms_do_not_beat_each_other_and_more_can_be_better():
    runs = [run(arm, 1, {"harm": 0.2, "good": value}) for arm, value in (("none", 1.0), ("a", 2.0), ("b", 2.0))]
    assert tradeoff(compare(runs, measure="harm"), ["harm", "good"]).pareto == ("a", "b")


def test_that_objectives_without_a_direction_are_refused_with_all_else():
    runs = [run(arm, 1, {"harm": 0.2, "reach": 9.0}) for arm in ("none", "a")]
    found = compare(runs, measure="harm")
    with pytest.raises(Problems) as caught:
        tradeoff(found, ["harm", "reach", "ham"])
    told = [str(one) for one in caught.value.problems]
    assert "whether more or less of reach is better" in told[0]
    assert 'Did you mean "harm"' in told[1]
    with pytest.raises(Problems, match="two to 4 different"):
        tradeoff(found, ["harm"])


def test_that_segments_gain_and_lose_on_their_own():
    story = SCENARIO | {
        "countries": {"velmora": {"label": {"en": "Velmora"}, "share": 0.25}, "ostrania": {"share": 0.75}},
        "segments": {"coast": {"share": 0.2, "country": "ostrania"}, "picked": {"share": 0}},
    }
    parts = {"": -0.1, "@velmora": -0.2, "@coast": 0.05, "@picked": 0.0}
    runs = [run(arm, seed, {f"harm.papers{part}": 0.3 + (step + 0.001 * seed if arm == "fast" else 0.0)
                            for part, step in parts.items()}, scenario=story)
            for seed in range(-2, 3) for arm in ("none", "fast")]  # fmt: skip
    found = {one.segment: one for one in segments(compare(runs, measure="harm"))}
    verdicts = {name: one.verdict for name, one in found.items()}
    assert verdicts == {"": "gains", "velmora": "gains", "coast": "loses", "picked": "unsure"}
    assert {name: one.share for name, one in found.items()} == {
        "": 1.0, "velmora": 0.25, "coast": pytest.approx(0.15), "picked": None,
    }  # fmt: skip
    assert (found["velmora"].kind, found["velmora"].label) == ("country", {"en": "Velmora"})
    assert (found["coast"].odds.better, found["coast"].odds.worse) == (0, 5)
    assert found["velmora"].difference.mean == pytest.approx(-0.2)


def test_that_what_moves_with_a_rule_is_no_assumption_of_its_own():
    runs = [run(arm, seed, {"harm": 0.1}, belief__name=rule, belief__params={"step": step}, platform__feed=feed,
                feed_params={"weight": weight})
            for arm in ("none", "fast") for seed in (1, 2) for rule, step in (("a", 0.1), ("b", None))
            for feed, weight in (("new", 1.0), ("top", 2.0))]  # fmt: skip
    told = factors(compare(runs, measure="harm").paired)
    assert [(one.name, one.along) for one in told] == [
        ("belief.name", ("belief.params.step",)), ("platform.feed", ("feed_params.weight",)),
    ]  # fmt: skip


def test_that_independent_assumptions_of_few_points_stay_apart():
    runs = [run(arm, seed, {"harm": 0.1}, population__bots=bots, own_side__delay=delay) for arm in ("none", "fast")
            for seed in range(3) for bots, delay in ((0.1, 4), (0.2, 2), (0.3, 9))]  # fmt: skip
    assert [one.name for one in factors(compare(runs, measure="harm").paired)] == ["population.bots", "own_side.delay"]


def test_that_a_rule_under_which_an_answer_fails_is_named():
    runs = [run(arm, seed, {"harm": 0.3 if arm == "none" else 0.4 if rule == "b" else 0.2}, belief__name=rule)
            for rule in ("a", "b", "c") for seed in range(20) for arm in ("none", "fast")]  # fmt: skip
    found = fails_when(compare(runs, measure="harm"), "fast")
    assert [(one.factor, one.values) for one in found.limits] == [("belief.name", ("b",))]
    assert (found.coverage, found.density, found.inside) == (1.0, 1.0, 20)


def test_that_nothing_is_said_where_nothing_can_be_known():
    few = comparison({"none": [0.3] * 39, "fast": [0.4] * 39})
    assert fails_when(few, "fast").reason == "few futures"
    assert fails_when(comparison({"none": [0.3] * 40, "fast": [0.4, *[0.2] * 39]}), "fast").reason == "nothing varies"
    for value, reason in ((0.3, "never fails"), (0.4, "always fails")):
        runs = [run(arm, seed, {"harm": 0.3 if arm == "none" else value}, belief__name=rule)
                for rule in "ab" for seed in range(20) for arm in ("none", "fast")]  # fmt: skip
        found = fails_when(compare(runs, measure="harm"), "fast")
        assert (found.reason, found.limits) == (reason, ())


def test_that_a_decision_is_asked_for_by_the_names_that_there_are():
    runs = [run(arm, 1, {"harm.papers": 0.2, "harm.papers@coast": 0.3, "reach": 9.0}) for arm in ("none", "fast")]
    found = compare(runs, measure="harm")
    assert found.asked().name == found.asked("harm").name == "harm.papers"
    assert found.asked("harm.papers@coast").segment == "coast"
    with pytest.raises(Problems, match=r'no arm "fats".*Did you mean "fast"'):
        dots(found, "fats")
    with pytest.raises(Problems, match=r'no measure "rech".*Did you mean "reach"'):
        dots(found, "fast", "rech")
    assert dots(found, "fast", "reach").equal == 50
    with pytest.raises(Problems, match="whether more or less of reach is better"):
        odds(found, "fast", "reach")
