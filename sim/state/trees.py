"""Cascade trees, rebuilt from the archive of reshares, with their size, depth, breadth and virality."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import NamedTuple

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import B8, F64, I64, AnyArray
from sim.state.cascades import Originals
from sim.state.codes import Stance
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

TREE = ("post", "root", "parent")  # the columns of the archive that make the trees


class Forest(NamedTuple):
    """One entry for each cascade, in order of its root's id.

    `size` counts the original and its reshares, `depth` the hops to the furthest of them, `breadth` the
    posts on the fullest level, `broadcast` the reshares of its most reshared post. `virality` is the mean
    distance between two of its posts (Goel et al. 2016): 1 for a pair, just under 2 for a large star,
    (n + 1) / 3 for a chain, NaN for a post alone.
    """

    root: I64
    size: I64
    depth: I64
    breadth: I64
    broadcast: I64
    virality: F64


def grown_slowly(tree: I64, up: I64, trees: int) -> tuple[I64, I64, I64, I64, F64]:
    """Twin of `grown`: every tree by itself, every pair of its posts walked to where their paths meet."""
    rows = [_shape(tree, up, t) for t in range(trees)]
    columns = list(zip(*rows, strict=True)) or [()] * 5
    return (*(np.array(column, np.int64) for column in columns[:4]), np.array(columns[4], np.float64))  # type: ignore[return-value]


def _shape(tree: I64, up: I64, t: int) -> tuple[int, int, int, int, float]:
    paths = [[0]]  # of each post, from the root (0) down; a reshare is called by its row + 1
    for row in np.flatnonzero(tree == t):
        path = [int(row) + 1]
        while path[0] != 0:
            path.insert(0, int(up[path[0] - 1]) + 1)
        paths.append(path)
    n = len(paths)
    levels = np.bincount([len(path) - 1 for path in paths])
    children = np.unique([path[-2] for path in paths[1:]], return_counts=True)[1]
    distance = sum(len(set(one) ^ set(two)) for one, two in combinations(paths, 2))
    virality = 2 * distance / (n * (n - 1)) if n > 1 else np.nan
    return n, len(levels) - 1, int(levels.max()), int(children.max(initial=0)), virality


@rule(twin=grown_slowly)
def grown(tree: I64, up: I64, trees: int) -> tuple[I64, I64, I64, I64, F64]:
    """Size, depth, breadth, broadcast and virality of every tree.

    Each reshare stands after its parent: `tree` says to which tree it belongs, `up` the row of the reshare
    that it passes on, -1 for the root itself. One pass down for the levels, one up for the sums: an edge
    with s posts below it lies on s (n - s) of the paths between two posts.
    """
    rows = tree.size
    size, depth, broadcast = np.ones(trees, np.int64), np.zeros(trees, np.int64), np.zeros(trees, np.int64)
    level, below, children = np.ones(rows, np.int64), np.ones(rows, np.int64), np.zeros(rows, np.int64)
    of_root = np.zeros(trees, np.int64)
    for row in range(rows):
        t, parent = tree[row], up[row]
        size[t] += 1
        if parent < 0:
            of_root[t] += 1
            broadcast[t] = max(broadcast[t], of_root[t])
        else:
            level[row] = level[parent] + 1
            children[parent] += 1
            broadcast[t] = max(broadcast[t], children[parent])
        depth[t] = max(depth[t], level[row])
    first = np.zeros(trees + 1, np.int64)  # where the levels of each tree begin
    for t in range(trees):
        first[t + 1] = first[t] + depth[t] + 1
    width, breadth = np.zeros(first[trees], np.int64), np.ones(trees, np.int64)
    paths = np.zeros(trees, np.int64)
    for row in range(rows - 1, -1, -1):
        t = tree[row]
        place = first[t] + level[row]
        width[place] += 1
        breadth[t] = max(breadth[t], width[place])
        paths[t] += below[row] * (size[t] - below[row])
        if up[row] >= 0:
            below[up[row]] += below[row]
    virality = np.full(trees, np.nan)
    for t in range(trees):
        if size[t] > 1:
            virality[t] = 2 * paths[t] / (size[t] * (size[t] - 1))
    return size, depth, breadth, broadcast, virality


def forest(originals: AnyArray, post: AnyArray, root: AnyArray, parent: AnyArray) -> Forest:
    """The cascades of these originals and of whatever else was reshared.

    `post`, `root` and `parent` are the reshares' ids, in order of `post`; a parent that is no reshare is
    the root.
    """
    originals, post, root, parent = (np.asarray(ids, np.int64) for ids in (originals, post, root, parent))
    roots = np.union1d(originals, root)
    place = np.minimum(np.searchsorted(post, parent), max(len(post) - 1, 0))
    up = np.where(post[place] == parent, place, -1) if len(post) else place
    return Forest(roots, *grown(np.searchsorted(roots, root), up, len(roots)))


def figure_by_claim(members: Members, figure: Callable[[Forest], float]) -> dict[str, float]:
    """A figure of the cascades of posts supporting each claim, by claim; NaN where nobody posted."""
    world = members.survey.world
    forests = [members.once(claim_forest, claim, Stance.SUPPORT) for claim in range(world.claims.n)]
    return by_claim(world, [figure(trees) if len(trees.root) else np.nan for trees in forests])


def claim_forest(world: World, claim: int, stance: int) -> Forest:
    """The cascades of the posts that take a stance on a claim, those that nobody reshared among them."""
    originals, reshares = world.originals, world.reshares
    made = _about(originals.column("claim"), originals.column("stance"), claim, stance)
    passed = _about(reshares.column("claim"), reshares.column("stance"), claim, stance)
    return forest(originals.column("post")[made], *(reshares.column(name)[passed] for name in TREE))


def summary(world: World) -> dict[str, AnyArray]:
    """Table of all cascades: every post on a claim, and every ordinary post that was reshared.

    It has no rows where the run kept no cascades. Of ordinary posts the archive keeps no author and no
    time: their `kind` and `tick` are -1.
    """
    originals, reshares = world.originals if world.keeps_cascades else Originals(), world.reshares
    trees = forest(originals.column("post"), *(reshares.column(name) for name in TREE))
    claim, stance = np.full(len(trees.root), -1, np.int16), np.zeros(len(trees.root), np.int8)
    kind, tick = np.full(len(trees.root), -1, np.int8), np.full(len(trees.root), -1, np.int32)
    for table, key in ((reshares, "root"), (originals, "post")):
        place = np.searchsorted(trees.root, table.column(key))
        claim[place], stance[place] = table.column("claim"), table.column("stance")
    place = np.searchsorted(trees.root, originals.column("post"))
    kind[place] = world.accounts.column("kind")[originals.column("author")]
    tick[place] = originals.column("tick")
    shapes = {name: column.astype(np.int32) for name, column in trees._asdict().items() if name != "virality"}
    known = {"root": shapes.pop("root"), "claim": claim, "stance": stance, "kind": kind, "tick": tick}
    return known | shapes | {"virality": trees.virality}


def _about(claims: AnyArray, stances: AnyArray, claim: int, stance: int) -> B8:
    return np.asarray((claims == claim) & (stances == stance))
