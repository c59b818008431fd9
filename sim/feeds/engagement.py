"""Engagement: what many liked, reshared or answered comes first, fading with age (C3)."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, param

CARD = Card(
    label=Text("Engagement ranking", "Classement par engagement"),
    idea="popular and congenial posts first; unlike bridging, approval from one camp is enough",
    sources=("C3", "A25"),
)


@dataclass(frozen=True)
class Params:
    """Weights of C3."""

    recency: float = param(1.0, "-", 0.0, 10.0, source="A25")
    engagement: float = param(0.5, "-", 0.0, 10.0, source="assumed")
    affinity: float = param(0.3, "-", 0.0, 10.0, source="assumed")
    temperature: float = param(0.5, "-", 0.0, 10.0, source="assumed")


def weights(params: Params) -> tuple[float, float, float, float, float, float]:
    """Recency, engagement and affinity."""
    return (params.recency, params.engagement, params.affinity, 0.0, 0.0, params.temperature)
