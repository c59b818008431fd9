"""Rhythm: V11, V14 and V33, who posts how much, how fast attention to a post fades, and day and night."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.validation.facts.cascades import FOLLOW_UP, gini, top_share
from experiments.validation.facts.watching import EVERY, Log

Array = NDArray[Any]
SEEN_OFTEN = 10  # views from which on "half of them" is more than one or two people


def measured(log: Log) -> dict[str, float]:
    """V11, V14 and V33 of one run."""
    return posting(log) | attention(log) | day_and_night(log)


def posting(log: Log) -> dict[str, float]:
    """V11: how unequally people post; as in the source, reshares are posts too."""
    since = log.posts["tick"] >= log.first_tick
    author = log.posts["author"][since]
    own = author[log.posts["root"][since] == log.posts["id"][since]]
    every, originals = (np.bincount(who, minlength=log.accounts)[log.people] for who in (author, own))
    return {
        "V11 top 10 %": top_share(every, 0.1),
        "V11 Gini": gini(every),
        "originals of top 10 %": top_share(originals, 0.1),
        "posts per person and day": float(every.mean() * 1440 / log.minutes / (log.last_tick - log.first_tick)),
    }


def attention(log: Log) -> dict[str, float]:
    """V14: minutes until half of all views of a post, and the share of posts that nobody sees after a day."""
    posts = log.posts
    until = log.last_tick - FOLLOW_UP * 60 / log.minutes
    followed = (posts["root"] == posts["id"]) & (posts["id"] % EVERY == 0)
    followed &= (posts["tick"] >= log.first_tick) & (posts["tick"] < until)
    half, last, views = lives(posts["id"][followed], posts["tick"][followed], log.views)
    minutes = half * log.minutes
    seen = views > 0
    return {
        "V14 half": _median(minutes[seen]),
        "V14 half, seen often": _median(minutes[views >= SEEN_OFTEN]),
        "V14 silent": float(np.mean(last * log.minutes <= 1440)) if len(last) else math.nan,
        "views per original": float(views.mean()) if len(views) else math.nan,
        "originals never seen": float(np.mean(~seen)) if len(seen) else math.nan,
    }


def lives(ids: Array, ticks: Array, views: dict[str, Array]) -> tuple[Array, Array, Array]:
    """Ages in ticks at which half of a post's views were in and at which the last came; and all its views.

    A post reaches its readers in the tick after it was written, so a view is dated to the middle of that
    tick at the earliest: an age of one tick. A post that nobody saw has ages 0.
    """
    order = np.lexsort((views["tick"], views["root"]))
    root, tick = views["root"][order], views["tick"][order]
    first, end = np.searchsorted(root, ids, "left"), np.searchsorted(root, ids, "right")
    count = end - first
    if not len(tick):
        return np.zeros(len(ids)), np.zeros(len(ids)), count
    middle = tick[np.minimum(first + np.maximum(count - 1, 0) // 2, len(tick) - 1)]
    final = tick[np.minimum(np.maximum(end - 1, 0), len(tick) - 1)]
    return np.where(count, middle - ticks, 0), np.where(count, final - ticks, 0), count


def day_and_night(log: Log) -> dict[str, float]:
    """V33: busiest over idlest local hour of posts and reshares, and when the idlest is."""
    since = log.posts["tick"] >= log.first_tick
    hours = np.bincount(log.posts["local_hour"][since], minlength=24)
    visits = log.visits_by_hour
    return {
        "V33 ratio": float(hours.max() / max(hours.min(), 1)),
        "V33 trough": float(hours.argmin()),
        "visits peak to trough": float(visits.max() / max(visits.min(), 1)),
    }


def _median(values: Array) -> float:
    return float(np.median(values)) if len(values) else math.nan
