"""Fork: from an hour of one run another line, with other entries on the timeline from then on."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sim.ground.problems import Problem, raise_if_any
from sim.results import RunResult
from sim.run import checkpoints
from sim.run.job import Job
from sim.run.one import answer
from sim.run.progress import Logged, Progress
from sim.settings import Settings

if TYPE_CHECKING:
    from sim.model import Model


def fork(
    original: Settings, changed: Settings, at_hour: float, *, progress: Progress | None = None
) -> RunResult:
    """Run the changed settings from the state in which the original stood at an hour.

    Only timeline and response may differ, and only in what is due at that hour or later. A stored
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
    from sim.model import Model
    from sim.state import snapshot

    model = Model(parent.settings)
    clock = model.world.clock
    tick = clock.tick_of(at_hour)
    if found := checkpoints.newest(parent.kept, progress, until=tick):
        snapshot.put(model.world, found.arrays, found.scalars)
    clock = model.world.clock
    while clock.tick < tick:
        model.step()
        progress.at(f"{parent.name}, again", clock.tick, tick)
    snapshot.put(branch.world, *snapshot.take(model.world))


def _unforkable(original: Settings, changed: Settings, at_hour: float) -> list[Problem]:
    """What differs between the two that a fork at this hour cannot change any more."""
    before, after = original.question(), changed.question()
    lines = [_due(asked, at_hour) for asked in (before, after)]
    for asked in (before, after):
        del asked["response"], asked["scenario"]["timeline"]
    parts = [part for part in before if before[part] != after[part]]
    names = sorted(name for name in lines[0] | lines[1] if lines[0].get(name) != lines[1].get(name))
    late = f"differs, and was due before hour {at_hour:g}"
    advice = "Only timeline and response may differ, in what is due later."
    return [
        *(Problem(part, "differs between the run and its fork", advice=advice) for part in parts),
        *(Problem(f"entry {name}", late, advice=advice) for name in names),
    ]


def _due(asked: dict[str, Any], at_hour: float) -> dict[str, Any]:
    entries = {**asked["scenario"]["timeline"], **asked["response"]["entries"]}
    return {name: entry for name, entry in entries.items() if entry.get("at", at_hour) < at_hour}
