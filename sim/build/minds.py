"""Minds at the start: the claims' rows, what people think of each claim, and whom they trust."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from sim.ground.draws import Draws, exponentiated
from sim.ground.types import F64
from sim.scenario import Scenario
from sim.state.accounts import Accounts
from sim.state.claims import Claims
from sim.state.codes import Source
from sim.state.names import Names

SIDE_PRIOR = 0.5  # assumed: how much a claim that flatters one's side is believed before, in log-odds
TRUST_SPREAD = 1.15  # A64: a logit-normal as wide as Beta(1.6, 1.9)
# E[sigmoid(m + s z)] is close to sigmoid(m / sqrt(1 + pi s^2 / 8)); this undoes it
TRUST_CENTRE = math.sqrt(1.0 + math.pi * TRUST_SPREAD**2 / 8.0)
TRUSTED = {
    Source.PEER: "trust_peers", Source.OWN_STATE: "trust_own_state", Source.RIVAL_STATE: "trust_rival_state",
    Source.PRESS: "trust_press", Source.FACT_CHECKERS: "trust_fact_checkers", Source.PLATFORM: "trust_platform",
    Source.INTERNATIONAL: "trust_international",
}  # fmt: skip


def make_claims(scenario: Scenario, names: Names) -> Claims:
    """The claims' table: what the pack says, with every lever neutral."""
    claims = Claims()
    for spec in scenario.claims:
        same = {name: getattr(spec, name) for name in (
            "verified_hour", "lean", "appeal", "moral_words", "outgroup", "spread_factor", "plausibility",
            "prior_spread", "quality", "searched", "pitch")}  # fmt: skip
        neutral = {name: column.default for name, column in Claims.COLUMNS.items() if name not in same}
        coded = {"true": spec.true, "side": spec.side_code, "form": spec.form_code,
                 "technique": names.techniques.index(spec.technique)}  # fmt: skip
        claims.append(1, **(neutral | coded | same))
    return claims


def fill_minds(accounts: Accounts, claims: Claims, public: Any, draws: Draws) -> None:
    """Draw what everybody believes of each claim and how far they trust each source."""
    rows = np.arange(accounts.n)
    for k in range(claims.n):
        noise = claims.prior_spread[k] * draws.normal("prior", 0, rows, k)
        side = SIDE_PRIOR * claims.lean[k] * accounts.opinion
        accounts.prior[:, k] = claims.plausibility[k] + noise + side
    accounts.belief[:] = accounts.prior
    accounts.anchor[:] = accounts.prior
    for source, name in list(TRUSTED.items())[: accounts.axes["source"]]:
        trust = _spread_around(getattr(public, name), draws.normal("trust", 0, rows, int(source)))
        accounts.trust_for[:, source] = public.trust_weight * trust
        accounts.trust_against[:, source] = public.trust_weight * (1.0 - trust)


def _spread_around(mean: float, noise: F64) -> F64:
    """Numbers in (0, 1) around a mean, as people's trust is spread (A64)."""
    centre = TRUST_CENTRE * math.log(mean / (1.0 - mean))
    away = np.empty_like(noise)
    exponentiated(-(centre + TRUST_SPREAD * noise), away)
    return np.asarray(1.0 / (1.0 + away))
