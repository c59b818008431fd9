"""The engine at work: embassy_rumour on a generated graph, a day of filling feeds and then a timed day."""

from __future__ import annotations

import dataclasses
from time import perf_counter, process_time

from sim import Model, Settings, compose

WARM = 96  # ticks of 15 minutes: a day of burn-in, in which feeds fill
TIMED = 96  # ticks: the first day of the rumour
COUNTED = ("visits", "exposures", "deliveries")


def settings_of(accounts: int, *more: str) -> Settings:
    """The same question at any size, with more overrides."""
    words = ["scenario=embassy_rumour", "time.burn_in_days=1", "time.days=1", f"population.accounts={accounts}"]
    return compose([*words, *more])[0]


def basic_of(accounts: int) -> Settings:
    """The same public and the first word of the rumour, without all that plain objects do not do either.

    No operation, no detectors, and metrics once a day: what is left is inbox, rank, see, believe, share.
    """
    settings = settings_of(accounts, "time.measure_hours=24")
    story = dataclasses.replace(settings.scenario, timeline=settings.scenario.timeline[:1], detectors=())
    return dataclasses.replace(settings, scenario=story)


def measure(accounts: int) -> dict[str, float]:
    """The question as a user asks it."""
    return timed(settings_of(accounts))


def measure_basic(accounts: int) -> dict[str, float]:
    """The basic rules alone, beside `plain.measure`."""
    return timed(basic_of(accounts))


def timed(settings: Settings) -> dict[str, float]:
    """CPU seconds and work done in the timed day."""
    Model(settings_of(500)).run_until_end()  # every kernel is loaded before the clock starts
    model = Model(settings)
    tallies = model.world.tallies
    for _ in range(WARM):
        model.step()
    before = {name: tallies.total(name) for name in COUNTED}
    cpu, wall = process_time(), perf_counter()
    for _ in range(TIMED):
        model.step()
    spent = {"cpu": process_time() - cpu, "wall": perf_counter() - wall}
    work = {name: tallies.total(name) - before[name] for name in COUNTED}
    rates = {f"{name}_per_s": work[name] / spent["cpu"] for name in COUNTED}
    return spent | work | rates | {"ns_per_account_tick": 1e9 * spent["cpu"] / (model.world.n * TIMED)}
