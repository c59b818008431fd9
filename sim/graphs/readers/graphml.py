"""GraphML, as Gephi, yEd, igraph and networkx write it."""

from __future__ import annotations

import io
from typing import Any

from sim.graphs.readers.files import File
from sim.graphs.readers.networkx_object import read_with
from sim.graphs.readers.options import ImportOptions
from sim.graphs.readers.ties import Ties


def read(file: File, options: ImportOptions) -> Ties:
    """Read a GraphML file."""
    return read_with(file, _parsed)


def _parsed(data: bytes) -> Any:
    import networkx as nx

    return nx.read_graphml(io.BytesIO(data))
