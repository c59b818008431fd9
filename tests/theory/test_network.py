"""A network is its set of arcs, however it is laid, edited or stored; its measures have the values of the books."""

from __future__ import annotations

import itertools
import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.graphs import barabasi_albert, complete, erdos_renyi, line, star, stochastic_block, watts_strogatz
from sim.ground import measures
from sim.ground.draws import Draws
from sim.ground.network import Network

examples = settings(deadline=None, max_examples=80, derandomize=True)
ARCS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=50)


def network_of(arcs, n=10):
    table = np.array(arcs, np.int32).reshape(-1, 2)
    return Network.from_arcs(n, table[:, 0], table[:, 1])


def arcs_in(network):
    return set(zip(*(end.tolist() for end in network.arc_list()), strict=True))


@examples
@given(ARCS)
def test_that_a_network_holds_every_arc_once_and_counts_what_it_drops(arcs):
    network, duplicates, loops = network_of(arcs)
    proper = {(u, v) for u, v in arcs if u != v}
    assert arcs_in(network) == proper
    assert loops == sum(u == v for u, v in arcs)
    assert duplicates == len(arcs) - loops - len(proper)


@examples
@given(ARCS)
def test_that_both_directions_tell_the_same(arcs):
    network, _, _ = network_of(arcs)
    for u, v in itertools.product(range(10), repeat=2):
        there = (u, v) in arcs and u != v
        assert network.has_arc(u, v) == there
        assert (v in network.followees(u)) == (u in network.followers(v)) == there
    assert arcs_in(network.transpose()) == {(v, u) for u, v in arcs_in(network)}
    assert network.out_degree.sum() == network.in_degree.sum() == network.arcs


@examples
@given(ARCS, ARCS, ARCS)
def test_that_an_edit_takes_away_and_then_adds(arcs, cut, add):
    network, _, _ = network_of(arcs)
    columns = [np.array(part, np.int32).reshape(-1, 2) for part in (cut, add)]
    edited = network.edited(columns[0][:, 0], columns[0][:, 1], columns[1][:, 0], columns[1][:, 1])
    wanted = (arcs_in(network) - set(cut)) | {(u, v) for u, v in add if u != v}
    laid_anew, _, _ = network_of(sorted(wanted))
    for name in ("out_start", "out_node", "in_start", "in_node"):
        assert np.array_equal(getattr(edited, name), getattr(laid_anew, name))


@examples
@given(ARCS)
def test_that_reciprocity_is_the_share_of_answered_arcs(arcs):
    network, _, _ = network_of(arcs)
    there = arcs_in(network)
    answered = sum((v, u) in there for u, v in there)
    assert network.reciprocity() == (answered / len(there) if there else 0.0)


@pytest.mark.parametrize("arcs", [[], [(0, 1), (1, 0), (4, 2)]], ids=["empty", "some"])
def test_that_a_saved_network_is_mapped_back_and_written_to_privately(arcs, tmp_path):
    network, _, _ = network_of(arcs)
    network.save(tmp_path)
    loaded = Network.load(tmp_path)
    assert loaded.digest() == network.digest()
    assert arcs_in(loaded) == arcs_in(network)
    loaded.in_node[:] = 9
    assert arcs_in(Network.load(tmp_path)) == arcs_in(network)


@examples
@given(ARCS, ARCS, ARCS)
def test_that_a_network_held_from_one_end_is_the_same_network(arcs, cut, add):
    network, *_ = network_of(arcs)
    edit = [column for part in (cut, add) for column in np.array(part, np.int32).reshape(-1, 2).T]
    one_end, degrees = network.by_followers(), (network.out_degree.tolist(), network.in_degree.tolist())
    assert (one_end.out_degree.tolist(), one_end.in_degree.tolist()) == degrees
    assert arcs_in(one_end.edited(*edit)) == arcs_in(network.edited(*edit))
    assert arcs_in(one_end.with_nodes(12)) == arcs_in(network.with_nodes(12)) == arcs_in(network)
    assert one_end.with_nodes(12).n == network.with_nodes(12).n == 12


def test_that_an_arc_costs_four_bytes_until_the_other_direction_is_asked_for():
    network = network_of(list(itertools.permutations(range(10), 2)))[0].by_followers()
    assert network.nbytes() == 4 * network.arcs + 8 * 11
    assert network.followees(3).tolist() == [0, 1, 2, 4, 5, 6, 7, 8, 9]
    assert network.nbytes() == 2 * (4 * network.arcs + 8 * 11)


def test_that_the_digest_tells_networks_apart():
    assert network_of([(0, 1)])[0].digest() != network_of([(1, 0)])[0].digest()
    assert network_of([(0, 1), (2, 3)])[0].digest() == network_of([(2, 3), (0, 1), (0, 1)])[0].digest()


