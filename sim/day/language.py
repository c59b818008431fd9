"""Language: who does not understand a post is not persuaded by it, and seldom passes it on."""

from __future__ import annotations

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import B8, F64, I8, I32, I64, U32
from sim.state.world import World

FOREIGN_SHARE = 0.1  # assumed: what a foreign language leaves of the probability to like or reshare a post


def understood(world: World, readers: I32, rows: I64) -> B8:
    """Mask of the exposures (reader, row of the post) whose language the reader understands."""
    posts, accounts = world.posts, world.accounts
    roots = posts.rows(posts.root[rows])
    tongue = np.where(posts.tongue[roots] > 0, posts.tongue[roots] - 1, accounts.language[posts.author[roots]])
    known = np.right_shift(accounts.speaks[readers], tongue.astype(np.uint32)) & 1
    return np.asarray((accounts.language[readers] == tongue) | (known == 1))


def share_seldom(world: World, readers: I32, roots: I32, kept: F64) -> None:
    """Lower what is left of the probability to pass on a post (row of the original) in a foreign language."""
    posts, accounts = world.posts, world.accounts
    _lower(readers, roots, (posts.author, posts.tongue), (accounts.language, accounts.speaks), kept)


@rule()
def _lower(readers: I32, roots: I32, posts: tuple[I32, I8], accounts: tuple[I8, U32], kept: F64) -> None:
    author, tongues = posts
    language, speaks = accounts
    for e in range(readers.size):
        i, root = readers[e], roots[e]
        tongue = tongues[root] - 1 if tongues[root] > 0 else language[author[root]]
        if language[i] != tongue and (speaks[i] >> tongue) & 1 == 0:
            kept[e] *= FOREIGN_SHARE
