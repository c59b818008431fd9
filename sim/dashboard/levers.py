"""Levers: the few numbers of a story that a planner may want otherwise, from five to nine, each with unit and source.

They come from the story itself: how credible its falsehood is, how busy the operation, how many its bots; and from the
public and the platform. Words stand in `ask.ftl` under `ask-lever-<words>`.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from sim.ground.cards import Text
from sim.scenario import ActorSpec, ClaimSpec, EntrySpec, Scenario
from sim.settings.parts import Population
from sim.state.platform import Platform

VOLUMES = ("rate", "posts", "budget", "targets", "attempts", "load", "carriers")  # params by which an action is strong
AUTOMATED = ("bot", "troll")
FEEDS = ("engagement", "chronological", "bridging")
STRONGEST = 2  # actions of the operation that get a lever
STEPS = (0.0, 0.5, 1.0, 2.0, 4.0)  # assumed: as many times what the story says


@dataclass(frozen=True)
class Lever:
    """One number or choice that a question may set; `values` are what can be chosen, `default` is the story's own."""

    key: str
    setting: str
    words: str
    default: Any
    values: tuple[Any, ...]
    unit: str
    source: str
    names: dict[str, Text] = field(default_factory=dict)  # put into the words: claim, action, actor

    @property
    def assumed(self) -> bool:
        """Whether nobody has measured the story's own value."""
        return "assumed" in self.source or self.source == "pack"

    def words_for(self, value: Any) -> str:
        """The override that sets it."""
        return f"{self.setting}={value}"


def levers_of(scenario: Scenario) -> tuple[Lever, ...]:
    """The levers of a story, the most particular first."""
    falsehoods = [claim for claim in scenario.claims if not claim.true]
    story = [*_of_claim(falsehoods[0])] if falsehoods else []
    story += _of_operation(scenario) + _of_crew(scenario)
    return tuple([*story, *_of_public(), *_of_platform()][:9])


def _of_claim(claim: ClaimSpec) -> tuple[Lever, ...]:
    names, place = {"claim": claim.label}, f"scenario.claims.{claim.name}"
    return (
        Lever("credible", f"{place}.plausibility", "credible", claim.plausibility,
              _around(claim.plausibility, (-2.0, -1.0, 0.0, 1.0, 2.0)), "log-odds", "assumed", names),
        Lever("travels", f"{place}.spread_factor", "travels", claim.spread_factor,
              _with(claim.spread_factor, (0.7, 1.0, 1.7, 3.0)), "x", "A16", names),
    )  # fmt: skip


def _of_operation(scenario: Scenario) -> list[Lever]:
    """The actions by which falsehoods are pushed hardest, among those that say how strongly they are done."""
    false = {claim.name for claim in scenario.claims if not claim.true}
    chosen: dict[str, tuple[float, EntrySpec, str]] = {}
    for entry in scenario.timeline:
        told = [name for name in VOLUMES if _amount(entry, name) > 0]
        if entry.shelf == "tactics" and entry.claim in false and told:
            effort = _amount(entry, told[0]) * max(1.0, entry.hours) * _size_of(scenario, entry.by)
            chosen[entry.name] = (effort, entry, told[0])
    hardest = sorted(chosen.values(), key=lambda one: -one[0])[:STRONGEST]
    return [_strength(scenario, entry, name) for _, entry, name in hardest]


def _amount(entry: EntrySpec, name: str) -> float:
    value = getattr(entry.params, name, 0)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0.0


def _size_of(scenario: Scenario, name: str) -> int:
    return sum(actor.count for actor in scenario.actors if name in (actor.name, actor.operation)) or 1


def _strength(scenario: Scenario, entry: EntrySpec, param: str) -> Lever:
    from sim import catalogue

    usual = getattr(entry.params, param)
    told = next(one for one in dataclasses.fields(entry.params) if one.name == param)
    whole = isinstance(usual, int)
    low, high = told.metadata.get("low") or 0, told.metadata.get("high") or float("inf")
    values = sorted({min(max(round(usual * step) if whole else usual * step, low), high) for step in STEPS})
    claims = {claim.name: claim.label for claim in scenario.claims}
    names = {"action": catalogue.card("tactics", entry.do).label, "actor": _actor(scenario, entry.by),
             "claim": claims[entry.claim]}  # fmt: skip
    setting = f"scenario.timeline.{entry.name}.params.{param}"
    source = str(told.metadata.get("source", "")) if usual == told.default else "pack"
    return Lever(
        entry.name, setting, f"strength-{param}", usual, tuple(values), str(told.metadata["unit"]), source, names
    )


def _of_crew(scenario: Scenario) -> list[Lever]:
    crews = [actor for actor in scenario.actors if actor.kind in AUTOMATED and actor.count > 1]
    crews.sort(key=lambda actor: -actor.count)
    return [_size(actor) for actor in crews[:1]]


def _size(actor: ActorSpec) -> Lever:
    values = sorted({max(1, round(actor.count * step)) for step in STEPS[1:]})
    names = {"actor": actor.label}
    return Lever(
        "crew", f"scenario.actors.{actor.name}.count", "crew", actor.count, tuple(values), "accounts", "pack", names
    )


def _of_public() -> tuple[Lever, ...]:
    usual = Population()
    trust = _with(usual.trust_own_state, (0.2, 0.3, 0.6, 0.75))
    return (
        Lever("trust", "population.trust_own_state", "trust", usual.trust_own_state, trust, "0..1", "A64"),
        Lever(
            "literacy", "population.literacy", "literacy", usual.literacy, (0.2, 0.35, 0.5, 0.65, 0.8), "0..1", "A23"
        ),
    )


def _of_platform() -> tuple[Lever, ...]:
    usual = Platform()
    passing = _with(usual.share_rate, (0.002, 0.005, 0.02))
    return (
        Lever("feed", "platform.feed", "feed", usual.feed, FEEDS, "-", "C3"),
        Lever("passing", "platform.share_rate", "passing", usual.share_rate, passing, "prob", "A14"),
        Lever("recommended", "platform.recommended", "recommended", usual.recommended,
              (0.0, 0.1, 0.2, 0.35, 0.5), "share", "C3, value assumed"),
    )  # fmt: skip


def _actor(scenario: Scenario, name: str) -> Text:
    """The label of whoever acts: an actor, or an operation by its own label or its largest crew."""
    named: tuple[Any, ...] = (*scenario.actors, *scenario.operations)
    labels: dict[str, Text] = {one.name: one.label for one in named if one.label.en}
    crew = [actor for actor in scenario.actors if actor.operation == name]
    crew.sort(key=lambda actor: -actor.count)
    return labels.get(name) or (crew[0].label if crew else Text(name, name))


def _around(value: float, steps: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(value + step, 3) for step in steps)


def _with(value: float, others: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sorted({value, *others}))
