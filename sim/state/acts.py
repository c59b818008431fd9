"""Acts: the few ways in which anybody enters the conversation; all of them queue drafts for `deliver`."""

from __future__ import annotations

from typing import TypedDict, Unpack

import numpy as np

from sim.ground.types import AnyArray
from sim.state.accounts import rows_of
from sim.state.codes import Act, Stance
from sim.state.world import World

# An ordinary person's denial brings no evidence: it moves a mind as far as a bare claim does (A52 / A66), assumed.
BARE_WORD = 0.15
HOSTILE = "acts/hostile"  # in World.memory from the first hostile post on


class Wording(TypedDict, total=False):
    """How a post is put: how firmly, with how much added appeal, under which hashtag, in which form and quality."""

    certainty: float
    appeal: float
    hashtag: int
    form: int
    quality: float


def post_claim(world: World, authors: AnyArray, claim: int, stance: int, **wording: Unpack[Wording]) -> None:
    """Let accounts post about a claim, arguing for (1) or against (-1) it.

    Posts that support it have the claim's own appeal; `appeal` is added to it.
    """
    claims = world.claims
    supports = stance == Stance.SUPPORT
    world.drafts.append(
        len(authors), author=authors, act=Act.ORIGINAL, claim=claim, stance=stance,
        hashtag=wording.get("hashtag", -1), certainty=wording.get("certainty", 1.0),
        form=wording.get("form", claims.form[claim] if supports else 0),
        appeal=wording.get("appeal", 0.0) + (claims.appeal[claim] if supports else 0.0),
        quality=wording.get("quality", claims.quality[claim] if supports else 1.0 - claims.quality[claim]),
        position=stance * claims.pitch[claim],
    )  # fmt: skip


def reshare(world: World, authors: AnyArray, posts: AnyArray) -> None:
    """Let accounts pass on posts (ids, one for each author)."""
    world.drafts.append(len(authors), author=authors, act=Act.RESHARE, parent=posts)


def reply(world: World, authors: AnyArray, posts: AnyArray, stance: AnyArray | int, *, certainty: float = 1.0,
          hostile: bool = False) -> None:  # fmt: skip
    """Let accounts answer posts (ids, one for each author); a hostile answer is aimed at its author."""
    if hostile:
        kept = _unrestrained(world, authors, posts)
        authors, posts = authors[kept], posts[kept]
    rows = world.posts.rows(world.posts.root[world.posts.rows(posts)])
    claim = world.posts.claim[rows]
    position = np.where(claim >= 0, stance * world.claims.pitch[np.maximum(claim, 0)], 0.0) if world.claims.n else 0.0
    world.drafts.append(
        len(authors), author=authors, act=Act.REPLY, parent=posts, claim=claim, stance=stance,
        position=position, certainty=certainty, target=world.posts.author[rows] if hostile else -1,
    )  # fmt: skip


def post_across(world: World, layer: int, authors: AnyArray, rows: AnyArray, hours: float) -> None:
    """Let accounts post what originals (rows, one for each author) say on another layer, so many hours from now."""
    due = world.clock.tick + (world.clock.ticks_in(hours) if hours > 0 else 0)
    world.crossings.append(len(authors), author=authors, claim=world.posts.claim[rows],
                           stance=world.posts.stance[rows], layer=layer, due=due)  # fmt: skip


def abuse(world: World, authors: AnyArray, targets: AnyArray) -> None:
    """Let accounts post something hostile at others (rows, one for each author), on no claim."""
    kept = _unrestrained(world, authors, targets)
    world.drafts.append(int(kept.sum()), author=authors[kept], act=Act.ORIGINAL, target=targets[kept])


def _unrestrained(world: World, authors: AnyArray, about: AnyArray) -> AnyArray:
    """Mask of the hostile acts that their authors do not think better of (A93)."""
    if len(authors):
        world.memory[HOSTILE] = np.ones(1, np.int8)
    restraint = world.accounts.restraint[authors]
    return world.draws.uniform("restraint", world.clock.tick, authors, about) >= restraint


def members_drawn(world: World, segment: str, share: float, stream: str) -> AnyArray:
    """Rows of a share of a segment's people, drawn account by account (same luck in every arm)."""
    people = rows_of(world.members(segment) & world.accounts.people())
    return people[world.draws.uniform(stream, 0, people) < share]
