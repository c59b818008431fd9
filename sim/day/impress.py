"""Impress: pick the exposures to claims and look up what a belief rule needs to know about each."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import B8, F32, I8, I16, I32, I64, U8, U16
from sim.state.codes import Label
from sim.state.world import World

NOTICE = (0.0, 0.6, 0.9)  # C5: probability of noticing no label, a warning, a crowd note
SPILL_OVER = 0.2  # C6: inoculation makes people more sceptical of true items too, by this share


class Heard(NamedTuple):
    """The posts and claims as seen by the kernel; posts by row of the ring."""

    root: I32
    author: I32
    claim: I16
    stance: I8
    label: I8
    key: I32
    position: F32
    certainty: F32
    lean: F32
    technique: I8
    true: I8


class Readers(NamedTuple):
    """The readers' columns; (account, claim), (account, source) or (account, technique) where two-dimensional."""

    source: I8
    opinion: F32
    trust_for: F32
    trust_against: F32
    inoculation: F32
    heard: U16
    denied: U16
    heard_from: U8
    denied_from: U8
    first_heard: I32


class Rows(NamedTuple):
    """The impressions' columns that the kernel writes."""

    reader: I32
    claim: I16
    stance: I8
    source: I8
    before: I32
    trust: F32
    align: F32
    resistance: F32
    position: F32
    certainty: F32
    noticed: B8


def impress(world: World) -> None:
    """Fill `world.impressions` from this tick's exposures and count who heard what from whom."""
    posts, claims, news = world.posts, world.claims, world.impressions
    news.clear()
    if claims.n == 0:
        return
    rows = posts.rows(world.exposures.column("post"))
    about = np.flatnonzero(posts.claim[rows] >= 0)
    news.reserve(len(about))
    news.n = len(about)
    if not len(about):
        return
    heard = Heard(posts.root, posts.author, posts.claim, posts.stance, posts.label, posts.key, posts.position,
                  posts.certainty, claims.lean, claims.technique, claims.true)  # fmt: skip
    readers = Readers(*(getattr(world.accounts, name) for name in Readers._fields))
    out = Rows(*(getattr(news, name) for name in Rows._fields))
    now = np.array([world.clock.tick, posts.mask], np.int64)
    _look_up(world.key("notice"), now, (about, rows, world.exposures.reader), heard, readers, out)


@rule()
def _look_up(key: np.uint64, now: I64, about: tuple[I64, I64, I32], heard: Heard, readers: Readers,
             out: Rows) -> None:  # fmt: skip
    picked, rows, reader = about
    for n in range(picked.size):
        i = reader[picked[n]]
        root = heard.root[rows[picked[n]]] & now[1]
        k, stance = heard.claim[root], heard.stance[root]
        source = readers.source[heard.author[root]]
        out.reader[n], out.claim[n], out.stance[n], out.source[n] = i, k, stance, source
        believed, against = readers.trust_for[i, source], readers.trust_against[i, source]
        out.trust[n] = believed / (believed + against)
        out.align[n] = heard.lean[k] * readers.opinion[i] * stance
        resistance = readers.inoculation[i, heard.technique[k]] if stance > 0 else 0.0
        out.resistance[n] = resistance * (SPILL_OVER if heard.true[k] == 1 else 1.0)
        out.position[n], out.certainty[n] = heard.position[root], heard.certainty[root]
        label = heard.label[root]
        out.noticed[n] = label != Label.NONE and uniform(key, now[0], i, heard.key[root]) < NOTICE[label]
        out.before[n] = _count_heard(readers, i, k, stance, source)
        if readers.first_heard[i, k] < 0:
            readers.first_heard[i, k] = now[0]


@rule()
def _count_heard(readers: Readers, i: int, k: int, stance: int, source: int) -> int:
    """Count one more exposure; gives the number of earlier ones of the same stance."""
    if stance > 0:
        before = int(readers.heard[i, k])
        readers.heard[i, k] = min(65000, before + 1)
        readers.heard_from[i, k] |= 1 << source
        return before
    if stance < 0:
        before = int(readers.denied[i, k])
        readers.denied[i, k] = min(65000, before + 1)
        readers.denied_from[i, k] |= 1 << source
        return before
    return 0
