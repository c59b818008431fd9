"""Played: the entries that a run plays, each with its dotted place, and those among them that cannot be played."""

from __future__ import annotations

from collections.abc import Iterator

from sim import catalogue
from sim.ground.problems import Problem
from sim.scenario.forms import EntrySpec, Scenario


def played(scenario: Scenario, response: str) -> list[tuple[str, EntrySpec]]:
    """The entries of the timeline, and those of the plans of a response as the pack states them."""
    told = [(f"scenario.timeline.{one.name}", one) for one in scenario.timeline]
    told += [(f"scenario.responses.{part.plan.name}.entries.{one.name}", one)
             for part in scenario.parts(response, "response", []) for one in part.plan.entries
             if one.name not in part.without]  # fmt: skip
    return told


def unplayable(scenario: Scenario, response: str) -> list[Problem]:
    """What a run with this response cannot play; an entry that lacks an actor or time just does nothing."""
    return [problem for place, entry in played(scenario, response) for problem in claimless(place, entry)]


def claimless(place: str, entry: EntrySpec) -> Iterator[Problem]:
    """That an entry names no claim, though its action must have one."""
    needs = getattr(catalogue.idea(entry.shelf, entry.do), "NEEDS", ())
    if "claim" in needs and not entry.claim:
        yield Problem(place, f"{entry.do} is about a claim, and none is named", advice="Name one as its claim:.")
