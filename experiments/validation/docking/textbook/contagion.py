"""Posts that are passed on with one probability: exact enumeration, the epidemic threshold, other people's code."""

from __future__ import annotations

import dataclasses
import importlib.util
import math
from collections.abc import Iterator
from itertools import product

import numpy as np

from experiments.benchmarks import cascades
from experiments.validation.docking.bare import model_of
from experiments.validation.docking.textbook.opinions import islands, pass_ticks
from experiments.validation.docking.textbook.rows import Row, mean_row
from sim import Model

SMALL = {
    "path": np.array([(1, 0), (2, 1), (3, 2), (4, 3)]),
    "diamond": np.array([(1, 0), (2, 0), (3, 1), (3, 2)]),
    "wheel": np.array([(0, 1), (1, 0), (1, 2), (2, 1), (2, 3), (3, 2), (3, 0), (0, 3), (4, 0), (0, 4)]),
}
DEGREE = 8


def exact_mean(follows: np.ndarray, p: float) -> float:
    """Mean number of accounts that a post reaches, over all authors and over every set of open follows."""
    n, mean = int(follows.max()) + 1, 0.0
    for opened in product((False, True), repeat=len(follows)):
        edge, chance = follows[list(opened)].tolist(), p ** sum(opened) * (1 - p) ** (len(opened) - sum(opened))
        for author in range(n):
            reached = {author}
            while more := {u for u, v in edge if v in reached} - reached:
                reached |= more
            mean += chance * len(reached) / n
    return mean


def enumeration(copies: int) -> Iterator[Row]:
    """The engine, post by post, and the kernel, against every set of open follows."""
    for name, follows in SMALL.items():
        n = int(follows.max()) + 1
        for p in (0.3, 0.7):
            expected = exact_mean(follows, p)
            model = islands(n, follows, copies, "population.sessions=100", "population.activity_median=0.5")
            yield mean_row(
                "independent cascade", f"{name}, p = {p}: sharers of a post, engine", expected, sizes(model, p)
            )
            network = model.world.network
            found = np.concatenate([network.cascades([author], p, 20 * copies, author) for author in range(n)])
            yield mean_row("independent cascade", f"{name}, p = {p}: size, kernel", expected, found)


def sizes(model: Model, p: float, ticks: int = 60) -> np.ndarray:
    """How many accounts wrote or passed on each post, when every reader passes it on with probability p."""
    world = model.world
    world.ideas = dataclasses.replace(world.ideas, share=lambda at: np.full(at.exposures.n, p))
    pass_ticks(model, ticks)
    world.accounts.activity[:] = 0.0  # nothing new from now on, so that all that was written comes to its end
    pass_ticks(model, ticks)
    written = world.tallies.total("posts") - world.tallies.total("reshares")
    reshares = np.unique(world.reshares.column("root"), return_counts=True)[1]
    return 1.0 + np.concatenate([reshares, np.zeros(written - len(reshares))])


def threshold(accounts: int, runs: int) -> Iterator[Row]:
    """In a random network: nothing below one new sharer each, Kermack and McKendrick's final size above."""
    noise = np.random.default_rng(3)
    follows = noise.integers(0, accounts, (2, DEGREE * accounts))
    model = model_of(accounts, *follows, "population.sessions=100", "population.activity_median=0.001")
    for reproduction in (0.5, 0.9, 1.5, 2.0, 3.0):
        network, authors = model.world.network, noise.integers(0, accounts, runs).tolist()
        sizes = [network.cascades([one], reproduction / DEGREE, 1, turn)[0] for turn, one in enumerate(authors)]
        shares = np.array(sizes) / accounts
        final = final_size(reproduction)
        name = f"R = {reproduction}: share of outbreaks that are large, kernel"
        yield Row("SIR", name, final, float((shares > 0.1).mean()), 3 * math.sqrt(final * (1 - final) / runs) + 0.01)
        if final > 0.0:
            yield Row(
                "SIR", f"R = {reproduction}: size of the large ones, kernel", final, shares[shares > 0.1].mean(), 0.01
            )


def final_size(reproduction: float) -> float:
    """The share z that is ever infected: z = 1 - exp(-R z)."""
    share = 1.0
    for _ in range(2000):
        share = 1.0 - math.exp(-reproduction * share)
    return share if reproduction > 1.0 else 0.0


def engine_threshold(accounts: int) -> Iterator[Row]:
    """The engine's posts in such a network, against the kernel's cascades from as many authors."""
    follows = np.random.default_rng(3).integers(0, accounts, (2, DEGREE * accounts))
    for reproduction in (0.5, 0.9, 1.5):
        model = model_of(accounts, *follows, "population.sessions=100", "population.activity_median=0.0125")
        p, network = reproduction / DEGREE, model.world.network
        known = np.concatenate([network.cascades([author], p, 40, author) for author in range(accounts)])
        found = sizes(model, p, ticks=10 * accounts)  # so few posts at a time that no inbox runs over
        error = 3 * math.sqrt(known.var() / len(known) + found.var() / len(found))
        yield Row(
            "SIR", f"R = {reproduction}: sharers of a post, engine against kernel", known.mean(), found.mean(), error
        )


def other_code(accounts: int) -> Iterator[Row]:
    """NDlib and CyNetDiff on the same graph, seeds and p, if they are installed."""
    ours = cascades.measure(accounts)
    for name, measure in (("cynetdiff", cascades.measure_cynetdiff), ("ndlib", cascades.measure_ndlib)):
        if importlib.util.find_spec(name) is None:
            continue
        theirs = measure(accounts)
        allowed = 3 * math.hypot(ours["error"], theirs["error"])
        what = f"giant cascade among {accounts:,}, kernel against {name}"
        yield Row("independent cascade", what, theirs["mean_size"], ours["mean_size"], allowed)
