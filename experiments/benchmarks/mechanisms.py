"""Mechanisms: what each costs, by a model that has it and one that has not, timed day by day in turn."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from experiments.benchmarks.engine import TWELVE, rumoured, settings_of
from experiments.benchmarks.timing import Values, gathered, spell
from sim import Settings

HOURS = 24  # of the clock in the story, per turn


class Mechanism(NamedTuple):
    """Something that can be switched off by overrides or by leaving it out of the story, or on by overrides."""

    name: str
    without: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


MECHANISMS = (
    Mechanism("claims, and all that is done about them", leave_out=("claims", "timeline", "detectors", "responses")),
    Mechanism("the operation and the embassy's answer", leave_out=("timeline",)),
    Mechanism("reports and moderation", ("platform.report_rate=0", "platform.reviewers=0")),
    Mechanism("likes and replies", ("platform.like_ratio=0", "platform.reply_rate=0")),
    Mechanism("changing follows", tuple(f"platform.{rate}=0" for rate in ("unfollow_rate", "discord_unfollow",
                                                                           "follow_rate"))),
    Mechanism("all metrics, and the archive of cascades", ("metrics=none",)),
    Mechanism("all metrics, not twelve", (f"metrics=[{','.join(TWELVE)}]",)),
    Mechanism("recommended posts", ("platform.recommended=0",)),
    Mechanism("merging copies of a post", ("platform.merge_duplicates=false",)),
    Mechanism("chance in ranking", ("platform.feed_params.temperature=0",)),
    Mechanism("chance of looking, by rank and age", ("platform.patience=1e9", "platform.freshness=1e9")),
    Mechanism("ticks of 15 minutes, not an hour", ("time.minutes=60",)),
    Mechanism("opinions that move (not in the default)", added=("population.influence=0.05",)),
)  # fmt: skip


def measure(number: int, accounts: int, turns: int = 3) -> Values:
    """A day with a mechanism and a day without it, in turn: seconds, and nanoseconds of an exposure."""
    mechanism = MECHANISMS[number]
    models = rumoured(having(mechanism, accounts)), rumoured(without(mechanism, accounts))
    rows = []
    for _ in range(turns):
        full, less = (spell(model, round(HOURS / model.world.clock.hours_per_tick)) for model in models)
        rows.append({
            "share of a day's time": 1.0 - less.cpu / full.cpu,
            "with over without, per exposure": full.each("exposures") / less.each("exposures"),
        })  # fmt: skip
    return gathered(rows)


def having(mechanism: Mechanism, accounts: int) -> Settings:
    """The question with the mechanism in it."""
    return settings_of(accounts, *mechanism.added)


def without(mechanism: Mechanism, accounts: int) -> Settings:
    """The same question without it."""
    settings = settings_of(accounts, *mechanism.without)
    empty: dict[str, Any] = dict.fromkeys(mechanism.leave_out, ())
    return dataclasses.replace(settings, scenario=dataclasses.replace(settings.scenario, **empty))


MEASURES: dict[str, Callable[[int], Values]] = {
    f"without {one.name}": partial(measure, number) for number, one in enumerate(MECHANISMS)
}
