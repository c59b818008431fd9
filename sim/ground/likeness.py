"""Likeness: how alike accounts are in what they leave behind (TF-IDF, cosine), and who is central among the alike."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import F64, I32, I64, AnyArray

ROUNDS = 100  # of the power iteration; what is left of others fades as (second / first eigenvalue) ** rounds


class Traces(NamedTuple):
    """Which tokens (numbers) were left by which rows, each pair once, with how often; in order of tokens."""

    row: I64
    token: I64  # 0 ... without gaps
    times: I64


def traces(row: AnyArray, token: AnyArray) -> Traces:
    """What each row left, sorted by token."""
    _, token = np.unique(token, return_inverse=True)
    rows = int(row.max()) + 1 if len(row) else 1
    pair, times = np.unique(token.reshape(-1).astype(np.int64) * rows + row, return_counts=True)
    return Traces(pair % rows, pair // rows, times)


def cosines(left: Traces, compared: I64, everybody: int, common: int) -> F64:
    """(compared, compared): cosine of the TF-IDF vectors of the rows compared; 0 with fewer `common` tokens.

    How rare a token is counts among all `everybody` rows that left any, whoever is compared.
    """
    place = np.full(max(int(left.row.max(initial=-1)), int(compared.max(initial=-1))) + 1, -1, np.int64)
    place[compared] = np.arange(len(compared))
    return _cosines(place[left.row], left.token, left.times, (len(compared), everybody, common))


@rule()
def _cosines(place: I64, token: I64, times: I64, sizes: tuple[int, int, int]) -> F64:
    compared, everybody, common = sizes
    dots, both = np.zeros((compared, compared)), np.zeros((compared, compared), np.int32)
    begin = 0
    while begin < token.size:
        end = begin
        while end < token.size and token[end] == token[begin]:
            end += 1
        rarity = math.log(everybody / (end - begin))
        for one in range(begin, end):
            for other in range(begin, one + 1):
                if place[one] >= 0 and place[other] >= 0:
                    dots[place[one], place[other]] += times[one] * times[other] * rarity * rarity
                    both[place[one], place[other]] += 1
        begin = end
    for a in range(compared):
        for b in range(a):
            dot, size = dots[a, b] + dots[b, a], math.sqrt(dots[a, a] * dots[b, b])
            alike = dot / size if size > 0.0 and both[a, b] + both[b, a] >= common else 0.0
            dots[a, b], dots[b, a] = alike, alike
    for a in range(compared):
        dots[a, a] = 0.0
    return dots


@rule()
def centrality(one: I32, other: I32, weight: F64, rows: int) -> F64:
    """Eigenvector centrality of each row in a network of weighted edges, 1 for the highest."""
    score = np.zeros(rows)
    for edge in range(one.size):
        score[one[edge]], score[other[edge]] = 1.0, 1.0
    for _ in range(ROUNDS):
        grown = score.copy()  # a step of A + 1 instead of A, so that networks in two halves settle too
        for edge in range(one.size):
            grown[one[edge]] += weight[edge] * score[other[edge]]
            grown[other[edge]] += weight[edge] * score[one[edge]]
        score = grown / max(grown.max(), 1e-300)
    return score
