"""Bridging: what both camps approve of comes first (C3, as in crowd notes)."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, param

CARD = Card(
    label=Text("Bridging ranking", "Classement par convergence"),
    idea="posts approved across opinion groups first; unlike engagement, one camp's applause does not lift a post",
    sources=("C3",),
)


@dataclass(frozen=True)
class Params:
    """Weights of C3."""

    recency: float = param(1.0, "-", 0.0, 10.0, source="A25")
    bridge: float = param(1.0, "-", 0.0, 10.0, source="assumed")
    quality: float = param(0.5, "-", 0.0, 10.0, source="assumed")
    temperature: float = param(0.5, "-", 0.0, 10.0, source="assumed")


def weights(params: Params) -> tuple[float, float, float, float, float, float]:
    """Recency, quality and approval across camps."""
    return (params.recency, 0.0, 0.0, params.quality, params.bridge, params.temperature)
