"""What the params ask for, measured on a graph: the numbers that generator, tests and validation look at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.graphs.communities.people import People
from sim.ground import csr
from sim.ground.draws import Draws
from sim.ground.measures import clustering, tail_exponent
from sim.ground.network import Network
from sim.ground.types import B8, I64


@dataclass(frozen=True)
class Measured:
    """Names as in `Params`."""

    following: float
    followers_to_following: float
    follower_exponent: float
    reciprocity: float
    clustering: float
    same_side: float
    follow_back_same_side: float
    inside: float
    cross_language: float


def measured(network: Network, people: People, draws: Draws) -> Measured:
    """Measure a synthetic graph."""
    source, target = network.arc_list()
    mutual = network.mutual()
    same = people.group[source] == people.group[target]
    same_mutual = people.group[csr.sources(mutual[0])] == people.group[mutual[1]]
    return Measured(
        following=network.arcs / network.n,
        followers_to_following=_middle(network.in_degree) / max(_middle(network.out_degree), 1.0),
        follower_exponent=tail_exponent(network.in_degree)[0],
        reciprocity=len(mutual[1]) / max(network.arcs, 1),
        clustering=clustering(mutual, draws),
        same_side=_share(same),
        follow_back_same_side=_answer_rate(same_mutual, same) / max(_answer_rate(~same_mutual, ~same), 1e-9),
        inside=_share(people.community[source] == people.community[target]),
        cross_language=_share(people.language[source] != people.language[target]),
    )


def _share(mask: B8) -> float:
    return float(np.count_nonzero(mask)) / max(len(mask), 1)


def _answer_rate(mutual: B8, arcs: B8) -> float:
    # of x first steps a share p is answered: 2 p x of the (1 + p) x arcs are mutual
    share = int(np.count_nonzero(mutual)) / max(int(np.count_nonzero(arcs)), 1)
    return share / (2.0 - share)


def _middle(degree: I64) -> float:
    # the median, with ties spread evenly over +-0.5: small whole numbers would make it jump
    value = int(np.sort(degree, kind="stable")[degree.size // 2])
    below, level = np.count_nonzero(degree < value), np.count_nonzero(degree == value)
    return value - 0.5 + (degree.size / 2 - below) / level
