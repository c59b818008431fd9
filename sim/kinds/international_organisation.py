"""International organisation: an organisation of states that speaks seldom, slowly and for many members."""

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
    label=Text("International organisation", "Organisation internationale"),
    idea="speaks for many states at once and has trust of its own; a state account speaks for one",
    sources=("D3",),
)
KIND = Kind.INTERNATIONAL_ORGANISATION


@dataclass(frozen=True)
class Params:
    """What it does on ordinary days."""

    activity: float = param(3.0, "1/day", 0, 1000, source="assumed", doc="ordinary posts")


TRIAL = Trial(moves={"activity": "+posts"})


def fill(accounts: Accounts, rows: I32, public: Any, params: Params, draws: Draws) -> None:
    """A few posts a day about its work; what it says of claims comes by plan."""
    on_duty(accounts, rows, params.activity, Source.INTERNATIONAL)
