"""Log-odds: each exposure adds a little evidence, weighed by trust and side, less at each repetition (C1a)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.rules import rule
from sim.ground.types import AnyArray
from sim.state.exposures import Impressions
from sim.state.world import World

CARD = Card(
    label=Text("Bayesian log-odds", "Log-cotes bayésiennes"),
    idea="evidence adds up in log-odds; unlike averaging rules it never needs a neighbour's opinion",
    sources=("C1a", "A52", "A56", "A66"),
)


@dataclass(frozen=True)
class Params:
    """Steps of one exposure at trust 0.5 and no side."""

    claim_step: float = param(0.08, "log-odds", 0.0, 1.0, source="A52")
    rebuttal_step: float = param(0.53, "log-odds", 0.0, 2.0, source="A66")
    side: float = param(0.45, "-", 0.0, 1.0, source="A56", doc="m = 1 + side x align")


TRIAL = Trial(moves={"claim_step": "+mean_belief", "rebuttal_step": "-mean_belief"})


def update(world: World) -> None:
    """Write the change of each impression."""
    news: Impressions = world.impressions
    params: Params = world.ideas.belief_params
    numbers = (params.claim_step, params.rebuttal_step, params.side)
    _steps(numbers, news.column("stance"), news.column("weighed"),
           (news.column("trust"), news.column("align"), news.column("resistance"), news.column("certainty")),
           news.column("change"))  # fmt: skip


@rule()
def step(kappa: float, before: float, trust: float, matched: float, kept: float) -> float:
    """dx = kappa * 2 tau * m * log2((n + 1) / n) * (1 - I) at the n-th exposure (C1a, A54).

    Denials heard before count by their certainty: careful words take little of the news out of firm ones.
    """
    nth = before + 1.0
    return kappa * 2.0 * trust * matched * math.log2((nth + 1.0) / nth) * kept


@rule()
def _steps(numbers: tuple[float, float, float], stance: AnyArray, before: AnyArray,
           weights: tuple[AnyArray, AnyArray, AnyArray, AnyArray], change: AnyArray) -> None:  # fmt: skip
    trust, align, resistance, certainty = weights
    for e in range(change.size):
        firm, trusted = np.float64(certainty[e]), np.float64(trust[e])
        matched = 1.0 + numbers[2] * np.float64(align[e])
        if stance[e] > 0:
            kept = 1.0 - np.float64(resistance[e])
            change[e] = firm * step(numbers[0], np.float64(before[e]), trusted, matched, kept)
        elif stance[e] < 0:
            change[e] = -firm * step(numbers[1], np.float64(before[e]), trusted, matched, 1.0)
        else:
            change[e] = 0.0
