"""Cascades: V1 to V6, how often posts are reshared, how unequally, and what shape the reshare trees have."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.validation.facts.tails import fitted
from experiments.validation.facts.watching import Log

Array = NDArray[Any]
FOLLOW_UP = 48.0  # h: originals of the last two days are left out, their reshares are not all in
LARGE = 10  # V5: posts in a cascade whose shape is looked at
BIG = 3  # V4 speaks of "a few big nodes"


class Trees(NamedTuple):
    """One entry for each original post."""

    size: Array  # the original and its reshares
    depth: Array  # hops to the furthest reshare
    broadcast: Array  # reshares of its most reshared post
    virality: Array  # mean distance between two of its posts (NaN for a post alone)
    near: Array  # reshares of the original or of one of its three most reshared posts


def measured(log: Log) -> dict[str, float]:
    """V1 to V6 of one run."""
    trees = trees_of(log)
    reshares = trees.size - 1
    tail = fitted(reshares)
    large = trees.size >= LARGE
    moved = trees.size > 1
    return {
        "V1": _mean(reshares == 0),
        "V2": tail.exponent,
        "V2 start": float(tail.start),
        "V2 ratio": tail.ratio,
        "V3 top 1 %": top_share(reshares, 0.01),
        "V3 top 10 %": top_share(reshares, 0.1),
        "V3 Gini": gini(reshares),
        "V4": _mean(trees.depth[moved] <= 2),
        "V4 near": float(trees.near.sum() / max(reshares.sum(), 1)),
        "V5 mean": _mean(trees.virality[large & (trees.depth > 1)]),
        "V5 most": float(np.max(trees.virality[large])) if large.any() else math.nan,
        "V5 corr": _correlation(np.log(trees.size[large]), trees.virality[large]),
        "V6": _correlation(trees.size[large], trees.broadcast[large]),
        "originals": float(len(reshares)),
        "largest cascade": float(trees.size.max(initial=0) / log.accounts),
        "reshares per original": _mean(reshares),
        "large cascades": float(np.count_nonzero(large)),
    }


def trees_of(log: Log) -> Trees:
    """The reshare trees of the originals that were posted in the measured days, in order of id."""
    posts = log.posts
    until = log.last_tick - FOLLOW_UP * 60 / log.minutes
    is_root = posts["root"] == posts["id"]
    timely = is_root & (posts["tick"] >= log.first_tick) & (posts["tick"] < until)
    place = {int(post): n for n, post in enumerate(posts["id"][timely])}
    passed = np.flatnonzero(~is_root)
    trees = Trees(*(np.zeros(len(place), kind) for kind in (np.int64, np.int64, np.int64, np.float64, np.int64)))
    trees.size[:] = 1
    trees.virality[:] = math.nan
    members: dict[int, list[int]] = {}
    for row in passed:
        members.setdefault(int(posts["root"][row]), []).append(row)
    for root, rows in members.items():
        if root in place:
            values = shape(root, posts["id"][rows].tolist(), posts["parent"][rows].tolist())
            for column, value in zip(trees, values, strict=True):
                column[place[root]] = value
    return trees


def shape(root: int, posts: list[int], parents: list[int]) -> tuple[int, int, int, float, int]:
    """Size, depth, largest broadcast, structural virality and reshares of the big nodes; parents come first.

    Virality is the mean distance between two posts: an edge with s posts below it lies on s (n - s) paths.
    """
    level, below, children = {root: 0}, dict.fromkeys([root, *posts], 1), dict.fromkeys([root, *posts], 0)
    for post, parent in zip(posts, parents, strict=True):
        level[post] = level[parent] + 1
        children[parent] += 1
    n = len(posts) + 1
    paths = 0
    for post, parent in zip(reversed(posts), reversed(parents), strict=True):
        paths += below[post] * (n - below[post])
        below[parent] += below[post]
    near = children.pop(root)
    big = sorted(children.values())[-BIG:]
    return n, max(level.values()), max(near, *big), 2 * paths / (n * (n - 1)), near + sum(big)


def top_share(counts: Array, share: float) -> float:
    """What part of the total the largest `share` of the entries holds."""
    ordered = np.sort(counts)[::-1]
    return float(ordered[: max(1, round(share * len(ordered)))].sum() / max(ordered.sum(), 1))


def gini(counts: Array) -> float:
    """Gini coefficient: 0 when all are equal, near 1 when one holds everything."""
    ordered = np.sort(counts)
    n, total = len(ordered), ordered.sum()
    return float(2 * (np.arange(1, n + 1) @ ordered) / (n * total) - (n + 1) / n) if total else 0.0


def _mean(values: Array) -> float:
    return float(np.mean(values)) if len(values) else math.nan


def _correlation(one: Array, two: Array) -> float:
    if len(one) < 3 or np.ptp(one) == 0 or np.ptp(two) == 0:
        return math.nan
    return float(np.corrcoef(one, two)[0, 1])
