"""Measures of a network: clustering of mutual ties, path lengths, degree tails, the largest component."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.draws import Draws
from sim.ground.network import Network
from sim.ground.rules import rule
from sim.ground.types import F64, I32, I64, AnyArray

HALF = 0.5  # continuity correction of the discrete tail estimate (Clauset, Shalizi & Newman 2009, eq. 3.7)


def linked_pairs_slowly(start: I64, node: I32, u: int) -> int:
    """Twin of `linked_pairs`."""
    row = set(node[start[u] : start[u + 1]].tolist())
    return sum(len(row & set(node[start[v] : start[v + 1]].tolist())) for v in row)


@rule(twin=linked_pairs_slowly)
def linked_pairs(start: I64, node: I32, u: int) -> int:
    """How many ordered pairs of u's neighbours are neighbours of each other (sorted rows)."""
    pairs = 0
    for arc in range(start[u], start[u + 1]):
        v = node[arc]
        one, two = start[u], start[v]
        while one < start[u + 1] and two < start[v + 1]:
            x, y = node[one], node[two]
            pairs += x == y
            one += x <= y
            two += y <= x
    return pairs


@rule()
def _clustering(start: I64, node: I32, sample: I32) -> float:
    total, counted = 0.0, 0
    for u in sample:
        degree = start[u + 1] - start[u]
        if degree >= 2:
            total += linked_pairs(start, node, u) / (degree * (degree - 1))
            counted += 1
    return total / counted if counted else 0.0


def clustering(rows: tuple[I64, I32], draws: Draws, at_most: int = 2000) -> float:
    """Mean local clustering of an undirected graph over (a sample of) the nodes with two or more ties."""
    start, node = rows
    eligible = np.flatnonzero(np.diff(start) >= 2).astype(np.int32)
    return float(_clustering(start, node, sampled(eligible, draws, at_most)))


def sampled(rows: I32, draws: Draws, at_most: int) -> I32:
    """Some of the rows, the same ones for the same seed; all of them if they are few."""
    if len(rows) <= at_most:
        return rows
    luck = draws.uniform("measures/sample", 0, rows)
    return np.sort(rows[np.argsort(luck, kind="stable")[:at_most]], kind="stable")


@rule()
def _walked(start: I64, node: I32, source: int, distance: I32, queue: I32) -> tuple[int, int]:
    distance[:] = -1
    distance[source] = 0
    queue[0] = source
    head, tail, steps = 0, 1, 0
    while head < tail:
        u = queue[head]
        head += 1
        for arc in range(start[u], start[u + 1]):
            v = node[arc]
            if distance[v] < 0:
                distance[v] = distance[u] + 1
                steps += distance[v]
                queue[tail] = v
                tail += 1
    return steps, tail - 1


def mean_path(network: Network, draws: Draws, sources: int = 30) -> float:
    """Mean number of hops along arcs from some nodes to every node they can reach; 0 if they reach none."""
    distance, queue = np.empty(network.n, np.int32), np.empty(network.n, np.int32)
    steps = reached = 0
    for source in sampled(np.flatnonzero(network.out_degree > 0).astype(np.int32), draws, sources):
        more = _walked(network.out_start, network.out_node, source, distance, queue)
        steps, reached = steps + int(more[0]), reached + int(more[1])
    return steps / reached if reached else 0.0


@rule()
def _tail(values: I64, least: int) -> tuple[float, float]:
    """Exponent of the sorted values from `least` up, and the largest gap to a power law's distribution."""
    first = np.searchsorted(values, least)
    n = values.size - first
    logs = 0.0
    for value in values[first:]:
        logs += math.log(value / (least - HALF))
    exponent = 1.0 + n / logs
    gap = 0.0
    for place in range(first, values.size):
        if place + 1 == values.size or values[place + 1] != values[place]:
            expected = 1.0 - ((values[place] + HALF) / (least - HALF)) ** (1.0 - exponent)
            gap = max(gap, abs((place + 1 - first) / n - expected))
    return exponent, gap


def tail_exponent(degree: AnyArray, shares: tuple[float, float] = (0.02, 0.25)) -> tuple[float, int]:
    """Exponent of a degree's power-law tail by maximum likelihood, and the degree at which the tail begins.

    The beginning is where the distribution is nearest a power law (Kolmogorov-Smirnov distance), among those
    that leave between the two shares of the nodes in the tail; (nan, 0) where degrees hardly differ.
    """
    values = np.sort(degree[degree > 0], kind="stable").astype(np.int64)
    fewest, most = (int(share * len(values)) for share in shares)
    begins = np.unique(values[len(values) - most : len(values) - fewest])
    begins = begins[begins < values[-1]] if len(values) else begins
    fits = [(*_tail(values, least)[::-1], int(least)) for least in begins[:: max(len(begins) // 100, 1)]]
    _, exponent, least = min(fits, default=(0.0, math.nan, 0))
    return float(exponent), least


@rule()
def _root(parent: I32, u: int) -> int:
    while parent[u] != u:
        parent[u] = parent[parent[u]]
        u = parent[u]
    return u


@rule()
def _tie(parent: I32, u: int, v: int) -> None:
    one, two = _root(parent, u), _root(parent, v)
    parent[max(one, two)] = min(one, two)


@rule()
def _settled(parent: I32) -> None:
    for u in range(parent.size):
        parent[u] = _root(parent, u)


@rule()
def _begun(start: I64, node: I32, parent: I32) -> None:
    for u in range(start.size - 1):
        for arc in range(start[u], min(start[u] + 2, start[u + 1])):
            _tie(parent, u, node[arc])
    _settled(parent)


@rule()
def _joined(start: I64, node: I32, parent: I32, giant: int) -> None:
    for u in range(start.size - 1):
        if parent[u] != giant:
            for arc in range(start[u], start[u + 1]):
                _tie(parent, u, node[arc])


def weak_components(network: Network) -> I32:
    """For each node the smallest node that it is connected with when directions are ignored.

    Two arcs of each node join nearly all into one giant component; then only the arcs of the nodes outside
    it can tell anything new (Sutton, Ben-Nun & Barak 2018, the Afforest algorithm).
    """
    parent = np.arange(network.n, dtype=np.int32)
    _begun(network.out_start, network.out_node, parent)
    giant = int(np.bincount(parent).argmax()) if network.n else 0
    for rows in (network.out_rows, network.in_rows):
        _joined(*rows, parent, giant)
    _settled(parent)
    return parent


def largest_weak_component(network: Network) -> int:
    """How many nodes the largest weakly connected component has."""
    return int(np.bincount(weak_components(network)).max()) if network.n else 0


@rule()
def total(values: F64) -> float:
    """The sum of the values in their order, whose bits do not hang on the numpy version."""
    added = 0.0
    for value in values:
        added += value
    return added
