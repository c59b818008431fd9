"""Partners who speak and act together: joint statements (C21), shared alerts, rehearsed plans (F07, F16, F19, F22)."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim.countermeasures.coalition import joint_weight, spanned
from sim.state.codes import Stance
from sim.state.deciding import pace
from sim.state.timeline import Condition

IDLE = [
    ("coalition", {"by": "embassy", "times": 0, "press": 0.0}),
    ("response_plan", {"by": "", "cut": 0.0, "exercises": 0}),
    ("alert", {"by": "", "partners": 0.0}),
]
ALONE = {"by": "embassy", "softening": 0.0}
MEMBERS = ("truthline", "courier")


def shift(world) -> float:
    """Mean change of belief in the claim among people, in log-odds."""
    people = world.accounts.people()
    return float((world.accounts.belief - world.accounts.prior)[people, 0].mean(dtype=np.float64))


def said(world) -> tuple[int, float]:
    """Tick of the first denial, and how firmly it argues."""
    first = int(np.flatnonzero(world.originals.column("stance") == Stance.DENY)[0])
    post = int(world.originals.post[first])
    return int(world.originals.tick[first]), float(world.posts.certainty[world.posts.rows(np.array([post]))[0]])


def begun(world, name: str) -> float:
    """Scenario hour at which an entry began."""
    return next(row[1] for row in world.journal.rows if row[2] == "begin" and row[3] == name)


@pytest.mark.parametrize(("do", "told"), IDLE)
def test_that_an_action_of_strength_zero_changes_no_bit(live, does, rumour, bits, do, told):
    plan = (does("statement", at=None, by="embassy", when=Condition(measure="reach.papers", above=5.0)),)
    idle = does(do, at=1, hours=12, name="idle", **told)
    assert bits(live(rumour, (*plan, idle), decision_hours=2.0)) == bits(live(rumour, plan, decision_hours=2.0))


def test_that_joint_voices_weigh_as_c21_says():
    """C21: the sum of tau_j 0.6^(j - 1), the most trusted first; never more than 1 / (1 - 0.6) times the best."""
    assert joint_weight([0.5]) == 0.5
    assert joint_weight([0.4, 0.8]) == pytest.approx(0.8 + 0.6 * 0.4)
    assert joint_weight([0.5] * 50) == pytest.approx(0.5 / 0.4)
    sums = [joint_weight([0.5] * m) for m in range(1, 6)]
    assert sums == sorted(sums)


def test_that_a_coalition_is_strongest_where_it_spans_the_camps():
    assert spanned([0, 0, 0], 0.5) == spanned([1, 1], 0.5) == 1.0
    assert spanned([0, 1], 0.5) == 1.5
    assert 1.0 < spanned([0, 0, 0, 1], 0.5) < 1.5


def test_that_one_member_alone_says_what_a_statement_says(live, does, rumour):
    joint = live(rumour, (does("coalition", at=2.0, **ALONE),))
    alone = live(rumour, (does("statement", at=2.0, by="embassy"),))
    assert said(joint) == (said(alone)[0], pytest.approx(1.0))
    assert shift(joint) == pytest.approx(shift(alone))


def test_that_a_joint_statement_weighs_more_and_reaches_more_but_comes_later(live, does, rumour):
    alone = live(rumour, (does("coalition", at=2.0, hours=20, **ALONE),))
    joint = live(rumour, (does("coalition", at=2.0, hours=20, lag=1.5, bridge=0.0, members=MEMBERS, **ALONE),))
    (first, weight), (later, heavier) = said(alone), said(joint)
    assert later - first == 2 * 6  # two further members, an hour and a half each
    assert heavier > 1.3 * weight
    reached = [int((world.accounts.denied[:, 0] > 0).sum()) for world in (alone, joint)]
    assert reached[1] > 1.3 * reached[0]
    assert shift(joint) < shift(alone)


def test_that_common_wording_costs_clarity(live, does, rumour):
    told = {"at": 2.0, "hours": 20, "by": "embassy", "lag": 0.0, "bridge": 0.0, "members": MEMBERS}
    clear, soft = (live(rumour, (does("coalition", softening=cost, **told),)) for cost in (0.0, 0.2))
    assert said(soft)[1] == pytest.approx(0.6 * said(clear)[1])
    assert shift(soft) > shift(clear)


def test_that_a_coalition_brings_what_is_true_into_the_press(live, does, claim):
    """F07: pick-up by the press, with more senders or none."""
    true = dataclasses.replace(claim, true=True)
    told = {"hours": 20, "by": "embassy", "members": ("truthline",)}
    counts = [live((), (does("coalition", press=press, **told),), claim=true, media=0.03).press.n
              for press in (0.0, 0.001)]  # fmt: skip
    assert counts[0] == 0
    assert counts[1] > 5


def test_that_a_rehearsed_plan_takes_time_out_of_every_decision(live, does, rumour):
    """C00159, C00222: ten hours become six with a plan, and fewer with exercises."""
    answer = does("statement", at=None, by="embassy", when=Condition(measure="reach.papers", above=5.0))
    plans = [(answer,), (does("response_plan", hours=24.0, cut=0.4), answer),
             (does("response_plan", hours=24.0, cut=0.4, exercises=2, lesson=0.5), answer)]  # fmt: skip
    hours = [begun(live(rumour, plan, decision_hours=10.0), "statement") for plan in plans]
    assert hours[0] - hours[1] == pytest.approx(4.0)
    assert hours[1] - hours[2] == pytest.approx(4.5)


def test_that_an_alert_saves_time_until_false_ones_have_tired_everybody(live, does, rumour, claim):
    """F04: an alarm costs credibility if it is false."""
    answer = does("statement", at=None, by="embassy", when=Condition(measure="reach.papers", above=5.0))
    alert = does("alert", at=-1.0, hours=24.0, by="", partners=1.0, cut=0.5, lag=0.5)
    false = tuple(does("alert", name=f"false_{n}", at=-2.8 + 0.4 * n, hours=0.25, by="", fatigue=0.5)
                  for n in range(2))  # fmt: skip
    alone, warned, tired = (begun(live(rumour, plan, decision_hours=10.0), "statement")
                            for plan in ((answer,), (alert, answer), (*false, alert, answer)))  # fmt: skip
    assert alone - warned == pytest.approx(5.0)
    assert warned < tired < alone


def test_that_only_false_alerts_tire(live, does, rumour):
    """One that came while an operation was at work was right."""
    right = does("alert", at=2.0, hours=2.0, by="")
    early = does("alert", at=-2.0, hours=1.0, by="")
    wrong = [int(live(rumour, (one,)).memory["false alarms"][0]) for one in (right, early)]
    assert wrong == [0, 1]


def test_that_what_was_agreed_ends_with_its_plan(live, does, rumour):
    world = live(rumour, (does("response_plan", hours=2.0), does("alert", hours=2.0, by="")), hours=6.0)
    assert pace(world) == 1.0


def test_that_alerts_and_plans_shorten_agreeing_too(live, does, rumour):
    joint = does("coalition", at=4.0, hours=20, lag=2.0, members=MEMBERS, **ALONE)
    plain, planned = (live(rumour, plan) for plan in ((joint,), (does("response_plan", hours=24.0, cut=0.5), joint)))
    assert said(plain)[0] - said(planned)[0] == 8


def test_that_a_warned_press_looks_twice(live, does, rumour):
    pitch = does("press_pickup", at=2, hours=20, by="bots", threshold=0.0, checks=0.0)
    warned = does("alert", hours=24.0, by="", partners=1.0, care=0.6, lag=0.0)
    alone, careful = (live((*rumour, pitch), plan, media=0.1).press.n for plan in ((), (warned,)))
    assert careful < 0.7 * alone
