"""A directed network held by both ends of its arcs: whom a node points at and who points at it are one row each.

The engine's convention: an arc u -> v means "u follows v". So the out row of u are its followees and the
in row of v its followers. Memory: 8 bytes an arc (4 for each direction) and 16 bytes a node.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sim.ground import csr
from sim.ground.draws import Draws
from sim.ground.independent_cascade import cascade_sizes
from sim.ground.types import I32, I64, AnyArray

_ARRAYS = ("out_start", "out_node", "in_start", "in_node")


@dataclass(frozen=True)
class Network:
    """Sorted rows without repeated arcs or self-loops; an edit makes a new network."""

    out_start: I64  # (node + 1), place of each node's row in out_node
    out_node: I32  # (arc), nodes that the row's node points at
    in_start: I64  # (node + 1)
    in_node: I32  # (arc), nodes that point at the row's node

    @classmethod
    def from_arcs(cls, n: int, source: AnyArray, target: AnyArray) -> tuple[Network, int, int]:
        """A network of n nodes, the number of repeated arcs and the number of self-loops dropped."""
        start, node = _rows(n, source, target)
        start, node, duplicates, loops = csr.cleaned(start, node)
        return cls.from_rows(start, node), duplicates, loops

    @classmethod
    def from_rows(cls, start: I64, node: I32) -> Network:
        """A network whose out rows are ready: sorted, no repeated arcs, no self-loops."""
        return cls(start, node, *csr.transposed(start, node))

    @property
    def n(self) -> int:
        """Number of nodes."""
        return len(self.out_start) - 1

    @property
    def arcs(self) -> int:
        """Number of arcs."""
        return len(self.out_node)

    @property
    def out_degree(self) -> I64:
        """How many nodes each node points at."""
        return np.diff(self.out_start)

    @property
    def in_degree(self) -> I64:
        """How many nodes point at each node."""
        return np.diff(self.in_start)

    def followees(self, u: int) -> I32:
        """The out row of u (a view): the nodes it points at."""
        return self.out_node[self.out_start[u] : self.out_start[u + 1]]

    def followers(self, v: int) -> I32:
        """The in row of v (a view): the nodes that point at it."""
        return self.in_node[self.in_start[v] : self.in_start[v + 1]]

    def has_arc(self, u: int, v: int) -> bool:
        """Whether u points at v; kernels use `csr.has_arc`."""
        return bool(csr.has_arc(self.out_start, self.out_node, u, v))

    def arc_list(self) -> tuple[I32, I32]:
        """Both ends of every arc, sorted by source, then target."""
        return csr.sources(self.out_start), self.out_node

    def transpose(self) -> Network:
        """The network with every arc turned round (shares the arrays)."""
        return Network(self.in_start, self.in_node, self.out_start, self.out_node)

    def edited(self, cut_source: AnyArray, cut_target: AnyArray, add_source: AnyArray, add_target: AnyArray) -> Network:
        """A network without the cut arcs and with the added ones, in one pass over the arcs.

        Cutting what is not there and adding what is there change nothing; an arc both cut and added stays.
        """
        cut = csr.cleaned(*_rows(self.n, cut_source, cut_target))[:2]
        add = csr.cleaned(*_rows(self.n, add_source, add_target))[:2]
        out = csr.edited(self.out_start, self.out_node, cut, add)
        cut, add = csr.transposed(*cut), csr.transposed(*add)
        return Network(*out, *csr.edited(self.in_start, self.in_node, cut, add))

    def mutual(self) -> tuple[I64, I32]:
        """Rows of the nodes that point at each other (an undirected graph, each tie in both rows)."""
        start, node = csr.common(self.out_start, self.out_node, self.in_start, self.in_node)
        return start, node

    def reciprocity(self) -> float:
        """Share of arcs whose reverse exists too; 0 in a network without arcs."""
        return len(self.mutual()[1]) / self.arcs if self.arcs else 0.0

    def cascades(self, seeds: AnyArray, p: float, runs: int = 1, seed: int = 1) -> I64:
        """Sizes of independent cascades that start with the seeds and reach each follower once, with probability p.

        The seeds are counted too; each run is another piece of luck, the same one for the same `seed`.
        """
        first = np.unique(np.asarray(seeds, np.int32))
        if not 0.0 <= p <= 1.0:
            raise ValueError(f"a probability lies between 0 and 1, not at {p}")
        if len(first) and not 0 <= first[0] <= first[-1] < self.n:
            raise ValueError(f"seeds are nodes from 0 to {self.n - 1}")
        sizes = np.full(runs, len(first), np.int64)
        if p > 0.0:
            odds = 1.0 / math.log1p(-p) if p < 1.0 else 0.0
            cascade_sizes((self.in_start, self.in_node), first, odds, Draws(seed).key("cascade"), sizes)
        return sizes

    def digest(self) -> str:
        """A short hash of all arcs: equal networks have equal digests."""
        stamp = hashlib.blake2b(digest_size=16)
        for array in (self.out_start, self.out_node):
            stamp.update(np.ascontiguousarray(array).data)
        return stamp.hexdigest()

    def save(self, folder: Path) -> None:
        """Write the arrays as .npy files."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", getattr(self, name))

    @classmethod
    def load(cls, folder: Path) -> Network:
        """Map saved arrays into memory: processes share the pages, writes stay private."""
        return cls(*(np.load(folder / f"{name}.npy", mmap_mode="c").view(np.ndarray) for name in _ARRAYS))


def _rows(n: int, source: AnyArray, target: AnyArray) -> tuple[I64, I32]:
    ends = (np.ascontiguousarray(end, dtype=np.int32) for end in (target, source))
    start, node = csr.transposed(*csr.grouped(n, *ends))
    return start, node
