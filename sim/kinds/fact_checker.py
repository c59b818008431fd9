"""Fact-checker: an organisation that rules on claims and is trusted, or not, for that (A66, C5)."""

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
    label=Text("Fact-checker", "Vérificateur de faits"),
    idea="rules on claims; trust in it also scales what labels do, unlike trust in a media outlet",
    sources=("A66", "C5"),
)
KIND = Kind.FACT_CHECKER


@dataclass(frozen=True)
class Params:
    """What it does on ordinary days."""

    activity: float = param(4.0, "1/day", 0, 1000, source="assumed", doc="ordinary posts")


TRIAL = Trial(moves={"activity": "+posts"})


def fill(accounts: Accounts, rows: I32, public: Any, params: Params, draws: Draws) -> None:
    """A fact-checker posts its ordinary rulings; those on the scenario's claims come by plan."""
    on_duty(accounts, rows, params.activity, Source.FACT_CHECKERS)
