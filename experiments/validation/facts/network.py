"""Network: V34, the follow graph at the end of a run, and whether the rich get richer while it changes."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path

from experiments.validation.facts.tails import fitted
from experiments.validation.facts.watching import Log

Array = NDArray[Any]
SAMPLE = 2000  # accounts on which clustering is measured
SOURCES = 30  # accounts from which paths are measured


def measured(log: Log) -> dict[str, float]:
    """V34 of one run."""
    network = log.network
    n = network.n
    follows = csr_array((np.ones(network.arcs, np.int32), network.out_node, network.out_start), shape=(n, n))
    mutual = follows.multiply(follows.T).tocsr()
    degree = np.diff(mutual.indptr)
    local = clustering(mutual)
    return {
        "V34 exponent": fitted(network.in_degree).exponent,
        "V34 reciprocity": mutual.nnz / max(network.arcs, 1),
        "V34 clustering": local / max(degree.mean() / n, 1e-12),
        "V34 path": mean_path(follows),
        "V34 rich": attachment(log.by_degree),
        "clustering of mutual ties": local,
        "follows per account": network.arcs / n,
        "new follows per account": log.totals["follows"] / n,
        "unfollows per account": log.totals["unfollows"] / n,
    }


def clustering(mutual: Any) -> float:
    """Mean local clustering of (a sample of) the accounts with two or more mutual ties."""
    degree = np.diff(mutual.indptr)
    chosen = np.flatnonzero(degree >= 2)
    chosen = chosen[:: max(1, len(chosen) // SAMPLE)]
    rows = mutual[chosen]
    linked = rows.multiply(rows @ mutual).sum(axis=1)
    return float(np.mean(linked / (degree[chosen] * (degree[chosen] - 1.0)))) if len(chosen) else 0.0


def mean_path(follows: Any) -> float:
    """Mean hops along follows from some accounts to all that they reach."""
    able = np.flatnonzero(np.diff(follows.indptr))
    sources = able[:: max(1, len(able) // SOURCES)][:SOURCES]
    if not len(sources):
        return math.nan
    hops = shortest_path(follows, unweighted=True, indices=sources)
    return float(hops[np.isfinite(hops) & (hops > 0)].mean())


def attachment(by_degree: dict[str, Array]) -> float:
    """Exponent b of new followers ~ degree^b, by maximum likelihood of Poisson counts."""
    if not by_degree or by_degree["gained"][1:].sum() == 0:
        return math.nan
    degree = np.flatnonzero(by_degree["accounts"][1:]) + 1
    accounts, gained = by_degree["accounts"][degree], by_degree["gained"][degree]

    def loss(b: float) -> float:
        expected = accounts * degree.astype(float) ** b
        expected *= gained.sum() / expected.sum()
        return float(-(gained @ np.log(expected)))

    return float(minimize_scalar(loss, bounds=(-1.0, 3.0), method="bounded").x)
