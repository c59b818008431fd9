"""On the ordinary day a question before sharing costs the false more than the true, as C18 says, while it is asked."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim.state.codes import Stance
from sim.state.shares import shares_kept

SEEDS = (1, 2, 3)


@pytest.fixture
def rumour(does):
    return (does("publish", name="opening", by="karsk", posts=3), does("publish", hours=24.0, by="bots", rate=12.0))


def reshares(world) -> int:
    again = world.reshares
    return int(((again.column("claim") == 0) & (again.column("stance") == Stance.SUPPORT)).sum())


@pytest.mark.parametrize("kept", [(0.0, 0.8, 0.8), (0.5, 0.7, 0.85), (1.0, 0.6, 0.9)])
def test_that_learning_shifts_the_cost_from_the_true_to_the_false(prepare, does, rumour, claim, kept):
    learning, false, true = kept
    for is_true, supporting, denying in ((False, false, true), (True, true, false)):
        plan = (does("friction", hours=2, strength=0.2, learning=learning),)
        model = prepare(rumour, plan, claim=dataclasses.replace(claim, true=is_true), hours=4.0)
        while model.world.clock.hour < 1.0:
            model.step()
        assert shares_kept(model.world).ravel() == pytest.approx([denying, 0.8, supporting, 0.8, 0.8, 0.8])
        model.run_until_end()
        assert (shares_kept(model.world) == 1.0).all()


def test_that_the_more_questions_the_less_a_falsehood_is_passed_on(live, does, rumour):
    counts = [
        sum(reshares(live(rumour, (does("friction", hours=24, strength=part),), seed=seed, share_rate=0.05))
            for seed in SEEDS)
        for part in (0.0, 0.15, 0.4)
    ]  # fmt: skip
    assert counts[0] > counts[1] > counts[2]


def test_that_a_falsehood_loses_more_where_questions_teach(live, does, rumour):
    plans = [(does("friction", hours=24, strength=0.3, learning=learning),) for learning in (0.0, 1.0)]
    alone, taught = (np.sum([reshares(live(rumour, plan, seed=s, share_rate=0.05)) for s in SEEDS]) for plan in plans)
    assert taught < alone
