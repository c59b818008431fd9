"""Forged statement: a paper bears an institution’s name, and many take it for its word until it is denied."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import plans, speech, verdicts
from sim.state.codes import SOURCES, Form, Source, Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Forged statement of an institution", "Faux communiqué d’une institution"),
    idea="borrows an institution’s name for one paper until it is denied; who impersonates keeps up a false account",
    sources=("C7", "A76", "assumed"),
    disarm=("T0161.002", "T0085.007", "T0163.001"),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """Whose name it bears, and how well it is made."""

    posts: int = param(2, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(0.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    institution: str = param("own_state", "-", source="pack", doc="as whose word it passes", choices=SOURCES)
    likeness: float = param(0.6, "prob", 0, 1, source="assumed", doc="P(a careless reader takes it as genuine)")
    proof_after: float = param(1.0, "h", 0, 1000, source="assumed", doc="until it can be shown to be forged")


TRIAL = Trial(
    moves={
        "": "+total_exposure",
        "posts": "+total_exposure",
        "rate": "+total_exposure",
        "likeness": "+mean_belief",
        "proof_after": "-correction_reach",
    },
    tries={"proof_after": (8.0, 36.0)},
    needs={"likeness": {"institution": "press", "population.trust_press": 0.95, "population.trust_peers": 0.1}},
)


def begin(world: World, entry: Entry) -> None:
    """Let what the actors say pass as the institution’s word."""
    if not speech.is_silent(entry):
        world.standings.pose(entry.actors, Source[entry.params.institution.upper()], entry.params.likeness)
        verdicts.hide_until(world, entry.claim, world.clock.hour + entry.params.proof_after)


def during(world: World, entry: Entry) -> None:
    """Hand the paper about; once the institution has denied it, nobody takes it for its word any more."""
    if not speech.is_silent(entry) and _is_denied(world, entry):
        world.standings.drop(entry.actors)
    speech.say(world, entry, form=Form.DOCUMENT)


def end(world: World, entry: Entry) -> None:
    """They bear their own names again."""
    world.standings.drop(entry.actors)


def _is_denied(world: World, entry: Entry) -> bool:
    denials = plans.originals_on(world, entry.claim, Stance.DENY, entry.begun)
    authors = world.posts.author[world.posts.rows(denials)]
    return bool((world.accounts.source[authors] == Source[entry.params.institution.upper()]).any())
