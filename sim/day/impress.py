"""Impress: pick the exposures to claims and look up what a belief rule needs to know about each."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.day.doubt import doubt
from sim.day.identify import taken_for
from sim.day.language import understood
from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import B8, F32, I8, I16, I32, I64, U8, U16
from sim.state.codes import Label
from sim.state.world import World

NOTICE = (0.0, 0.6, 0.9)  # C5: probability of noticing no label, a warning, a crowd note
FIRM = 0.5  # assumed: less certain words are no commitment that could prove wrong (C7)
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
    denied_firmly: F32
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
    weighed: F32
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
    if len(world.names.languages) > 1:
        about = about[understood(world, world.exposures.column("reader")[about], rows[about])]
    news.reserve(len(about))
    news.n = len(about)
    if not len(about):
        return
    heard = Heard(posts.root, posts.author, posts.claim, posts.stance, posts.label, posts.key, posts.position,
                  posts.certainty, claims.lean, claims.technique, claims.true)  # fmt: skip
    readers = Readers(*(getattr(world.accounts, name) for name in Readers._fields))
    out = Rows(*(getattr(news, name) for name in Rows._fields))
    now = np.array([world.clock.tick, posts.mask], np.int64)
    roots = posts.rows(posts.root[rows[about]])
    taken = taken_for(world, world.exposures.reader[about], posts.author[roots])
    _look_up(world.key("notice"), now, (about, rows, world.exposures.reader, taken), heard, readers, out)
    doubt(world, posts.author[roots], posts.form[roots])


@rule()
def _look_up(
    key: np.uint64, now: I64, about: tuple[I64, I64, I32, I8], heard: Heard, readers: Readers, out: Rows
) -> None:
    picked, rows, reader, taken_for = about
    root_of, author_of, claim_of, stance_of, label_of, key_of, position, certainty, lean, technique, true = heard
    source_of, opinion, trust_for, trust_against, inoculation, times, denials, firmly_denied = readers[:8]
    heard_from, denied_from, first = readers[8:]
    to_reader, to_claim, to_stance, to_source, before, weighed, trust, align, resistance, said, firmly, noticed = out
    for n in range(picked.size):
        i = reader[picked[n]]
        root = root_of[rows[picked[n]]] & now[1]
        k, stance = claim_of[root], stance_of[root]
        source = taken_for[n] if taken_for.size else source_of[author_of[root]]
        to_reader[n], to_claim[n], to_stance[n], to_source[n] = i, k, stance, source
        trust[n] = trust_for[i, source] / (trust_for[i, source] + trust_against[i, source])
        align[n] = lean[k] * opinion[i] * stance
        shield = np.float64(inoculation[i, technique[k]]) * (SPILL_OVER if true[k] == 1 else 1.0)
        resistance[n] = shield if stance > 0 else 0.0
        said[n], firmly[n] = position[root], certainty[root]
        label = label_of[root]
        noticed[n] = label != Label.NONE and uniform(key, now[0], i, key_of[root]) < NOTICE[label]
        before[n] = weighed[n] = 0
        if stance > 0:
            before[n] = weighed[n] = times[i, k]
            times[i, k] = min(65000, times[i, k] + 1)
            heard_from[i, k] |= (1 << source) if firmly[n] >= FIRM else 0
        elif stance < 0:
            before[n], weighed[n] = denials[i, k], firmly_denied[i, k]
            denials[i, k] = min(65000, denials[i, k] + 1)
            firmly_denied[i, k] = np.float64(firmly_denied[i, k]) + np.float64(firmly[n])
            denied_from[i, k] |= (1 << source) if firmly[n] >= FIRM else 0
        if first[i, k] < 0:
            first[i, k] = now[0]
