"""Heed: what was seen also moves how people see countries, draws some to extremists, and shows abuse (C10, C16)."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from sim.day.resent import resent
from sim.ground.rules import rule
from sim.ground.types import F32, I8, I16, I32, U32, AnyArray
from sim.state.acts import HOSTILE
from sim.state.codes import Source
from sim.state.world import World

# A60: one message of a trusted source on a country moves its favourability by 0.05 of 4 points; at trust 0.5
IMAGE_STEP = 0.025


class Seen(NamedTuple):
    """The impressions' columns that images hang on."""

    reader: I32
    claim: I16
    stance: I8
    source: I8
    before: I32
    trust: F32
    certainty: F32


def heed(world: World) -> None:
    """Move images, count extremist items and hostile posts among what was seen in this tick."""
    news, claims, accounts = world.impressions, world.claims, world.accounts
    if accounts.image.shape[1]:
        seen = Seen(*(news.column(name) for name in Seen._fields))
        _impress_images(seen, claims.image, claims.tone, accounts.image)
    if claims.extremist.any():
        drawn = (claims.extremist[news.column("claim")] == 1) & (news.column("stance") > 0)
        np.add.at(accounts.extreme_seen, news.column("reader")[drawn], np.float32(1.0))
    if HOSTILE in world.memory:
        exposures, posts = world.exposures, world.posts
        _count_abuse((exposures.column("reader"), exposures.column("post")), posts.mask, (posts.root, posts.target),
                     accounts.abuse_seen)  # fmt: skip
        resent(world)


def fade_images(world: World) -> None:
    """Each hour, let favourability return towards where it stood (C16)."""
    clock, accounts = world.clock, world.accounts
    if accounts.image.shape[1] and clock.starts_every(1.0):
        days = max(1.0, clock.hours_per_tick) / 24.0
        kept = np.array([2.0 ** (-days / half_life) for half_life in world.image_half_lives], np.float32)
        accounts.image[:] = accounts.image_start + kept * (accounts.image - accounts.image_start)


@rule()
def image_step(tone: float, trust: float, before: int, attacks: bool) -> float:
    """dA = eta tone tau, less at each repetition (C16); attacks by states move nobody (A117)."""
    if attacks:
        return 0.0
    nth = before + 1.0
    return IMAGE_STEP * tone * trust * math.log2((nth + 1.0) / nth)


@rule()
def _impress_images(seen: Seen, image_of: I8, tone_of: F32, image: F32) -> None:
    reader, claim, stance, source, before, trust, certainty = seen
    for e in range(reader.size):
        k = claim[e]
        if image_of[k] < 0 or stance[e] == 0:
            continue
        tone = np.float64(tone_of[k]) * stance[e] * np.float64(certainty[e])
        state = source[e] == Source.OWN_STATE or source[e] == Source.RIVAL_STATE
        step = image_step(tone, np.float64(trust[e]), before[e], state and stance[e] > 0 and tone < 0.0)
        now = np.float64(image[reader[e], image_of[k]]) + step
        image[reader[e], image_of[k]] = min(1.0, max(0.0, now))


@rule()
def _count_abuse(seen: tuple[I32, I32], mask: int, posts: tuple[I32, AnyArray], counts: U32) -> None:
    reader, post = seen
    root_of, target = posts
    for e in range(reader.size):
        aimed = target[root_of[post[e] & mask] & mask]
        if aimed >= 0 and aimed != reader[e]:
            counts[reader[e]] += 1
