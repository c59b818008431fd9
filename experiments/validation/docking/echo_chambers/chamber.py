"""One run: a hundred accounts that move towards near opinions and turn from those who bring them far ones."""

from __future__ import annotations

import dataclasses
import math
from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from experiments.validation.docking.bare import model_of
from sim import Model

PEOPLE, FOLLOWS = 100, 400
TOLERANCE = 0.4
SCREEN = 10  # posts that a visit shows in the original
RESHARE = 0.5  # that a visit passes something on
ROUTES = {"random": (0, 0), "reshared": (1, 0), "recommended": (0, 1)}
SETTINGS = (
    f"population.tolerance={TOLERANCE}", "population.sessions=5", "population.activity_median=10",
    "platform.replace_unfollowed=1", "platform.rewire_hours=0.25", "time.days=365",
)  # fmt: skip


class Outcome(NamedTuple):
    """How a run ended."""

    visits: int  # until full segregation, or in all
    segregated: bool
    same_sign: float  # share of follows between opinions of the same sign
    clusters: int  # weak components of two people and more


def run(influence: float, offence: float, route: str, most: int, seed: int) -> Outcome:
    """Live until full segregation or so many visits; `influence` is how far a whole screen of like minds moves one."""
    model = chamber(influence, offence, route, seed)
    world = model.world
    while not (done := segregated(model)) and world.tallies.total("visits") < most:
        for _ in range(10):
            model.step()
    parts = np.bincount(components(model))
    return Outcome(world.tallies.total("visits"), done, same_sign(model), int((parts > 1).sum()))


def chamber(influence: float, offence: float, route: str, seed: int) -> Model:
    """The world at its beginning: random follows, opinions all over the scale."""
    noise = np.random.default_rng(seed)
    pairs = noise.choice(PEOPLE * (PEOPLE - 1), FOLLOWS, replace=False)
    follower, other = pairs // (PEOPLE - 1), pairs % (PEOPLE - 1)
    reshared, recommended = ROUTES[route]
    words = (f"population.influence={1.0 - (1.0 - influence) ** (1.0 / SCREEN)}", f"platform.offence={offence}",
             f"platform.route_reshared={reshared}", f"platform.route_recommended={recommended}")  # fmt: skip
    model = model_of(PEOPLE, follower, other + (other >= follower), *SETTINGS, *words, seed=seed)
    world = model.world
    world.accounts.sessions[:] = 5.0  # nobody comes more often than others
    world.accounts.opinion[:] = noise.uniform(-1, 1, PEOPLE)
    world.ideas = dataclasses.replace(world.ideas, share=passes_on)
    return model


def passes_on(world: object) -> np.ndarray:
    """P(each exposure is passed on): like minds only, so often that half of full screens pass something on."""
    reader, post = world.exposures.column("reader"), world.exposures.column("post")
    gap = np.abs(world.accounts.opinion[reader] - world.posts.leaning[world.posts.rows(post)])
    each = 1.0 - math.exp(math.log(1.0 - RESHARE) / SCREEN)
    return np.where(gap < TOLERANCE, each, 0.0)


def same_sign(model: Model) -> float:
    """The share of follows between opinions of the same sign."""
    source, target = model.world.network.arc_list()
    opinion = model.world.accounts.column("opinion")
    return float((np.sign(opinion[source]) == np.sign(opinion[target])).mean())


def components(model: Model) -> np.ndarray:
    """The weakly connected component of each account."""
    source, target = model.world.network.arc_list()
    ties = coo_matrix((np.ones(len(source)), (source, target)), shape=(PEOPLE, PEOPLE))
    return connected_components(ties, connection="weak")[1]


def segregated(model: Model) -> bool:
    """Two components or more, each of which is of one mind as far as the tolerance goes."""
    part, opinion = components(model), model.world.accounts.column("opinion")
    spans = [np.ptp(opinion[part == one]) for one in range(part.max() + 1)]
    return len(spans) > 1 and bool(max(spans) < TOLERANCE)
