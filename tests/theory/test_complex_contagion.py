"""What needs reinforcement spreads in clustered networks and dies in random ones; what does not, the reverse (V32)."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from worlds import Ties, all_awake, mutual, pass_ticks, post, ties, world_of

from sim.beliefs.complex_contagion import Params
from sim.day.believe import believe
from sim.day.deliver import deliver
from sim.day.rank import rank
from sim.day.see import see
from sim.state.codes import Stance
from sim.state.world import World

CONVICTION = 2.0


def minds(graph: Ties, threshold: int, **numbers: float) -> World:
    params = Params(threshold=threshold, conviction=CONVICTION, **({"adopt": 1.0, "reinforced": 1.0} | numbers))
    world = world_of(graph, claims=1, belief=params, minutes=5.0)
    world.clock.tick = 1
    return world


def adopters(world: World) -> np.ndarray:
    return world.accounts.belief[:, 0] > 0.5 * CONVICTION


def spread(world: World, seeds: list[int]) -> list[int]:
    """Whoever adopts says so once, to all who follow; the number of adopters after each round until all is still."""
    world.accounts.belief[seeds], world.accounts.anchor[seeds] = CONVICTION, CONVICTION
    spoken, counts = np.zeros(world.n, np.bool_), []
    while (speaking := adopters(world) & ~spoken).any():
        counts.append(int(adopters(world).sum()))
        spoken |= speaking
        post(world, np.flatnonzero(speaking), claim=0, stance=Stance.SUPPORT)
        world.accounts.gain[:], world.accounts.anchor[:] = 0.0, world.accounts.belief  # nothing is forgotten here
        pass_ticks(world, 1, (all_awake, rank, see, believe))
    return [*counts, int(adopters(world).sum())]


def small_world(rewired: float) -> Ties:
    """A ring of 300 in which each is tied to the six nearest, some of the ties thrown elsewhere."""
    return mutual(300, *nx.connected_watts_strogatz_graph(300, 6, rewired, seed=4).edges)


SEEDS = [0, 1, 2]  # neighbours


@pytest.mark.parametrize(("rewired", "reaches_all"), [(0.0, True), (1.0, False)])
def test_that_what_needs_two_tellers_spreads_on_the_ring_only(rewired, reaches_all):
    final = spread(minds(small_world(rewired), 2), SEEDS)[-1]
    assert (final == 300) if reaches_all else (final < 15)


def test_that_the_more_ties_are_thrown_elsewhere_the_less_reinforcement_there_is():
    final = [spread(minds(small_world(rewired), 3), SEEDS)[-1] for rewired in (0.0, 0.2, 1.0)]
    assert final[0] == 300 > final[1] >= final[2]


def test_that_what_needs_one_teller_spreads_everywhere_and_sooner_at_random():
    ring, random = (spread(minds(small_world(rewired), 1), SEEDS) for rewired in (0.0, 1.0))
    assert ring[-1] == random[-1] == 300
    assert len(random) < len(ring) / 4


def test_that_the_ring_fills_at_the_speed_of_its_geometry():
    # the next two on either side have two adopters among their neighbours, the third has one
    counts = spread(minds(small_world(0.0), 2), SEEDS)
    assert set(np.diff(counts[:10])) == {4}
    counts = spread(minds(small_world(0.0), 1), SEEDS)
    assert set(np.diff(counts[:10])) == {6}


def tell(world: World, stance: int, tellers: list[int]) -> None:
    post(world, tellers, claim=0, stance=stance)
    pass_ticks(world, 1, (all_awake, rank, see, believe, deliver))


PUPIL = ties(5, (0, 1), (0, 2), (0, 3), (0, 4))


@pytest.mark.parametrize("threshold", [1, 2, 3, 4])
def test_that_adoption_waits_for_the_threshold(threshold):
    world = minds(PUPIL, threshold)
    for heard in range(1, 5):
        tell(world, Stance.SUPPORT, [heard])
        assert adopters(world)[0] == (heard >= threshold)


def test_that_nobody_adopts_twice_however_many_tell_at_once():
    world = minds(PUPIL, 2)
    tell(world, Stance.SUPPORT, [1, 2, 3, 4])
    assert world.accounts.belief[0, 0] == pytest.approx(CONVICTION)


def test_that_a_rebuttal_can_undo_adoption():
    world = minds(PUPIL, 1, drop=1.0)
    tell(world, Stance.SUPPORT, [1])
    assert adopters(world)[0]
    tell(world, Stance.DENY, [2])
    assert not adopters(world)[0]


@pytest.mark.parametrize(("nth", "chance"), [(1, 0.0), (2, 0.3), (3, 0.3), (4, 0.2)])
def test_that_the_second_and_third_meeting_convince_more_often(nth, chance):
    people = 8000
    world = minds(ties(people + 1, *((u, people) for u in range(people))), 2, adopt=0.2, reinforced=1.5)
    world.accounts.heard[:] = nth - 1
    tell(world, Stance.SUPPORT, [people])
    assert adopters(world).mean() == pytest.approx(chance, abs=3.5 * np.sqrt(chance * (1 - chance) / people))  # A24
