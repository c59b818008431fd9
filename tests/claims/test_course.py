"""Outcomes that sum up a run: the mean and the peak of a series, for everybody and by segment."""

import numpy as np
import pytest

from sim.metrics import false_belief_average, false_belief_peak
from sim.state.course import courses


class Measured:
    measured = (
        {"tick": 0.0, "false_belief_share.rumour": 0.1, "false_belief_share.rumour@young": 0.0, "reach.rumour": 9.0},
        {"tick": 4.0, "false_belief_share.rumour": 0.5, "false_belief_share.rumour@young": 0.2, "reach.rumour": 9.0},
        {"tick": 8.0, "false_belief_share.rumour": 0.3, "false_belief_share.rumour@young": 0.1, "reach.rumour": 9.0},
    )


EVERYBODY = np.ones(1, np.bool_)


def test_that_early_harm_counts_in_the_average():
    assert false_belief_average.measure(Measured, EVERYBODY) == pytest.approx({"rumour": 0.3, "rumour@young": 0.1})


def test_that_the_peak_is_the_worst_hour():
    assert false_belief_peak.measure(Measured, EVERYBODY) == {"rumour": 0.5, "rumour@young": 0.2}


def test_that_a_run_without_measurements_has_no_course():
    class Empty:
        measured = ()

    assert courses(Empty, "false_belief_share") == {}
