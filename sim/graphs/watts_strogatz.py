"""Watts-Strogatz: a ring of neighbours with some ties rewired, clustered and yet small."""

from __future__ import annotations

import time
from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.draws import Draws
from sim.state.graph import Graph, from_ties, networkx_seed

CARD = Card(
    label=Text("Watts-Strogatz small world", "Petit monde de Watts-Strogatz"),
    idea="A ring of neighbours with some ties rewired at random: clustered, and yet everybody is near.",
    sources=("Watts & Strogatz 1998", "V32"),
)


@dataclass(frozen=True)
class Params:
    """Numbers of the ring."""

    neighbours: int = param(10, "accounts", 2, 1000, source="Watts & Strogatz 1998", doc="on the ring, half a side")
    rewired: float = param(0.1, "share", 0, 1, source="assumed", doc="ties that lead anywhere instead")


TRIAL = Trial(moves={"neighbours": "+deliveries"})


def generate(n: int, params: Params, draws: Draws) -> Graph:
    """A small world of n accounts, ties in both directions."""
    import networkx as nx

    began = time.perf_counter()
    ring = nx.watts_strogatz_graph(n, min(params.neighbours, n - 1), params.rewired, seed=networkx_seed(draws))
    return from_ties(n, list(ring.edges), "watts_strogatz", began)
