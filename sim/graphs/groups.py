"""Groups: people hear each other in chat groups, one among neighbours and others anywhere."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.draws import Draws
from sim.ground.network import Network
from sim.ground.types import I64, AnyArray
from sim.state.graph import BOTH_WAYS, Graph, report_on

CARD = Card(
    label=Text("Chat groups", "Groupes de discussion"),
    idea="Everybody in a group hears everybody in it, and who is in several carries things over; nobody is followed.",
    sources=("scenarios.md, closed chat", "R3"),
)


@dataclass(frozen=True)
class Params:
    """How large groups are, and in how many people are."""

    group_size: int = param(20, "accounts", 2, 5000, source="assumed", doc="members of a group")
    memberships: int = param(2, "groups", 1, 20, source="assumed", doc="groups of each; the first among neighbours")


TRIAL = Trial(moves={"group_size": "+deliveries", "memberships": "+deliveries"})


def generate(n: int, params: Params, draws: Draws) -> Graph:
    """Groups of n accounts; accounts with neighbouring numbers are in one group first."""
    began = time.perf_counter()
    rows = np.arange(n)
    orders = [np.argsort(draws.uniform("graph/groups", 0, rows, nth), kind="stable")
              for nth in range(1, params.memberships)]  # fmt: skip
    pairs = [_pairs(order, params.group_size) for order in (rows, *orders)]
    source, target = (np.concatenate(ends) for ends in zip(*pairs, strict=True))
    network, *_ = Network.from_arcs(n, source, target)
    columns = {"community": (rows // params.group_size).astype(np.int32)}
    return Graph(network, report_on(network, "groups", BOTH_WAYS, began), columns)


def _pairs(order: AnyArray, size: int) -> tuple[I64, I64]:
    """Both ends of every pair within each `size` accounts of an order."""
    members = np.full(-(-len(order) // size) * size, -1, np.int64)
    members[: len(order)] = order
    one = np.repeat(members.reshape(-1, size), size, axis=1).ravel()
    other = np.tile(members.reshape(-1, size), size).ravel()
    two = (one >= 0) & (other >= 0) & (one != other)
    return one[two], other[two]
