"""Plans in words: what a response does, when, by whom and on which claim, and what that means for rights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim import catalogue
from sim.ground.cards import Text
from sim.i18n import Words
from sim.scenario import EntrySpec, Response, Scenario


@dataclass(frozen=True)
class Step:
    """One thing that a response does: the sentence, and the rights class of its measure (empty: none)."""

    name: str
    words: str
    rights: str


def steps(plan: Response, scenario: Scenario, t: Words) -> list[Step]:
    """What a response does, in order of time."""
    ordered = sorted(plan.entries, key=lambda entry: (entry.at is None, entry.at or 0.0))
    return [Step(one.name, _sentence(one, scenario, t), catalogue.card(one.shelf, one.do).rights) for one in ordered]


def gravest(plan: Response) -> str:
    """The gravest rights class among the measures of a response; empty if none has one."""
    return catalogue.gravest(catalogue.card(one.shelf, one.do).rights for one in plan.entries)


def _sentence(entry: EntrySpec, scenario: Scenario, t: Words) -> str:
    named: tuple[Any, ...] = (*scenario.claims, *scenario.actors, *scenario.operations)
    labels: dict[str, Text] = {one.name: one.label for one in named}
    what = t.label(catalogue.card(entry.shelf, entry.do).label)
    if entry.claim in labels:
        what = t("ask-step-on", what=what, claim=t.label(labels[entry.claim]))
    if t.label(labels.get(entry.by, Text("", ""))):
        what = f"{what}, {t('ask-step-by', actor=t.label(labels[entry.by]))}"
    when = moment(entry.at, t)
    if entry.hours:
        return t("ask-step-lasting", when=when, hours=t.hours(entry.hours), what=what)
    return t("ask-step-at", when=when, what=what)


def moment(hour: float | None, t: Words) -> str:
    """An hour of the story in words: at once, after 6 h, 1 d before."""
    if hour is None:
        return t("ask-step-condition")
    if hour == 0:
        return t("ask-step-now")
    if hour < 0:
        return t("ask-step-before", hours=t.hours(-hour))
    return t("ask-step-after", hours=t.hours(hour))
