"""Citizen: an ordinary account that reads more than it writes (A1-A7)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.draws import Draws
from sim.ground.rules import rule
from sim.ground.types import F64, I32
from sim.state.accounts import Accounts
from sim.state.codes import Kind, Source

CARD = Card(
    label=Text("Citizen", "Citoyen"),
    idea="reads, believes, now and then shares; unlike an influencer nobody follows it for its reach",
    sources=("A1", "A3", "A5", "A7", "A23", "A58"),
)
KIND = Kind.CITIZEN


@dataclass(frozen=True)
class Params:
    """How habits vary around what is usual in the population."""

    heavy_online: float = param(0.81, "prob", 0, 1, source="A3", doc="online on a day, top tenth of posters")
    sessions_spread: float = param(0.6, "ln", 0, 3, source="assumed", doc="spread of sessions between people")
    posts_per_session: float = param(4.0, "posts", 0.1, 100, source="assumed", doc="who writes more comes oftener")
    spread: float = param(0.15, "0..1", 0, 0.5, source="assumed", doc="spread of literacy")


TRIAL = Trial(
    moves={"heavy_online": "+visits", "posts_per_session": "-visits"},
    needs={"posts_per_session": {"population.sessions": 0.5}},  # it sets a least number of sessions
)


def fill(accounts: Accounts, rows: I32, public: Any, params: Params, draws: Draws) -> None:
    """Draw activity, sessions, attention, literacy and susceptibility of ordinary people."""
    acts = draws.lognormal("activity", 0, rows, public.activity_median, public.activity_spread)
    accounts.activity[rows] = acts * public.originals
    tenth = int(0.9 * len(acts))
    heavy = acts >= np.partition(acts, tenth)[tenth] if len(acts) else acts > 0
    accounts.online[rows] = np.where(heavy, max(public.online, params.heavy_online), public.online)
    usual = draws.lognormal("sessions", 0, rows, public.sessions, params.sessions_spread)
    accounts.sessions[rows] = np.maximum(usual, accounts.activity[rows] / params.posts_per_session)
    accounts.attention[rows] = public.attention
    literacy = public.literacy + params.spread * draws.normal("literacy", 0, rows)
    accounts.literacy[rows] = np.clip(literacy, 0.0, 1.0)
    accounts.susceptibility[rows] = _beta22(draws.uniform("susceptibility", 0, rows), public.susceptibility)
    accounts.source[rows] = Source.PEER


def _beta22(luck: F64, mean: float) -> F64:
    """Beta(2, 2) by its inverse distribution, shifted to another mean."""
    root = np.empty_like(luck)
    _middle_root(luck, root)
    return np.asarray(np.clip(root + (mean - 0.5), 0.0, 1.0))


@rule()
def _middle_root(luck: F64, root: F64) -> None:
    # of 3x^2 - 2x^3 = u, by the sine of a third of an angle
    for place in range(luck.size):
        root[place] = 0.5 + math.sin(math.asin(2.0 * luck[place] - 1.0) / 3.0)
