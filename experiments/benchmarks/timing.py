"""Timing: a spell of ticks with the work done in it, and two models timed turn by turn."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter, process_time
from typing import NamedTuple

from sim import Model

COUNTED = ("visits", "exposures", "deliveries", "posts", "reshares")
Values = dict[str, float | list[float]]


class Spell(NamedTuple):
    """Some ticks of one model: seconds of the clock and of the processor, and the work done in them."""

    account_ticks: float
    wall: float
    cpu: float
    work: dict[str, int]

    def ns(self, seconds: str = "cpu") -> float:
        """Nanoseconds for each account and tick."""
        return float(1e9 * getattr(self, seconds) / self.account_ticks)

    def each(self, kind: str, seconds: str = "cpu") -> float:
        """Nanoseconds for each visit, exposure or delivery, if all the time went into them."""
        return float(1e9 * getattr(self, seconds) / max(1, self.work[kind]))

    def rates(self, seconds: str = "cpu") -> dict[str, float]:
        """Visits, exposures and deliveries in a second."""
        return {f"{kind}_per_s": self.work[kind] / getattr(self, seconds) for kind in COUNTED[:3]}


def spell(model: Model, ticks: int, step: Callable[[Model], None] = Model.step) -> Spell:
    """Let some ticks pass and say what they took."""
    before = totals(model)
    cpu, wall = process_time(), perf_counter()
    for _ in range(ticks):
        step(model)
    wall, cpu = perf_counter() - wall, process_time() - cpu
    done = {kind: count - before[kind] for kind, count in totals(model).items()}
    return Spell(model.world.n * ticks, wall, cpu, done)


def totals(model: Model) -> dict[str, int]:
    """The work done since the beginning."""
    return {kind: model.world.tallies.total(kind) for kind in COUNTED}


def bare(model: Model) -> None:
    """One tick without the Mesa face: the phases of the day and nothing else."""
    for phase in model.day:
        phase(model.world)
    model.world.clock.tick += 1


def phases(model: Model, ticks: int) -> dict[str, float]:
    """The share of each phase of the day in the time of some ticks."""
    spent = dict.fromkeys((phase.__name__ for phase in model.day), 0.0)
    for _ in range(ticks):
        for phase in model.day:
            began = perf_counter()
            phase(model.world)
            spent[phase.__name__] += perf_counter() - began
        model.world.clock.tick += 1
    whole = sum(spent.values())
    return {f"share of {name}": seconds / whole for name, seconds in spent.items()}


def gathered(rows: list[dict[str, float]]) -> Values:
    """Rows of values as lists, one for each name."""
    return {name: [row[name] for row in rows] for name in rows[0]}
