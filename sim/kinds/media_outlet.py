"""Media outlet: a newsroom that posts much, all day, and is trusted as the press is."""

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
    label=Text("Media outlet", "Média"),
    idea="publishes many posts to a large audience; unlike a fact-checker it does not make rulings on claims",
    sources=("C7", "A63"),
)
KIND = Kind.MEDIA_OUTLET


@dataclass(frozen=True)
class Params:
    """What it does on ordinary days."""

    activity: float = param(20.0, "1/day", 0, 1000, source="assumed", doc="ordinary posts")


TRIAL = Trial(moves={"activity": "+posts"})


def fill(accounts: Accounts, rows: I32, public: Any, params: Params, draws: Draws) -> None:
    """A newsroom posts all day and is taken as the press."""
    on_duty(accounts, rows, params.activity, Source.PRESS)
