"""One life with illegal posts: people of unequal activity, some of whom break the rules, and removal by half-life."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import numpy as np

from sim import Model, compose

PACK = Path(__file__).parent / "illegal_posts"
GRAPHS = {
    "uniform": ("graph=random_walk_growth", "graph.params.friends={}"),
    "uneven": ("graph=communities", "graph.params.following={}"),
}
STEPS, COUNTED = 100, 80
RISKY, RISK, ORDINARY = 0.1, (3.0, 30.0), (0.1, 89.9)  # peers.md 3.4: share, and Beta of the share of illegal posts
LEAST, TAIL = 0.2, 2.85  # posts a day, and exponent of the power law of activity


class Job(NamedTuple):
    """A half-life in days (0: no removal) on a graph with a seed."""

    graph: str
    half_life: float
    seed: int
    people: int = 10_006


def carry_out(job: Job) -> tuple[Job, float]:
    """Mean share of illegal messages on people's screens over the last steps, as they look at them."""
    friends = max(3, round(181 * job.people / 10_006))
    words = [f"scenario={PACK}", "platform=simsom", "population=simsom", f"population.accounts={job.people}",
             "time.minutes=1440", "metrics=none", f"seed={job.seed}", *GRAPHS[job.graph]]  # fmt: skip
    if job.half_life:
        words += [
            "response=removal",
            f"scenario.responses.removal.entries.removal.params.half_life={24 * job.half_life}",
        ]
    model = Model(compose([word.format(friends) for word in words])[0])
    break_rules(model.world, job.seed)
    shares: list[float] = []
    looked = [phase.__name__ for phase in model.day].index("look") + 1
    model.day = (*model.day[:looked], partial(observe, shares), *model.day[looked:])
    for _ in range(STEPS):
        model.step()
    return job, fmean(shares[-COUNTED:])


def break_rules(world: Any, seed: int) -> None:
    """Give people their activity, and the share of their messages that is illegal."""
    noise = np.random.default_rng(seed)
    world.accounts.activity[:] = LEAST * (1.0 - noise.random(world.n)) ** (-1.0 / (TAIL - 1.0))
    risky = noise.random(world.n) < RISKY
    world.screens.talk[:] = np.where(risky, noise.beta(*RISK, world.n), noise.beta(*ORDINARY, world.n))
    world.screens.topic[:] = 0


def observe(shares: list[float], world: Any) -> None:
    """Note the share of illegal messages among all on the screens, each counted once a screen."""
    shown = world.screens.post[world.screens.post > 0]
    shares.append(float((world.posts.claim[world.posts.rows(shown)] == 0).mean()) if len(shown) else 0.0)
