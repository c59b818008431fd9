"""Moderate: reported and flagged posts wait for a reviewer; decisions take time and are sometimes wrong (C4)."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable

import numpy as np

from sim.ground.types import B8, F32, F64, AnyArray
from sim.state import sanctions
from sim.state.codes import Act, Decision, Label, Status
from sim.state.duties import Duty, duties, give_reasons
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
DONE = {Decision.LABELLED: "label", Decision.DOWNRANKED: "downrank", Decision.REMOVED: "remove"}


def moderate(world: World) -> None:
    """Let the classifier flag new posts, reviewers take cases; apply decisions that are due, hear appeals."""
    cases, clock = world.cases, world.clock
    if world.platform.flag_share > 0.0:
        _flag_new_posts(world)
    if not cases.n:
        return
    asked = duties(world)
    free = _desk(world, world.platform.reviewers + int(sum(duty.staff for duty in asked)))
    until = clock.hour + clock.hours_per_tick
    waiting = np.flatnonzero(np.isinf(cases.column("started")))
    if len(waiting) and len(free):
        serve(waiting, cases.opened, -_urgency(world, asked).astype(np.float64), (free, cases.started),
              lambda case: _review_hours(world, case), until)  # fmt: skip
        taken = waiting[np.isfinite(cases.started[waiting])]
        cases.decided[taken] = cases.started[taken] + _decision_delay(world, taken, asked)
    undecided = cases.column("decision") == Decision.WAITING
    _decide(world, np.flatnonzero(undecided & (cases.column("decided") <= until)), asked)
    _hear_appeals(world, until, asked)


def _urgency(world: World, asked: tuple[Duty, ...]) -> F32:
    """(case), by which the next to be reviewed is picked: views and reports, and what rules want to go first."""
    cases = world.cases
    urgency: F32 = cases.priority + cases.pressure
    for duty in asked:
        if duty.first != 1.0:
            urgency = np.where(duty.holds_for(cases.claim), (urgency + 1) * np.float32(duty.first), urgency)
    return urgency


def _desk(world: World, reviewers: int) -> F64:
    """(reviewer), the hour at which each is free; who joins begins now, and the last to come go first."""
    free = world.memory.setdefault("moderate/free", np.full(world.platform.reviewers, -np.inf))
    if len(free) != reviewers:
        joining = np.full(max(0, reviewers - len(free)), world.clock.hour)
        free = world.memory["moderate/free"] = np.append(free, joining)[:reviewers]
    return np.asarray(free)


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


def _decision_delay(world: World, cases: AnyArray, asked: tuple[Duty, ...]) -> F64:
    """Hours from review to effect: lognormal identification delay (A88), cut short by a legal clock."""
    author, key = _name(world, cases)
    spread = world.platform.decision_spread * world.draws.normal("decision delay", 0, author, key)
    hours = np.array([world.platform.decision_delay * math.exp(value) for value in spread])
    within, claims = world.cases.within[cases], world.cases.claim[cases]
    hours = np.where(within > 0, np.minimum(hours, within), hours)
    for duty in asked:
        hours = np.where(duty.holds_for(claims), np.minimum(hours, duty.within), hours)
    return hours


def _name(world: World, cases: AnyArray) -> tuple[AnyArray, AnyArray]:
    """Author and key of the post name a case the same way in every arm."""
    return world.cases.author[cases], world.cases.key[cases]


def _decide(world: World, due: AnyArray, asked: tuple[Duty, ...]) -> None:
    cases, ledger = world.cases, world.ledger
    haste = max((duty.wrong for duty in asked), default=1.0)
    for case in due.tolist():
        wanted = _action(world, case, asked)
        author, key = _name(world, np.array([case]))
        wrong = world.draws.uniform("wrong decision", 0, author, key)[0] < _error(world, case, haste)
        act = bool(cases.violating[case]) != wrong and wanted != Decision.KEPT
        cases.decision[case] = wanted if act else Decision.KEPT
        if not act:
            continue
        sanctions.on_case(world, DONE[wanted], sanctions.MODERATORS, case)
        _apply(world, int(cases.post[case]), wanted)
        removed = wanted == Decision.REMOVED
        if cases.violating[case]:
            ledger.removals += int(removed)
            _strike(world, case, int(removed))
        else:
            ledger.wrongful_removals += int(removed)
            ledger.voices_lowered += int(not removed)
    give_reasons(world, int(np.count_nonzero(cases.decision[due] != Decision.KEPT)))


def _action(world: World, case: int, asked: tuple[Duty, ...]) -> Decision:
    """What a post that breaks the rules gets: the strictest of what the platform does and rules in force ask for."""
    usual = ACTIONS[world.platform.moderation_action]
    told = (duty.action for duty in asked if duty.holds_for(world.cases.claim[case : case + 1])[0])
    return Decision(int(max(float(usual), *told, 0.0)))


def _error(world: World, case: int, haste: float) -> float:
    """Chance of a wrong decision: haste, and many reports on what breaks no rule, lead reviewers astray."""
    usual = min(max(MOST_WRONG, world.platform.wrong_action), world.platform.wrong_action * haste)
    if world.cases.violating[case] or not world.cases.pressure[case]:
        return usual
    return min(MOST_WRONG, usual * (1.0 + math.log(1.0 + float(world.cases.pressure[case]))))


def _strike(world: World, case: int, count: int) -> None:
    """Book a strike for the author of a case; the third suspends (C4)."""
    accounts, author = world.accounts, int(world.cases.author[case])
    accounts.strikes[author] = min(255, int(accounts.strikes[author]) + count)
    if accounts.strikes[author] >= STRIKES:
        if accounts.status[author] != Status.SUSPENDED:
            sanctions.on_case(world, "suspend", sanctions.MODERATORS, case)
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


def _hear_appeals(world: World, until: float, asked: tuple[Duty, ...]) -> None:
    """Authors of wrongly treated posts appeal; a share of the errors is reversed."""
    cases, platform = world.cases, world.platform
    delay = min((APPEAL_DELAY, *(duty.appeal_hours for duty in asked)))
    upheld = max((platform.appeal_success, *(duty.upheld for duty in asked)))
    acted = cases.column("decision") > Decision.KEPT
    heard = acted & (cases.column("appealed") == 0) & (cases.column("decided") + delay <= until)
    wronged = cases.column("violating") == 0
    for case in np.flatnonzero(heard & (wronged | _in_vain(world, heard & ~wronged, asked))).tolist():
        author, key = _name(world, np.array([case]))
        cases.appealed[case] = 1
        world.ledger.appeals += 1
        chance = upheld if wronged[case] else platform.wrong_action
        if world.draws.uniform("appeal", 0, author, key)[0] < chance:
            world.ledger.appeals_upheld += 1
            sanctions.on_case(world, "restore", sanctions.APPEAL, case)
            _apply(world, int(cases.post[case]), Decision.KEPT)


def _in_vain(world: World, rightly: B8, asked: tuple[Duty, ...]) -> B8:
    """Which of those rightly acted on appeal too, where a rule invites them to."""
    appeal = np.zeros(len(rightly), np.bool_)
    share, rows = max((duty.vain for duty in asked), default=0.0), np.flatnonzero(rightly)
    if share:
        appeal[rows] = world.draws.uniform("appeal in vain", 0, *_name(world, rows)) < share
    return appeal
