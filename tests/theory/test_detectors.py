"""Detectors keep to the run lengths of theory on steady noise, and see a step soon after it happens."""

from __future__ import annotations

import math
from types import SimpleNamespace

import numpy as np
import pytest

from sim.detectors import cusum, sta_lta, z_score
from sim.ground.draws import Draws, poisson
from sim.ground.likeness import centrality, cosines, traces
from sim.state.codes import Stance
from sim.state.tallies import Tallies

SERIES = 400  # parallel claims, one series of counts each


def a_world(claims: int = 1) -> SimpleNamespace:
    return SimpleNamespace(tallies=Tallies(claims), memory={}, claims=SimpleNamespace(n=claims))


def looks(world, detector, params, counts) -> list[int]:
    """Numbers of the looks at which the detector raised an alarm, given hourly counts of posts on claim 0."""
    alarms = []
    for look, count in enumerate(counts):
        world.tallies.originals[0, Stance.SUPPORT + 1] += count
        alarms += [look] if detector.watch(world, params).alarm.any() else []
    return alarms


def noise(seed: int, rate: float, hours: int) -> list[int]:
    key = Draws(seed).key("counts")
    return [poisson(key, hour, 0, rate) for hour in range(hours)]


def first_alarm_of_cusum(shift: float, steps: int = 6000) -> np.ndarray:
    """Run length of each series of standard normal surprises whose mean is `shift`."""
    params = cusum.Params()
    score, found = np.zeros(SERIES), np.full(SERIES, steps)
    draws, usual = Draws(5), np.full(SERIES, 1.0e6)  # so many that counts are as good as normal
    for step in range(steps):
        count = usual + 1.0e3 * (shift + draws.normal("surprise", step, np.arange(SERIES)))
        score = cusum.added(score, count, usual, params.slack)
        found = np.where((score > params.limit) & (found == steps), step + 1, found)
    return found


def test_that_cusum_runs_for_930_steps_on_average_without_a_change():
    found = first_alarm_of_cusum(0.0)
    # Siegmund's approximation (exp(2kb) - 2kb - 1) / 2k^2 with b = h + 1.166
    expected = (math.exp(6.166) - 6.166 - 1) / 0.5
    assert expected == pytest.approx(938, abs=1)
    assert found.mean() == pytest.approx(expected, abs=3 * found.std() / math.sqrt(SERIES))


def test_that_cusum_sees_a_step_of_one_deviation_in_about_ten_steps():
    assert first_alarm_of_cusum(1.0, 200).mean() == pytest.approx(10.4, abs=1.0)


def test_that_the_z_score_is_wrong_once_in_741_normal_counts():
    usual = np.full(200_000, 1.0e6)
    count = usual + 1.0e3 * Draws(3).normal("surprise", 0, np.arange(200_000))
    wrong = (z_score.z(count, usual, usual) >= z_score.Params().threshold).mean()
    assert wrong == pytest.approx(0.00135, abs=0.0003)


def test_that_the_z_score_learns_the_mean_and_the_spread_of_what_it_sees():
    usual, spread = np.zeros(SERIES), np.zeros(SERIES)
    draws = Draws(4)
    for step in range(600):
        count = 50.0 + 12.0 * draws.normal("counts", step, np.arange(SERIES))
        usual, spread = z_score.learnt(count, usual, spread, 1.0 / 24.0)
    assert usual.mean() == pytest.approx(50.0, abs=0.5)
    assert math.sqrt(spread.mean()) == pytest.approx(12.0, abs=0.5)


@pytest.mark.parametrize(("detector", "most"), [(z_score, 8), (cusum, 8)])
def test_that_false_alarms_on_steady_traffic_are_rare(detector, most):
    world = a_world()
    alarms = looks(world, detector, detector.Params(), noise(1, 20.0, 1500))
    assert len([look for look in alarms if look >= 500]) <= most  # of 1000, once it knows what is usual


@pytest.mark.parametrize("detector", [z_score, cusum])
@pytest.mark.parametrize("seed", range(5))
def test_that_a_doubling_of_traffic_is_seen_within_six_hours(detector, seed):
    world = a_world()
    counts = noise(seed, 20.0, 500)
    looks(world, detector, detector.Params(), counts)
    assert looks(world, detector, detector.Params(), noise(seed + 100, 40.0, 6))


def test_that_cusum_sees_a_slow_rise_that_the_z_score_does_not():
    counts = noise(2, 50.0, 600)
    slow = [round(50 + 0.6 * hour) for hour in range(30)]
    found = {}
    for detector in (z_score, cusum):
        world = a_world()
        looks(world, detector, detector.Params(), counts)
        found[detector] = looks(world, detector, detector.Params(), slow)
    assert found[cusum]
    assert not found[z_score]


