"""Pajek .net files: vertices with labels, arcs and edges."""

from __future__ import annotations

from typing import Any

from sim.graphs.readers.files import File
from sim.graphs.readers.networkx_object import read_with
from sim.graphs.readers.options import ImportOptions
from sim.graphs.readers.ties import Ties


def read(file: File, options: ImportOptions) -> Ties:
    """Read a Pajek file."""
    return read_with(file, _parsed)


def _parsed(data: bytes) -> Any:
    import networkx as nx

    text = data.decode("utf-8-sig")
    if "*vertices" not in text.casefold():
        raise ValueError('no line "*Vertices"')
    return nx.parse_pajek(text)
