"""Barabasi-Albert: newcomers tie themselves to the already popular."""

from __future__ import annotations

import time
from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.draws import Draws
from sim.state.graph import Graph, from_ties, networkx_seed

CARD = Card(
    label=Text("Barabási-Albert preferential attachment", "Attachement préférentiel de Barabási-Albert"),
    idea="Newcomers tie themselves to the already popular: a power-law tail of exponent 3, hardly any clustering.",
    sources=("Barabási & Albert 1999",),
)


@dataclass(frozen=True)
class Params:
    """Numbers of the growth."""

    ties: int = param(5, "accounts", 1, 500, source="assumed", doc="ties that each newcomer makes")


TRIAL = Trial(moves={"ties": "+deliveries"})


def generate(n: int, params: Params, draws: Draws) -> Graph:
    """A grown graph of n accounts, ties in both directions."""
    import networkx as nx

    began = time.perf_counter()
    grown = nx.barabasi_albert_graph(n, min(params.ties, n - 1), seed=networkx_seed(draws))
    return from_ties(n, list(grown.edges), "barabasi_albert", began)
