"""Tree rows: the largest cascades on claims post by post, so that a page can draw them."""

from __future__ import annotations

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import I64, AnyArray
from sim.state.codes import Kind, Stance
from sim.state.trees import TREE
from sim.state.world import World

LARGEST = 12


def largest_trees(world: World, cascades: dict[str, AnyArray]) -> dict[str, AnyArray]:
    """One row for each post of the largest cascades, the largest first, a post never before the one it passes on."""
    trees = [_tree(world, number, int(root)) for number, root in enumerate(_largest(cascades))]
    names = ("tree", "claim", "stance", "node", "parent", "tick", "hour", "kind", "depth", "post")
    rows = {name: np.concatenate([np.empty(0, np.int32), *(tree[name] for tree in trees)]) for name in names}
    words = {"claim": world.names.claims, "kind": [kind.name.lower() for kind in Kind]}
    told = {name: np.array(words[name], object)[rows[name]] for name in words}
    told["stance"] = np.array([stance.name.lower() for stance in Stance], object)[rows["stance"] + 1]
    told["hour"] = np.asarray((rows["tick"] - world.clock.burn_in_ticks) * world.clock.minutes / 60.0)
    return {name: told.get(name, rows[name]) for name in names}


def _largest(cascades: dict[str, AnyArray]) -> AnyArray:
    """The roots of the cascades on claims that somebody has reshared, the largest first and of equals the oldest."""
    about = np.flatnonzero((cascades["claim"] >= 0) & (cascades["size"] > 1) & (cascades["kind"] >= 0))
    return np.asarray(cascades["root"][about[np.argsort(-cascades["size"][about], kind="stable")]][:LARGEST])


def _tree(world: World, number: int, root: int) -> dict[str, AnyArray]:
    first, reshares = world.originals, world.reshares
    top = int(np.searchsorted(first.column("post"), root))
    rows = np.flatnonzero(reshares.column("root") == root)
    post, parent = (reshares.column(name)[rows].astype(np.int64) for name in (TREE[0], TREE[2]))
    place = np.minimum(np.searchsorted(post, parent), len(post) - 1)
    up = np.where(post[place] == parent, place + 1, 0)  # a parent that is no reshare is the root
    author = np.append(first.column("author")[top], reshares.column("author")[rows])
    alike = {name: np.full(len(rows) + 1, first.column(name)[top], np.int32) for name in ("claim", "stance")}
    tick = np.append(first.column("tick")[top], reshares.column("tick")[rows]).astype(np.int32)
    return alike | {
        "tree": np.full(len(rows) + 1, number, np.int32),
        "node": np.arange(len(rows) + 1, dtype=np.int32),
        "parent": np.append(-1, up).astype(np.int32),
        "tick": tick,
        "hour": tick,  # until all trees are together
        "depth": depths(up),
        "kind": world.accounts.column("kind")[author].astype(np.int32),
        "post": np.append(root, post).astype(np.int32),
    }


@rule()
def depths(up: I64) -> AnyArray:
    """How many hops each post of a tree is from its root, which is the first; `up` are the parents of the others."""
    found = np.zeros(up.size + 1, np.int32)
    for n in range(up.size):
        found[n + 1] = found[up[n]] + 1
    return found
