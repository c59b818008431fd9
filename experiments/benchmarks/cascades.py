"""Independent cascade: giant cascades on one graph by our kernel, by CyNetDiff and by NDlib, in CPU seconds each."""

from __future__ import annotations

from array import array
from time import process_time
from typing import Any

import numpy as np

from experiments.benchmarks.engine import settings_of
from sim import Model

P = 0.1  # at a mean degree of 10 a third of all accounts is reached
SEEDS = 10
LINKS = 2e7  # follows that are tossed for before the clock stops, about


def graph_of(accounts: int) -> tuple[Any, np.ndarray]:
    """A generated follower graph of mean degree 10, and its ten most followed accounts, whose cascades are giant."""
    network = Model(settings_of(accounts, "graph.params.following=10")).world.network
    return network, np.argsort(-network.in_degree, kind="stable")[:SEEDS]


def measure(accounts: int) -> dict[str, float]:
    """Our kernel, on the network of any model or imported graph."""
    network, seeds = graph_of(accounts)
    network.cascades(seeds, P, runs=1)  # the kernel is loaded before the clock starts
    began, runs = process_time(), _runs(network, 100)
    return _found(network.cascades(seeds, P, runs), process_time() - began)


def measure_cynetdiff(accounts: int) -> dict[str, float]:
    """CyNetDiff, which keeps whom it has reached in a hash set."""
    from cynetdiff.models import IndependentCascadeModel

    network, seeds = graph_of(accounts)
    starts, edges = (array("I", rows.astype(np.uint32).tobytes()) for rows in (network.in_start[:-1], network.in_node))
    model = IndependentCascadeModel(starts, edges, activation_prob=P, rng=1)
    model.set_seeds(seeds.tolist())
    sizes, began = [], process_time()
    for _ in range(_runs(network, 20)):
        model.reset_model()
        model.advance_until_completion()
        sizes.append(model.get_num_activated_nodes())
    return _found(np.array(sizes), process_time() - began)


def measure_ndlib(accounts: int) -> dict[str, float]:
    """NDlib, which looks at every account in every step."""
    import networkx as nx
    from ndlib.models import ModelConfig
    from ndlib.models.epidemics import IndependentCascadesModel

    network, seeds = graph_of(accounts)
    follower, followed = network.arc_list()
    graph = nx.DiGraph(zip(followed.tolist(), follower.tolist(), strict=True))  # towards those who are reached
    graph.add_nodes_from(range(accounts))
    config = ModelConfig.Configuration()
    config.add_model_initial_configuration("Infected", seeds.tolist())
    for edge in graph.edges():
        config.add_edge_configuration("threshold", edge, P)
    model = IndependentCascadesModel(graph, seed=1)
    model.set_initial_status(config)
    sizes, began = [], process_time()
    for _ in range(_runs(network, 0.3)):
        model.reset(seeds.tolist())
        count = model.iteration(node_status=False)["node_count"]
        while count[1]:
            count = model.iteration(node_status=False)["node_count"]
        sizes.append(count[2])
    return _found(np.array(sizes), process_time() - began)


def _runs(network: Any, speed: float) -> int:
    """So many cascades that each way of doing it takes a few seconds."""
    return max(2, int(speed * LINKS / network.arcs / 3))


def _found(sizes: np.ndarray, cpu: float) -> dict[str, float]:
    error = float(sizes.std() / len(sizes) ** 0.5)
    return {"cpu": cpu, "cascades_per_s": len(sizes) / cpu, "mean_size": float(sizes.mean()), "error": error}
