"""Who follows whom: picks by own choice, answers to them, and triangles closed between friends of friends."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.graphs.communities.aims import aims
from sim.graphs.communities.budgets import Budgets, budgets
from sim.graphs.communities.knobs import Knobs
from sim.graphs.communities.params import Params
from sim.graphs.communities.people import People
from sim.ground import csr
from sim.ground.csr import Rows
from sim.ground.draws import Draws, uniform
from sim.ground.network import Network
from sim.ground.picks import Pickers, rows_picked
from sim.ground.rules import rule
from sim.ground.threads import in_ranges
from sim.ground.types import F64, I8, I32, I64

WALKS = 8  # tries to find a friend's friend of the wanted opinion group


class Coin(NamedTuple):
    """What a kernel needs to decide by chance."""

    key: np.uint64
    bias: float


def follows(people: People, params: Params, knobs: Knobs, draws: Draws) -> Network:
    """Let everybody pick, answer and close triangles, in that order; each step sees the last one whole."""
    begun = _begun(people, params, knobs, draws)
    mutual = csr.common(*begun, *csr.transposed(*begun))
    coin = Coin(draws.key("graph/close"), _same_side_share(mutual, people.group))
    one, two = _closed(mutual, people.group, knobs.closing, coin)
    closed, *_ = Network.from_arcs(people.n, np.concatenate([one, two]), np.concatenate([two, one]))
    return Network(_joined(begun, closed.out_rows))


def _begun(people: People, params: Params, knobs: Knobs, draws: Draws) -> Rows:
    """Everybody's picks and answers."""
    budget = budgets(people.n, params, knobs, draws)
    picked = _picked(people, budget, knobs, draws)
    coin = Coin(draws.key("graph/answer"), knobs.favour)
    return _joined(picked, _answered(csr.transposed(*picked), people.group, budget.answering, coin))


def _picked(people: People, budget: Budgets, knobs: Knobs, draws: Draws) -> Rows:
    urn, mixture = aims(people, budget, knobs)
    luck = draws.uniform("graph/round", 0, np.arange(people.n))  # rounds by chance, so that the mean stays
    wanted = np.minimum((budget.picks + luck).astype(np.int64), people.n - 1)
    return rows_picked(Pickers(people.cell, wanted, draws.key("graph/pick")), urn, mixture)


def _joined(rows: Rows, more: Rows) -> Rows:
    nothing = np.zeros(len(rows[0]), np.int64), np.empty(0, np.int32)
    start, node = csr.edited(*rows, nothing, more)
    return start, node


def _same_side_share(rows: Rows, group: I8) -> float:
    source, target = csr.sources(rows[0]), rows[1]
    return float(np.count_nonzero(group[source] == group[target]) / max(len(target), 1))


def _answered(followers: Rows, group: I8, chance: F64, coin: Coin) -> Rows:
    """Rows of the followers whom each account follows back; uses up the followers' own rows."""
    start, node = followers
    size = np.empty(start.size - 1, np.int64)
    in_ranges(start, lambda first, last: _answer(followers, group, chance, coin, (first, last), size))
    start, node = csr.packed(start, node, size)
    return start, node.copy()  # a third of the room


@rule()
def _answer(followers: Rows, group: I8, chance: F64, coin: Coin, nodes: tuple[int, int], size: I64) -> None:
    """Keep in each row those who are answered; those of the other group are less often."""
    start, node = followers
    key, bias = coin
    for v in range(nodes[0], nodes[1]):
        free, same, other = start[v], chance[v], chance[v] / bias
        for arc in range(start[v], start[v + 1]):
            u = node[arc]
            if uniform(key, 0, v, u) < (same if group[u] == group[v] else other):
                node[free] = u
                free += 1
        size[v] = free - start[v]


@rule()
def _closed(mutual: Rows, group: I8, per_tie: float, coin: Coin) -> tuple[I32, I32]:
    """Pairs of accounts with a mutual friend who become friends; a share of them (the bias) in one opinion group."""
    start, node = mutual
    n = start.size - 1
    most = np.int64(per_tie * node.size) + n
    one, two = np.empty(most, np.int32), np.empty(most, np.int32)
    size = 0
    for u in range(n):
        ties = start[u + 1] - start[u]
        wanted = np.int64(per_tie * ties + uniform(coin.key, 0, u, 0))
        for item in range(wanted):
            same = uniform(coin.key, 1, u, item) < coin.bias
            for walk in range(WALKS):
                w = _friends_friend(mutual, u, coin.key, WALKS * item + walk)
                if w != u and (group[w] == group[u]) == same and not csr.has_arc(start, node, u, w):
                    one[size] = u
                    two[size] = w
                    size += 1
                    break
    return one[:size].copy(), two[:size].copy()


@rule()
def _friends_friend(mutual: Rows, u: int, key: np.uint64, item: int) -> int:
    start, node = mutual
    v = node[start[u] + np.int64(uniform(key, 2, u, item) * (start[u + 1] - start[u]))]
    return int(node[start[v] + np.int64(uniform(key, 3, u, item) * (start[v + 1] - start[v]))])
