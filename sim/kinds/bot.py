"""Bot: an automated account that says and passes on what its operation plans (A39-A41)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.draws import Draws
from sim.ground.types import I32
from sim.state.accounts import Accounts
from sim.state.codes import Kind, Source
from sim.state.habits import on_duty

CARD = Card(
    label=Text("Bot", "Robot"),
    idea="acts by plan alone and never reads; unlike a troll it reshares and does not answer",
    sources=("A39", "A40"),
)
KIND = Kind.BOT


@dataclass(frozen=True)
class Params:
    """What it does beside the operation's plan."""

    activity: float = param(0.0, "1/day", 0, 1000, source="assumed", doc="ordinary posts, as camouflage")


TRIAL = Trial(moves={"activity": "+posts"})


def fill(accounts: Accounts, rows: I32, public: Any, params: Params, draws: Draws) -> None:
    """A bot opens no sessions of its own unless it has ordinary posts to write."""
    on_duty(accounts, rows, params.activity, Source.PEER)
