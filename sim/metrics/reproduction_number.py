"""Reproduction number: how many reshares a post supporting the claim caused, lately."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.statistics import ratios
from sim.ground.types import I64, AnyArray
from sim.state.codes import Stance
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Effective reproduction number", "Nombre de reproduction effectif"),
    "mean reshares so far of a post supporting the claim (original or reshare) made 30 to 6 hours ago; "
    "above 1 the claim spreads by itself",
    sources=("D3", "V14", "Wallinga & Teunis 2004, Am J Epidemiol, 10.1093/aje/kwh255 (cohort number)"),
    unit="reshares per post",
)
WHEN = "series"
SEGMENTED = False
READS_RESHARES = True
BY = "claims"
COHORT = 24.0  # h, a whole day, so that nights do not count as remission; assumed
RIPE = 6.0  # h, more than four half-lives of attention (V14), so that few reshares are still to come; assumed


def measure(world: World, _members: Members) -> dict[str, float]:
    """Reshares per post of the cohort, by claim; NaN if the claim has no such posts."""
    end = world.clock.tick - world.clock.ticks_in(RIPE)
    begin = end - world.clock.ticks_in(COHORT)
    archives, claims = (world.originals, world.reshares), world.claims.n
    spans = [np.searchsorted(archive.column("tick"), (begin, end)) for archive in archives]
    made = np.zeros(claims, np.int64)
    first = last = math.inf  # ids in which the cohort begins and ends
    for archive, (low, high) in zip(archives, spans, strict=True):
        post, recent = archive.column("post"), slice(low, high)
        first = min([first, *post[low : low + 1].tolist()])
        last = min([last, *post[high : high + 1].tolist()])
        made += _supporting(archive.column("claim")[recent], archive.column("stance")[recent], claims)
    later = slice(spans[1][0], None)
    parent = world.reshares.column("parent")[later]
    own = (parent >= first) & (parent < last)
    claim, stance = (world.reshares.column(name)[later][own] for name in ("claim", "stance"))
    return by_claim(world, ratios(_supporting(claim, stance, claims), made))


def _supporting(claim: AnyArray, stance: AnyArray, claims: int) -> I64:
    return np.bincount(claim[(stance == Stance.SUPPORT) & (claim >= 0)], minlength=claims)
