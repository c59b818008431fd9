"""Chronological: newest first, nothing else counts."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text

CARD = Card(
    label=Text("Chronological feed", "Fil chronologique"),
    idea="newest first; unlike the engagement feed, what others liked does not matter",
    sources=("C3", "A85"),
)


@dataclass(frozen=True)
class Params:
    """Nothing to choose."""


def weights(params: Params) -> tuple[float, float, float, float, float, float]:
    """Recency alone, sorted without chance."""
    return (1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
