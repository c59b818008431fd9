"""Fake outlet: accounts pose as the press, or as experts, and post other news beside the claim to look genuine."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import plans, speech
from sim.state.codes import SOURCES, Act, Source
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("News outlet persona", "Faux média d’information"),
    idea="a voice of its own that looks like a newsroom; inauthentic sites lend others a name, a look-alike copies one",
    sources=("A76", "C7", "assumed"),
    disarm=("T0097.202", "T0097.108"),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """As what they pose, how well, and how much else they post."""

    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(3.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    persona: str = param("press", "-", source="pack", doc="as one of whom they pose", choices=SOURCES)
    quality: float = param(0.5, "prob", 0, 1, source="assumed", doc="P(a careless reader is taken in)")
    cover: float = param(6.0, "1/day", 0, 1000, source="assumed", doc="ordinary posts of each beside the claim")


TRIAL = Trial(
    moves={
        "": "+total_exposure",
        "posts": "+total_exposure",
        "rate": "+total_exposure",
        "cover": "+posts",
        "quality": "+mean_belief",
    },
    needs={"quality": {"persona": "press", "population.trust_press": 0.95, "population.trust_peers": 0.1}},
)


def begin(world: World, entry: Entry) -> None:
    """Open the newsroom."""
    if not speech.is_silent(entry):
        world.standings.pose(entry.actors, Source[entry.params.persona.upper()], entry.params.quality)


def during(world: World, entry: Entry) -> None:
    """Report the claim, and other things."""
    speech.say(world, entry)
    if not speech.is_silent(entry):
        others = plans.acting(world, entry, entry.actors, entry.params.cover, "cover")
        world.drafts.append(len(others), author=others, act=Act.ORIGINAL)


def end(world: World, entry: Entry) -> None:
    """Close it."""
    world.standings.drop(entry.actors)
