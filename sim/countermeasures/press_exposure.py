"""Press exposure: newsrooms report on the operation, and check before they print it; more hear of the claim."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import acts, newsrooms, plans, speech
from sim.state.accounts import rows_of
from sim.state.codes import Stance
from sim.state.newsrooms import CAREFUL
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Press exposure", "Révélations dans la presse"),
    idea="the press tells its own public what is behind the claim; attribution is a state's word",
    sources=("C7", "A63", "F10", "F15", "assumed"),
    disarm=("C00184", "C00154"),
    rights="potentially_problematic",
    cost=Cost(0.0, 24.0),
    authority="press; ministry (background only)",
)


@dataclass(frozen=True)
class Params:
    """How many outlets report, on whom, how soon, how rightly, and how they treat the claim from then on."""

    reach: float = param(0.4, "share", 0, 1, source="assumed", doc="of outlets that report")
    posts: int = param(2, "posts", 1, 1000, source="assumed", doc="of each of them")
    target: str = param("", "-", source="pack", doc="actor or operation that is exposed; empty: all operations")
    recall: float = param(0.6, "prob", 0, 1, source="assumed", doc="P(an account of it is named)")
    false_alarm: float = param(0.0005, "prob", 0, 1, source="assumed", doc="P(an ordinary person is named with them)")
    doubt: float = param(0.3, "share", 0, 1, source="assumed", doc="of the trust in those named that is lost")
    care: float = param(0.5, "share", 0, 1, source="assumed", doc="of careless newsrooms that check from then on")
    delay: float = param(12.0, "h", 0, 1000, source="assumed", doc="until the research can be printed")


PITCH = {"do": "press_pickup", "by": "bots", "at": 6.0, "params": {"checks": 0.0, "threshold": 0.01}}
TRIAL = Trial(
    entries={"trial": {}, "pitching": PITCH},
    moves={"reach": "+correction_reach", "posts": "+posts", "doubt": "-mean_belief", "false_alarm": "+unmasking_errors",
           "recall": "-mean_belief", "care": "-press_pickup"},
    tries={"target": ("bots",), "delay": (4.0, 40.0), "false_alarm": (0.05, 0.2), "posts": (1, 6)},
    needs={"doubt": {"delay": 2.0, "recall": 1.0}, "recall": {"delay": 2.0, "doubt": 1.0}, "care": {"delay": 0.0}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of briefing them, if anybody reports."""
    return plans.scaled(CARD, 1.0 if entry.params.reach else 0.0)


def during(world: World, entry: Entry) -> None:
    """Print it, in its hour: deny the claim, name who is behind it, and look twice from then on."""
    params = entry.params
    if params.reach == 0.0 or not plans.due(world, entry, params.delay):
        return
    press = newsrooms.outlets(world)
    press = press[world.draws.uniform(plans.stream(entry, "reports"), 0, press) < params.reach]
    entry.memory[CAREFUL] = params.care
    if not len(press):
        return
    acts.post_claim(world, np.repeat(press, params.posts), entry.claim, Stance.DENY)
    _name(world, entry)


def _name(world: World, entry: Entry) -> None:
    params, accounts = entry.params, world.accounts
    hidden = accounts.column("operation") >= 0
    behind = speech.actor(world, entry, params.target) if params.target else rows_of(hidden)
    innocent = rows_of(accounts.people() & ~hidden)
    found = _drawn(world, entry, behind, params.recall)
    wrong = _drawn(world, entry, innocent[~np.isin(innocent, behind)], params.false_alarm)
    if params.doubt:
        world.standings.doubt(np.concatenate([found, wrong]), params.doubt)
    world.ledger.unmasked += len(found)
    world.ledger.wrongly_unmasked += len(wrong)


def _drawn(world: World, entry: Entry, rows: I32, chance: float) -> I32:
    return rows[world.draws.uniform(plans.stream(entry, "named"), 0, rows) < chance]
