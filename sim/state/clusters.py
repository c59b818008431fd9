"""Clusters: people of one community and one side, as anybody can see them who looks at opinions and follows."""

from __future__ import annotations

import numpy as np

from sim.ground.types import B8, F64, I64
from sim.state.codes import OPINION_GROUPS
from sim.state.timeline import Entry
from sim.state.world import World


def cluster_of(world: World) -> I64:
    """(account), its community and opinion group in one number."""
    accounts = world.accounts
    return accounts.community.astype(np.int64) * OPINION_GROUPS + accounts.group


def leaning(world: World, entry: Entry) -> F64:
    """(account), how far opinions lean the way of the entry's claim; of its actors, if the claim leans no way.

    Where neither leans, what counts is how firm opinions are on either side.
    """
    opinion = world.accounts.opinion.astype(np.float64)
    lean = float(world.claims.lean[entry.claim]) if entry.claim >= 0 else 0.0
    if lean == 0.0 and len(entry.actors):
        lean = float(opinion[entry.actors].sum())
    return np.asarray(opinion * np.sign(lean) if lean else np.abs(opinion))


def closure(world: World, members: B8) -> tuple[F64, I64]:
    """(cluster), share of its members' follows that stay within it, and how many members it has."""
    cluster, network = cluster_of(world), world.network
    number = int(cluster.max(initial=-1)) + 1
    source = np.repeat(np.arange(world.n), np.diff(network.out_start))
    counted = members[source]
    source, target = source[counted], network.out_node[counted]
    within = np.bincount(cluster[source], (cluster[source] == cluster[target]) & members[target], number)
    follows = np.bincount(cluster[source], minlength=number)
    return within / np.maximum(1, follows), np.bincount(cluster[members], minlength=number)
