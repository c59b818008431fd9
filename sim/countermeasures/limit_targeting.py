"""Limit targeting: fine segments may no longer be bought, and advertising of those who deceive is turned away."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.advertising import DRAINED, MISTAKEN, REFUSED, SMALLEST
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Limit targeted advertising", "Limiter le ciblage publicitaire"),
    idea="works on what can be bought; privacy rules work on what can be known",
    sources=("F09", "F17", "F23", "assumed"),
    disarm=("C00065", "C00216"),
    rights="potentially_problematic",
    cost=Cost(0.0, 80.0),
    authority="platform; regulator",
)


@dataclass(frozen=True)
class Params:
    """How broad an audience must be, whose advertising is turned away, and from when on."""

    smallest: float = param(
        0.2, "share", 0, 1, source="assumed", doc="of people that an audience must hold; it is filled up with others"
    )
    recall: float = param(0.5, "share", 0, 1, source="assumed", doc="of an operation's advertising that is refused")
    false_alarm: float = param(
        0.02, "share", 0, 1, source="assumed", doc="of anybody else's that is refused by mistake: small campaigns lose"
    )
    funds: float = param(
        0.3, "share", 0, 1, source="assumed", doc="of what advertisers pay operations that they no longer do"
    )
    delay: float = param(12.0, "h", 0, 1000, source="assumed", doc="until the platform applies it")


BUYING = {"do": "paid_targeting", "by": "bots", "at": 0.0, "audience": "diaspora", "params": {"budget": 3.0}}
BAITING = {"do": "clickbait", "by": "bots", "at": 0.0, "hours": 40.0, "claim": "rumour", "params": {"income": 5.0}}
TRIAL = Trial(
    entries={"trial": {}, "buying": BUYING},
    moves={"recall": "-total_exposure", "funds": "-ad_income.operation", "delay": "+total_exposure"},
    tries={"smallest": (0.5, 0.9), "delay": (2.0, 30.0), "false_alarm": (0.3, 0.9)},
    needs={"smallest": {"recall": 0.0}, "funds": {"scenario.timeline.baiting": BAITING},
           "recall": {"delay": 0.0}, "delay": {"recall": 1.0},
           "false_alarm": {"scenario.timeline.telling_ours": {
               "do": "own_story", "at": 0.0, "hours": 48.0, "claim": "finding", "by": "embassy",
               "params": {"ad_budget": 2.0, "rate": 0.5}}}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of watching over it."""
    params = entry.params
    return plans.scaled(CARD, 1.0 if params.smallest or params.recall or params.funds else 0.0)


def during(world: World, entry: Entry) -> None:
    """From its hour on the rules hold."""
    params = entry.params
    if plans.due(world, entry, params.delay) and (params.smallest or params.recall or params.funds):
        entry.memory |= {SMALLEST: params.smallest, REFUSED: params.recall, MISTAKEN: params.false_alarm,
                         DRAINED: params.funds}  # fmt: skip
