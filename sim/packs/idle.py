"""Idle: answers that are the same as none by construction, and conditions and claims that never come up."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from sim import catalogue
from sim.ground.cards import Cost
from sim.ground.problems import Problem, unknown
from sim.packs.columns import column_problems
from sim.scenario import EntrySpec, Scenario, plain
from sim.scenario.played import claimless
from sim.scenario.reading import entries
from sim.state.timeline import Entry

SHARES = ("share", "0..1", "probability")  # how units begin in which nothing is above 1


def idle(scenario: Scenario) -> Iterator[Problem]:
    """Everything of that sort, each with its dotted place."""
    yield from _responses(scenario)
    yield from _lacking(scenario)
    yield from _audiences(scenario)
    yield from _out_of_place(scenario)
    yield from _conditions(scenario)
    yield from _claims(scenario)


def _responses(scenario: Scenario) -> Iterator[Problem]:
    seen: dict[frozenset[str], str] = {}
    for response in scenario.responses:
        place = f"responses.{response.name}"
        if response.name == "none":
            continue
        if not response.entries:
            yield Problem(place, "the response does nothing", advice="Give it entries:.")
            continue
        deeds = frozenset(repr(dataclasses.replace(entry, name="")) for entry in response.entries)
        twin = seen.setdefault(deeds, response.name)
        if twin != response.name:
            yield Problem(place, f'it does the same as the response "{twin}"')
    for place, entry in entries(scenario):
        if _without_strength(entry):
            advice = f"Give its params a value, or drop it; parley list {entry.do} shows them."
            yield Problem(place, f"{entry.do} has no strength here, so it does nothing", advice=advice)


def _lacking(scenario: Scenario) -> Iterator[Problem]:
    """Entries that lack what their idea cannot do without."""
    for place, entry in entries(scenario):
        needs = getattr(catalogue.idea(entry.shelf, entry.do), "NEEDS", ())
        who = {entry.by, *getattr(entry.params, "members", ())} - {""}
        if "by" in needs and not who:
            advice = "Name an actor or operation as its by:."
            yield Problem(place, f"{entry.do} does nothing where nobody does it", advice=advice)
        yield from claimless(place, entry)
        if "hours" in needs and entry.hours == 0:
            yield Problem(place, f"{entry.do} does nothing in no time", advice="Give it hours:.")


def _audiences(scenario: Scenario) -> Iterator[Problem]:
    for place, entry in entries(scenario):
        if entry.audience and not getattr(catalogue.idea(entry.shelf, entry.do), "READS_AUDIENCE", False):
            advice = "Drop it; posts reach whoever follows their authors."
            yield Problem(f"{place}.audience", f'"{entry.do}" is not aimed at an audience', advice=advice)


def _out_of_place(scenario: Scenario) -> Iterator[Problem]:
    """What needs another platform, or strikes whole countries, where there is none such."""
    countries = [country.name for country in scenario.countries]
    segments = [segment.name for segment in scenario.segments]
    for place, entry in entries(scenario):
        idea = catalogue.idea(entry.shelf, entry.do)
        if getattr(idea, "NEEDS_LAYERS", False) and not scenario.layers:
            advice = "Give the pack layers:."
            yield Problem(f"{place}.do", f'"{entry.do}" needs another platform to go to', advice=advice)
        if getattr(idea, "BY_COUNTRY", False) and entry.audience and entry.audience not in countries:
            yield unknown(f"{place}.audience", "country", entry.audience, countries)
        if getattr(idea, "FILLS_AUDIENCE", False) and entry.audience not in segments:
            advice = "Name one as its audience:, and declare it under segments: with share: 0."
            yield Problem(f"{place}.audience", f'"{entry.do}" fills a segment, and none is named', advice=advice)


def _without_strength(entry: EntrySpec) -> bool:
    """Whether it would cost nothing, though it costs something as it usually is; a measure of strength zero does."""
    module = catalogue.idea(entry.shelf, entry.do)
    if entry.shelf != "countermeasures" or not hasattr(module, "cost"):
        return False
    here, usual = (module.cost(Entry(entry.name, entry.shelf, entry.do, params, hours=entry.hours))
                   for params in (entry.params, module.Params()))  # fmt: skip
    return not _costs(here) and _costs(usual)


def _costs(cost: Cost) -> bool:
    return bool(cost.money or cost.staff_hours)


def _conditions(scenario: Scenario) -> Iterator[Problem]:
    for place, entry in entries(scenario):
        when = entry.when
        if when is None or not when.measure:
            continue
        column = when.measure + (f"@{when.segment}" if when.segment else "")
        wrong = list(column_problems(scenario, column, f"{place}.when", awaited=True))
        yield from wrong
        if wrong:
            continue
        unit = catalogue.card("metrics", when.measure.partition("@")[0].partition(".")[0]).unit
        over = unit.startswith(SHARES) and when.above is not None and when.above >= 1
        under = unit.startswith("share") and when.below is not None and when.below <= 0
        if over or under:
            limit = "above 1" if over else "below 0"
            yield Problem(f"{place}.when", f"{when.measure} is never {limit}, so it waits in vain")


def _claims(scenario: Scenario) -> Iterator[Problem]:
    if not scenario.timeline:  # where nothing happens, claims lie dormant
        return
    told = [entry for _, entry in entries(scenario)]
    used = {word for entry in told for word in _words(plain(entry))}
    used |= {word for one in getattr(scenario, "acts", ()) for word in _words(plain(one))}
    spoken = {word for entry in told if entry.by or entry.shelf != "countermeasures" for word in _words(plain(entry))}
    for claim in scenario.claims:
        if claim.name not in used:
            yield Problem(f"claims.{claim.name}", "no entry uses this claim", advice="Use it or drop it.")
        elif claim.name not in spoken:
            advice = "Let an actor publish it."
            yield Problem(f"claims.{claim.name}", "nobody speaks of this claim; only measures name it", advice=advice)


def _words(value: Any) -> Iterator[str]:
    """Every word in plain data, names of tables included."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _words(inner)
    elif isinstance(value, str):
        yield value
