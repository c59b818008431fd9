"""Migration: an operation invites those who follow it to another platform, where nobody looks and little is removed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.types import I32
from sim.state import moving, plans, service
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Migration to another platform", "Migration vers une autre plateforme"),
    idea="moves the audience and not the message, so that what is removed here goes on there",
    sources=("A87", "F14"),
    disarm=("T0122", "T0155.002"),
)
READS_AUDIENCE = True
NEEDS_LAYERS = True
NEEDS = ("by",)


@dataclass(frozen=True)
class Params:
    """How often people are invited, how many come, and for how much of their time."""

    invite_rate: float = param(1.0, "1/day", 0, 1000, source="assumed", doc="invitations that each follower sees")
    pull: float = param(0.2, "prob", 0, 1, source="assumed", doc="share of followers who would come")
    moved: float = param(0.5, "share", 0, 1, source="assumed", doc="part of their time here that they take along")
    to: str = param("", "-", source="pack", doc="layer; empty: the first other one")


TRIAL = Trial(
    moves=dict.fromkeys(("", "invite_rate", "pull", "moved"), "+displacement.rumour"),
    tries={"to": ("video",)},
    needs={"invite_rate": {"pull": 0.8}, "moved": {"pull": 0.8}, "pull": {"invite_rate": 24.0}},
    entries={
        "trial": {"by": "herald"},
        "inside": {"do": "publish", "by": "herald", "on": "chat"},
    },
    world={
        "scenario.layers.chat.platform": "closed_chat",
        "scenario.layers.chat.closed": True,
        "scenario.layers.video.platform": "short_video",
    },
)


def during(world: World, entry: Entry) -> None:
    """Invite; those who come follow the operation's first account there, and are not asked again."""
    to, channel = service.layer_of(world, entry.params.to), plans.able(world, entry.actors)
    if to in (-1, world.layer) or not len(channel):
        return
    asked = _asked(world, entry, channel)
    network = world.layers[to].held["network"]
    coming = asked[~np.isin(asked, network.followers(channel[0]))]
    if not len(coming):
        return
    moving.move_over(world, to, coming, entry.params.moved, int(channel[0]))
    world.note("migrate", entry.name, f"{len(coming)}")


def _asked(world: World, entry: Entry, hosts: I32) -> I32:
    """Followers of the operation who see an invitation in this tick and would come."""
    followers = np.unique(np.concatenate([world.network.followers(int(host)) for host in hosts]))
    open_to = world.members(entry.audience) & world.accounts.people() & world.accounts.can_act()
    followers = followers[open_to[followers] & (world.layers[world.layer].weight[followers] > 0)]
    chance = entry.params.invite_rate * world.clock.hours_per_tick / 24.0
    sees = world.draws.uniform(plans.stream(entry, "sees"), world.clock.tick, followers) < chance
    would = world.draws.uniform(plans.stream(entry, "comes"), 0, followers) < entry.params.pull
    return np.asarray(followers[sees & would], np.int32)
