"""Graphs: making and reading a follower graph, against networkx, in microseconds of CPU an edge."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
import pyarrow as pa
from pyarrow import csv

from experiments.benchmarks.engine import settings_of
from sim import ImportOptions, Model, read_graph

FOLLOWS = ImportOptions(direction="source follows target")
TWO = "execution.threads=2"  # or one, where the task is given no more


class Clock:
    """Seconds of the processor and of the clock since it was made."""

    def __init__(self) -> None:
        self.cpu, self.wall = process_time(), perf_counter()

    def spent_on(self, edges: int) -> dict[str, float]:
        """What the edges took."""
        cpu, wall = process_time() - self.cpu, perf_counter() - self.wall
        return {"cpu": cpu, "wall": wall, "us_per_edge": 1e6 * cpu / edges, "edges": float(edges)}


def make(accounts: int) -> dict[str, float]:
    """Our generator: heavy tails, communities, answered follows, triangles; rows sorted, no edge twice, measured."""
    settings = settings_of(accounts, TWO)
    Model.graph_of(settings_of(1000))  # kernels are loaded and knobs tuned before the clock starts
    clock = Clock()
    return clock.spent_on(Model.graph_of(settings).network.arcs)


def build(accounts: int) -> dict[str, float]:
    """The whole world with its graph, its people and its Mesa face."""
    settings = settings_of(accounts, TWO)
    Model(settings_of(1000))
    clock = Clock()
    return clock.spent_on(Model(settings).world.network.arcs)


def make_networkx(accounts: int) -> dict[str, float]:
    """The nearest that networkx has: directed with heavy tails, but without communities, answers or triangles."""
    import networkx as nx

    clock = Clock()
    return clock.spent_on(nx.scale_free_graph(accounts, seed=1).number_of_edges())


def make_networkx_ties(accounts: int) -> dict[str, float]:
    """The fastest that networkx has: grown by preferential attachment, undirected, 10 ties a new node."""
    import networkx as nx

    clock = Clock()
    return clock.spent_on(nx.barabasi_albert_graph(accounts, 10, seed=1).number_of_edges())


def read(edges: int) -> dict[str, float]:
    """Our import of a shuffled list of whole numbers, both directions sorted, duplicates out, ids hidden, measured."""
    with tempfile.TemporaryDirectory() as folder:
        read_graph(_edge_list(Path(folder) / "few.csv", 1000), FOLLOWS)
        file = _edge_list(Path(folder) / "edges.csv", edges)
        clock = Clock()
        read_graph(file, FOLLOWS)
        return clock.spent_on(edges)


def read_networkx(edges: int) -> dict[str, float]:
    """The same list through networkx.read_edgelist, as a directed graph."""
    import networkx as nx

    with tempfile.TemporaryDirectory() as folder:
        file = _edge_list(Path(folder) / "edges.csv", edges)
        clock = Clock()
        nx.read_edgelist(file, delimiter=",", nodetype=int, create_using=nx.DiGraph)
        return clock.spent_on(edges)


def _edge_list(file: Path, edges: int) -> Path:
    ends = np.random.default_rng(1).integers(0, edges // 20, (2, edges))
    csv.write_csv(pa.table(list(ends), names=["source", "target"]), file, csv.WriteOptions(include_header=False))
    return file
