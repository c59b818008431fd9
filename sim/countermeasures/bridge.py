"""Bridge: people are brought together with moderate voices of the other side; a few take it ill."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans
from sim.state.accounts import rows_of
from sim.state.feelings import bring_nearer
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Bridge between camps", "Pont entre les camps"),
    idea="changes whom people hear, for good; a bridging feed changes what is shown of whom they follow",
    sources=("A36", "A84", "F05", "F12", "Santoro & Broockman 2022, Sci Adv, 10.1126/sciadv.abn5515"),
    disarm=("C00111", "C00017", "C00027"),
    rights="potentially_problematic",
    cost=Cost(40_000.0, 160.0),
    authority="civil society; platform",
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How many take part, how many voices they meet, how they feel then, and who takes it ill."""

    share: float = param(0.1, "share", 0, 1, source="assumed", doc="share of the audience that takes part")
    links: int = param(
        3, "accounts", 0, 100, source="assumed", doc="moderate people of the other side that each follows"
    )
    backlash: float = param(0.05, "share", 0, 1, source="assumed", doc="of those who take part, harden in their view")
    hardening: float = param(0.1, "-1..1", 0, 1, source="assumed", doc="how far these move away from the middle")
    warming: float = param(5.0, "degrees", 0, 50, source="Santoro & Broockman 2022, sign; value assumed",
                           doc="by which the others feel nearer to the other camp")  # fmt: skip


TRIAL = Trial(
    moves={"": "+follows_in_all", "share": "+follows_in_all", "links": "+follows_in_all", "backlash": "+polarisation",
           "hardening": "+polarisation", "warming": "-affective_distance"},
    tries={"backlash": (0.0, 0.5, 1.0), "hardening": (0.0, 0.5)},
    needs={"backlash": {"share": 1.0, "links": 1, "hardening": 1.0},
           "hardening": {"share": 1.0, "links": 1, "backlash": 1.0}},
    entries={"trial": {"params": {"share": 0.5}}},
)  # fmt: skip
MODERATE = 0.5  # assumed: opinions nearer to the middle than this are moderate


def cost(entry: Entry) -> Cost:
    """A price for each tenth of the audience."""
    return plans.scaled(CARD, entry.params.share / 0.1 if entry.params.links else 0.0)


def begin(world: World, entry: Entry) -> None:
    """Let those who take part follow moderate people of the other camp; most warm to it, some harden."""
    params, accounts = entry.params, world.accounts
    if params.links == 0 or params.share == 0.0:
        return
    seekers = acts.members_drawn(world, entry.audience, params.share, plans.stream(entry, "takes part"))
    moderate = rows_of(accounts.people() & (np.abs(accounts.column("opinion")) < MODERATE))
    sources, targets = [seekers[:0]], [seekers[:0]]
    for group in range(2):
        near, far = seekers[accounts.group[seekers] == group], moderate[accounts.group[moderate] != group]
        if len(far):
            met = world.draws.integers(
                plans.stream(entry, "meets"), 0, near[:, None], len(far), np.arange(params.links)
            )
            sources.append(np.repeat(near, params.links))
            targets.append(far[met].ravel())
    none = np.empty(0, np.int32)
    world.network = world.network.edited(none, none, np.concatenate(sources), np.concatenate(targets))
    hardens = world.draws.uniform(plans.stream(entry, "hardens"), 0, seekers) < params.backlash
    bring_nearer(world, seekers[~hardens], params.warming)
    hard = seekers[hardens]
    away = accounts.opinion[hard] + np.float32(params.hardening) * np.where(accounts.group[hard] == 1, 1.0, -1.0)
    accounts.opinion[hard] = np.clip(away, -1.0, 1.0)
