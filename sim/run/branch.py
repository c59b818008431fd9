"""Branch: from an hour of one run another line, with other entries on the timeline from then on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sim.ground.problems import Problem, raise_if_any
from sim.results import RunResult
from sim.run import checkpoints
from sim.run.job import Job
from sim.run.one import answer
from sim.run.progress import Logged, Progress
from sim.scenario import EntrySpec
from sim.settings import Settings

if TYPE_CHECKING:
    from sim.model import Model

ADVICE = "Between a run and its fork only entries may differ that begin later."


def fork(original: Settings, changed: Settings, at_hour: float, *, progress: Progress | None = None) -> RunResult:
    """Run the changed settings from the state in which the original stood at an hour.

    Only timeline and response may differ, and only in what begins at that hour or later. A stored
    checkpoint of the original (`execution.keep_checkpoints`) saves time; what is missing up to that hour
    is played again, with the same bits.
    """
    raise_if_any(_unforkable(original, changed, at_hour))
    heard = progress or Logged()
    parent = Job(original, original.run_id())
    name = f"{changed.run_id()} from {parent.id} at {at_hour!r}"
    job = Job(
        changed,
        hashlib.blake2b(name.encode(), digest_size=8).hexdigest(),
        start=lambda model: _branch_off(parent, model, at_hour, heard),
        facts={"forked_from": {"id": parent.id, "hour": at_hour}},
    )
    return answer(job, progress=heard)


def _branch_off(parent: Job, branch: Model, at_hour: float, progress: Progress) -> None:
    """Bring the branch's model to the state of its parent at the hour."""
    from sim.model import Model
    from sim.state import snapshot

    model = Model(parent.settings)
    model.keep_records()
    tick = model.world.clock.tick_of(at_hour)
    if found := checkpoints.newest(parent.kept, progress, until=tick):
        snapshot.put(model.world, found.arrays, found.scalars)
    clock = model.world.clock
    while clock.tick < tick:
        model.step()
        progress.at(f"{parent.name}, again", clock.tick, tick)
    begun = {entry.name for entry in model.world.timeline if entry.begun >= 0}
    raise_if_any(_changed(parent.settings, branch.settings, begun, f"had begun by hour {at_hour:g}"))
    snapshot.put(branch.world, *snapshot.take(model.world))


def _unforkable(original: Settings, changed: Settings, at_hour: float) -> list[Problem]:
    """What differs between the two that a fork at this hour cannot change any more."""
    before, after = ({**one.question(), "response": {}} for one in (original, changed))
    for asked in (before, after):
        del asked["scenario"]["timeline"]
    found = [Problem(part, "differs from the run it forks", advice=ADVICE) for part in before
             if before[part] != after[part]]  # fmt: skip
    entries = [entry for one in (original, changed) for entry in _entries(one).values()]
    early = {entry.name for entry in entries if entry.at is not None and not entry.since and entry.at < at_hour}
    return found + _changed(original, changed, early, f"was due before hour {at_hour:g}")


def _changed(original: Settings, changed: Settings, names: Iterable[str], when: str) -> list[Problem]:
    """A problem for each of these entries that is not the same in both."""
    before, after = _entries(original), _entries(changed)
    different = sorted(name for name in names if before.get(name) != after.get(name))
    return [Problem(f"entry {name}", f"differs from the run it forks, and {when}", advice=ADVICE) for name in different]


def _entries(settings: Settings) -> dict[str, EntrySpec]:
    return {entry.name: entry for entry in (*settings.scenario.timeline, *settings.plan.entries)}
