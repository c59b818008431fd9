"""Opinions that move by what is read end where theory says: eigenvectors, voters' chances, Deffuant's camps (C1b)."""

from __future__ import annotations

import math

import numpy as np
import pytest
from worlds import Ties, complete, mutual, pass_ticks, post, star, ties, world_of

from sim.state.world import World

ALL = 3.0  # a tolerance that no two opinions exceed
GROUP = ties(6, (0, 1), (0, 2), (1, 2), (2, 0), (2, 3), (3, 4), (4, 0), (4, 5), (5, 3))  # strongly connected
FIRST = np.array([0.9, -0.6, 0.2, -0.8, 0.5, 0.1])


def groups(graph: Ties, copies: int, first: np.ndarray, influence: float) -> World:
    """Copies of a group, side by side, whose members think this at first."""
    world = world_of(graph.times(copies))
    world.influence, world.tolerance = influence, ALL
    world.accounts.opinion[:] = np.tile(first, copies)
    return world


def agreed(world: World, n: int) -> np.ndarray:
    """(group, member): opinions once all groups agree; in every tick one member of each, drawn by lot, speaks."""
    noise = np.random.default_rng(7)
    islands = world.accounts.opinion.reshape(-1, n)
    for _ in range(3000):
        if (np.ptp(islands, axis=1) < 0.02).all():
            return islands
        post(world, n * np.arange(len(islands)) + noise.integers(0, n, len(islands)))
        pass_ticks(world)
    raise AssertionError("no agreement")


def left_eigenvector(graph: Ties) -> np.ndarray:
    pull = np.zeros((graph.n, graph.n))
    pull[graph.follows[:, 0], graph.follows[:, 1]] = 1.0
    values, vectors = np.linalg.eig((pull - np.diag(pull.sum(axis=1))).T)
    power = np.real(vectors[:, np.argmax(np.real(values))])
    return power / power.sum()


def test_that_groups_agree_on_the_mean_weighted_by_the_left_eigenvector():
    power = left_eigenvector(GROUP)
    found = agreed(groups(GROUP, 1000, FIRST, influence=0.1), 6) @ power
    expected = power @ FIRST
    assert abs(expected - FIRST.mean()) > 0.1  # not what everybody's plain mean would give
    assert found.mean() == pytest.approx(expected, abs=3 * found.std() / math.sqrt(1000))


@pytest.mark.parametrize(
    ("graph", "alone"), [(mutual(5, (0, 1), (0, 2), (0, 3), (0, 4)), 0), (mutual(4, (0, 1), (1, 2), (2, 3)), 0)]
)
def test_that_where_every_tie_is_used_alike_all_voters_have_the_same_chance(graph, alone):
    first = np.where(np.arange(graph.n) == alone, 1.0, -1.0)
    wins = agreed(groups(graph, 900, first, influence=1.0), graph.n)[:, 0] > 0.0
    chance = 1 / graph.n
    assert wins.mean() == pytest.approx(chance, abs=3 * math.sqrt(chance * (1 - chance) / 900))


def test_that_nobody_moves_those_who_follow_nobody():
    found = agreed(groups(star(4), 50, np.array([0.7, -0.7, 0.0, -0.2]), influence=0.3), 4)
    assert found == pytest.approx(0.7, abs=0.02)


@pytest.mark.parametrize(("width", "camps"), [(0.15, 3), (0.25, 2), (0.6, 1)])
def test_that_camps_are_as_many_as_deffuant_found(width, camps):
    people, noise = 80, np.random.default_rng(3)
    world = world_of(complete(people))
    world.influence, world.tolerance = 0.05, 2 * width  # theory counts opinions on 0..1
    world.accounts.opinion[:] = noise.permutation(np.linspace(-1, 1, people))
    for _ in range(250):
        post(world, noise.choice(people, 12, replace=False))
        pass_ticks(world)
    ordered = np.sort(world.accounts.opinion)
    ends = np.flatnonzero(np.r_[np.diff(ordered) > width / 2, True])
    assert (np.diff(np.r_[-1, ends]) >= people / 10).sum() == camps
