"""A complete graph: everybody is tied to everybody, so structure cannot matter."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.draws import Draws
from sim.ground.problems import Problem, Problems
from sim.state.graph import Graph, from_ties

CARD = Card(
    label=Text("Complete graph", "Graphe complet"),
    idea="Everybody is tied to everybody: the well-mixed public of textbook epidemics.",
    sources=("textbook",),
)
MOST = 10_000  # accounts; 100 million follows take 1 GB


@dataclass(frozen=True)
class Params:
    """A complete graph has no numbers."""


def generate(n: int, params: Params, draws: Draws) -> Graph:
    """A complete graph of n accounts, ties in both directions."""
    began = time.perf_counter()
    if n > MOST:
        advice = f"Use at most {MOST:,} accounts, or another graph."
        raise Problems([Problem("graph", f"{n:,} accounts are too many for a complete graph", advice=advice)])
    return from_ties(n, np.stack(np.triu_indices(n, 1), axis=1), "complete", began)
