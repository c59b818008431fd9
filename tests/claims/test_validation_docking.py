"""The docking studies count what they say they count, on cases that can be reckoned by hand."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from experiments.validation.docking.bare import model_of
from experiments.validation.docking.echo_chambers import chamber
from experiments.validation.docking.friction import lessons
from experiments.validation.docking.textbook import contagion, opinions
from experiments.validation.docking.textbook.rows import Row, mean_row


def test_that_enumeration_knows_a_path_and_the_final_size_its_equation():
    assert contagion.exact_mean(np.array([(1, 0)]), 0.5) == pytest.approx((1.5 + 1.0) / 2)
    assert contagion.exact_mean(np.array([(1, 0), (2, 1)]), 0.5) == pytest.approx((1.75 + 1.5 + 1.0) / 3)
    assert contagion.final_size(0.9) == 0.0
    assert contagion.final_size(2.0) == pytest.approx(0.7968, abs=1e-4)


def test_that_camps_are_counted_and_stragglers_are_not():
    opinion = np.concatenate([np.full(40, -0.5), np.full(50, 0.5), np.full(6, 0.0), np.full(4, 0.98)])
    assert opinions.camps(opinion, 0.25) == 2


def test_that_a_row_fails_beyond_three_standard_errors():
    assert mean_row("oracle", "what", 0.5, [0.0, 1.0] * 50).holds
    assert not mean_row("oracle", "what", 0.7, [0.0, 1.0] * 50).holds
    assert "**fails**" in Row("oracle", "what", 1.0, 2.0, 0.5).line()


def test_that_nothing_happens_by_itself_on_a_bare_platform():
    model = model_of(50, *np.random.default_rng(1).integers(0, 50, (2, 300)), "population.activity_median=0.001")
    before, opinion = model.world.network.digest(), model.world.accounts.column("opinion").copy()
    for _ in range(30):
        model.step()
    assert model.world.network.digest() == before
    assert np.array_equal(model.world.accounts.column("opinion"), opinion)
    assert model.world.n == 50
    assert model.world.tallies.total("reshares") == model.world.tallies.total("likes") == 0


def test_that_chambers_are_full_when_components_are_each_of_one_mind():
    model = chamber.chamber(0.5, 0.5, "random", 1)
    world = model.world
    assert world.network.arcs == chamber.FOLLOWS
    assert not chamber.segregated(model)
    half = np.arange(chamber.PEOPLE) < chamber.PEOPLE // 2
    world.accounts.opinion[:] = np.where(half, -0.5, 0.5)
    assert 0.3 < chamber.same_sign(model) < 0.7
    source, target = world.network.arc_list()
    across = half[source] != half[target]
    ring = np.arange(chamber.PEOPLE)
    ahead = (ring + 1) % (chamber.PEOPLE // 2) + np.where(half, 0, chamber.PEOPLE // 2)
    world.network = world.network.edited(source[across], target[across], ring, ahead)
    assert chamber.segregated(model)
    assert chamber.same_sign(model) == 1.0
    world.accounts.opinion[0] = 0.0
    assert not chamber.segregated(model)


def test_that_triangles_are_closed_up_to_the_clustering_of_the_original():
    graph = nx.DiGraph(lessons.closed(1).tolist())
    assert nx.average_clustering(graph.to_undirected()) == pytest.approx(lessons.CLUSTERING, abs=0.02)
    assert len(graph) == lessons.NODES
