"""Echo chambers need influence and unfollowing both, and close sooner with more of either (Sasahara et al.; V28)."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from worlds import pass_ticks, post, ties, world_of

from sim.day.believe import believe
from sim.day.deliver import deliver
from sim.day.rank import rank
from sim.day.rewire import rewire
from sim.day.see import see
from sim.ground.measures import weak_components
from sim.state.world import World

PEOPLE = 60


@cache
def after(ticks: int, influence: float, offence: float, seed: int = 1) -> World:
    """Sixty people who each follow four; in a tick every fifth writes and then reads."""
    noise = np.random.default_rng(seed)
    follows = [(u, int(v)) for u in range(PEOPLE) for v in noise.choice(np.delete(np.arange(PEOPLE), u), 4, False)]
    world = world_of(ties(PEOPLE, *follows), seed=seed, offence=offence, replace_unfollowed=1.0, rewire_hours=0.25,
                     route_reshared=0.0, route_recommended=0.0)  # fmt: skip
    world.influence, world.tolerance = influence, 0.4
    world.accounts.opinion[:] = noise.uniform(-1, 1, PEOPLE)
    for _ in range(ticks):
        post(world, noise.choice(PEOPLE, PEOPLE // 5, replace=False))
        pass_ticks(world, 1, (lambda now: some_awake(now, noise), rank, see, believe, deliver, rewire))
    return world


def some_awake(world: World, noise: np.random.Generator) -> None:
    world.awake = np.sort(noise.choice(PEOPLE, PEOPLE // 5, replace=False)).astype(np.int32)
    world.sessions = np.ones(len(world.awake))


def same_sign(world: World) -> float:
    source, target = world.network.arc_list()
    return float((np.sign(world.accounts.opinion[source]) == np.sign(world.accounts.opinion[target])).mean())


def is_segregated(world: World) -> bool:
    parts = weak_components(world.network)
    spans = [np.ptp(world.accounts.opinion[parts == part]) for part in np.unique(parts)]
    return len(spans) > 1 and max(spans) < 0.4


def test_that_with_influence_and_unfollowing_components_of_one_mind_part():
    assert is_segregated(after(700, 0.2, 0.5))
    assert same_sign(after(700, 0.2, 0.5)) == 1.0


@pytest.mark.parametrize(("influence", "offence"), [(0.2, 0.0), (0.0, 0.5)])
def test_that_neither_alone_gets_there(influence, offence):
    assert not is_segregated(after(700, influence, offence))


def test_that_influence_alone_leaves_follows_across_the_divide():
    assert same_sign(after(700, 0.2, 0.0)) < 0.8


@pytest.mark.parametrize(("less", "more"), [((0.2, 0.05), (0.2, 0.5)), ((0.02, 0.5), (0.2, 0.5))])
def test_that_more_of_either_is_faster(less, more):
    slow, fast = ([same_sign(after(150, *rates, seed)) for seed in (1, 2)] for rates in (less, more))
    assert np.mean(slow) + 0.02 < np.mean(fast)
