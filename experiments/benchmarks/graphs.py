"""Graphs: making and reading a follower graph, against networkx, in microseconds of CPU an edge."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from time import process_time

from experiments.benchmarks.engine import settings_of
from sim import ImportOptions, Model, read_graph

LOOPS = 10  # ties of a new node in networkx's generator: a mean degree of 20, as ours


def make(accounts: int) -> dict[str, float]:
    """Our generator with all that stands on it: a whole world, its people and its Mesa face."""
    settings = settings_of(accounts)
    Model(settings_of(1000))  # kernels are loaded before the clock starts
    began = process_time()
    model = Model(settings)
    return {"cpu": (cpu := process_time() - began), "us_per_edge": 1e6 * cpu / model.world.network.arcs}


def make_networkx(accounts: int) -> dict[str, float]:
    """The nearest that networkx has: heavy-tailed, without communities; each tie counts as two follows."""
    import networkx as nx

    began = process_time()
    graph = nx.barabasi_albert_graph(accounts, LOOPS, seed=1)
    return {"cpu": (cpu := process_time() - began), "us_per_edge": 1e6 * cpu / (2 * graph.number_of_edges())}


def read(edges: int) -> dict[str, float]:
    """Our import of a shuffled list of whole numbers, both directions sorted, duplicates out, ids hidden."""
    with tempfile.TemporaryDirectory() as folder:
        options = ImportOptions(direction="source follows target")
        read_graph(_edge_list(Path(folder) / "few.csv", 1000), options)
        file = _edge_list(Path(folder) / "edges.csv", edges)
        began = process_time()
        read_graph(file, options)
        return {"cpu": (cpu := process_time() - began), "us_per_edge": 1e6 * cpu / edges}


def read_networkx(edges: int) -> dict[str, float]:
    """The same list through networkx.read_edgelist, as a directed graph."""
    import networkx as nx

    with tempfile.TemporaryDirectory() as folder:
        file = _edge_list(Path(folder) / "edges.csv", edges)
        began = process_time()
        nx.read_edgelist(file, delimiter=",", nodetype=int, create_using=nx.DiGraph)
        return {"cpu": (cpu := process_time() - began), "us_per_edge": 1e6 * cpu / edges}


def _edge_list(file: Path, edges: int) -> Path:
    luck, accounts = random.Random(1), edges // 20
    lines = (f"{luck.randrange(accounts)},{luck.randrange(accounts)}\n" for _ in range(edges))
    file.write_text("".join(lines))
    return file
