"""Groups of a network by label propagation: each node takes the commonest label among its neighbours."""

from __future__ import annotations

import numpy as np

from sim.ground.network import Network
from sim.ground.rules import rule
from sim.ground.types import I32, I64

ROUNDS = 5  # Raghavan et al. 2007: most nodes keep their label after about five rounds


def groups_of(network: Network) -> I32:
    """The group of every node, numbered 0, 1, 2 ... by first node; the same for any machine and seed."""
    label = np.arange(network.n, dtype=np.int32)
    count = np.zeros(network.n, np.int32)
    for _ in range(ROUNDS):
        _propagate((network.out_start, network.in_start), (network.out_node, network.in_node), label, count)
    first = np.unique(label, return_index=True, return_inverse=True)
    rank = np.argsort(np.argsort(first[1], kind="stable"), kind="stable")
    return rank[first[2]].astype(np.int32)


@rule()
def _propagate(starts: tuple[I64, I64], nodes: tuple[I32, I32], label: I32, count: I32) -> None:
    """One round in the order of nodes; ties go to the smallest label."""
    for u in range(label.size):
        best, most = label[u], 0
        for direction in range(2):
            for place in range(starts[direction][u], starts[direction][u + 1]):
                seen = label[nodes[direction][place]]
                count[seen] += 1
                if count[seen] > most or (count[seen] == most and seen < best):
                    best, most = seen, count[seen]
        for direction in range(2):
            for place in range(starts[direction][u], starts[direction][u + 1]):
                count[label[nodes[direction][place]]] = 0
        label[u] = best
