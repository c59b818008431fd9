"""The averaging rules reach the values of theory: DeGroot's consensus, Friedkin-Johnsen's rest, Deffuant's clusters."""

from __future__ import annotations

import numpy as np
import pytest
from worlds import Ties, convinced, mutual, ties, world_of

from sim import catalogue
from sim.state.views import log_odds_of, view_of
from sim.state.world import World

NOISE = np.random.default_rng(5)
FRIENDS = ties(6, (0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3), (3, 0), (1, 4))  # strongly connected
TRUST = NOISE.uniform(0.1, 0.9, len(FRIENDS.follows))
FIRST = np.array([0.8, -0.5, 0.1, -0.9, 0.4, 0.6])
OWN = 2.0


def minds(belief: str, views: np.ndarray, **numbers: float) -> World:
    """A world of people with these views on one claim, in which nobody follows anybody."""
    world = world_of(ties(len(views)), claims=1, belief=catalogue.idea("beliefs", belief).Params(**numbers))
    for row, view in enumerate(views):
        convinced(world, row, log_odds_of(view))
    return world


def views(world: World) -> np.ndarray:
    return np.array([view_of(float(x)) for x in world.accounts.belief[:, 0]])


def meet(world: World, reader: np.ndarray, author: np.ndarray, trust: np.ndarray | float = 0.5) -> None:
    """Let readers see what authors think now, and let the rule move them."""
    order = np.argsort(reader, kind="stable")
    trusted = np.broadcast_to(trust, reader.shape)[order]
    world.impressions.clear()
    world.impressions.append(len(reader), reader=reader[order], claim=0, stance=1, trust=trusted, certainty=1.0,
                             position=views(world)[author[order]])  # fmt: skip
    world.ideas.belief.update(world)
    np.add.at(world.accounts.belief[:, 0], reader[order], world.impressions.column("change"))


def influence(graph: Ties) -> np.ndarray:
    """W: the weight of each friend is twice the trust in them, that of oneself `OWN`; rows sum to 1."""
    weight = OWN * np.eye(graph.n)
    weight[graph.follows[:, 0], graph.follows[:, 1]] = 2 * TRUST
    return weight / weight.sum(axis=1, keepdims=True)


def test_that_degroot_ends_in_the_consensus_of_the_left_eigenvector():
    world = minds("friedkin_johnsen", FIRST, own_weight=OWN, stubborn=False)
    for _ in range(120):
        meet(world, *FRIENDS.follows.T, TRUST)
    values, vectors = np.linalg.eig(influence(FRIENDS).T)
    power = np.real(vectors[:, np.argmax(np.real(values))])
    assert np.ptp(views(world)) < 1e-5
    assert views(world)[0] == pytest.approx(power / power.sum() @ FIRST, abs=1e-5)


def test_that_friedkin_johnsen_comes_to_rest_where_theory_says():
    world = minds("friedkin_johnsen", FIRST, own_weight=OWN)
    world.accounts.susceptibility[:] = pull = np.array([0.9, 0.5, 0.0, 1.0, 0.3, 0.7])
    for _ in range(120):
        meet(world, *FRIENDS.follows.T, TRUST)
    kept = np.diag(pull)
    rest = np.linalg.solve(np.eye(6) - kept @ influence(FRIENDS), (np.eye(6) - kept) @ FIRST)
    assert views(world) == pytest.approx(rest, abs=1e-5)
    assert views(world)[2] == pytest.approx(FIRST[2], abs=1e-6)  # nobody moves the stubborn


def test_that_one_step_of_degroot_is_the_weighted_mean_of_what_was_seen():
    world = minds("friedkin_johnsen", FIRST, own_weight=OWN, stubborn=False)
    meet(world, *FRIENDS.follows.T, TRUST)
    assert views(world) == pytest.approx(influence(FRIENDS) @ FIRST, abs=1e-6)


def test_that_two_of_deffuants_people_meet_in_the_middle_or_not_at_all():
    near = minds("bounded_confidence", np.array([0.1, 0.5]), bound=0.5, step=0.5)
    meet(near, np.array([0, 1]), np.array([1, 0]))
    assert views(near) == pytest.approx([0.3, 0.3], abs=1e-6)
    far = minds("bounded_confidence", np.array([0.0, 0.5]), bound=0.49, step=0.5)
    meet(far, np.array([0, 1]), np.array([1, 0]))
    assert views(far) == pytest.approx([0.0, 0.5], abs=1e-6)


def clusters(bound: float, people: int = 600, rounds: int = 120) -> np.ndarray:
    """Sizes of the groups of like minds after everybody met somebody at random so many times."""
    noise = np.random.default_rng(9)
    world = minds("bounded_confidence", noise.uniform(-0.998, 0.998, people), bound=bound, step=0.5)
    for _ in range(rounds):
        one, two = noise.permutation(people).reshape(2, -1)
        meet(world, np.concatenate([one, two]), np.concatenate([two, one]))
    ordered = np.sort(views(world))
    return np.diff(np.flatnonzero(np.r_[True, np.diff(ordered) > bound / 4, True]))


@pytest.mark.parametrize("width", [0.5, 0.6])
def test_that_wide_minds_come_to_one_consensus(width):
    sizes = clusters(2 * width)  # theory counts views on 0..1, the rule on -1..1
    assert (sizes > 10).sum() == 1
    assert sizes.max() > 0.95 * sizes.sum()


@pytest.mark.parametrize("width", [0.2, 0.15, 0.1, 0.07])
def test_that_narrow_minds_split_into_about_one_over_twice_the_width(width):
    large = (clusters(2 * width) > 10).sum()
    assert large == pytest.approx(1 / (2 * width), abs=1.0)


def test_that_bounded_minds_keep_their_mean():
    world = minds("bounded_confidence", FIRST, bound=2.0, step=0.3)
    pairs = mutual(6, (0, 1), (2, 3), (4, 5)).follows
    for _ in range(40):
        meet(world, *pairs.T)
    assert views(world) == pytest.approx(np.repeat(FIRST.reshape(3, 2).mean(axis=1), 2), abs=1e-5)
