"""A card says what an idea is, where it comes from and what it costs; a param carries unit, range and source."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any, TypedDict, Unpack

from sim.ground.problems import Problem, unknown

DISARM = "DISARM 1.7"  # the framework whose numbers cards carry; a number means nothing without its framework


@dataclass(frozen=True)
class Text:
    """A label in English and French."""

    en: str
    fr: str

    def in_language(self, language: str) -> str:
        """The label in `en` or `fr`."""
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True)
class Cost:
    """What a countermeasure costs whoever takes it, and each single act of a tactic its operation."""

    money: float = 0.0  # euros for each time it is applied
    staff_hours: float = 0.0  # hours of work for each time it is applied
    source: str = "assumed"


@dataclass(frozen=True)
class Card:
    """What every idea on a shelf says about itself.

    `sources` are evidence ids or papers; `disarm` are technique or counter ids of `framework`;
    `rights` is the class of the 2024 Companion Guide; `unit` and `better` belong to metrics.
    """

    label: Text
    idea: str
    sources: tuple[str, ...] = ()
    disarm: tuple[str, ...] = ()
    rights: str = ""
    cost: Cost | None = None
    authority: str = ""
    unit: str = ""
    better: str = ""
    framework: str = DISARM


@dataclass(frozen=True)
class Trial:
    """How `parley doctor --levers` tries an idea's params, where its usual way would not do.

    `moves` says which outcomes a param raises (`+reach`) or lowers (`-reach`, several with spaces between); `tries`
    gives the values to try; `needs` gives the other params that let one act; `entries` what stands on the timeline
    by name, where `trial` is the idea's own entry; `world` what must be otherwise in the settings, by dotted place, so
    that the idea can act at all; `still` gives the reason why one moves nothing, and rightly.
    """

    moves: dict[str, str] = field(default_factory=dict)
    tries: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    needs: dict[str, dict[str, Any]] = field(default_factory=dict)
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    world: dict[str, Any] = field(default_factory=dict)
    still: dict[str, str] = field(default_factory=dict)


class Told(TypedDict, total=False):
    """What else a param may say: what it means, and the words it may be."""

    doc: str
    choices: tuple[str, ...]


def param(
    default: Any,
    unit: str,
    low: float | None = None,
    high: float | None = None,
    *,
    source: str,
    **told: Unpack[Told],
) -> Any:
    """A field of a `Params` dataclass with unit, range and source beside the number.

    `source` is an evidence id such as `A66`, a paper, or `assumed`.
    """
    facts = {"unit": unit, "low": low, "high": high, "source": source, "doc": "", "choices": (), **told}
    return dataclasses.field(default=default, metadata=facts)


def problems_of(params: Any, where: str) -> list[Problem]:
    """Every field of a params dataclass that has the wrong type or lies outside its range."""
    found = []
    for one in dataclasses.fields(params):
        value = getattr(params, one.name)
        place = f"{where}.{one.name}" if where else one.name
        found += _field_problems(place, one, value)
    return found


def from_mapping(params_type: Any, values: dict[str, Any], where: str) -> tuple[Any, list[Problem]]:
    """Fill a params dataclass from plain values; returns it (or None) and all problems found."""
    known = {one.name for one in dataclasses.fields(params_type)}
    found = [unknown(f"{where}.{name}", "setting", name, known) for name in values if name not in known]
    kept = {name: _plain(value) for name, value in values.items() if name in known}
    params = params_type(**kept)
    found += problems_of(params, where)
    return (None if found else params), found


def is_assumed(field: Any) -> bool:
    """Whether a param's number is assumed, so that outputs flag it and sweeps vary it."""
    return "assumed" in str(field.metadata.get("source", ""))


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _field_problems(place: str, field: Any, value: Any) -> list[Problem]:
    facts = field.metadata
    wanted = type(field.default) if field.default is not dataclasses.MISSING else None
    if wanted is not None and field.default is not None and not _fits(value, wanted):
        return [Problem(place, f"{value!r} is not {_name(wanted)}", advice=_range_words(facts))]
    words = value if isinstance(value, tuple) else (value,)
    strange = [word for word in words if facts.get("choices") and word not in facts["choices"]]
    if strange:
        return [unknown(place, "choice", str(word), facts["choices"]) for word in strange]
    low, high = facts.get("low"), facts.get("high")
    number = isinstance(value, int | float) and not isinstance(value, bool)
    # written so that a NaN fails too
    if number and ((low is not None and not value >= low) or (high is not None and not value <= high)):
        return [Problem(place, f"{value} is out of range", advice=_range_words(facts))]
    return []


def _fits(value: Any, wanted: type) -> bool:
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, wanted)


def _name(wanted: type) -> str:
    names = {float: "a number", int: "a whole number", str: "a word", bool: "true or false", tuple: "a list"}
    return names.get(wanted, wanted.__name__)


def _range_words(facts: Any) -> str:
    low, high = facts.get("low"), facts.get("high")
    if low is None and high is None:
        return ""
    unit = facts.get("unit", "")
    between = f"Allowed: {'' if low is None else low} to {'' if high is None else high}"
    return f"{between} {unit}".rstrip(" -") + "."