def test_that_everybody_is_one_step_apart_in_a_complete_graph_and_all_friends_are_friends():
    network = complete.generate(7, complete.Params(), Draws(1)).network
    assert network.arcs == 7 * 6
    assert measures.mean_path(network, Draws(1)) == 1.0
    assert measures.clustering(network.mutual(), Draws(1)) == 1.0


def test_that_a_star_has_no_triangles_and_its_rays_are_two_steps_apart():
    network = star.generate(6, star.Params(), Draws(1)).network
    assert network.out_degree.tolist() == [5, 1, 1, 1, 1, 1]
    assert measures.clustering(network.mutual(), Draws(1)) == 0.0
    assert measures.mean_path(network, Draws(1)) == pytest.approx((10 * 1 + 20 * 2) / 30)


def test_that_a_line_has_the_mean_path_of_the_books():
    n = 12
    network = line.generate(n, line.Params(), Draws(1)).network
    assert measures.mean_path(network, Draws(1)) == pytest.approx((n + 1) / 3)


def test_that_paths_follow_the_direction_of_arcs():
    network, _, _ = network_of([(0, 1), (1, 2)], 3)
    assert measures.mean_path(network, Draws(1)) == pytest.approx((1 + 2 + 1) / 3)


def test_that_an_unrewired_ring_has_the_clustering_of_the_formula():
    params = watts_strogatz.Params(neighbours=8, rewired=0.0)
    network = watts_strogatz.generate(100, params, Draws(1)).network
    assert (network.out_degree == 8).all()
    assert measures.clustering(network.mutual(), Draws(1)) == pytest.approx(3 * (8 - 2) / (4 * (8 - 1)))


def test_that_rewiring_makes_the_world_small():
    far, near = (
        watts_strogatz.generate(600, watts_strogatz.Params(6, rewired), Draws(1)).network for rewired in (0.0, 0.2)
    )
    assert measures.mean_path(far, Draws(1)) > 5 * measures.mean_path(near, Draws(1))


def test_that_newcomers_add_their_ties_and_the_old_grow_rich():
    n, ties = 3000, 4
    network = barabasi_albert.generate(n, barabasi_albert.Params(ties=ties), Draws(3)).network
    assert network.arcs == 2 * ties * (n - ties)
    assert measures.tail_exponent(network.in_degree)[0] == pytest.approx(3.0, abs=0.4)


def test_that_a_random_graph_has_binomial_degrees_and_hardly_any_triangles():
    n, mean = 3000, 12.0
    network = erdos_renyi.generate(n, erdos_renyi.Params(following=mean), Draws(5)).network
    assert network.out_degree.mean() == pytest.approx(mean, abs=4 * math.sqrt(2 * mean / n))
    assert network.out_degree.var() == pytest.approx(mean, rel=0.15)
    assert measures.clustering(network.mutual(), Draws(1)) < 3 * mean / n


def test_that_blocks_keep_the_share_of_ties_that_is_asked_for():
    graph = stochastic_block.generate(2000, stochastic_block.Params(blocks=5, following=20.0, inside=0.7), Draws(6))
    source, target = graph.network.arc_list()
    community = graph.columns["community"]
    assert np.mean(community[source] == community[target]) == pytest.approx(0.7, abs=0.02)
    assert graph.network.arcs / 2000 == pytest.approx(20.0, rel=0.05)


@pytest.mark.parametrize("exponent", [1.9, 2.4, 2.9])
def test_that_a_tail_exponent_is_recovered_from_a_power_law(exponent):
    luck = Draws(9).uniform("power law", 0, np.arange(40_000))
    degree = np.floor(10.0 * (1.0 - luck) ** (-1.0 / (exponent - 1.0)) + 0.5).astype(np.int64)
    found, begins = measures.tail_exponent(degree, (0.02, 0.9))
    assert found == pytest.approx(exponent, abs=0.06)
    assert begins >= 10


def test_that_equal_degrees_have_no_tail():
    assert math.isnan(measures.tail_exponent(np.full(50, 4))[0])


def test_that_components_are_weak_ones():
    network, _, _ = network_of([(0, 1), (2, 1), (4, 5)], 7)
    assert measures.weak_components(network).tolist() == [0, 0, 0, 3, 4, 4, 6]
    assert measures.largest_weak_component(network) == 3


@examples
@given(ARCS)
def test_that_components_are_those_of_networkx(arcs):
    graph = nx.Graph(arcs)
    graph.add_nodes_from(range(10))
    first = {u: min(part) for part in nx.connected_components(graph) for u in part}
    assert measures.weak_components(network_of(arcs)[0]).tolist() == [first[u] for u in range(10)]


def test_that_a_sample_is_the_same_for_the_same_seed_and_never_repeats():
    rows = np.arange(1000, dtype=np.int32)
    one, again, other = (measures.sampled(rows, Draws(seed), 50) for seed in (1, 1, 2))
    assert one.tolist() == again.tolist() != other.tolist()
    assert len(set(one.tolist())) == 50
