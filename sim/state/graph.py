"""A follower graph as a generator or importer hands it over: network, attributes of accounts, and a report."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from sim.ground.draws import Draws
from sim.ground.measures import largest_weak_component
from sim.ground.network import Network
from sim.ground.types import I64, AnyArray

FOLLOWS = "an arc u -> v means that u follows v"
BOTH_WAYS = "undirected: both ends of a tie follow each other"
QUANTILES = (0.5, 0.9, 0.99, 1.0)


@dataclass(frozen=True)
class GraphReport:
    """What the graph is like and what was done to it on the way in."""

    origin: str  # generator or file name
    direction: str  # one sentence: what an arc means
    accounts: int
    follows: int
    reciprocity: float  # share of follows that are answered
    followers_quantiles: tuple[int, ...]  # at QUANTILES
    followees_quantiles: tuple[int, ...]
    isolated: int  # accounts with neither followers nor followees
    largest_component: int  # accounts in the largest weakly connected component
    duplicates_removed: int = 0
    self_follows_removed: int = 0
    notes: tuple[str, ...] = ()  # sentences about anything else worth knowing
    file_sha256: str = ""
    seconds: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """The report as plain values, for JSON."""
        plain = asdict(self)
        return {name: list(value) if isinstance(value, tuple) else value for name, value in plain.items()}

    def lines(self) -> list[str]:
        """The report as lines for a terminal."""
        marks = ["median", *(f"{share:.0%}" for share in QUANTILES[1:-1]), "most"]
        share = self.largest_component / self.accounts if self.accounts else 0.0
        lines = [
            f"graph              {self.origin}",
            f"direction          {self.direction}",
            f"accounts           {self.accounts:,}, of which isolated {self.isolated:,}",
            f"follows            {self.follows:,}, answered {self.reciprocity:.1%}",
            f"removed            {self.duplicates_removed:,} repeated, {self.self_follows_removed:,} of oneself",
            f"followers          {_spread(marks, self.followers_quantiles)}",
            f"followees          {_spread(marks, self.followees_quantiles)}",
            f"largest component  {self.largest_component:,} accounts ({share:.1%}), weakly connected",
        ]
        lines += [f"note               {note}" for note in self.notes]
        if self.file_sha256:
            lines.append(f"sha256             {self.file_sha256}")
        return [*lines, f"time               {self.seconds:.2f} s"]


@dataclass(frozen=True)
class Graph:
    """A network and what is known of its accounts.

    `columns` are named as in `Accounts` (community, group, opinion, language, country, kind), and `id`
    holds imported ids or their pseudonyms; `words` are those behind codes, such as language: ("fr", "en").
    """

    network: Network
    report: GraphReport
    columns: dict[str, AnyArray] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


def report_on(network: Network, origin: str, direction: str, began: float, **more: Any) -> GraphReport:
    """Measure a network for its report; `began` is the `time.perf_counter()` before the work on it.

    `more` are the fields that cannot be read off the network.
    """
    followers, followees = network.in_degree, network.out_degree
    return GraphReport(
        origin=origin,
        direction=direction,
        accounts=network.n,
        follows=network.arcs,
        reciprocity=network.reciprocity(),
        followers_quantiles=_quantiles(followers),
        followees_quantiles=_quantiles(followees),
        isolated=int(np.count_nonzero((followers == 0) & (followees == 0))),
        largest_component=largest_weak_component(network),
        seconds=time.perf_counter() - began,
        **more,
    )


def _quantiles(degree: I64) -> tuple[int, ...]:
    upto = np.cumsum(np.bincount(degree))  # nodes of each degree or less
    return tuple(int(np.searchsorted(upto, round(share * (len(degree) - 1)), side="right")) if len(degree) else 0
                 for share in QUANTILES)  # fmt: skip


def _spread(marks: list[str], values: tuple[int, ...]) -> str:
    return ", ".join(f"{mark} {value:,}" for mark, value in zip(marks, values, strict=True))


def from_ties(n: int, ties: ArrayLike, origin: str, began: float, **columns: AnyArray) -> Graph:
    """A graph of undirected ties (tie, 2): both ends follow each other."""
    one, two = np.asarray(ties, np.int32).reshape(-1, 2).T
    network, *_ = Network.from_arcs(n, np.concatenate([one, two]), np.concatenate([two, one]))
    return Graph(network, report_on(network, origin, BOTH_WAYS, began), columns)


def networkx_seed(draws: Draws) -> int:
    """The seed for a generator of networkx, which has a random stream of its own."""
    return int(draws.integers("graph/networkx", 0, np.zeros(1), 2**31)[0])
