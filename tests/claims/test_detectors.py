"""Detectors raise the alarm on an operation, not on a quiet day, and change nothing by looking."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest

from sim import catalogue
from sim.day.measure import final
from sim.metrics.roc import area_under_roc
from sim.scenario import ClaimSpec
from sim.state.snapshot import take
from sim.state.timeline import Condition

DETECTORS = catalogue.names("detectors")
COUNTING = ("z_score", "cusum", "sta_lta")  # what is posted on a claim
SEEDS = (1, 2, 3)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("detector", COUNTING)
def test_that_a_flood_is_noticed_within_hours(live, rumour, detector, seed):
    world = live(rumour, seed=seed)
    assert world.clock.hour_of(world.alerts[detector]) <= 6.0
    assert world.alerts[f"{detector}.papers"] == world.alerts[detector]
    assert world.journal.happened("alert", detector)


def planted(world, named):
    """Precision and recall of some accounts against the bots of the operation."""
    bots = world.named["bots"]
    right = len(np.intersect1d(named, bots))
    return right / len(named), right / len(bots)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_accounts_that_act_together_are_named_and_few_others(live, rumour, seed):
    world = live(rumour, seed=seed, share_rate=0.05)  # so that many others reshare too
    suspects = world.suspects
    named = suspects.column("account")[suspects.column("accused") == 1]
    precision, recall = planted(world, named)
    assert precision >= 0.9  # A114: 0.95 to 0.96
    assert recall >= 0.8
    assert "coordination" not in live((), seed=seed, share_rate=0.05).alerts


def test_that_a_rise_of_hate_is_noticed_for_those_whom_it_strikes(live, does):
    quiet, struck = live(()), live((does("identity_harassment", hours=12.0, by="trolls", audience="velmora"),))
    assert "hate_rise" not in quiet.alerts
    assert struck.clock.hour_of(struck.alerts["hate_rise"]) <= 4.0
    assert COUNTING[0] not in struck.alerts  # nothing was claimed


def test_that_each_alarm_takes_staff_hours(live, rumour):
    watched, alone = live(rumour), live(rumour, watched=False)
    alarms = [row[3] for row in watched.journal.rows if row[2] == "alert"]
    taken = {module.__name__.rpartition(".")[2]: params.staff for module, params in watched.ideas.detectors}
    assert watched.ledger.staff_hours - alone.ledger.staff_hours == pytest.approx(sum(taken[one] for one in alarms))


# What nobody outside can see. Which country or segment somebody is abused for stands in the abuse.
HIDDEN = {
    "accounts": ("kind", "operation", "opinion", "group", "source", "literacy", "susceptibility", "belief", "prior",
                 "anchor", "gain", "corrected", "heard", "harassment", "trust_for", "trust_against", "sessions"),
    "claims": ("true", "appeal"),
}  # fmt: skip


@pytest.mark.parametrize("detector", DETECTORS)
def test_that_what_is_hidden_changes_no_alert(prepare, does, rumour, detector):
    story = (*rumour, does("identity_harassment", hours=12.0, by="trolls", audience="velmora"))
    found = []
    for shuffled in (False, True):
        world = (model := prepare(story)).world
        while world.clock.hour < 9.0:
            model.step()
        if shuffled:
            other = np.roll(np.arange(world.n), 7)
            for name in HIDDEN["accounts"]:
                world.accounts.column(name)[:] = world.accounts.column(name)[other]
            for name in HIDDEN["claims"]:
                world.claims.column(name)[:] = 1 - world.claims.column(name)
            world.timeline.clear()
        module, params = next(one for one in world.ideas.detectors if one[0].__name__.endswith(f".{detector}"))
        look = module.watch(world, params)
        found.append([column.tolist() for column in vars(look).values()])
    assert found[0] == found[1]
    assert sum(found[0][0]) != 0.0


@pytest.mark.parametrize("detector", DETECTORS)
def test_that_nothing_is_noticed_where_nobody_posts_the_claim(live, detector):
    assert detector not in live(()).alerts


@pytest.mark.parametrize("detector", COUNTING)
def test_that_a_weaker_operation_is_noticed_later_or_never(live, does, detector):
    hours = []
    for rate in (12.0, 1.0):
        world = live((does("flood", hours=24, by="bots", rate=rate),))
        hours.append(world.clock.hour_of(world.alerts.get(detector, world.clock.last_tick)))
    assert hours[0] < hours[1]


def test_that_watching_changes_nobody(live, rumour):
    watched, alone = live(rumour), live(rumour, watched=False)
    assert alone.alerts == {}
    seen, unseen = take(watched)[0], take(alone)[0]
    assert {name for name in seen if name not in unseen} == {name for name in seen if "detectors/" in name}
    kept = {name: array for name, array in unseen.items() if not name.startswith(("sightings/", "suspects/"))}
    assert all(np.array_equal(seen[name], array) for name, array in kept.items())


def test_that_a_plan_may_wait_for_an_alert(live, does, rumour):
    world = live(rumour, (does("statement", at=None, by="embassy", when=Condition(alert="z_score", delay=2.0)),))
    assert world.ledger.first_statement_hour == pytest.approx(
        world.clock.hour_of(world.alerts["z_score"]) + 2.0, abs=0.3
    )


def test_that_a_plan_may_wait_for_an_alert_on_one_claim(live, does, rumour):
    waits = {claim: Condition(alert="z_score", claim=claim) for claim in ("papers", "another")}
    plans = {claim: (does("statement", at=None, by="embassy", when=when),) for claim, when in waits.items()}
    began = {claim: live(rumour, plan).journal.happened("begin", "statement") for claim, plan in plans.items()}
    assert began == {"papers": True, "another": False}


def test_that_warnings_of_a_flood_are_right_early_and_find_the_bots(live, rumour):
    told = final(live(rumour, share_rate=0.05))
    assert told["alarm_precision.coordination"] >= 0.9
    assert told["alarm_recall.coordination"] >= 0.8
    assert told["roc.coordination"] >= 0.9  # A114: 0.94
    for detector in COUNTING:
        assert told[f"alarm_precision.{detector}"] == told[f"alarm_recall.{detector}"] == 1.0
        assert told[f"false_alarms_per_week.{detector}"] == 0.0
        assert told[f"detection_lead.{detector}.half"] > 3.0
        assert told[f"detection_lead.{detector}.peak"] >= 0.0


def test_that_alarms_about_nothing_are_false(live, does):
    # the truth breaks: many post, and no operation is at work
    truth = ClaimSpec("papers", true=True, appeal=2.0)
    story = tuple(does("publish", at=float(hour), by="courier", posts=12) for hour in (2, 14))
    story = tuple(dataclasses.replace(one, name=f"news{number}") for number, one in enumerate(story))
    told = final(live(story, claim=truth))
    assert told["false_alarms_per_week.z_score"] > 0.0
    assert told["alarm_precision.z_score"] == 0.0
    assert math.isnan(told["alarm_recall.z_score"])
    assert math.isnan(told["roc.z_score"])


def test_that_the_area_under_the_roc_curve_is_the_share_of_pairs_in_the_right_order():
    score, positive = np.array([0.0, 1.0, 1.0, 2.0]), np.array([False, False, True, True])
    assert area_under_roc(score, positive) == (0.5 + 1 + 1 + 1) / 4