@pytest.mark.parametrize("detector", [z_score, cusum])
def test_that_a_handful_of_posts_on_a_new_claim_is_an_alarm_and_fewer_are_not(detector):
    params = detector.Params(least=6)
    assert looks(a_world(), detector, params, [0, 0, 5]) == []
    assert looks(a_world(), detector, params, [0, 0, 6]) == [2]


@pytest.mark.parametrize("detector", [z_score, cusum])
def test_that_silence_is_no_alarm(detector):
    assert looks(a_world(), detector, detector.Params(), [0] * 200) == []


@pytest.mark.parametrize("detector", [z_score, cusum])
def test_that_reshares_and_rebuttals_count_as_posts_on_the_claim(detector):
    world = a_world(2)
    world.tallies.reshares[1, Stance.SUPPORT + 1] += 4
    world.tallies.originals[1, Stance.DENY + 1] += 4
    assert detector.watch(world, detector.Params()).alarm.tolist() == [False, True]


@pytest.mark.parametrize("detector", [z_score, cusum])
def test_that_ordinary_traffic_on_no_claim_is_not_watched(detector):
    world = a_world()
    world.tallies.originals[-1, :] += 1000
    assert not detector.watch(world, detector.Params()).alarm.any()


@pytest.mark.parametrize("seed", range(3))
def test_that_a_step_is_seen_by_sta_lta_at_once_if_it_is_five_times_the_usual_and_not_if_it_is_twice(seed):
    world, params = a_world(), sta_lta.Params()
    looks(world, sta_lta, params, noise(seed, 20.0, 400))
    assert looks(world, sta_lta, params, noise(seed + 50, 40.0, 24)) == []
    # by then the long average is below 20 + 20 * 24 / 60
    assert looks(world, sta_lta, params, [180])


def test_that_a_step_brings_the_ratio_that_two_averages_have():
    world, params, step = a_world(), sta_lta.Params(), 12
    looks(world, sta_lta, params, [10] * 1200)
    world.tallies.originals[0, Stance.SUPPORT + 1] += step * 10
    ratio = sta_lta.watch(world, params).score[0]
    assert ratio == pytest.approx(step / (1.0 + (step - 1) / params.long), rel=1e-6)


def test_that_a_good_test_of_a_rare_thing_is_mostly_wrong():
    # C13: at 1% prevalence a detector that finds 80% and is wrong about 5% has a precision of 0.14
    planted = np.arange(100_000) < 1000
    luck = Draws(2).uniform("tested", 0, np.arange(100_000))
    named = np.where(planted, luck < 0.8, luck < 0.05)
    assert (named & planted).sum() / named.sum() == pytest.approx(0.01 * 0.8 / (0.01 * 0.8 + 0.99 * 0.05), abs=0.01)


def left_by(seed: int, people: int, planted: int, copied: float) -> tuple[np.ndarray, np.ndarray]:
    """What each passed on: 20 of 2000 posts by taste, but planted accounts take a share of theirs from one list."""
    draws = Draws(seed)
    account = np.repeat(np.arange(people), 20)
    number = np.tile(np.arange(20), people)
    post = np.floor(2000 * draws.uniform("taste", 0, account, number) ** 2.0).astype(np.int64)
    listed = (account < planted) & (draws.uniform("listed", 1, account, number) < copied)
    return account, np.where(listed, 3000 + number, post)


@pytest.mark.parametrize("seed", range(3))
def test_that_accounts_with_one_list_are_alike_and_others_are_not(seed):
    account, post = left_by(seed, 300, 30, 0.9)
    alike = cosines(traces(account, post), np.arange(300), 300, 3)
    inside = alike[:30, :30][~np.eye(30, dtype=bool)]
    assert inside.mean() > 0.5
    assert alike[30:, :].max() < 0.5
    assert np.array_equal(alike, alike.T)


def test_that_the_cosine_is_that_of_tf_idf_vectors():
    account, post = left_by(1, 12, 4, 0.5)
    post = post % 30
    times = np.zeros((12, 30))
    np.add.at(times, (account, post), 1.0)
    vectors = times * np.log(12 / np.maximum((times > 0).sum(axis=0), 1))
    size = np.sqrt((vectors**2).sum(axis=1))
    expected = vectors @ vectors.T / np.outer(size, size)
    np.fill_diagonal(expected, 0.0)
    assert cosines(traces(account, post), np.arange(12), 12, 0) == pytest.approx(expected, abs=1e-12)


def test_that_centrality_is_the_first_eigenvector():
    draws, rows = Draws(3), 12
    one, other = (part.astype(np.int32) for part in np.tril_indices(rows, -1))
    weight = draws.uniform("weight", 0, np.arange(len(one)))
    matrix = np.zeros((rows, rows))
    matrix[one, other] = matrix[other, one] = weight
    first = np.abs(np.linalg.eigh(matrix)[1][:, -1])
    assert centrality(one, other, weight, rows) == pytest.approx(first / first.max(), abs=1e-6)
