"""A directed network held by the ends of its arcs: whom a node points at and who points at it are one row each.

The engine's convention: an arc u -> v means "u follows v". So the out row of u are its followees and the
in row of v its followers. A network holds one direction until the other is asked for: 4 bytes an arc and
8 a node for each.
"""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import numpy as np

from sim.ground import csr
from sim.ground.csr import Rows
from sim.ground.draws import Draws
from sim.ground.independent_cascade import cascade_sizes
from sim.ground.types import I32, I64, AnyArray

START, NODE = "in_start.npy", "in_node.npy"


class Network:
    """Sorted rows without repeated arcs or self-loops; an edit makes a new network."""

    def __init__(self, out_rows: Rows | None = None, in_rows: Rows | None = None) -> None:
        self._out, self._in = out_rows, in_rows

    @classmethod
    def from_arcs(cls, n: int, source: AnyArray, target: AnyArray) -> tuple[Network, int, int]:
        """A network of n nodes, the number of repeated arcs and the number of self-loops dropped."""
        start, node, duplicates, loops = csr.cleaned(*_rows(n, source, target))
        return cls((start, node)), duplicates, loops

    @property
    def out_rows(self) -> Rows:
        """The nodes that each node points at."""
        if self._out is None:
            self._out = csr.transposed(*self.in_rows)
        return self._out

    @property
    def in_rows(self) -> Rows:
        """The nodes that point at each node."""
        if self._in is None:
            self._in = csr.transposed(*self.out_rows)
        return self._in

    @property
    def out_start(self) -> I64:
        """(node + 1), place of each node's row in out_node."""
        return self.out_rows[0]

    @property
    def out_node(self) -> I32:
        """(arc), nodes that the row's node points at."""
        return self.out_rows[1]

    @property
    def in_start(self) -> I64:
        """(node + 1), place of each node's row in in_node."""
        return self.in_rows[0]

    @property
    def in_node(self) -> I32:
        """(arc), nodes that point at the row's node."""
        return self.in_rows[1]

    def by_followers(self) -> Network:
        """The same network that holds its in rows alone, until the others are asked for again."""
        return Network(in_rows=self.in_rows)

    @property
    def n(self) -> int:
        """Number of nodes."""
        return len(self._held[0]) - 1

    @property
    def arcs(self) -> int:
        """Number of arcs."""
        return len(self._held[1])

    def nbytes(self) -> int:
        """Memory of the directions that are held, in bytes."""
        return sum(array.nbytes for rows in (self._out, self._in) if rows for array in rows)

    @property
    def _held(self) -> Rows:
        return self._in or self.out_rows

    @property
    def out_degree(self) -> I64:
        """How many nodes each node points at."""
        return np.diff(self._out[0]) if self._out else csr.times(self.n, self.in_node)

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
        return Network(self._in, self._out)

    def edited(self, cut_source: AnyArray, cut_target: AnyArray, add_source: AnyArray, add_target: AnyArray) -> Network:
        """A network without the cut arcs and with the added ones, in one pass over the arcs.

        Cutting what is not there and adding what is there change nothing; an arc both cut and added stays.
        """
        ends = (cut_source, cut_target), (add_source, add_target)
        out_rows = csr.edited(*self._out, *(_cleaned(self.n, *pair) for pair in ends)) if self._out else None
        in_rows = csr.edited(*self._in, *(_cleaned(self.n, *pair[::-1]) for pair in ends)) if self._in else None
        return Network(out_rows, in_rows)

    def with_nodes(self, n: int) -> Network:
        """The network with as many nodes in all; the new ones come last and have no arcs."""
        out_rows, in_rows = ((csr.lengthened(rows[0], n), rows[1]) if rows else None for rows in (self._out, self._in))
        return Network(out_rows, in_rows)

    def mutual(self) -> Rows:
        """Rows of the nodes that point at each other (an undirected graph, each tie in both rows)."""
        return csr.common(*self.out_rows, *self.in_rows)

    def reciprocity(self) -> float:
        """Share of arcs whose reverse exists too; 0 in a network without arcs."""
        return csr.common_arcs(self.out_rows, self.in_rows) / self.arcs if self.arcs else 0.0

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
            cascade_sizes(self.in_rows, first, odds, Draws(seed).key("cascade"), sizes)
        return sizes

    def digest(self) -> str:
        """A short hash of all arcs: equal networks have equal digests."""
        stamp = hashlib.blake2b(digest_size=16)
        for array in self.in_rows:
            stamp.update(np.ascontiguousarray(array).data)
        return stamp.hexdigest()

    def save(self, folder: Path) -> None:
        """Write the in rows as .npy files."""
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / START, self.in_start)
        np.save(folder / NODE, self.in_node)

    @classmethod
    def load(cls, folder: Path) -> Network:
        """Map saved arrays into memory: processes share the pages, writes stay private."""
        start, node = (np.load(folder / name, mmap_mode="c").view(np.ndarray) for name in (START, NODE))
        return cls(in_rows=(start, node))


def _rows(n: int, source: AnyArray, target: AnyArray) -> Rows:
    ends = (np.ascontiguousarray(end, dtype=np.int32) for end in (target, source))
    return csr.transposed(*csr.grouped(n, *ends))


def _cleaned(n: int, source: AnyArray, target: AnyArray) -> Rows:
    start, node, *_ = csr.cleaned(*_rows(n, source, target))
    return start, node
