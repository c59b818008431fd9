"""Levers: everything that a person can set, each with the values to try and the set-up in which it acts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from sim import catalogue
from sim.doctor import stand
from sim.doctor.declared import WORDS, WORLDS, Form, forms
from sim.doctor.points import values
from sim.doctor.stand import CLAIM, HOURS, Changes
from sim.ground.cards import Trial

Point = tuple[str, Changes]  # what a person calls it, and the whole set-up in which it holds
NOTHING = Trial()


@dataclass(frozen=True)
class Lever:
    """Something that can be set: its points (the stand's own first), in order of size if it is a number.

    `moves` says which outcomes it must raise or lower, `still` why it moves none; `only` names the metric whose
    columns alone count.
    """

    shelf: str
    name: str
    points: tuple[Point, ...]
    ordered: bool = False
    moves: str = ""
    only: str = ""
    still: str = ""


def all_levers() -> tuple[Lever, ...]:
    """Every lever, shelf by shelf; ideas come from the catalogue, so that a new file needs nothing here."""
    return (*_of_forms(), *_of_choices(), *_of_ideas(), *_of_actions(), *_of_detectors(), *_of_metrics())


def _of_forms() -> Iterator[Lever]:
    for form in forms():
        yield from _of_fields(form, dataclasses.fields(form.form), ())


def _of_choices() -> Iterator[Lever]:
    """Which belief rule there is; feeds and graphs are words of their forms."""
    yield Lever(
        "beliefs", "belief.name", tuple((name, (("belief.name", name),)) for name in catalogue.names("beliefs"))
    )


def _of_ideas() -> Iterator[Lever]:
    for shelf, place, params in (
        ("kinds", "scenario.actors.neighbour.kind", "kinds.{}.params"), ("beliefs", "belief.name", "belief.params"),
        ("feeds", "platform.feed", "platform.feed_params"), ("graphs", "graph.kind", "graph.params"),
    ):  # fmt: skip
        for name in catalogue.names(shelf):
            if name != "imported":  # its params are those of the file; see the form `graph`
                yield from _of_idea(shelf, name, ((place, name),), (params.format(name),))


def _of_actions() -> Iterator[Lever]:
    """With an action and without it, and the params of every entry that plays it."""
    for name, shelf in catalogue.actions().items():
        trial = _trial(catalogue.idea(shelf, name))
        usual = {"do": name, "at": 0.0, "hours": HOURS, "claim": CLAIM, "by": BY.get(shelf, "")}
        told: dict[str, dict[str, Any]] = {"trial": {}, **trial.entries}
        entries: dict[str, dict[str, Any]] = {entry: usual | facts for entry, facts in told.items()}
        gone = [(f"scenario.timeline.{entry}", None) for entry in _playing(name)]
        world: Changes = (*trial.world.items(), *gone)
        # what only gives the action something to act on is there in both
        beside = _placed({entry: facts for entry, facts in entries.items() if facts["do"] != name})
        setup = (*world, *_placed(entries))
        yield Lever(shelf, f"{shelf}/{name}", (("without", (*world, *beside)), ("with", setup)), ordered=True,
                    moves=trial.moves.get("", ""))  # fmt: skip
        playing = {f"scenario.timeline.{entry}.params": facts.get("params", {}) for entry, facts in entries.items()
                   if facts["do"] == name}  # fmt: skip
        stated = tuple(f"{place}.{param}" for place, params in playing.items() if place != OWN for param in params)
        yield from _of_idea(shelf, name, setup, tuple(playing), stated)


BY = {"tactics": "bots", "countermeasures": "embassy"}
OWN = "scenario.timeline.trial.params"  # what is tried always varies here; other entries keep what they state


def _placed(entries: dict[str, dict[str, Any]]) -> Changes:
    return tuple((f"scenario.timeline.{entry}", facts) for entry, facts in entries.items())


def _playing(action: str) -> list[str]:
    """The stand's own entries that play an action."""
    return [name for name, facts in stand.at("scenario.timeline").items() if facts["do"] == action]


def _of_detectors() -> Iterator[Lever]:
    """A detector's params, with an answer to its alert."""
    for name in catalogue.names("detectors"):
        alarm = {"do": "statement", "when": {"alert": name}, "claim": CLAIM, "by": "embassy"}
        needed = _trial(catalogue.idea("detectors", name)).world.items()
        setup: Changes = (*needed, (f"scenario.detectors.{name}", {}), ("scenario.timeline.alarm", alarm))
        yield Lever("detectors", f"detectors/{name}", (("without", ()), ("with", setup)), moves="+alerts")
        yield from _of_idea("detectors", name, setup, (f"scenario.detectors.{name}.params",))


def _of_metrics() -> Iterator[Lever]:
    """A metric must be moved by one of a few worlds that differ in everything."""
    for name in catalogue.names("metrics"):
        yield Lever("metrics", f"metrics/{name}", tuple(WORLDS.items()), only=name)


def _of_idea(
    shelf: str, name: str, setup: Changes, places: tuple[str, ...], stated: tuple[str, ...] = ()
) -> Iterator[Lever]:
    module = catalogue.idea(shelf, name)
    form = Form(shelf, f"{shelf}/{name}", module.Params, places, _trial(module), stated)
    yield from _of_fields(form, dataclasses.fields(module.Params), setup)


def _trial(module: ModuleType) -> Trial:
    told: Trial = getattr(module, "TRIAL", NOTHING)
    return told


def _of_fields(form: Form, fields: Iterable[Any], setup: Changes) -> Iterator[Lever]:
    for field in fields:
        facts, name = dict(field.metadata), field.name
        if not facts and name not in form.trial.tries:  # a name, a label, or a form within the form
            continue
        needs = tuple((_beside(need, form), value) for need, value in form.trial.needs.get(name, {}).items())
        base = (*setup, *((place, value) for places, value in needs for place in places))
        present = _present(field, form.places[0], base)
        tries = form.trial.tries.get(name) or values(present, facts) or WORDS.get(name, ())
        tries = tuple(value for value in tries if value != present)
        number = isinstance(present, int | float)
        chosen = sorted((present, *tries)) if number else [present, *tries]
        places = [f"{place}.{name}" for place in form.places if f"{place}.{name}" not in form.stated]
        points = tuple((_word(value), (*base, *((place, value) for place in places))) for value in chosen)
        yield Lever(form.shelf, f"{form.noun}.{name}", points, number, form.trial.moves.get(name, ""),
                    still=form.trial.still.get(name, ""))  # fmt: skip


def _beside(need: str, form: Form) -> tuple[str, ...]:
    """The places of a need: another param of the same form, or any place in the settings if it has dots."""
    return (need,) if "." in need else tuple(f"{place}.{need}" for place in form.places)


def _present(field: Any, place: str, base: Changes) -> Any:
    """What holds before anything is tried: as the set-up says, as the stand says, or the default."""
    data: Any = stand.changed(stand.ACCOUNTS, base)
    for part in (*place.split("."), field.name):
        data = data.get(part) if isinstance(data, dict) else None
    told = field.default if data is None else data
    return float(told) if isinstance(field.default, float) and told is not None else told


def _word(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
