"""Outcomes that sum up a run: the mean and the peak of a series, for everybody and by segment."""

import math

import numpy as np
import pytest

from sim.metrics import false_belief_average, false_belief_half_life, false_belief_peak
from sim.state.course import courses


class Measured:
    measured = (
        {"hour": 0.0, "false_belief_share.rumour": 0.1, "false_belief_share.rumour@young": 0.0, "reach.rumour": 9.0},
        {"hour": 4.0, "false_belief_share.rumour": 0.5, "false_belief_share.rumour@young": 0.2, "reach.rumour": 9.0},
        {"hour": 8.0, "false_belief_share.rumour": 0.3, "false_belief_share.rumour@young": 0.1, "reach.rumour": 9.0},
    )


EVERYBODY = np.ones(1, np.bool_)


def test_that_early_harm_counts_in_the_average():
    assert false_belief_average.measure(Measured, EVERYBODY) == pytest.approx({"rumour": 0.3, "rumour@young": 0.1})


def test_that_the_peak_is_the_worst_hour():
    assert false_belief_peak.measure(Measured, EVERYBODY) == {"rumour": 0.5, "rumour@young": 0.2}


def test_that_the_half_life_counts_from_the_peak_to_half_of_what_had_grown():
    found = false_belief_half_life.measure(Measured, EVERYBODY)
    assert found == pytest.approx({"rumour": 4.0, "rumour@young": 4.0})


@pytest.mark.parametrize("shares", [(0.1, 0.5, 0.4), (0.3, 0.2, 0.1), (0.2, 0.2, 0.2)])
def test_that_what_never_grew_or_never_half_went_has_no_half_life(shares):
    class Other:
        measured = tuple({"hour": hour, "false_belief_share.rumour": share} for hour, share in enumerate(shares))

    assert math.isnan(false_belief_half_life.measure(Other, EVERYBODY)["rumour"])


def test_that_a_run_without_measurements_has_no_course():
    class Empty:
        measured = ()

    assert courses(Empty, "false_belief_share") == {}
