"""Coalition: partners agree on one statement and make it together; it takes time, and carries further (C21)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import acts, newsrooms, plans, speech
from sim.state.deciding import pace
from sim.state.press import Newsroom, Story
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Joint statement of a coalition", "Déclaration commune d’une coalition"),
    idea="weighs more than one voice and reaches more publics, but later; a statement is one's own and at once",
    sources=("C21", "A63", "A76", "F07", "F22"),
    disarm=("C00161", "C00176", "C00205"),
    rights="potentially_problematic",
    cost=Cost(0.0, 8.0),
    authority="coalition of ministries; international organisation; civil society",
)
NEEDS = ("by", "claim")
PRINTED = 1.0  # assumed: hours until an outlet prints what many governments say
AGREED = "agreed in"  # in Entry.memory, hours
REDUNDANCY = 0.6  # C21: each further voice adds so much of what the one before it added


@dataclass(frozen=True)
class Params:
    """Who takes part, how long they take to agree, and what agreement costs in clarity."""

    members: tuple[str, ...] = param((), "-", source="pack", doc="actors who join those who act")
    lag: float = param(1.0, "h", 0, 336, source="assumed", doc="that each further member adds to agreeing")
    softening: float = param(0.03, "share", 0, 1, source="assumed", doc="of its clarity that each further member costs")
    bridge: float = param(
        0.5, "share", 0, 5, source="C21, value assumed", doc="added weight where both camps speak in equal parts"
    )
    times: int = param(1, "posts", 0, 1000, source="assumed", doc="how often it is said")
    every: float = param(12.0, "h", 0.05, 1000, source="assumed", doc="time between two repetitions")
    press: float = param(0.0, "share", 0, 1, source="assumed", doc="of people who must have met it before the press"
                         " carries it; 0: the press is not called")  # fmt: skip


ALLIES = {"members": ("herald", "checkers")}
ALONE = {"scenario.timeline.answering": None, "scenario.timeline.checking": None}
TRIAL = Trial(
    moves={"": "+correction_reach", "times": "+correction_reach", "softening": "+mean_belief",
           "bridge": "-mean_belief"},
    tries={"members": (("checkers",), ("checkers", "herald")), "lag": (4.0, 12.0), "press": (0.05, 0.2),
           "softening": (0.1, 0.4)},
    needs={"": ALONE, "every": {"times": 4}, **dict.fromkeys(("lag", "softening"), ALLIES),
           "bridge": ALLIES | {"scenario.actors.herald.opinion": -0.5}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """A day's work for each who must agree; those who act count as one."""
    return plans.scaled(CARD, (1 + len(entry.params.members)) if entry.params.times else 0.0)


def waits(params: Params, accounts: int) -> float:
    """Hours until so many accounts have agreed, where no plan or alert makes it shorter."""
    return params.lag * max(0, accounts - 1)


def during(world: World, entry: Entry) -> None:
    """Say it together, as soon as all have agreed; call the press."""
    params = entry.params
    if params.times == 0:
        return
    members = _members(world, entry)
    if AGREED not in entry.memory:
        entry.memory[AGREED] = waits(params, len(members)) * pace(world)
    agreed = entry.memory[AGREED]
    if any(plans.due(world, entry, agreed + turn * params.every) for turn in range(params.times)):
        _speak(world, entry, members)
    if params.press and plans.in_force(world, entry, agreed) and len(members):
        story = Story(entry.claim, plans.verdict(world, entry.claim), int(world.accounts.source[members[0]]))
        newsrooms.offer(world, entry, story, Newsroom(params.press, PRINTED, 0.0))


def _members(world: World, entry: Entry) -> I32:
    named = [speech.actor(world, entry, name) for name in entry.params.members]
    return plans.able(world, np.unique(np.concatenate([entry.actors, *named])))


def _speak(world: World, entry: Entry, members: I32) -> None:
    """Each posts the joint text, so firmly that one reading of it weighs as C21 says, whoever is read."""
    if not len(members):
        return
    accounts, params = world.accounts, entry.params
    people = accounts.people()
    trust = {source: float(np.mean(accounts.trust(source)[people], dtype=np.float64))
             for source in np.unique(accounts.source[members]).tolist()}  # fmt: skip
    each = np.array([trust[source] for source in accounts.source[members].tolist()])
    clear = max(0.0, 1.0 - params.softening * (len(members) - 1))
    weight = clear * joint_weight(each.tolist()) * spanned(accounts.group[members].tolist(), params.bridge)
    acts.post_claim(world, members, entry.claim, plans.verdict(world, entry.claim), certainty=weight / each)
    plans.own_side_speaks(world, entry)


def joint_weight(trust: list[float]) -> float:
    """The sum of tau_j 0.6^(j - 1) over the senders, the most trusted first (C21)."""
    return sum(tau * REDUNDANCY**nth for nth, tau in enumerate(sorted(trust, reverse=True)))


def spanned(camps: list[int], bridge: float) -> float:
    """What it adds that senders come from both camps: nothing from one alone, most in equal parts."""
    share = sum(camps) / len(camps)
    return 1.0 + bridge * 4.0 * share * (1.0 - share)
