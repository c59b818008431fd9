"""A user's own rules and steps beside the built-in ones: two rules in four forms each, and own kinds with a step."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Mapping
from functools import partial
from time import perf_counter, process_time
from typing import Any

import numba
import numpy as np

from experiments.benchmarks.engine import settings_of
from sim import Model

WARM = 96  # ticks: a day of burn-in, in which feeds fill
TIMED = 96  # ticks: the first day of the rumour
CLAIM, SIDE, REBUTTAL = 0.08, 0.45, 0.53  # as in sim.beliefs.log_odds


@numba.njit
def compiled(stance, before, trust, align, resistance, certainty):  # type: ignore[no-untyped-def]
    """The rule of log-odds, written by a user for one exposure."""
    step = certainty * 2.0 * trust * (1.0 + SIDE * align) * math.log2((before + 2.0) / (before + 1.0))
    if stance > 0.0:
        return CLAIM * step * (1.0 - resistance)
    return -REBUTTAL * step if stance < 0.0 else 0.0


def columns(stance, before, trust, align, resistance, certainty):  # type: ignore[no-untyped-def]
    """The same for whole columns."""
    step = certainty * 2.0 * trust * (1.0 + SIDE * align) * np.log2((before + 2.0) / (before + 1.0))
    return step * np.where(stance > 0.0, CLAIM * (1.0 - resistance), np.where(stance < 0.0, -REBUTTAL, 0.0))


@numba.njit
def passing(appeal, age, opinion, author_opinion):  # type: ignore[no-untyped-def]
    """Who passes on an ordinary post, written by a user for one exposure (C2, A25)."""
    return 1.0 / (1.0 + math.exp(5.1 - appeal + 0.4 * age**0.4 - 0.5 * opinion * author_opinion))


def passing_columns(appeal, age, opinion, author_opinion):  # type: ignore[no-untyped-def]
    """The same for whole columns."""
    return 1.0 / (1.0 + np.exp(5.1 - appeal + 0.4 * age**0.4 - 0.5 * opinion * author_opinion))


RULES: dict[str, dict[str, Mapping[str, Callable[..., Any]]]] = {
    "believe": {
        "built in": {},
        "compiled": {"belief": compiled},
        "columns": {"belief": columns},
        "row by row": {"belief": compiled.py_func},
    },
    "share": {
        "built in": {},
        "compiled": {"share": passing},
        "columns": {"share": passing_columns},
        "row by row": {"share": passing.py_func},
    },
}


def think(citizen: Any) -> None:
    """The step of an own kind: look at one's belief, draw, and now and then speak."""
    if citizen.believes("burning_papers") > 0.5 and citizen.draw("speak") < 0.002:
        citizen.post("burning_papers")


def measure(phase_name: str, form: str, accounts: int) -> dict[str, float]:
    """CPU seconds of a phase in the timed day, and of the whole day, with the phase's rule in this form."""
    own = RULES[phase_name][form]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that row by row is slow is what is measured here
        Model(settings_of(500), own=own).run_until_end()  # every kernel is loaded before the clock starts
        model = Model(settings_of(accounts), own=own)
        model.run_for(WARM)
        before = _rows(model, phase_name)
        cpu, phase_cpu = 0.0, 0.0
        for _ in range(TIMED):
            for phase in model.day:
                began = process_time()
                phase(model.world)
                took = process_time() - began
                cpu += took
                phase_cpu += took if phase.__name__ == phase_name else 0.0
            model.world.clock.tick += 1
    rows = _rows(model, phase_name) - before
    return {"cpu": cpu, "phase_cpu": phase_cpu, "rows": rows, "ns_per_row": 1e9 * phase_cpu / max(1, rows)}


def _rows(model: Model, phase_name: str) -> int:
    """How often the phase's rule has been asked: for impressions, or for all exposures."""
    accounts, tallies = model.world.accounts, model.world.tallies
    if phase_name == "believe":
        return int(accounts.heard.sum()) + int(accounts.denied.sum())
    return int(tallies.total("exposures"))


def measure_steps(count: int, accounts: int = 10_000) -> dict[str, float]:
    """CPU seconds that `count` accounts with a step of their own add to a tick, and what one step costs."""
    took = []
    for own in (0, count):
        model = Model(settings_of(accounts))
        (citizen,) = (kind for kind in model.agent_types if kind.__name__ == "Citizen")
        type("Thinker", (citizen,), {"step": think}).take(model, model.agents_by_type[citizen].rows[:own])
        model.run_for(8)  # kernels are loaded, feeds begin to fill
        began, wall = process_time(), perf_counter()
        model.run_for(32)
        took.append((process_time() - began, perf_counter() - wall))
    added = took[1][0] - took[0][0]
    return {"cpu_added_per_tick": added / 32, "us_per_step": 1e6 * added / (32 * count), "wall": took[1][1]}


RULED: dict[str, Callable[[int], dict[str, float]]] = {
    f"{phase}, rule {form}": partial(measure, phase, form) for phase, forms in RULES.items() for form in forms
}
MEASURES = RULED | {"own kind with steps": measure_steps}
