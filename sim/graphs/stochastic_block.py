"""Stochastic blocks: random ties, more of them within a block than between blocks."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.draws import Draws
from sim.state.codes import OPINION_GROUPS
from sim.state.graph import Graph, from_ties, networkx_seed

CARD = Card(
    label=Text("Stochastic block model", "Modèle à blocs stochastiques"),
    idea="Random ties, more of them within a block than between blocks: communities and nothing else.",
    sources=("Holland, Laskey & Leinhardt 1983",),
)


@dataclass(frozen=True)
class Params:
    """Numbers of the blocks; blocks belong to the opinion groups by turns."""

    blocks: int = param(4, "blocks", 1, 100, source="assumed", doc="of equal size")
    following: float = param(10.0, "accounts", 0, 1000, source="assumed", doc="mean number of ties")
    inside: float = param(0.8, "share", 0, 1, source="assumed", doc="ties within the own block")


TRIAL = Trial(moves={"following": "+deliveries"})


def generate(n: int, params: Params, draws: Draws) -> Graph:
    """A graph of n accounts in blocks, ties in both directions."""
    import networkx as nx

    began = time.perf_counter()
    community = np.sort(np.arange(n, dtype=np.int32) % params.blocks, kind="stable")
    sizes = np.bincount(community, minlength=params.blocks)
    mates = max(n / params.blocks - 1, 1)
    within = min(params.following * params.inside / mates, 1.0)
    across = min(params.following * (1 - params.inside) / max(n - mates - 1, 1), 1.0)
    chances = np.full((params.blocks, params.blocks), across)
    np.fill_diagonal(chances, within)
    mixed = nx.stochastic_block_model(sizes.tolist(), chances.tolist(), seed=networkx_seed(draws))
    group = (community % OPINION_GROUPS).astype(np.int8)
    return from_ties(n, list(mixed.edges), "stochastic_block", began, community=community, group=group)
