"""Erdos-Renyi: every pair is tied with the same probability; the null of all graphs."""

from __future__ import annotations

import time
from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.draws import Draws
from sim.state.graph import Graph, from_ties, networkx_seed

CARD = Card(
    label=Text("Erdős-Rényi random graph", "Graphe aléatoire d’Erdős-Rényi"),
    idea="Every pair is tied with the same probability: no hubs, no clustering, no communities.",
    sources=("Erdős & Rényi 1959",),
)


@dataclass(frozen=True)
class Params:
    """Numbers of the random graph."""

    following: float = param(10.0, "accounts", 0, 1000, source="assumed", doc="mean number of ties")


TRIAL = Trial(moves={"following": "+deliveries"})


def generate(n: int, params: Params, draws: Draws) -> Graph:
    """A random graph of n accounts, ties in both directions."""
    import networkx as nx

    began = time.perf_counter()
    chance = min(params.following / max(n - 1, 1), 1.0)
    tied = nx.fast_gnp_random_graph(n, chance, seed=networkx_seed(draws))
    return from_ties(n, list(tied.edges), "erdos_renyi", began)
