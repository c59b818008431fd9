"""Bot share: what part of the exposure to posts supporting a claim came from bots."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import ratios
from sim.state.codes import Kind, Stance
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Bot share of exposure", "Part des robots dans l’exposition"),
    "share of the exposures to posts supporting the claim that came from bots; trolls are no bots",
    sources=("A41", "A43"),
    unit="share of exposures",
    better="lower",
)
WHEN = "series"
SEGMENTED = False
BY = "claims"


def measure(world: World, _members: Members) -> dict[str, float]:
    """Share by claim, over all readers; NaN if the claim was never seen."""
    seen = world.tallies.exposures[: world.claims.n, Stance.SUPPORT + 1]
    return by_claim(world, ratios(seen[:, Kind.BOT], seen.sum(axis=1)))
