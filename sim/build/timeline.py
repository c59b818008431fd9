"""The timeline of a run: the scenario's entries and the response's, with names turned into rows."""

from __future__ import annotations

from types import ModuleType

import numpy as np

from sim import catalogue
from sim.ground.types import I32
from sim.scenario import EntrySpec
from sim.settings import Settings
from sim.state.layers import MAIN
from sim.state.names import Names
from sim.state.timeline import Entry


def entries_of(settings: Settings) -> tuple[EntrySpec, ...]:
    """The scenario's entries, then those of the chosen response."""
    return (*settings.scenario.timeline, *settings.plan.entries)


def modules_of(settings: Settings) -> dict[str, ModuleType]:
    """The ideas that the timeline uses, by name."""
    return {spec.do: catalogue.idea(spec.shelf, spec.do) for spec in entries_of(settings)}


def make_timeline(settings: Settings, names: Names, named: dict[str, I32]) -> list[Entry]:
    """Entries ready for the happen phase."""
    layers = [MAIN, *(layer.name for layer in settings.scenario.layers)]
    pays = {actor.name: actor.operation for actor in settings.scenario.actors}
    told = []
    for spec in entries_of(settings):
        entry = _entry(spec, names, named, layers)
        payer = spec.operation or pays.get(spec.by, spec.by)
        entry.operation = names.operations.index(payer) if payer in names.operations else -1
        told.append(entry)
    return told


def _entry(spec: EntrySpec, names: Names, named: dict[str, I32], layers: list[str]) -> Entry:
    return Entry(
        name=spec.name, shelf=spec.shelf, idea=spec.do, params=spec.params, at=spec.at, hours=spec.hours,
        when=spec.when, since=spec.since, claim=names.claims.index(spec.claim) if spec.claim else -1,
        actors=named.get(spec.by, np.empty(0, np.int32)), actor_name=spec.by, audience=spec.audience,
        layer=layers.index(spec.on or MAIN),
        language=names.languages.index(spec.language) if spec.language else -1,
    )  # fmt: skip
