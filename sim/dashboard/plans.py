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
    """One thing that a response does: when, and what on which claim and by whom; one measure on many claims is one."""

    when: str
    what: str


def steps(plan: Response, scenario: Scenario, t: Words) -> list[Step]:
    """What a response does, in order of time."""
    named: tuple[Any, ...] = (*scenario.claims, *scenario.actors, *scenario.operations)
    labels: dict[str, Text] = {one.name: one.label for one in named}
    alike: dict[tuple[str, str, str], list[str]] = {}
    for entry in sorted(plan.entries, key=lambda one: (one.at is None, one.at or 0.0)):
        done = t.label(catalogue.card(entry.shelf, entry.do).label)
        whom = t.label(labels.get(entry.by, Text("", "")))
        alike.setdefault((moment(entry, t), done, whom), []).append(entry.claim)
    return [Step(when, _what(done, whom, [labels[one] for one in dict.fromkeys(claims) if one in labels], t))
            for (when, done, whom), claims in alike.items()]  # fmt: skip


def gravest(plan: Response) -> str:
    """The gravest rights class among the measures of a response; empty if none has one."""
    return catalogue.gravest(catalogue.card(one.shelf, one.do).rights for one in plan.entries)


def _what(done: str, whom: str, claims: list[Text], t: Words) -> str:
    if len(claims) == 1:
        done = t("ask-step-on", what=done, claim=t.label(claims[0]))
    elif claims:
        done = t("ask-step-on-many", what=done, n=len(claims))
    return t("ask-step-by", what=done, actor=whom) if whom else done


def moment(entry: EntrySpec, t: Words) -> str:
    """When an entry begins and for how long: at once, after 6 h, 1 d before, on the first alert, for 2 d."""
    when = _begins(entry, t)
    return t("ask-step-lasting", when=when, hours=t.hours(entry.hours)) if entry.hours else when


def _begins(entry: EntrySpec, t: Words) -> str:
    if entry.when is not None or entry.at is None:
        return t("ask-step-condition")
    if entry.since:
        return t("ask-step-alert-after", hours=t.hours(entry.at)) if entry.at > 0 else t("ask-step-alert")
    if entry.at == 0:
        return t("ask-step-now")
    key = "ask-step-after" if entry.at > 0 else "ask-step-before"
    return t(key, hours=t.hours(abs(entry.at)))
