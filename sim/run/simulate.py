"""Simulate: step a model to its end, leave checkpoints on the way, and write down what came out."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from time import perf_counter
from typing import TYPE_CHECKING, Any

from sim.ground.problems import raise_if_any
from sim.results import Outcome, machine, peak_memory_mb, versions, write_run
from sim.run import checkpoints
from sim.run.checkpoints import Checkpoint
from sim.run.job import Job
from sim.run.progress import Progress

if TYPE_CHECKING:
    from sim.model import Model

COUNTED = ("visits", "exposures", "deliveries")


@dataclass
class Work:
    """What a run has cost so far, over all its sittings; lost work of a killed sitting is not in it."""

    started: str
    sittings: int = 1
    build: float = 0.0  # seconds, as the next two
    simulate: float = 0.0
    checkpoint: float = 0.0
    peak_memory_mb: float = 0.0


def simulate(job: Job, progress: Progress) -> None:
    """Carry a job out from where it stands to a finished run on disk."""
    model, work = _begin(job, progress)
    _step_through(job, model, work, progress)
    raise_if_any(problem for table in model.world.stores().values() for problem in getattr(table, "problems", list)())
    for name, spent in model.cost_of_own().items():
        progress.say(f"{job.name}: own {name} took {spent}")
    write_run(job.place, _outcome(job, model), _manifest(job, model, work))


def checkpoint_of(model: Model, work: Work) -> Checkpoint:
    """The state of a model between two ticks."""
    from sim.state import snapshot

    arrays, scalars = snapshot.take(model.world)
    return Checkpoint(model.world.clock.tick, arrays, scalars, asdict(work))


def _begin(job: Job, progress: Progress) -> tuple[Model, Work]:
    from sim.model import Model
    from sim.state import snapshot

    began = perf_counter()
    found = checkpoints.newest(job.partial, progress)
    model = Model(job.settings, own=job.own)
    model.keep_records()
    work = Work(datetime.now(UTC).isoformat(timespec="seconds"))
    if found is not None:
        snapshot.put(model.world, found.arrays, found.scalars)
        work = Work(**found.work)
        work.sittings += 1
        progress.say(f"{job.name}: continued from hour {model.world.clock.hour:g}")
    elif job.start is not None:
        job.start(model)
    work.build += perf_counter() - began
    return model, work


def _step_through(job: Job, model: Model, work: Work, progress: Progress) -> None:
    clock, wanted = model.world.clock, job.settings.execution
    kept = {clock.tick_of(hour) for hour in wanted.keep_checkpoints}
    began = saved = perf_counter()
    while clock.tick < clock.last_tick:
        if clock.tick in kept:
            checkpoints.save(job.kept, checkpoint_of(model, work))
        model.step()
        progress.at(job.name, clock.tick, clock.last_tick)
        now = perf_counter()
        if wanted.checkpoint_seconds and now - saved >= wanted.checkpoint_seconds:
            work.simulate += now - began
            work.peak_memory_mb = max(work.peak_memory_mb, peak_memory_mb())
            checkpoints.save(job.partial, checkpoint_of(model, work))
            checkpoints.forget_old(job.partial)
            began = saved = perf_counter()
            work.checkpoint += saved - now
    work.simulate += perf_counter() - began
    work.peak_memory_mb = max(work.peak_memory_mb, peak_memory_mb())


def _outcome(job: Job, model: Model) -> Outcome:
    from sim.state import recorded, trees

    world = model.world
    cascades = trees.summary(world)
    return Outcome(
        settings=job.settings.as_dict(),
        series=world.measured,
        final=model.outcomes(),
        events=world.journal.rows,
        cascades=cascades,
        records=recorded.tables(world, cascades),
    )


def _manifest(job: Job, model: Model, work: Work) -> dict[str, Any]:
    settings, world, asked = job.settings, model.world, job.settings.question()
    counts = {name: world.tallies.total(name) for name in world.tallies.TOTALS}
    return {
        "id": job.id,
        "scenario": settings.scenario.name,
        "response": settings.response,
        "response_label": settings.plan.label.en,
        "response_labels": asdict(settings.plan.label),
        "seed": settings.seed,
        **job.facts,
        "facts": settings.facts(),
        "code": asked["code"],
        "inputs": {key: asked["graph"][key] for key in ("file", "nodes")},  # hashes of what lies outside
        "assumed": list(settings.assumed()),
        "metrics": _cards(world.ideas.metrics),
        "versions": versions(),
        "machine": machine(),
        "threads": settings.execution.threads,
        "sittings": work.sittings,
        "times": {
            "started": work.started,
            "finished": datetime.now(UTC).isoformat(timespec="seconds"),
            "seconds": round(work.build + work.simulate + work.checkpoint, 3),
            "build": round(work.build, 3),
            "simulate": round(work.simulate, 3),
            "checkpoint": round(work.checkpoint, 3),
        },
        "peak_memory_mb": work.peak_memory_mb,
        "accounts": world.n,
        "follows": world.network.arcs,
        "ticks": world.clock.last_tick,
        "counts": counts,
        "per_second": {name: round(counts[name] / work.simulate) for name in COUNTED},
    }


def _cards(metrics: tuple[Any, ...]) -> dict[str, Any]:
    """What the columns of the results mean, so that they can be read without the code."""
    cards = {metric.__name__.rpartition(".")[2]: asdict(metric.CARD) for metric in metrics}
    return {name: {key: card[key] for key in ("label", "unit", "better", "idea")} for name, card in cards.items()}
