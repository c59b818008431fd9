"""Moderation: what is reported waits for reviewers, decisions come late and are sometimes wrong, and they count."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from worlds import all_awake, pass_ticks, post, star, ties, world_of

from sim.day.believe import believe
from sim.day.deliver import deliver
from sim.day.moderate import moderate, open_cases
from sim.day.rank import rank
from sim.day.see import see
from sim.day.share import share
from sim.state.codes import Decision, Label, Stance
from sim.state.world import World

CASES = 400


def reported_world(*, posts: int = CASES, honest: bool = False, **platform: Any) -> World:
    """A world in which many posts on a false claim (or honest denials of it) are reported at once."""
    certain = {"reviewers": 4, "reviews_per_hour": 20.0, "decision_delay": 1.0, "decision_spread": 0.0,
               "wrong_action": 0.0, "appeal_success": 0.0}  # fmt: skip
    world = world_of(ties(posts), claims=1, **(certain | platform))
    post(world, np.arange(posts), claim=0, stance=Stance.DENY if honest else Stance.SUPPORT)
    world.clock.tick = 1
    open_cases(world, np.arange(1, posts + 1, dtype=np.int32))
    return world


def moderated(hours: float, **told: Any) -> World:
    world = reported_world(**told)
    pass_ticks(world, round(hours * 4), (moderate,))
    return world


def decisions(world: World) -> np.ndarray:
    return world.cases.column("decision")


def delay(world: World) -> float:
    cases = world.cases
    return float((cases.column("decided") - cases.column("opened")).mean())


def test_that_more_reviewers_decide_sooner():
    delays = [delay(moderated(60.0, reviewers=reviewers)) for reviewers in (1, 2, 4, 8)]
    backlog = [CASES / 2 / 20.0 / reviewers for reviewers in (1, 2, 4, 8)]  # half of the work is before the mean case
    assert delays == pytest.approx([1.0 + wait for wait in backlog], rel=0.12)


def test_that_nothing_is_decided_without_reviewers():
    world = moderated(60.0, reviewers=0)
    assert set(decisions(world)) == {Decision.WAITING}


def test_that_decisions_take_their_median_delay_and_spread():
    world = moderated(900.0, reviewers=400, reviews_per_hour=1e4, decision_delay=12.0, decision_spread=1.2, posts=4000)
    hours = world.cases.column("decided") - world.cases.column("started")
    assert np.median(hours) == pytest.approx(12.0, rel=0.08)  # A88
    assert np.log(hours).std() == pytest.approx(1.2, rel=0.05)


def test_that_a_decision_counts_from_its_hour_on():
    world = moderated(0.5, decision_delay=2.0)
    assert set(decisions(world)) == {Decision.WAITING}
    pass_ticks(world, 4 * 12, (moderate,))
    assert set(decisions(world)) == {Decision.LABELLED}
    assert (world.posts.column("label") == Label.WARNING).all()


@pytest.mark.parametrize(
    ("action", "decision", "column", "value"),
    [
        ("label", Decision.LABELLED, "label", Label.WARNING),
        ("downrank", Decision.DOWNRANKED, "downrank", math.log(0.2)),
        ("remove", Decision.REMOVED, "removed", 1),
        ("none", Decision.KEPT, "removed", 0),
    ],
)
def test_that_a_violating_post_gets_what_the_platform_does(action, decision, column, value):
    world = moderated(12.0, moderation_action=action)
    assert set(decisions(world)) == {decision}
    assert world.posts.column(column) == pytest.approx(value)
    assert (world.ledger.removals, world.ledger.wrongful_removals) == (CASES if action == "remove" else 0, 0)


def test_that_honest_posts_are_kept():
    world = moderated(12.0, honest=True, moderation_action="remove")
    assert set(decisions(world)) == {Decision.KEPT}
    assert not world.posts.column("removed").any()


def test_that_some_decisions_are_wrong_and_some_of_those_are_reversed():
    world = moderated(60.0, honest=True, moderation_action="remove", posts=4000, reviewers=200,
                      wrong_action=0.05, appeal_success=0.3)  # fmt: skip
    wrongful, upheld = world.ledger.wrongful_removals, world.ledger.appeals_upheld
    assert wrongful / 4000 == pytest.approx(0.05, abs=3 * math.sqrt(0.05 * 0.95 / 4000))  # C4
    assert upheld / wrongful == pytest.approx(0.3, abs=3 * math.sqrt(0.3 * 0.7 / wrongful))
    assert world.posts.column("removed").sum() == wrongful - upheld


def test_that_appeals_take_a_day():
    world = moderated(20.0, honest=True, moderation_action="label", wrong_action=1.0, appeal_success=1.0)
    assert (world.posts.column("label") == Label.WARNING).all()
    pass_ticks(world, 4 * 20, (moderate,))
    assert (world.posts.column("label") == Label.NONE).all()
    assert world.ledger.voices_lowered == world.ledger.appeals_upheld == CASES


def test_that_the_most_seen_posts_are_reviewed_first():
    world = reported_world(posts=50, reviewers=1)
    world.cases.priority[:50] = np.arange(50)[::-1]
    pass_ticks(world, 4 * 12, (moderate,))
    assert (np.diff(world.cases.column("started")) > 0).all()


def test_that_a_post_is_one_case_however_often_it_is_reported():
    world = moderated(12.0)
    open_cases(world, np.array([1, 1, 2, 3], np.int32))
    assert len(world.cases) == CASES


def test_that_a_label_reaches_those_who_read_later():
    world = world_of(star(2001), claims=1, report_rate=0.01, reviewers=5, reviews_per_hour=1000.0,
                     decision_delay=0.01, decision_spread=0.0, wrong_action=0.0)  # fmt: skip
    day = (all_awake, rank, see, believe, share, deliver, moderate)
    post(world, 0, claim=0, stance=Stance.SUPPORT)
    world.clock.tick = 1
    late = world.inbox.lines[1001:].copy()
    world.inbox.lines[1001:] = 0  # half of them come later
    pass_ticks(world, 1, day)
    world.inbox.lines[1001:] = late
    pass_ticks(world, 1, day)
    warned = world.accounts.warned[1:, 0] == 1
    assert not warned[:1000].any()
    assert warned[1000:].mean() == pytest.approx(0.6, abs=0.05)  # C5: who notices a warning


def test_that_a_removed_post_is_neither_seen_nor_passed_on():
    world = moderated(12.0, moderation_action="remove")
    world.drafts.append(1, author=7, act=1, parent=1)
    deliver(world)
    assert world.posts.last == CASES
    assert world.reshares.n == 0
