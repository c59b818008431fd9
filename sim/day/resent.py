"""Resent: hostile posts across the camps make who reads them feel colder towards the other camp (A84).

Feelings are told, not acted upon: what people believe, share or follow does not hang on them here. Experiments that
moved them found no change in what people then did or defended (Broockman, Kalla & Westwood 2023, 10.1111/ajps.12719;
Santoro & Broockman 2022, 10.1126/sciadv.abn5515).
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import F32, I8, I32, U32, AnyArray
from sim.state.accounts import FIRST_DISTANCE
from sim.state.feelings import STIRRED, stir
from sim.state.world import World

FEELING_HALF_LIFE = 30.0  # days, assumed: gone in three months (Santoro & Broockman 2022), told a week after (A84)
# A84: a week with 1 instead of 10 % of hostile posts on one's feed (Piccardi et al. 2025) is worth 2 degrees
FELT, LESS, WEEK = 2.0, 0.09, 7.0
COLDEST = 100.0  # degrees, the length of the thermometer


class Written(NamedTuple):
    """Of posts (by row) what tells at whom they are hostile, and the camp of each account."""

    root: I32
    author: I32
    target: AnyArray
    group: I8


def per_day() -> float:
    """Degrees by which a day of nothing but hostile posts would drive people away from the other camp."""
    fading = math.log(2.0) / FEELING_HALF_LIFE
    return FELT / LESS * fading / (1.0 - math.exp(-fading * WEEK))


def resent(world: World) -> None:
    """Let who saw hostile posts of one camp at the other feel colder, by their share of what a reader sees in a day."""
    stir(world)
    accounts, posts, seen, clock = world.accounts, world.posts, world.exposures, world.clock
    days = max(1.0, (clock.tick + 1) * clock.hours_per_tick / 24.0)
    written = Written(posts.root, posts.author, posts.target, accounts.group)
    readers = (accounts.seen_same, accounts.seen_other, accounts.affective_distance)
    _resent(per_day() * days, (seen.column("reader"), seen.column("post")), posts.mask, written, readers)


def let_fade(world: World) -> None:
    """Each hour, let feelings return towards where they stood."""
    clock = world.clock
    if STIRRED in world.memory and clock.starts_every(1.0):
        felt, start = world.accounts.affective_distance, np.float32(FIRST_DISTANCE)
        kept = np.float32(2.0 ** (-max(1.0, clock.hours_per_tick) / 24.0 / FEELING_HALF_LIFE))
        felt[:] = start + kept * (felt - start)


@rule()
def _resent(step: float, seen: tuple[I32, I32], mask: int, posts: Written, readers: tuple[U32, U32, F32]) -> None:
    """`step` is for one post in all the days so far: over the posts seen in them, it is the share in a day."""
    reader, post = seen
    root_of, author_of, target_of, group = posts
    same, other, felt = readers
    for e in range(reader.size):
        root = root_of[post[e] & mask] & mask
        target = target_of[root]
        if target >= 0 and group[target] != group[author_of[root]]:
            i = reader[e]
            so_far = max(1.0, float(same[i]) + float(other[i]))
            felt[i] = min(COLDEST, np.float64(felt[i]) + step / so_far)
