"""Clickbait: headlines promise more than they hold: the claim is passed on more, its tellers trusted less."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import speech
from sim.state.advertising import earn
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Clickbait", "Titres racoleurs (piège à clics)"),
    idea="buys spread with the trust of its own source; deceiving makes posts appeal at no such price",
    sources=("A17", "C7", "assumed"),
    disarm=("T0016", "T0167.002", "T0137.001"),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How much it promises, and what disappointment costs."""

    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(6.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    arousal: float = param(1.0, "log-odds", 0, 4, source="assumed", doc="appeal that the headline adds")
    penalty: float = param(
        0.05, "events", 0, 10, source="assumed", doc="what one reading speaks against the tellers' source"
    )
    income: float = param(
        0.0, "€", 0, 1000, source="assumed", doc="what advertisers pay its operation for a thousand views of its posts"
    )


TRIAL = Trial(
    moves={
        "": "+total_exposure",
        "posts": "+total_exposure",
        "rate": "+total_exposure",
        "arousal": "+total_exposure",
        "penalty": "-trust.peer",
        "income": "+ad_income.operation",
    },
    tries={"penalty": (0.5, 2.0)},
)


def begin(world: World, entry: Entry) -> None:
    """From now on whoever reads the claim is let down by its tellers."""
    if entry.params.penalty and not speech.is_silent(entry) and len(entry.actors):
        world.claims.smears[entry.claim] = world.accounts.source[entry.actors[0]]
        world.claims.smear[entry.claim] = entry.params.penalty


def during(world: World, entry: Entry) -> None:
    """Post under such headlines, and earn by those who look."""
    speech.say(world, entry, appeal=entry.params.arousal)
    earn(world, entry, entry.params.income)


def end(world: World, entry: Entry) -> None:
    """No more of it."""
    world.claims.smear[entry.claim] = 0.0
