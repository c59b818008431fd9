"""Random-walk growth makes the graphs of SimSoM's authors: exact numbers of follows, hubs, closed triangles."""

from __future__ import annotations

import numpy as np
import pytest

from sim.graphs.random_walk_growth import Params, generate
from sim.ground.draws import Draws
from sim.ground.growth import grown
from sim.ground.measures import clustering
from sim.ground.network import Network
from sim.ground.rules import TWINS


def test_that_the_size_matched_graph_has_as_many_follows_as_published():
    assert generate(10_006, Params(friends=181), Draws(1)).network.arcs == 1_810_905


def test_that_everybody_follows_as_many_others_each_once_and_nobody_later():
    network = generate(500, Params(friends=7), Draws(2)).network
    assert network.out_degree[7:].tolist() == [7] * 493
    assert network.out_degree[:7].tolist() == [6] * 7  # the clique that it starts from
    assert all((network.followees(u) < u).all() for u in range(7, 500))


def test_that_friends_of_friends_make_hubs_and_triangles():
    loose, closed = (generate(3000, Params(friends=5, closing=closing), Draws(3)).network for closing in (0.0, 0.9))
    assert closed.in_degree.max() > 2 * loose.in_degree.max()
    ties = [Network.from_arcs(3000, *np.hstack([arcs, arcs[::-1]]))[0] for arcs in map(np.stack, (
        loose.arc_list(), closed.arc_list()))]  # fmt: skip
    clusters = [clustering((one.out_start, one.out_node), Draws(1)) for one in ties]
    assert clusters[1] > 3 * clusters[0]


@pytest.mark.parametrize(("n", "friends"), [(1, 3), (3, 3), (4, 3), (60, 5)])
def test_that_the_kernel_grows_what_its_twin_grows(n, friends):
    fast, slow = TWINS["sim.ground.growth.grown"]
    assert grown in (fast, slow)
    for one, two in zip(
        fast(n, friends, 0.5, Draws(4).key("x")), slow(n, friends, 0.5, Draws(4).key("x")), strict=True
    ):
        assert np.array_equal(one, two)
