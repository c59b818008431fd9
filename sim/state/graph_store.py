"""A graph on disk: arrays that are mapped into memory, and a page of JSON that says what they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from sim.ground.network import Network
from sim.ground.problems import Problem, Problems
from sim.state.graph import Graph, GraphReport

PAGE = "graph.json"


def save_graph(graph: Graph, folder: Path) -> None:
    """Write a graph into a folder; the page comes last, so a folder without it is not whole."""
    graph.network.save(folder)
    for name, column in graph.columns.items():
        np.save(folder / f"column_{name}.npy", column)
    page = {
        "report": graph.report.as_dict(),
        "columns": sorted(graph.columns),
        "words": {name: list(words) for name, words in graph.words.items()},
        "digest": graph.network.digest(),
    }
    (folder / PAGE).write_text(json.dumps(page, indent=1, ensure_ascii=False), "utf-8")


def load_graph(folder: Path) -> Graph:
    """Read a saved graph; processes that load the same folder share its pages."""
    try:
        page = json.loads((folder / PAGE).read_text("utf-8"))
        network = Network.load(folder)
        columns = {name: np.load(folder / f"column_{name}.npy") for name in page["columns"]}
    except (OSError, ValueError, KeyError) as error:
        advice = "Import the graph again."
        raise Problems([Problem(str(folder), f"no whole saved graph ({error})", advice=advice)]) from None
    if network.digest() != page["digest"]:
        raise Problems([Problem(str(folder), "the arcs are not those that were saved")])
    told: dict[str, Any] = page["report"]
    told = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    words = {name: tuple(known) for name, known in page["words"].items()}
    return Graph(network, GraphReport(**told), columns, words)
