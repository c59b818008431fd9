"""A line: each account is tied to the next; the slowest way for anything to spread."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.draws import Draws
from sim.state.graph import Graph, from_ties

CARD = Card(
    label=Text("Line", "Ligne"),
    idea="Each account is tied to the next one; for tests that are done by hand.",
    sources=("textbook",),
)


@dataclass(frozen=True)
class Params:
    """A line has no numbers."""


def generate(n: int, params: Params, draws: Draws) -> Graph:
    """A line of n accounts, ties in both directions."""
    began = time.perf_counter()
    here = np.arange(n - 1)
    return from_ties(n, np.stack([here, here + 1], axis=1), "line", began)
