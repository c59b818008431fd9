"""A networkx graph, given as it is or read by networkx from one of its formats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sim.graphs.readers.files import File
from sim.graphs.readers.ties import NodeTable, Ties
from sim.ground.problems import Problems

MOST = 2**63  # numbers beyond are words


def ties_of(graph: Any, name: str) -> Ties:
    """The edges and nodes of a networkx graph; ids that are not all whole numbers become words."""
    nodes, edges = list(graph.nodes), list(graph.edges())
    whole = all(_is_whole(node) for node in nodes)
    attributes = sorted({str(key) for _, told in graph.nodes(data=True) for key in told})
    columns = {key: [_word(told.get(key)) for _, told in graph.nodes(data=True)] for key in attributes}
    table = NodeTable(_ids(nodes, whole), columns, lambda row: f'{name}, node "{nodes[row]}"')
    source, target = (_ids([edge[side] for edge in edges], whole) for side in (0, 1))
    return Ties(source, target, table, not graph.is_directed())


def read_with(file: File, parse: Callable[[bytes], Any]) -> Ties:
    """The graph that a parser of networkx makes of a file; whatever it says of a broken file is a problem."""
    try:
        graph = parse(file.bytes())
    except Problems:
        raise
    except Exception as error:  # these parsers raise whatever their libraries do
        line = getattr(error, "lineno", 0) or getattr(error, "position", (0,))[0]
        raise Problems([file.problem(f"cannot be read: {str(error) or type(error).__name__}", line)]) from None
    if not graph.number_of_edges():
        raise Problems([file.problem("no edges")])
    return ties_of(graph, file.name)


def _is_whole(node: Any) -> bool:
    if isinstance(node, str):
        return node.isdecimal() and node == str(int(node[:20])) and int(node) < MOST
    return isinstance(node, int) and not isinstance(node, bool) and -MOST <= node < MOST


def _ids(nodes: list[Any], whole: bool) -> Any:
    import pyarrow as pa

    return pa.array(map(int, nodes), pa.int64()) if whole else pa.array(map(str, nodes), pa.string())


def _word(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)
