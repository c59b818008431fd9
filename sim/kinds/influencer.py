"""Influencer: a person whom many follow and whose posts travel further (A19, A47)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.draws import Draws
from sim.ground.types import I32
from sim.state.accounts import Accounts
from sim.state.codes import Kind, Source

CARD = Card(
    label=Text("Influencer", "Influenceur"),
    idea="a person with a large audience, taken as a peer; unlike a media outlet it has a mind that can change",
    sources=("A19", "A47"),
)
KIND = Kind.INFLUENCER


@dataclass(frozen=True)
class Params:
    """How much more it does than others."""

    activity: float = param(2.0, "1/day", 0, 1000, source="assumed", doc="own posts")
    sessions: float = param(15.0, "1/day", 0, 200, source="assumed", doc="feed refreshes on a day online")
    online: float = param(0.9, "prob", 0, 1, source="assumed", doc="online on a day")


TRIAL = Trial(moves={"activity": "+posts", "sessions": "+visits", "online": "+visits"})


def fill(accounts: Accounts, rows: I32, public: Any, params: Params, draws: Draws) -> None:
    """An influencer is a busy person: literacy and susceptibility are as among everybody."""
    accounts.activity[rows] = params.activity
    accounts.sessions[rows] = params.sessions
    accounts.online[rows] = params.online
    accounts.attention[rows] = public.attention
    accounts.source[rows] = Source.PEER
