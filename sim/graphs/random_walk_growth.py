"""Random-walk growth: newcomers follow somebody at random and then friends of theirs, as in SimSoM."""

from __future__ import annotations

import time
from dataclasses import dataclass

from sim.ground.cards import Card, Text, param
from sim.ground.draws import Draws
from sim.ground.growth import grown
from sim.ground.network import Network
from sim.state.graph import FOLLOWS, Graph, report_on

CARD = Card(
    label=Text("Random-walk growth", "Croissance par marche aléatoire"),
    idea="Newcomers follow somebody and friends of theirs: directed, everybody follows as many, hubs, much clustering.",
    sources=("Vazquez 2003, 10.1103/PhysRevE.67.056104", "Truong et al. 2024 (SimSoM)"),
)


@dataclass(frozen=True)
class Params:
    """Numbers of the growth."""

    friends: int = param(3, "accounts", 1, 1000, source="SimSoM", doc="accounts that each follows")
    closing: float = param(0.5, "prob", 0, 0.99, source="SimSoM", doc="P(a further one is a friend of the first)")


def generate(n: int, params: Params, draws: Draws) -> Graph:
    """A grown graph of n accounts in which follows need not be answered."""
    began = time.perf_counter()
    network, *_ = Network.from_arcs(n, *grown(n, params.friends, params.closing, draws.key("graph/growth")))
    return Graph(network, report_on(network, "random_walk_growth", FOLLOWS, began))
