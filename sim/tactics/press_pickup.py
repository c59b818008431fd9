"""Press pick-up: an operation pitches the claim to newsrooms, which print it once people talk about it enough."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import newsrooms, plans
from sim.state.codes import SOURCES, Source, Stance
from sim.state.press import Newsroom, Story
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Attract the press", "Attirer les médias"),
    idea="gets real outlets to carry the claim in their own name; fake outlets only look like them",
    sources=("A44", "C7", "F10", "F15", "assumed"),
    disarm=("T0117",),
    cost=Cost(20.0),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How loud it must be, how newsrooms work, and as whom the operation comes to them."""

    threshold: float = param(0.02, "share", 0, 1, source="assumed", doc="of people who must have met the claim")
    lag: float = param(3.0, "h", 0, 336, source="assumed", doc="from taking it up until it is printed")
    checks: float = param(0.3, "prob", 0, 1, source="assumed", doc="P(an outlet checks, and drops what is false)")
    poses: str = param("peer", "-", source="assumed", doc="as whom newsrooms take the tip-off", choices=SOURCES)
    called: float = param(1.0, "share", 0, 1, source="assumed", doc="of outlets that are called, each at a price")


TRIAL = Trial(
    moves={"": "+press_pickup", "threshold": "-press_pickup", "checks": "-press_pickup", "called": "+press_pickup"},
    tries={"threshold": (0.8, 1.0), "lag": (12.0, 30.0)},
    needs={"checks": {"threshold": 0.0}},
)
CALLED = "share of newsrooms called"  # in Entry.memory


def begin(world: World, entry: Entry) -> None:
    """Call the newsrooms, as far as there is money for it."""
    press = newsrooms.outlets(world)
    wanted = press[newsrooms.called(world, press, entry.claim, entry.params.called)]
    afforded = len(plans.paid(world, entry, wanted)) if len(entry.actors) else 0
    entry.memory[CALLED] = entry.params.called * afforded / max(1, len(wanted))


def during(world: World, entry: Entry) -> None:
    """Let those who were called look at the story."""
    params = entry.params
    story = Story(entry.claim, Stance.SUPPORT, Source[params.poses.upper()])
    newsroom = Newsroom(params.threshold, params.lag, params.checks, entry.memory[CALLED])
    newsrooms.offer(world, entry, story, newsroom)
