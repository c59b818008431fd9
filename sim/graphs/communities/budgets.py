"""How many each account follows and is followed by, and how many of these come about by choice or in answer.

Followers are dealt as exact quantiles of a broken power law, so the tail does not hang on the luck of a seed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.graphs.communities.knobs import Knobs
from sim.graphs.communities.params import Params
from sim.ground.draws import Draws
from sim.ground.measures import total
from sim.ground.rules import rule
from sim.ground.types import F64, I64

TAIL_SHARE = 0.1  # of accounts lie in the power-law tail; assumed
MOST_FOLLOWED = 0.25  # no account is followed by more of the public than this; assumed
MOST_FOLLOWING = 5000  # the follow limit of ordinary accounts on the platform the evidence is from; R2
ANSWERS_AT_MOST = 0.8  # of the accounts one follows are followed in answer; assumed


@dataclass(frozen=True)
class Budgets:
    """For each account what is expected of it (reals)."""

    picks: F64  # follows by own choice
    picked: F64  # follows by others' choice
    answering: F64  # probability of following back somebody of the own opinion group


def budgets(n: int, params: Params, knobs: Knobs, draws: Draws) -> Budgets:
    """Split everybody's followees and followers into choices, answers and closed triangles."""
    following, followers = _degrees(n, params, knobs, draws)
    # the chance of an answer, over everybody, relative to that within the own group
    liked = params.same_side + (1.0 - params.same_side) / knobs.favour
    picks, picked = following.copy(), followers.copy()
    for _ in range(5):  # each depends on the others; five rounds settle them to a per cent
        picked *= total(picks) / total(picked)
        willing = level_for(liked * picked, ANSWERS_AT_MOST * following, knobs.answers * total(picks), 1.0)
        answers = np.minimum(willing * liked * picked, ANSWERS_AT_MOST * following)
        got_back = picks * (total(answers) / total(picked))
        closed = 2.0 * knobs.closing * (answers + got_back)
        picks = np.maximum(following - answers - closed, 0.1 * following)
        picked = np.maximum(followers - got_back - closed, 0.02 * followers)
    return Budgets(picks, picked, np.minimum(answers / (liked * picked), 1.0))


@rule()
def level_for(slope: F64, cap: F64, wanted: float, most: float) -> float:
    """The level up to `most` at which the capped amounts min(level * slope, cap) add up to what is wanted."""
    low, high = 0.0, most
    for _ in range(30):
        level = (low + high) / 2.0
        amount = 0.0
        for place in range(slope.size):
            amount += min(level * slope[place], cap[place])
        if amount < wanted:
            low = level
        else:
            high = level
    return high


def _degrees(n: int, params: Params, knobs: Knobs, draws: Draws) -> tuple[F64, F64]:
    accounts = np.arange(n)
    fame = draws.normal("graph/fame", 0, accounts)
    link = params.popular_follow_more
    taste = link * fame + math.sqrt(1.0 - link * link) * draws.normal("graph/taste", 0, accounts)
    following = np.empty(n, np.float64)
    _lognormal(taste, params.following_sigma, following)
    mean = params.following * knobs.density
    middle = mean * n / total(following)  # the median of the lognormal is 1
    following = np.minimum(following * middle, min(MOST_FOLLOWING, n / 4))
    followers = np.empty(n, np.float64)
    rank = np.argsort(-fame, kind="stable")
    aim = (knobs.middle * middle, mean, MOST_FOLLOWED * n)
    _broken_power_law(rank, 1.0 / (knobs.exponent - 1.0), aim, followers)
    return following, followers * (total(following) / total(followers))


@rule()
def _lognormal(normal: F64, sigma: float, out: F64) -> None:
    for place in range(normal.size):
        out[place] = math.exp(sigma * normal[place])


@rule()
def _broken_power_law(rank: I64, tail: float, aim: tuple[float, float, float], out: F64) -> None:
    """Quantiles with the median and mean aimed at, none above the most; halving finds the body's slope."""
    n = rank.size
    middle, mean, most = aim
    above = np.empty(np.int64(TAIL_SHARE * n), np.float64)  # how far above its beginning each of the tail is
    for place in range(above.size):
        above[place] = math.exp(-tail * math.log((place + 0.5) / n / TAIL_SHARE))
    low, high = 0.0, 5.0
    for _ in range(30):
        body = (low + high) / 2.0
        begin = middle * math.exp(body * math.log(0.5 / TAIL_SHARE))  # the value at which the tail begins
        added = begin * _body_area(body) * n
        for place in range(above.size):
            added += _below(begin * above[place], most)
        if added < mean * n:
            low = body
        else:
            high = body
    for place in range(n):
        share = (place + 0.5) / n / TAIL_SHARE
        out[rank[place]] = _below(begin * math.exp(-math.log(share) * (tail if share < 1.0 else body)), most)


@rule()
def _body_area(body: float) -> float:
    # integral of (share / TAIL_SHARE) ** -body over the shares from TAIL_SHARE to 1
    if abs(body - 1.0) < 1e-9:
        return -TAIL_SHARE * math.log(TAIL_SHARE)
    return (math.exp(body * math.log(TAIL_SHARE)) - TAIL_SHARE) / (1.0 - body)


@rule()
def _below(value: float, most: float) -> float:
    return value * most / (value + most)
