"""What an answer is worth when it comes later, and what each of its entries does, by hand."""

from __future__ import annotations

import math

import pytest

from sim.compare import compare, knockouts, response_times
from sim.compare.delays import shifts
from sim.compare.leaving_out import left_out
from sim.ground.problems import Problems
from tests.futures import comparison, run


def test_that_delays_are_read_from_the_names_of_answers():
    assert shifts("label@6") == ("label", ("label",), (6.0,))
    assert shifts("label@6+fast-facts?z_score@1.5") == (
        "label+fast-facts?z_score", ("label", "fast-facts?z_score"), (6.0, 1.5),
    )  # fmt: skip
    assert shifts("label@-2+fast") == ("label+fast", ("label",), (-2.0,))
    assert shifts("label@0") == shifts("label") == ("label", (), ())


def test_that_an_answer_has_its_worth_at_each_delay():
    base = [0.30, 0.40, 0.50]
    arms = {"none": 0.0, "fast": -0.10, "fast@24": -0.02, "fast@6": -0.06, "label": -0.01}
    (found,) = response_times(comparison({arm: [value + step for value in base] for arm, step in arms.items()}))
    assert (found.response, found.moved) == ("fast", ("fast",))
    assert [(one.hours, one.arm) for one in found.moments] == [(0.0, "fast"), (6.0, "fast@6"), (24.0, "fast@24")]
    assert [one.effect.mean for one in found.moments] == pytest.approx([-0.10, -0.06, -0.02])
    assert found.moments[0].against_in_time is None
    assert [one.against_in_time.mean for one in found.moments[1:]] == pytest.approx([0.04, 0.08])
    assert [one.against_in_time.worse for one in found.moments[1:]] == [3, 3]


def test_that_a_part_that_comes_later_has_a_curve_of_its_own():
    arms = ("none", "a+b", "a@6+b", "a@24+b", "a+b@6", "a@6+b@6", "a@6+b@24", "c@6")
    found = response_times(comparison({arm: [0.1 * place, 0.2] for place, arm in enumerate(arms)}))
    curves = {one.moved: [moment.arm for moment in one.moments] for one in found}
    assert curves == {("a",): ["a+b", "a@6+b", "a@24+b"], ("b",): ["a+b", "a+b@6"], ("a", "b"): ["a+b", "a@6+b@6"]}


def test_that_delays_of_the_baseline_itself_are_held_against_it():
    found = comparison({"fast": [0.1, 0.2], "fast@6": [0.2, 0.3]}, baseline="fast")
    (curve,) = response_times(found)
    assert [one.effect.mean for one in curve.moments] == pytest.approx([0.0, 0.1])


def test_that_only_responses_have_delays():
    runs = [run("none", 1, {"harm": 0.1}, belief__name=rule) for rule in "ab"]
    with pytest.raises(Problems, match=r"arms differ by belief\.name"):
        response_times(compare(runs, by="belief.name", measure="harm"))


def test_that_arms_in_part_are_told_from_other_answers():
    assert left_out("fast", "fast-facts") == ("facts",)
    assert left_out("label+fast", "label-mark+fast-facts") == ("facts", "mark")
    assert left_out("fast-facts@6", "fast-facts-visit@6") == ("visit",)
    for other in ("fast", "none", "fast@6-facts", "fast@-2", "label-facts", "label+fast-facts"):
        assert left_out("fast", other) == ()


def test_that_the_effect_of_an_entry_is_the_whole_minus_the_answer_without_it():
    # alone the statement is worth 0.02, the label 0.05, the visit nothing; they add up
    steps = {"none": 0.0, "all": -0.07, "all-statement": -0.05, "all-label": -0.02, "all-visit": -0.07}
    noise = {"none": [0, 1, 2, 0], "all": [1, 0, 1, 2], "all-statement": [0, 2, 1, 1], "all-label": [2, 1, 0, 1],
             "all-visit": [1, 1, 0, 2]}  # fmt: skip
    found = knockouts(comparison({arm: [0.3 + step + 0.001 * one for one in noise[arm]]
                                  for arm, step in steps.items()}))  # fmt: skip
    assert found.full == "all"
    assert list(found.effects) == ["label", "statement", "visit"]
    assert found.effects["label"].mean == pytest.approx(-0.05)
    assert found.effects["label"].better == 4
    assert found.whole.mean == pytest.approx(-0.07 + 0.001 * (1 - 3 / 4))
    assert found.rest.adds_up
    assert found.interactions == ()


def test_that_entries_that_work_only_together_are_named():
    # neither helps alone: without either, nothing is left of the effect
    steps = {"none": 0.0, "both": -0.1, "both-one": 0.0, "both-other": 0.0, "both-one-other": 0.0}
    jitter = [0.001, -0.001, 0.002, 0.0, -0.002]
    found = knockouts(comparison({arm: [0.3 + step * (1 + 10 * one) for one in jitter] for arm, step in steps.items()}))
    assert {name: one.mean for name, one in found.effects.items()} == pytest.approx({"one": -0.1, "other": -0.1})
    assert found.rest.mean == pytest.approx(0.1)  # the whole is -0.1, the sum of the two -0.2
    assert found.rest.adds_up is False
    (both,) = found.interactions
    assert (both.entries, both.mean) == (("one", "other"), pytest.approx(-0.1))
    assert both.high < 0


def test_that_one_seed_leaves_it_open_whether_effects_add_up():
    found = knockouts(comparison({"none": [0.3], "both": [0.1], "both-one": [0.2], "both-other": [0.25]}))
    assert found.rest.adds_up is None
    assert math.isnan(found.effects["one"].low)


def test_that_knock_outs_need_an_arm_that_leaves_something_out():
    with pytest.raises(Problems, match=r"Run fast-<entry> for each of its entries"):
        knockouts(comparison({"none": [0.3, 0.3], "fast": [0.1, 0.1]}), "fast")
