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
from sim.state.deeds import Deeds
from sim.state.names import Names

SUSCEPTIBLE, GRIEVANCE_OF_OTHERS = 0.1, 0.05  # C10: a tenth of accounts have g 1, the rest so much
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
                 "technique": names.techniques.index(spec.technique), "extremist": spec.extremist, "tone": spec.tone,
                 "image": names.images.index(spec.image) if spec.image else -1}  # fmt: skip
        claims.append(1, **(neutral | coded | same))
    return claims


def make_deeds(scenario: Scenario, names: Names) -> Deeds:
    """The table of what people may do, with what moves them."""
    deeds = Deeds(axes={"claim": len(names.claims)})
    for spec in scenario.acts:
        moved = np.array([spec.moved_by.get(name, 0.0) for name in names.claims])
        deeds.append(1, moved=moved, peers=spec.peers, pace=spec.pace)
    deeds.segments = tuple(spec.segment for spec in scenario.acts)
    return deeds


def fill_inclinations(accounts: Accounts, claims: Claims, scenario: Scenario, draws: Draws) -> None:
    """Draw how inclined everybody is to each act, how they see each country, and who is open to extremism."""
    rows = np.arange(accounts.n)
    for place, act in enumerate(scenario.acts):
        accounts.likely[:, place] = _logit_normal(act.base, act.spread, draws.normal("inclination", 0, rows, place))
    for place, image in enumerate(scenario.images):
        held = image.start + image.spread * draws.normal("image", 0, rows, place)
        accounts.image_start[:, place] = np.clip(held, 0.0, 1.0)
    accounts.image[:] = accounts.image_start
    if claims.extremist.any():
        open_to_it = draws.uniform("grievance", 0, rows) < SUSCEPTIBLE
        accounts.grievance[:] = np.where(open_to_it, 1.0, GRIEVANCE_OF_OTHERS)


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


def _logit_normal(mean: float, spread: float, noise: F64) -> F64:
    """Log-odds spread by so much, whose probabilities have about this mean."""
    return math.sqrt(1.0 + math.pi * spread**2 / 8.0) * math.log(mean / (1.0 - mean)) + spread * noise


def _spread_around(mean: float, noise: F64) -> F64:
    """Numbers in (0, 1) around a mean, as people's trust is spread (A64)."""
    centre = TRUST_CENTRE * math.log(mean / (1.0 - mean))
    away = np.empty_like(noise)
    exponentiated(-(centre + TRUST_SPREAD * noise), away)
    return np.asarray(1.0 / (1.0 + away))
