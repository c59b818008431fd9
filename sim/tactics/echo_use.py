"""Use echo chambers: the claim is given to insiders of closed groups that lean its way, and to nobody else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32, I64
from sim.state import acts, plans
from sim.state.clusters import closure, cluster_of, leaning
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Use of echo chambers", "Exploitation de chambres d’écho"),
    idea="finds the groups that want to hear it and speaks there first; seeding goes to the most followed of all",
    sources=("A35", "V28"),
    disarm=("T0102.001",),
    cost=Cost(20.0),
)
READS_AUDIENCE = True
NEEDS = ("claim",)
SMALLEST = 10  # assumed: members that make a group worth looking for


@dataclass(frozen=True)
class Params:
    """Which groups are good enough, how many are used, and through whom."""

    clusters: int = param(5, "groups", 0, 10_000, source="assumed", doc="used at most, the most closed first")
    seeds: int = param(3, "accounts", 0, 1000, source="assumed", doc="insiders asked in each, most followed first")
    acceptance: float = param(0.5, "prob", 0, 1, source="assumed", doc="P(one of them posts the claim)")
    min_lean: float = param(0.2, "-1..1", -1, 1, source="assumed", doc="mean opinion the claim's way of a group")
    min_closure: float = param(0.3, "share", 0, 1, source="assumed", doc="of a group's follows that stay within it")


ALONE = {f"scenario.timeline.{other}": None for other in ("opening", "flooding", "swarming")}
WIDE = {"clusters": 20, "min_closure": 0.0}
TRIAL = Trial(
    moves={"": "+total_exposure", "clusters": "+total_exposure", "seeds": "+total_exposure",
           "acceptance": "+total_exposure", "min_lean": "-total_exposure", "min_closure": "-total_exposure"},
    tries={"clusters": (1, 2), "seeds": (1, 12), "min_lean": (-0.6, 0.5), "min_closure": (0.1, 0.9)},
    needs={"clusters": ALONE | {"min_closure": 0.0}, "seeds": ALONE | WIDE, "acceptance": ALONE | WIDE,
           "min_lean": ALONE | WIDE, "min_closure": ALONE | {"clusters": 20}},
)  # fmt: skip


def begin(world: World, entry: Entry) -> None:
    """Find the groups, ask their insiders, and let those who agree post the claim."""
    params, member = entry.params, world.members(entry.audience) & world.accounts.people()
    if params.clusters == 0 or params.seeds == 0 or params.acceptance == 0.0:
        return
    cluster, side = cluster_of(world), leaning(world, entry)
    closed, size = closure(world, member)
    lean = np.bincount(cluster[member], side[member], len(size)) / np.maximum(1, size)
    good = (size >= SMALLEST) & (lean >= params.min_lean) & (closed >= params.min_closure)
    order = np.argsort(-np.where(good, closed, -1.0), kind="stable")[: min(params.clusters, int(good.sum()))]
    insiders = [_insiders(world, np.flatnonzero(member & (cluster == one)), params.seeds) for one in order]
    asked = np.concatenate([np.empty(0, np.int32), *insiders])
    agree = world.draws.uniform(plans.stream(entry, "agree"), 0, asked) < params.acceptance
    acts.post_claim(world, plans.paid(world, entry, plans.able(world, asked[agree])), entry.claim, Stance.SUPPORT)


def _insiders(world: World, members: I64, count: int) -> I32:
    """The most followed members of a group."""
    followers = world.network.in_degree[members]
    return members[np.argsort(-followers, kind="stable")[:count]].astype(np.int32)
