"""Answers: how one names a response: plans together (`a+b`), later (`a@6`), on an alert (`a?z_score`), in part (`a-b`).

All of it may be combined: `label@6+fast_statement?z_score-facts`. The order of the changes to a plan does not matter:
hours are counted from the first hour that the pack gives the plan, whatever is left out of it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim import catalogue
from sim.ground.cards import Text
from sim.ground.problems import Problem, unknown

if TYPE_CHECKING:
    from sim.scenario.forms import EntrySpec, Response

SIGNS = re.compile(r"([@?]|(?<!@)-)")
HOURS = re.compile(r"-?\d+(?:\.\d+)?")
FURTHEST = 8760.0  # h
DIGITS = 4  # of an hour: a third of a second
HEADING = re.compile(r"\s*:\s")  # what follows it in a label is an explanation


@dataclass(frozen=True)
class Part:
    """One plan of an answer, with what is changed in it."""

    plan: Response
    hours: float = 0.0
    alert: str = ""
    without: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The part in the one way of writing it."""
        if not self.plan.entries:
            return self.plan.name
        left_out = "".join(f"-{name}" for name in self.without)
        return f"{self.plan.name}{left_out}{f'?{self.alert}' if self.alert else ''}{_shift(self.hours)}"

    @property
    def changed(self) -> bool:
        """Whether it is another plan than the pack's."""
        return self.name != self.plan.name


def read_answer(name: str, plans: Mapping[str, Response], detectors: Sequence[str], where: str,
                found: list[Problem]) -> list[Part]:  # fmt: skip
    """The parts that a name puts together; what is wrong with it is added to the problems."""
    parts = []
    for term in name.split("+"):
        plan, *changes = SIGNS.split(term)
        if plan not in plans:
            found.append(unknown(where, "response", plan, plans))
        else:
            parts.append(_part(plans[plan], list(zip(changes[::2], changes[1::2], strict=True)), detectors,
                               where, found))  # fmt: skip
    return parts


def answer(name: str, parts: Sequence[Part], detectors: Sequence[str], where: str, found: list[Problem]) -> Response:
    """The response that these parts are together."""
    entries: dict[str, EntrySpec] = {}
    for entry in (entry for part in parts for entry in _entries(part, where, found)):
        if entries.setdefault(entry.name, entry) != entry:
            found.append(Problem(where, f'two plans of "{name}" have different entries "{entry.name}"'))
    return dataclasses.replace(parts[0].plan, name="+".join(part.name for part in parts),
                               label=_label(parts, len(detectors) > 1), entries=tuple(entries.values()))  # fmt: skip


def moved_out(parts: Sequence[Part], begin: float, end: float, where: str) -> Iterator[Problem]:
    """The entries that a shift takes out of the hours that are simulated."""
    for part in parts:
        for entry in part.plan.entries:
            if entry.name in part.without or part.alert or entry.at is None or entry.when or entry.since:
                continue
            at = entry.at + part.hours
            if begin <= entry.at < end and not begin <= at < end:
                why = f"after the end at {end:g} h" if at >= end else f"before the burn-in, which begins at {begin:g} h"
                yield Problem(where, f'"{part.name}" would begin "{entry.name}" at hour {at:g}, {why}',
                              advice=f'Shift it less, or leave it out: "{part.plan.name}-{entry.name}".')  # fmt: skip


