"""What the Compare page tells is what the statistics say, and what an address asks for is what one sees."""

from __future__ import annotations

from itertools import pairwise

import pytest
from futures import run

pytest.importorskip("dash", reason="the app's libraries are not installed")

from sim.compare import Threshold, across_beliefs, compare
from sim.dashboard.asked import Question
from sim.dashboard.figures.quantities import Manner
from sim.dashboard.parts.compare_controls import chosen
from sim.dashboard.parts.compare_data import ALL, most_gained, regrets, strips, under_rules
from sim.dashboard.parts.compare_regrets import if_wrong
from sim.dashboard.parts.compare_states import later, shifted
from sim.dashboard.parts.compare_view import View, shortened
from sim.dashboard.viewer import Viewer
from sim.i18n import words

NOBODY = "No response"
VALUES = {("none", "log_odds"): (0.30, 0.32, 0.31), ("fast", "log_odds"): (0.20, 0.25, 0.22),
          ("late", "log_odds"): (0.28, 0.33, 0.30), ("none", "bounded"): (0.40, 0.41, 0.45),
          ("fast", "bounded"): (0.39, 0.42, 0.44), ("late", "bounded"): (0.30, 0.31, 0.29)}  # fmt: skip


@pytest.fixture
def runs():
    """Three answers under two belief rules, which rank them differently."""
    return [run(arm, seed, {"harm": value, "cost": float(len(arm))}, belief__name=rule)
            for (arm, rule), values in VALUES.items() for seed, value in enumerate(values)]  # fmt: skip


@pytest.fixture
def view(runs):
    """The comparison as an English reader sees it."""
    return View(compare(runs, measure="harm"), Manner(words("en")))


def test_that_each_belief_rule_is_told_as_a_comparison_of_its_own_would(view, runs):
    own = across_beliefs(runs, measure="harm").by_rule
    told = under_rules(view)
    assert {one.rule for one in told} == set(own)
    for one in told:
        assert one.ranking == own[one.rule].ranking
        assert list(one.steps) == [own[one.rule].differences[arm, "harm"] for arm in view.others]
    assert len({one.ranking for one in told}) == 2


def test_that_answers_come_in_the_order_of_their_success_with_the_counts_of_the_comparison(view):
    told = strips(view)
    assert [one.label for one in told] == ["late", "fast"]
    assert [(one.better, one.worse) for one in told] == [(5, 1), (5, 1)]
    assert {one.futures for one in told} == {6}


def test_that_a_stricter_threshold_makes_no_answer_more_acceptable(view):
    shares = [{one.answer: one.acceptable for one in regrets(view, Threshold(limit))[ALL]}
              for limit in (0.2, 0.3, 0.4, 0.5)]  # fmt: skip
    for strict, mild in pairwise(shares):
        assert all(strict[answer] <= mild[answer] for answer in strict)
    assert set(shares[-1].values()) == {1.0}


def test_that_regret_is_told_for_all_futures_and_under_each_belief_rule(view):
    # the best of each future: fast under log-odds; late, the last time by 0.15 over fast, under bounded confidence
    told = regrets(view, Threshold(0.05, over_baseline=True))
    assert list(told) == [ALL, "bounded", "log_odds"]
    facts = {rule: {one.answer: (round(one.median, 3), round(one.worst, 3), one.acceptable) for one in rows}
             for rule, rows in told.items()}  # fmt: skip
    assert facts["log_odds"] == {NOBODY: (0.09, 0.1, 0.0), "fast": (0.0, 0.0, 1.0), "late": (0.08, 0.08, 0.0)}
    assert facts["bounded"] == {NOBODY: (0.1, 0.16, 0.0), "fast": (0.11, 0.15, 0.0), "late": (0.0, 0.0, 1.0)}
    assert facts[ALL] == {NOBODY: (0.1, 0.16, 0.0), "fast": (0.045, 0.15, 0.5), "late": (0.04, 0.08, 0.5)}
    assert [one.answer for one in told["bounded"]] == [one.answer for one in told[ALL]] == ["late", "fast", NOBODY]


def test_that_no_gain_asked_for_means_no_worse_than_the_baseline(view):
    told = {one.answer: one.acceptable for one in regrets(view, Threshold(0.0, over_baseline=True))[ALL]}
    assert told == {NOBODY: 1.0, "fast": 5 / 6, "late": 5 / 6}
    assert most_gained(view) == pytest.approx(0.16)


@pytest.mark.parametrize(("lang", "said"), [
    ("en", "Acceptable: better than “No response” in the same future, by at least 5.0"),
    ("fr", "Acceptable\u202f: mieux que «\u202fAucune réponse\u202f» dans le même avenir, d’au moins 5,0"),
])  # fmt: skip
def test_that_the_table_of_regret_has_a_group_of_rows_for_each_rule(runs, lang, said):
    view = View(compare(runs, measure="harm"), Manner(words(lang)))
    shown = if_wrong(view, chosen(view, "q", {"good": "gain", "gain": "5"}).limit, Viewer(lang, "light"))[0]
    parts = list(elements(shown.tree))
    assert next(one for one in parts if one["tag"] == "p")["inside"][0].startswith(said)
    assert [sum(one["tag"] == tag for one in parts) for tag in ("tbody", "tr")] == [3, 1 + 3 * (1 + 3)]


def elements(tree):
    """An element of markup and all that stand in it."""
    yield tree
    for one in tree["inside"]:
        if isinstance(one, dict):
            yield from elements(one)


def test_that_an_address_that_asks_for_what_is_not_there_gets_the_usual(view):
    usual = chosen(view, "q", {})
    odd = chosen(view, "q", {"arm": "nobody", "threshold": "inf", "across": "nothing", "up": "reach"})
    assert odd == usual
    assert (usual.arm, usual.across, usual.up) == ("late", "harm", "cost")
    assert usual.threshold == view.found.mean("none", "harm")
    assert chosen(view, "q", {"arm": "fast", "threshold": "25"}).limit == Threshold(0.25)
    assert chosen(view, "q", {"good": "gain", "gain": "1.5"}).limit == Threshold(0.015, over_baseline=True)
    assert chosen(view, "q", {"good": "nonsense", "gain": "nan"}).limit == usual.limit


def test_that_colours_stay_with_their_answers_whatever_ranks_them(runs):
    by_harm, by_cost = (View(compare(runs, measure=name), Manner(words("en"))) for name in ("harm", "cost"))
    assert by_harm.others != by_cost.others
    assert [by_harm.place(arm) for arm in ("none", "fast", "late")] == [
        by_cost.place(a) for a in ("none", "fast", "late")
    ]
    assert by_harm.place("none") < 0


def test_that_a_later_answer_is_later_in_all_its_plans():
    assert shifted("label+fast_statement-facts", 6) == "label@6+fast_statement-facts@6"
    question = Question(words=("scenario=embassy_rumour",), arms=("none", "label"), seeds=3)
    assert later(question, "none", "label", (1, 6)).arms == ("none", "label", "label@1", "label@6")
    assert later(question, "none", "label", (1, 6)).seeds == 3


def test_that_a_label_is_told_without_its_explanation():
    assert shortened("Late and complete: one statement after twelve hours") == "Late and complete"
    assert shortened("Vite et franchement\u202f: « on ne sait pas »") == "Vite et franchement"
    assert shortened("No response") == "No response"
