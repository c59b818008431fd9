"""Node-link JSON, as d3 and networkx write it."""

from __future__ import annotations

import json
from typing import Any

from sim.graphs.readers.files import File
from sim.graphs.readers.networkx_object import read_with
from sim.graphs.readers.options import ImportOptions
from sim.graphs.readers.ties import Ties


def read(file: File, options: ImportOptions) -> Ties:
    """Read a JSON file with `nodes` and `links` (or `edges`)."""
    return read_with(file, _parsed)


def _parsed(data: bytes) -> Any:
    import networkx as nx

    told = json.loads(data)
    links = "links" if isinstance(told, dict) and "links" in told else "edges"
    if not isinstance(told, dict) or not {"nodes", links} <= set(told):
        raise ValueError('no object with "nodes" and "links"')
    return nx.node_link_graph(told, edges=links)
