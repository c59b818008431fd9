"""Blemishes: what can be read and yet is missing, impossible, empty or ambiguous in a scenario."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator

from sim import catalogue, disarm
from sim.ground.cards import Text
from sim.ground.problems import Problem, did_you_mean
from sim.packs.bilingual import lacks
from sim.scenario import ActorSpec, EntrySpec, Scenario
from sim.scenario.reading import entries

PUBLIC_VOICES = ("influencer", "state_account", "media_outlet", "fact_checker")
NUMBER = re.compile(r"T\d{4}(\.\d{3})?|C\d{5}")


def blemishes(scenario: Scenario) -> Iterator[Problem]:
    """Everything of that sort, each with its dotted place."""
    yield from _untranslated(scenario)
    yield from _times(scenario)
    yield from _empty(scenario)
    yield from _doubles(scenario)
    yield from _numbers(scenario)


def _untranslated(scenario: Scenario) -> Iterator[Problem]:
    labels: list[tuple[str, Text]] = [("label", scenario.label), ("question", scenario.question)]
    for field in dataclasses.fields(scenario):
        told = getattr(scenario, field.name)
        labels += [(f"{field.name}.{one.name}.label", one.label) for one in told if hasattr(one, "label")
                   ] if isinstance(told, tuple) else []  # fmt: skip
    for place, label in labels:
        if wrong := lacks(label.en, label.fr):
            yield Problem(place, f"the {place.rpartition('.')[2]} {wrong}")


def _times(scenario: Scenario) -> Iterator[Problem]:
    end, start = scenario.horizon_hours, -scenario.burn_in_hours
    for place, entry in entries(scenario):
        if entry.at is not None and entry.at >= end:
            yield Problem(f"{place}.at", f"hour {entry.at:g} is after the horizon", advice=f"It ends at {end:g} h.")
        if entry.at is not None and entry.at < start:
            yield Problem(f"{place}.at", f"hour {entry.at:g} is before the burn-in, which begins at {start:g} h")
        delay = _first_acts(scenario, entry)
        if 0 < delay >= entry.hours:
            advice = "Give it more hours:."
            yield Problem(f"{place}.hours", f"it ends before its delay of {delay:g} h is over", advice=advice)
        last = delay + (getattr(entry.params, "times", 1) - 1) * getattr(entry.params, "every", 0.0)
        if last > max(delay, entry.hours):
            advice = "Give it more hours:, or fewer times:."
            says = f"its last repetition, after {last:g} h, comes when it is over"
            yield Problem(f"{place}.hours", says, advice=advice)
        if entry.when is not None and entry.when.delay >= end:
            yield Problem(f"{place}.when.delay", f"{entry.when.delay:g} h is longer than the scenario ({end:g} h)")


def _first_acts(scenario: Scenario, entry: EntrySpec) -> float:
    """Hours from an entry's beginning until it first does something."""
    waits = getattr(catalogue.idea(entry.shelf, entry.do), "waits", None)
    if waits is None:
        return float(getattr(entry.params, "delay", 0.0))
    names = {entry.by, *getattr(entry.params, "members", ())}
    return float(waits(entry.params, sum(one.count for one in scenario.actors if {one.name, one.operation} & names)))


def _empty(scenario: Scenario) -> Iterator[Problem]:
    total = sum(country.share for country in scenario.countries)
    if scenario.countries and abs(total - 1.0) > 0.005:  # shares are written with two or three digits
        yield Problem("countries", f"the shares of the countries add up to {total:g}, not to 1")
    filled = {entry.audience for _, entry in entries(scenario)
              if getattr(catalogue.idea(entry.shelf, entry.do), "FILLS_AUDIENCE", False)}  # fmt: skip
    for segment in scenario.segments:
        if people(scenario, segment.name) < 0.5 and segment.name not in filled:
            advice = f"It is a share of a share of {scenario.accounts} accounts." if segment.share > 0 else ""
            yield Problem(f"segments.{segment.name}.share", "nobody is in this segment", advice=advice)
    parts = {segment.name for segment in scenario.segments}  # told above
    asked = [(f"actors.{actor.name}.audience", actor.audience) for actor in scenario.actors]
    asked += [(f"{place}.audience", entry.audience) for place, entry in entries(scenario)]
    for place, audience in asked:
        if audience and audience not in parts and people(scenario, audience) < 0.5:
            yield Problem(place, f'nobody in the public belongs to "{audience}"')
    acting = {entry.by for _, entry in entries(scenario)}
    for actor in scenario.actors:
        if {actor.name, actor.operation} & acting and _unheard(actor):
            advice = "Give it followers: or placed: top."
            yield Problem(f"actors.{actor.name}", "no account follows it, so nobody hears it", advice=advice)
        there = people(scenario, actor.audience)
        if actor.placed != "new" and actor.count > there:
            says = f"{actor.count} accounts are to be taken, and its audience has about {there:.0f}"
            yield Problem(f"actors.{actor.name}.count", says, advice="Lower count:, or write placed: new.")


def people(scenario: Scenario, audience: str) -> float:
    """How many ordinary accounts may be expected in a country, segment or language; in all, if it is empty."""
    shares = {country.name: country.share for country in scenario.countries}
    if not audience or not scenario.countries:
        found = [segment.share for segment in scenario.segments if segment.name == audience]
        return scenario.accounts * (found[0] if found else 1.0)
    spoken = sum(country.share for country in scenario.countries if country.language == audience)
    parts = {one.name: one.share * shares.get(one.country, 0.0 if one.country else 1.0) for one in scenario.segments}
    also = sum(parts[one.name] for one in scenario.segments if getattr(one, "language", "") == audience)
    return scenario.accounts * (parts.get(audience, shares.get(audience, 0.0)) or spoken or also)


def _unheard(actor: ActorSpec) -> bool:
    return actor.kind in PUBLIC_VOICES and actor.placed == "new" and actor.followers <= 0


def _doubles(scenario: Scenario) -> Iterator[Problem]:
    audiences = [*(one.name for one in scenario.countries), *(one.name for one in scenario.segments)]
    audiences += sorted({country.language for country in scenario.countries})
    for name in (name for name, times in Counter(audiences).items() if times > 1):
        yield Problem("segments", f'"{name}" names two of: country, language, segment')
    actors = {actor.name for actor in scenario.actors}
    for operation in sorted({actor.operation for actor in scenario.actors} & actors):
        yield Problem(f"actors.{operation}", f'"{operation}" names an actor and an operation')
    first = {entry.name: entry for entry in scenario.timeline}
    for place, entry in entries(scenario):
        inherited = place.startswith("responses.") and entry.name in {one.name for one in scenario.timeline}
        if inherited or first.setdefault(entry.name, entry) != entry:
            yield Problem(place, f'another entry is called "{entry.name}"', advice="Give it a name of its own.")


def _numbers(scenario: Scenario) -> Iterator[Problem]:
    """DISARM numbers among the sources that are none, or none any more."""
    for source in map(str, scenario.sources):
        if NUMBER.fullmatch(source) and source in disarm.successors():
            advice = f"Write {disarm.successors()[source]}."
            yield Problem("sources", f"{source} is retired in {disarm.FRAMEWORK}", advice=advice)
        elif NUMBER.fullmatch(source) and disarm.technique(source) is None:
            advice = did_you_mean(source, disarm.techniques())
            yield Problem("sources", f"{disarm.FRAMEWORK} has no number {source}", advice=advice)
