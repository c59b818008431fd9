"""Node-link JSON, as d3 and networkx write it."""

from __future__ import annotations

import json
from typing import Any

from sim.graphs.readers.files import File
from sim.graphs.readers.networkx_object import read_with
from sim.graphs.readers.options import ImportOptions
from sim.graphs.readers.ties import Ties
from sim.ground.problems import Problems


def read(file: File, options: ImportOptions) -> Ties:
    """Read a JSON file with `nodes` and `links` (or `edges`)."""
    try:
        told = json.loads(file.bytes())
    except json.JSONDecodeError as error:
        raise Problems([file.problem(f"no JSON: {error.msg}", error.lineno)]) from None
    except UnicodeDecodeError:
        raise Problems([file.problem("no UTF-8 text", 1)]) from None
    links = "links" if isinstance(told, dict) and "links" in told else "edges"
    if not isinstance(told, dict) or not {"nodes", links} <= set(told):
        raise Problems([file.problem('no object with "nodes" and "links"', 1)])
    return read_with(file, lambda _: _graph(told, links))


def _graph(told: dict[str, Any], links: str) -> Any:
    import networkx as nx

    return nx.node_link_graph(told, edges=links)
