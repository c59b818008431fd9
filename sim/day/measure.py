"""Measure: take the metrics, in total and by segment, every so many hours; and the final ones at the end."""

from __future__ import annotations

import math
from types import ModuleType

from sim.state.survey import Members, Survey
from sim.state.world import World


def measure(world: World) -> None:
    """Add a row to `world.measured` when a period of measuring ends with this tick, from hour 0 on."""
    clock = world.clock
    before, ended = clock.hour, clock.hour + clock.hours_per_tick
    periods = [math.floor(hour / world.measure_hours + 1e-9) for hour in (before, ended)]
    if ended < 0.0 or periods[0] == periods[1]:
        return
    row = {"tick": float(clock.tick), "hour": ended}
    world.measured.append(row | collect(world, "series"))


def final(world: World) -> dict[str, float]:
    """The metrics that are taken once, at the end."""
    return collect(world, "end")


def collect(world: World, when: str) -> dict[str, float]:
    """Every metric of a kind as flat columns: `name`, `name.key`, `name@segment`, `name.key@segment`."""
    if not world.ideas.metrics:
        return {}
    survey = Survey(world, ("", *segments(world)))
    parts = {f"@{part}" if part else "": survey.members(part) for part in survey.parts}
    out: dict[str, float] = {}
    for metric in (one for one in world.ideas.metrics if when == one.WHEN):
        for suffix, members in parts.items():
            if not suffix or metric.SEGMENTED:
                _put(out, metric, world, members, suffix)
    return out


def segments(world: World) -> tuple[str, ...]:
    """The parts of the public that outcomes are split by: segments, and countries when there are several."""
    countries = world.names.countries if len(world.names.countries) > 1 else ()
    return (*world.names.segments, *countries)


def _put(out: dict[str, float], metric: ModuleType, world: World, members: Members, suffix: str) -> None:
    name = metric.__name__.rpartition(".")[2]
    value = metric.measure(world, members)
    if isinstance(value, dict):
        for key, one in value.items():
            out[f"{name}.{key}{suffix}" if key else f"{name}{suffix}"] = float(one)
    else:
        out[f"{name}{suffix}"] = float(value)
