"""Names: what the claims, people, actions and measures of one run are called, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten
from typing import Any

from sim import catalogue
from sim.ground.problems import Problems
from sim.i18n import Words
from sim.scenario import read_scenario

LANES = ("own", "platform", "operation", "others")
FOES = ("bot", "troll")
SHELVES = ("claims", "segments", "countries", "actors", "operations", "layers", "acts", "images", "detectors")
SHORT = 40  # letters of a claim that stands beside something else


@dataclass(frozen=True)
class Names:
    """The settings and manifest of a run, read for somebody with a language and colours."""

    settings: Mapping[str, Any]
    manifest: Mapping[str, Any]
    t: Words
    dark: bool = False

    @property
    def story(self) -> Mapping[str, Any]:
        """The scenario's body."""
        told: Mapping[str, Any] = self.settings["scenario"]
        return told

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims, in the order in which tables number them."""
        return tuple(self.story.get("claims") or {})

    @property
    def horizon(self) -> float:
        """Hours that are played after the start."""
        return float(self.settings["time"].get("days") or self.story["horizon_hours"] / 24) * 24

    def hour(self, tick: int) -> float:
        """Hours after the start at which a tick begins."""
        time = self.settings["time"]
        days = float(time.get("burn_in_days", -1.0))  # below 0: as the story has it
        burnt = 24 * days if days >= 0 else float(self.story["burn_in_hours"])
        return tick * float(time["minutes"]) / 60 - burnt

    @cached_property
    def answers(self) -> Mapping[str, Any]:
        """The entries of the answer that was given."""
        name = str(self.settings["response"])
        plan = (self.story.get("responses") or {}).get(name)
        return dict(plan.get("entries") or {}) if plan else self._composed(name)

    @cached_property
    def entries(self) -> Mapping[str, Any]:
        """Everything that was planned, by name."""
        return {**(self.story.get("timeline") or {}), **self.answers}

    def called(self, name: str) -> str:
        """What a claim, part of the public, country, actor or source is called."""
        for shelf in SHELVES:
            label = ((self.story.get(shelf) or {}).get(name) or {}).get("label")
            if label and self.t.label(label):
                return self.t.label(label)
        key = f"run-source-{name.replace('_', '-')}"
        return self.t(key) if self.t.has(key) else name.replace("_", " ")

    def claim(self, name: str) -> str:
        """The claim in quotation marks; an ordinary post where there is none."""
        return self.t("run-claim", claim=self.called(name)) if name else self.t("run-ordinary")

    def kind(self, name: str) -> str:
        """What an account of a kind is called."""
        return self.t(f"run-kind-{name}")

    def action(self, idea: str) -> str:
        """What a tactic, countermeasure, event or detector is called."""
        if idea in catalogue.names("detectors"):
            return self.t.label(catalogue.card("detectors", idea).label)
        known = idea in catalogue.actions()
        return self.t.label(catalogue.card(catalogue.shelf_of(idea), idea).label) if known else idea.replace("_", " ")

    def deed(self, who: str) -> str:
        """What an entry does and whose hand it is; the name itself where nothing of it is planned."""
        entry = self.entries.get(who)
        if entry is None:
            return self.action(who) if who in catalogue.names("detectors") else self.called(who)
        action, by = self.action(entry["do"]), str(entry.get("by") or "")
        known = by in (self.story.get("actors") or {})
        called = self.called(by) if known else self._about(str(entry.get("claim") or ""))
        return self.t("run-deed", action=action, actor=called) if called else action

    def lane(self, who: str) -> str:
        """On whose side an entry stands: the own side, a platform, an operation against it, or others and nature."""
        entry = self.entries.get(who)
        if entry is None:
            return "others"
        shelf = catalogue.actions().get(str(entry["do"]), "")
        if shelf == "countermeasures":
            authority = catalogue.card(shelf, entry["do"]).authority
            return "platform" if authority.startswith("platform") else "own" if who in self.answers else "others"
        if who in self.answers:
            return "own"
        return "others" if shelf == "events" else self._side(str(entry.get("by") or ""))

    def metric(self, column: str) -> str:
        """A measure with what it is about: False belief, “the embassy burns its papers”."""
        metric, _, part = column.partition("@")[0].partition(".")
        card = self.manifest["metrics"].get(metric, {})
        label = self.t.label(card.get("label") or {}) or metric.replace("_", " ")
        words = part.split(".") if part else []
        about = ", ".join(self.claim(word) if word in self.claims else self.called(word) for word in words)
        return self.t("run-metric-of", metric=label, about=about) if about else label

    def unit(self, column: str) -> str:
        """The unit of a measure, as its card gives it."""
        metric = column.partition("@")[0].partition(".")[0]
        return str(self.manifest["metrics"].get(metric, {}).get("unit", ""))

    def _about(self, claim: str) -> str:
        """The beginning of a claim, to tell actions of one side apart; nothing where there is none."""
        called = re.sub(r"\W+…$", "…", shorten(self.called(claim), SHORT, placeholder="…"))
        return self.t("run-claim", claim=called) if claim in self.claims else ""

    def _composed(self, name: str) -> Mapping[str, Any]:
        """The entries of an answer that was put together of others; none where this version cannot read it."""
        scenario, _ = read_scenario(str(self.story.get("name", "")), dict(self.story))
        try:
            entries = scenario.response(name).entries if scenario else ()
        except Problems:
            return {}
        return {one.name: {"do": one.do, "by": one.by, "claim": one.claim} for one in entries}

    def _side(self, by: str) -> str:
        actors = self.story.get("actors") or {}
        operation = str((actors.get(by) or {}).get("operation") or "")
        if by and by not in actors:  # a whole operation acts
            operation = by
        group = [actor for actor in actors.values() if operation and actor.get("operation") == operation]
        sides = {_alone(actor) for actor in (group or [actors.get(by) or {}])}
        return "own" if "own" in sides else "operation" if "operation" in sides else self._hired(by)

    def _hired(self, by: str) -> str:
        """Others who post the false claims of the rival side for it."""
        rival = {name for name, claim in (self.story.get("claims") or {}).items() if claim.get("side") == "rival"}
        paid = {entry.get("by") for entry in self.entries.values()
                if entry["do"] == "seed_influencers" and entry.get("claim") in rival}  # fmt: skip
        return "operation" if by in paid else "others"


def _alone(actor: Mapping[str, Any]) -> str:
    if actor.get("source") == "own_state":
        return "own"
    return "operation" if actor.get("source") == "rival_state" or actor.get("kind") in FOES else "others"
