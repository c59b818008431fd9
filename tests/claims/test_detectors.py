"""Detectors raise the alarm on an operation, not on a quiet day, and change nothing by looking."""

from __future__ import annotations

import numpy as np
import pytest

from sim import catalogue
from sim.state.snapshot import take
from sim.state.timeline import Condition

DETECTORS = catalogue.names("detectors")
SEEDS = (1, 2, 3)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("detector", DETECTORS)
def test_that_a_flood_is_noticed_within_hours(live, rumour, detector, seed):
    world = live(rumour, seed=seed)
    assert world.clock.hour_of(world.alerts[detector]) <= 6.0
    assert world.journal.happened("alert", detector)


@pytest.mark.parametrize("detector", DETECTORS)
def test_that_nothing_is_noticed_where_nobody_posts_the_claim(live, detector):
    assert detector not in live(()).alerts


@pytest.mark.parametrize("detector", DETECTORS)
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
    assert all(np.array_equal(seen[name], array) for name, array in unseen.items())


def test_that_a_plan_may_wait_for_an_alert(live, does, rumour):
    world = live(rumour, (does("statement", at=None, by="embassy", when=Condition(alert="z_score", delay=2.0)),))
    assert world.ledger.first_statement_hour == pytest.approx(
        world.clock.hour_of(world.alerts["z_score"]) + 2.0, abs=0.3
    )
