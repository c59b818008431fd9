"""Imported: a follower graph from a file or a networkx object, with its direction said and its ids hidden."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import numpy as np

from sim.graphs.readers import delimited, parquet
from sim.graphs.readers.attributes import Attributes
from sim.graphs.readers.files import File
from sim.graphs.readers.formats import reader_of
from sim.graphs.readers.networkx_object import ties_of
from sim.graphs.readers.numbering import numbered
from sim.graphs.readers.options import ImportOptions
from sim.graphs.readers.pseudonyms import pseudonyms
from sim.graphs.readers.ties import NodeTable, Ties
from sim.ground.cards import Card, Text
from sim.ground.draws import Draws
from sim.ground.network import Network
from sim.ground.problems import Problem, Problems, raise_if_any, unknown
from sim.state.graph import BOTH_WAYS, Graph, report_on
from sim.state.graph_store import load_graph, save_graph

__all__ = ["CARD", "DIRECTIONS", "ImportOptions", "Params", "generate", "load_graph", "read_graph", "save_graph"]

CARD = Card(
    label=Text("Imported graph", "Graphe importé"),
    idea="A follower graph from an edge list or graph file; the direction must be said, ids become pseudonyms.",
    sources=("user",),
)
DIRECTIONS = {
    "source follows target": "source follows target: an edge a, b of the file means that a follows b",
    "source is followed by target": "source is followed by target: an edge a, b means that b follows a",
    "undirected": BOTH_WAYS,
}
Params = ImportOptions


def generate(n: int, params: ImportOptions, draws: Draws) -> Graph:
    """The graph of the file in the params."""
    if not params.file:
        raise Problems([Problem("graph", "an imported graph needs a file", advice="Say which: graph=FILE.")])
    return read_graph(Path(params.file), params)


def read_graph(source: Path | str | Any, options: ImportOptions, key: bytes | None = None) -> Graph:
    """Read a graph from a file (or a networkx graph); `key` makes the same pseudonyms again.

    Raises `Problems` with file and line, all that are found at once.
    """
    began = time.perf_counter()
    raise_if_any(_problems(source, options))
    if not isinstance(source, Path | str):
        return _graph(ties_of(source, "networkx graph"), options, key, began, origin="networkx graph")
    file = File(Path(source))
    ties: Ties = reader_of(file).read(file, options)
    return _graph(ties, options, key, began, origin=file.name, file_sha256=file.sha256())


def _graph(ties: Ties, options: ImportOptions, key: bytes | None, began: float, **known: str) -> Graph:
    ids, network, removed = _laid(ties, options)
    table = _node_table(options.nodes) if options.nodes else ties.nodes
    attributes = Attributes(ids, table) if table else None
    columns = dict(attributes.columns) if attributes else {}
    columns["id"] = np.array(list(map(str, ids.to_pylist()))) if options.keep_ids else pseudonyms(ids, key)
    notes = [*ties.notes, *_said(ties, options), *(attributes.notes if attributes else [])]
    notes.append("ids kept as they are" if options.keep_ids else "ids replaced by pseudonyms")
    direction = BOTH_WAYS if ties.undirected else DIRECTIONS[options.direction]
    more: dict[str, Any] = {"notes": tuple(notes), **removed, **known}
    report = report_on(network, more.pop("origin"), direction, began, **more)
    return Graph(network, report, columns, attributes.words if attributes else {})


def _laid(ties: Ties, options: ImportOptions) -> tuple[Any, Network, dict[str, int]]:
    """The sorted ids, the network over them, and what was removed from it."""
    ids, (source, target, *_) = numbered(ties.source, ties.target, *([ties.nodes.ids] if ties.nodes else []))
    if options.direction == "source is followed by target":
        source, target = target, source
    both_ways = bool(options.direction == "undirected" or ties.undirected)
    if both_ways:
        source, target = np.concatenate([source, target]), np.concatenate([target, source])
    network, duplicates, loops = Network.from_arcs(len(ids), source, target)
    times = 1 + both_ways  # that each edge of the file was counted
    return ids, network, {"duplicates_removed": duplicates // times, "self_follows_removed": loops // times}


def _said(ties: Ties, options: ImportOptions) -> list[str]:
    """A note where the file contradicts the person."""
    if ties.undirected is None or ties.undirected == (options.direction == "undirected"):
        return []
    kind = "undirected" if ties.undirected else "directed"
    return [f"the file itself says that its edges are {kind}; every edge was taken in both directions"]


def _node_table(path: str) -> NodeTable:
    file = File(Path(path))
    if reader_of(file) is parquet:
        return parquet.read_nodes(file)
    return delimited.read_nodes(file)


def _problems(source: Any, options: ImportOptions) -> list[Problem]:
    found = []
    if not options.direction:
        advice = 'Say it, such as direction="source follows target".'
        found.append(Problem("direction", "it is not said what an edge means", tuple(DIRECTIONS), advice))
    elif options.direction not in DIRECTIONS:
        found.append(unknown("direction", "direction", options.direction, DIRECTIONS))
    if options.separator is not None and len(options.separator) != 1:
        found.append(Problem("separator", f'"{options.separator}" is not one sign', advice="Such as ; or |."))
    for path in (source if isinstance(source, Path | str) else None, options.nodes):
        if path is not None and not Path(path).is_file():
            found.append(Problem(str(path), "no such file"))
    return found
