"""A star: everybody is tied to account 0 and to nobody else."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.draws import Draws
from sim.state.graph import Graph, from_ties

CARD = Card(
    label=Text("Star", "Étoile"),
    idea="Everybody is tied to account 0 only; for tests that are done by hand.",
    sources=("textbook",),
)


@dataclass(frozen=True)
class Params:
    """A star has no numbers."""


def generate(n: int, params: Params, draws: Draws) -> Graph:
    """A star of n accounts, ties in both directions."""
    began = time.perf_counter()
    others = np.arange(1, n)
    return from_ties(n, np.stack([np.zeros_like(others), others], axis=1), "star", began)
