"""Money runs out on either side: operations stop, measures are refused, and staff do one thing after another."""

from __future__ import annotations

import numpy as np
import pytest

from sim.state.timeline import Condition


def begun(world, name: str) -> float:
    """Scenario hour at which an entry began."""
    return next(row[1] for row in world.journal.rows if row[2] == "begin" and row[3] == name)


def by_bots(world) -> int:
    """Posts and reshares of the operation's bots."""
    return sum(
        int(np.isin(table.column("author"), world.named["bots"]).sum()) for table in (world.originals, world.reshares)
    )


def test_that_an_operation_pays_for_each_act_and_stops_when_its_money_is_gone(live, rumour):
    free, poor = live(rumour), live(rumour, budget=1.0)
    assert free.operations.spent[0] == pytest.approx(0.0056 * by_bots(free))
    assert by_bots(free) > by_bots(poor) == int(1.0 / 0.0056)
    assert poor.operations.spent[0] <= 1.0
    assert poor.ledger.money == 0.0


def test_that_a_budget_that_is_never_spent_changes_nothing_else(live, rumour):
    assert (live(rumour).accounts.belief == live(rumour, budget=1e6).accounts.belief).all()


def test_that_another_operation_than_its_actors_may_pay(live, does):
    world = live((does("publish", by="karsk", posts=3, operation="operation"),))
    assert world.operations.spent[0] == 6.0
    assert live((does("publish", by="karsk", posts=3),)).operations.spent[0] == 0.0


def test_that_the_own_side_pays_for_what_its_own_accounts_do(live, does):
    assert live((does("publish", by="embassy", posts=3),)).ledger.money == 6.0


def test_that_a_stronger_entry_acts_more_often(prepare, does):
    acts = []
    for strength in (0.0, 1.0, 3.0):
        model = prepare((does("flood", hours=12.0, by="bots", rate=12.0),), hours=12.0)
        model.world.timeline[0].strength = strength
        model.run_until_end()
        acts.append(by_bots(model.world))
    assert acts[0] == 0
    assert acts[2] > 2 * acts[1] > 0


def test_that_a_measure_that_cannot_be_paid_for_is_refused(live, does, rumour):
    plan = (does("trusted_voice", at=1.0, by=""), does("trusted_voice", name="again", at=2.0, by=""))
    world = live(rumour, plan, money=2_500.0)
    assert world.ledger.money == 2_000.0
    assert world.journal.happened("begin", "trusted_voice")
    assert world.journal.happened("refused", "again")


def test_that_few_staff_do_one_measure_after_another(live, does, rumour):
    plan = tuple(does("statement", name=name, at=1.0, by="embassy") for name in ("first", "second"))
    world = live(rumour, plan, staff=2.0)  # a statement takes six hours of work
    assert begun(world, "first") == pytest.approx(4.0)
    assert begun(world, "second") == pytest.approx(7.0)
    assert begun(live(rumour, plan), "second") == 1.0


def test_that_what_a_trigger_calls_for_waits_for_a_decision(live, does, rumour):
    plan = (does("statement", at=None, by="embassy", when=Condition(measure="reach.papers", above=5.0)),)
    quick, slow = (live(rumour, plan, decision_hours=hours) for hours in (0.0, 5.0))
    assert begun(slow, "statement") == begun(quick, "statement") + 5.0
