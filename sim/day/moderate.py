"""Moderate: reported and flagged posts wait for a reviewer; decisions take time and are sometimes wrong (C4)."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable

import numpy as np

from sim.ground.types import F64, AnyArray
from sim.state.codes import Act, Decision, Label, Status
from sim.state.reports import open_cases, violating
from sim.state.world import World

Service = Callable[[int], float]  # hours that the review of a case takes

DOWNRANK = math.log(0.2)  # A83
STRIKES = 3  # C4: removals of posts that cost an account its place
APPEAL_DELAY = 24.0  # h, assumed
MOST_WRONG = 0.5  # assumed: under however many false reports, half of the decisions are still right
ACTIONS = {
    "label": Decision.LABELLED,
    "downrank": Decision.DOWNRANKED,
    "remove": Decision.REMOVED,
    "none": Decision.KEPT,
}


def moderate(world: World) -> None:
    """Let the classifier flag new posts, reviewers take cases; apply decisions that are due, hear appeals."""
    cases, clock = world.cases, world.clock
    if world.platform.flag_share > 0.0:
        _flag_new_posts(world)
    if not cases.n:
        return
    free = world.memory.setdefault("moderate/free", np.full(world.platform.reviewers, -np.inf))
    until = clock.hour + clock.hours_per_tick
    waiting = np.flatnonzero(np.isinf(cases.column("started")))
    if len(waiting) and len(free):
        serve(waiting, cases.opened, -(cases.priority + cases.pressure).astype(np.float64), (free, cases.started),
              lambda case: _review_hours(world, case), until)  # fmt: skip
        taken = waiting[np.isfinite(cases.started[waiting])]
        cases.decided[taken] = cases.started[taken] + _decision_delay(world, taken)
    undecided = cases.column("decision") == Decision.WAITING
    _decide(world, np.flatnonzero(undecided & (cases.column("decided") <= until)))
    _hear_appeals(world, until)


def _flag_new_posts(world: World) -> None:
    """The classifier reads a share of this tick's posts on claims; it finds some violations, and errs on others."""
    posts, platform = world.posts, world.platform
    ids = world.here(np.arange(posts.first_since(world.clock.tick), posts.last + 1))
    rows = posts.rows(ids)
    told = (posts.claim[rows] >= 0) & (posts.act[rows] != Act.RESHARE)
    ids, rows = ids[told], rows[told]
    author, key = posts.author[rows], posts.key[rows]
    read = world.draws.uniform("classifier reads", 0, author, key) < platform.flag_share
    chance = np.where(violating(world, rows), platform.flag_recall, platform.flag_false_alarm)
    open_cases(world, ids[read & (world.draws.uniform("classifier flags", 0, author, key) < chance)])


def serve(waiting: AnyArray, opened: F64, rank: F64, desk: tuple[F64, F64], service: Service,
          until: float) -> None:  # fmt: skip
    """Serve a priority queue with C reviewers until an hour: M/M/C when arrivals and `service` are exponential.

    `waiting` are case numbers; `opened` their hours of arrival; a lower `rank` goes first. `desk` is
    (hour at which each reviewer is free, hour at which each case was started): both are written.
    """
    free, started = desk
    arrivals = waiting[np.lexsort((waiting, opened[waiting]))].tolist()[::-1]
    ready: list[tuple[float, float, int]] = []
    while arrivals or ready:
        reviewer = int(np.argmin(free))
        now = free[reviewer] if ready else max(free[reviewer], opened[arrivals[-1]])
        if now >= until:
            return
        while arrivals and opened[arrivals[-1]] <= now:
            case = arrivals.pop()
            heapq.heappush(ready, (float(rank[case]), float(opened[case]), case))
        case = heapq.heappop(ready)[2]
        started[case] = max(now, opened[case])
        free[reviewer] = started[case] + service(case)


def _review_hours(world: World, case: int) -> float:
    author, key = _name(world, np.array([case]))
    luck = world.draws.uniform("review time", 0, author, key)[0]
    return -math.log(1.0 - luck) / world.platform.reviews_per_hour


def _decision_delay(world: World, cases: AnyArray) -> F64:
    """Hours from review to effect: lognormal identification delay (A88)."""
    author, key = _name(world, cases)
    spread = world.platform.decision_spread * world.draws.normal("decision delay", 0, author, key)
    return np.array([world.platform.decision_delay * math.exp(value) for value in spread])


def _name(world: World, cases: AnyArray) -> tuple[AnyArray, AnyArray]:
    """Author and key of the post name a case the same way in every arm."""
    return world.cases.author[cases], world.cases.key[cases]


def _decide(world: World, due: AnyArray) -> None:
    cases, ledger = world.cases, world.ledger
    wanted = ACTIONS[world.platform.moderation_action]
    for case in due.tolist():
        author, key = _name(world, np.array([case]))
        wrong = world.draws.uniform("wrong decision", 0, author, key)[0] < _error(world, case)
        act = bool(cases.violating[case]) != wrong and wanted != Decision.KEPT
        cases.decision[case] = wanted if act else Decision.KEPT
        if not act:
            continue
        _apply(world, int(cases.post[case]), wanted)
        removed = wanted == Decision.REMOVED
        if cases.violating[case]:
            ledger.removals += int(removed)
            _strike(world, int(cases.author[case]), int(removed))
        else:
            ledger.wrongful_removals += int(removed)
            ledger.voices_lowered += int(not removed)


def _error(world: World, case: int) -> float:
    """Chance of a wrong decision: many reports on what breaks no rule lead reviewers astray."""
    usual = world.platform.wrong_action
    if world.cases.violating[case] or not world.cases.pressure[case]:
        return usual
    return min(MOST_WRONG, usual * (1.0 + math.log(1.0 + float(world.cases.pressure[case]))))


def _strike(world: World, author: int, count: int) -> None:
    """Book a strike; the third suspends (C4)."""
    accounts = world.accounts
    accounts.strikes[author] = min(255, int(accounts.strikes[author]) + count)
    if accounts.strikes[author] >= STRIKES:
        accounts.status[author] = Status.SUSPENDED


def _apply(world: World, post: int, decision: Decision) -> None:
    """Put a decision into force on an original that feeds may still show; KEPT takes all measures back."""
    posts = world.posts
    if post < posts.alive_from:
        return
    row = post & posts.mask
    if decision == Decision.LABELLED:
        posts.put_label(row, Label.WARNING)
    elif decision == Decision.DOWNRANKED:
        posts.lower(row, posts.downrank[row] + DOWNRANK)
    elif decision == Decision.REMOVED:
        posts.removed[row] = 1
    else:
        posts.removed[row] = 0
        posts.put_label(row, Label.NONE)
        posts.lower(row, 0.0)


def _hear_appeals(world: World, until: float) -> None:
    """Authors of wrongly treated posts appeal; a share of the errors is reversed."""
    cases = world.cases
    acted = cases.column("decision") > Decision.KEPT
    wronged = acted & (cases.column("violating") == 0) & (cases.column("appealed") == 0)
    for case in np.flatnonzero(wronged & (cases.column("decided") + APPEAL_DELAY <= until)).tolist():
        author, key = _name(world, np.array([case]))
        cases.appealed[case] = 1
        if world.draws.uniform("appeal", 0, author, key)[0] < world.platform.appeal_success:
            world.ledger.appeals_upheld += 1
            _apply(world, int(cases.post[case]), Decision.KEPT)