def _part(plan: Response, changes: list[tuple[str, str]], detectors: Sequence[str], where: str,
          found: list[Problem]) -> Part:  # fmt: skip
    names = [entry.name for entry in plan.entries]
    told = {sign: [word for one, word in changes if one == sign] for sign in "@?-"}
    for sign, what in (("@", "hours"), ("?", "detectors")):
        if len(told[sign]) > 1:
            found.append(Problem(where, f'"{plan.name}" is given two {what}, {" and ".join(told[sign])}'))
    found += [unknown(where, f'entry of "{plan.name}"', word, names) for word in told["-"] if word not in names]
    for word in told["?"]:
        if word not in detectors:
            wrong = unknown(where, "detector here", word, detectors)
            advice = wrong.advice or f"Let it watch: +scenario.detectors.{word}={{}}."
            found.append(dataclasses.replace(wrong, advice=advice))
    for word in told["@"]:
        if not HOURS.fullmatch(word) or abs(float(word)) > FURTHEST:
            advice = f'Write them as in "{plan.name}@6" or "{plan.name}@-1.5".'
            found.append(Problem(where, f'"{word}" is no number of hours', advice=advice))
    shifts = [float(word) for word in told["@"] if HOURS.fullmatch(word)]
    hours = round(shifts[0], DIGITS) if shifts else 0.0
    return Part(plan, hours or 0.0, told["?"][0] if told["?"] else "",
                tuple(name for name in names if name in told["-"]))  # fmt: skip


def _entries(part: Part, where: str, found: list[Problem]) -> Iterator[EntrySpec]:
    first = min((entry.at for entry in part.plan.entries if entry.at is not None), default=0.0)
    for entry in part.plan.entries:
        if entry.name in part.without:
            continue
        one = entry
        if part.alert and entry.since:
            found.append(Problem(where, f'"{entry.name}" waits for an alert already, and cannot wait for two'))
        elif part.alert:
            at = 0.0 if entry.at is None else entry.at - first
            one = dataclasses.replace(entry, since=part.alert, at=at)
        yield _shifted(one, part.hours, where, found)


def _shifted(entry: EntrySpec, hours: float, where: str, found: list[Problem]) -> EntrySpec:
    """The entry so many hours later: what waits for a condition is put off once that has come true."""
    if hours == 0.0:
        return entry
    waits = entry.when.delay if entry.when else entry.at if entry.since else None
    if waits is not None and waits + hours < 0.0:
        found.append(Problem(where, f'"{entry.name}" waits for something and cannot begin {-hours:g} h earlier',
                             advice="Nobody can act on what has not happened yet."))  # fmt: skip
        return entry
    if entry.when:
        return dataclasses.replace(entry, when=dataclasses.replace(entry.when, delay=entry.when.delay + hours))
    return dataclasses.replace(entry, at=(entry.at or 0.0) + hours)


def _shift(hours: float) -> str:
    return f"@{hours:.10g}" if hours else ""


def _label(parts: Sequence[Part], several: bool) -> Text:
    if len(parts) == 1 and not parts[0].changed:
        return parts[0].plan.label
    told = [_said(part, several) for part in parts]
    return Text(" + ".join(one.en for one in told), " + ".join(one.fr for one in told))


def _said(part: Part, several: bool) -> Text:
    """A part in short words: Fast and honest, 6 h later, without facts."""
    label = part.plan.label
    en, fr = (HEADING.split(text)[0] or part.plan.name for text in (label.en, label.fr or label.en))
    if not part.changed:
        return Text(en, fr)
    number = f"{abs(part.hours):.10g}"
    comma = number.replace(".", ",")
    if part.alert:
        which = catalogue.card("detectors", part.alert).label
        named = (f" ({which.en})", f" ({which.fr})") if several else ("", "")
        en += (f", {number} h after the first alert" if part.hours else ", on the first alert") + named[0]
        fr += (f", {comma}\u202fh après la première alerte" if part.hours else ", à la première alerte") + named[1]
    elif part.hours:
        en += f", {number} h {'later' if part.hours > 0 else 'earlier'}"
        fr += f", {comma}\u202fh {'plus tard' if part.hours > 0 else 'plus tôt'}"
    if part.without:
        en += f", without {_listed(part.without, 'and')}"
        fr += f", sans {_listed([f'«\u202f{name}\u202f»' for name in part.without], 'ni')}"
    return Text(en, fr)


def _listed(words: Sequence[str], last: str) -> str:
    *others, final = words
    return f"{', '.join(others)} {last} {final}" if others else final
