"""A plot: the incident's techniques become entries of a timeline, each with the action that plays it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from sim import catalogue, disarm
from sim.ground.cards import Trial
from sim.stix.incident import Incident, Use

LONGEST, SHORTEST, USUAL = 720.0, 72.0, 168.0  # hours; assumed: longer operations are pressed into a month
AFTERMATH = 48.0  # hours after the last thing that happened, assumed
LASTS = 48.0  # hours of each action, assumed
STAND_INS = {"herald": "pages", "bots": "bots", "trolls": "trolls", "checkers": "truthline", "embassy": "ministry"}


@dataclass(frozen=True)
class Scene:
    """One entry to be: an action, when it begins, for how long, and the uses that it plays."""

    idea: str
    at: float
    hours: float
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class Plot:
    """The scenes in order, the techniques that nothing plays, and how time was treated."""

    horizon: float
    scale: float
    scenes: tuple[Scene, ...]
    unplayed: tuple[Use, ...] = ()
    refused: tuple[str, ...] = field(default=())  # actions whose entry needs more than an incident tells


@cache
def players(shelf: str) -> dict[str, str]:
    """The idea of a shelf that plays each DISARM number: the one whose card names it first."""
    found: dict[str, tuple[int, str]] = {}
    for name in catalogue.names(shelf):
        for place, number in enumerate(catalogue.card(shelf, name).disarm):
            found[number] = min(found.get(number, (place, name)), (place, name))
    return {number: name for number, (_, name) in found.items()}


def player(number: str, shelf: str = "tactics") -> str:
    """The idea that plays a number, or the core action that stands for it, or the technique it is part of."""
    told = disarm.technique(number)
    tries = (number, told.plays if told else "", disarm.parent(number))
    return next((players(shelf)[one] for one in tries if one in players(shelf)), "")


def plot_of(incident: Incident, refused: tuple[str, ...] = ()) -> Plot:
    """The scenes of an incident, without the actions that are refused."""
    span = (incident.last - incident.first).total_seconds() / 3600 if incident.first and incident.last else 0.0
    horizon = min(LONGEST, max(SHORTEST, float(round(span)) + AFTERMATH)) if span else USUAL
    scale = min(1.0, (horizon - AFTERMATH) / span) if span else 1.0
    played = {use: player(use.number) for use in incident.uses}
    hours = _hours(incident, horizon, scale)
    scenes = []
    for idea in dict.fromkeys(name for name in played.values() if name and name not in refused):
        uses = tuple(use for use, name in played.items() if name == idea)
        at = min(hours[use] for use in uses)
        scenes.append(Scene(idea, at, min(LASTS, horizon - at), uses))
    unplayed = tuple(use for use, name in played.items() if not name or name in refused)
    return Plot(horizon, scale, tuple(sorted(scenes, key=lambda scene: scene.at)), unplayed, refused)


def hour_of(incident: Incident, when: object, scale: float) -> float:
    """Hours after the beginning, on the clock of the pack, in quarters."""
    if not isinstance(when, datetime) or incident.first is None:
        return 0.0
    return round((when - incident.first).total_seconds() / 900 * scale) / 4


def stand_in(shelf: str, idea: str, usual: str) -> str:
    """The actor of an imported pack that plays the part which an idea's trial gives to one of the stand's."""
    trial: Trial = getattr(catalogue.idea(shelf, idea), "TRIAL", Trial())
    part = trial.entries.get("trial", {}).get("by")
    return usual if part is None else STAND_INS.get(part, part and usual)


def _hours(incident: Incident, horizon: float, scale: float) -> dict[Use, float]:
    """When each technique is used: as told, and the others one after the other through the first half."""
    untold = [use for use in incident.uses if use.when is None]
    step = horizon / 2 / max(1, len(untold))
    told = {use: hour_of(incident, use.when, scale) for use in incident.uses if use.when is not None}
    return told | {use: round(place * step * 4) / 4 for place, use in enumerate(untold)}
