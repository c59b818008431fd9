"""The same question has the same answer to the bit, and what two futures share they live alike."""

from __future__ import annotations

import copy
import dataclasses
import json

import numpy as np
import pytest
from town import TOWN, columns, live, live_on, town

from sim.model import DAY, Model, tick
from sim.scenario import ActorSpec, EntrySpec, Scenario
from sim.settings import Execution, GraphSettings
from sim.state.snapshot import digest, put, take
from sim.state.world import World


def with_timeline(*entries: EntrySpec, base: Scenario = TOWN) -> Scenario:
    return dataclasses.replace(base, timeline=entries)


@pytest.fixture(scope="module")
def lived() -> Model:
    """Two hundred people, half a day after the rumour began."""
    return live(200, 12.0)


def test_that_the_same_question_has_the_same_answer_twice(lived):
    assert digest(live(200, 12.0).world) == digest(lived.world)


def test_that_another_seed_is_another_life(lived):
    assert digest(live_on(Model(town(200, seed=2)), 12.0).world) != digest(lived.world)


def test_that_one_thread_or_two_give_the_same_bits():
    found = []
    for threads in (1, 2):
        # the default generator of graphs has threads, too
        settings = dataclasses.replace(town(1500), graph=GraphSettings(), execution=Execution(threads))
        world = live_on(Model(settings), 3.0).world
        found.append(digest(world))
    assert np.bincount(world.posts.column("tick")).max() >= 64  # so many in a tick go out by blocks of readers
    assert found[0] == found[1]


def test_that_the_number_of_threads_may_change_in_the_middle_of_a_life():
    alone = live_on(Model(town(1500)), 2.0)
    changing = live_on(Model(town(1500)), 1.0)
    changing.work_with(2)
    assert digest(live_on(changing, 2.0).world) == digest(alone.world)
    changing.work_with(1)


@pytest.mark.parametrize("hour", [-2.0, 0.25, 7.5])
def test_that_a_life_goes_on_from_a_snapshot_as_if_nothing_had_been(hour, lived):
    before = live(200, hour)
    arrays, values = take(before.world)
    arrays, values = copy.deepcopy(arrays), json.loads(json.dumps(values))
    live_on(before, hour + 2)  # what happens to the old world does not touch the snapshot
    after = Model(town(200))
    put(after.world, arrays, values)
    assert digest(live_on(after, 12.0).world) == digest(lived.world)


def test_that_two_lives_in_one_process_do_not_disturb_each_other(lived):
    one, other = Model(town(200)), Model(town(250, seed=2))
    while one.world.clock.hour < 12.0:
        one.step()
        other.step()
    assert digest(one.world) == digest(lived.world)


def test_that_luck_spent_elsewhere_is_nobodys_loss(lived):
    model = Model(town(200))
    world = model.world
    world.own_steps.append(lambda: world.draws.normal("weather", world.clock.tick, np.arange(world.n)))
    assert digest(live_on(model, 12.0).world) == digest(lived.world)


def test_that_two_arms_are_alike_until_the_first_tick_that_parts_them():
    with_answer, without = Model(town(200)), Model(town(200, response="none"))
    parted = with_answer.world.clock.tick_of(-2.0)  # the prebunk
    while with_answer.world.clock.tick < parted:
        assert columns(with_answer.world) == columns(without.world)
        for model in (with_answer, without):
            model.step()
    for model in (with_answer, without):
        model.step()
    one, two = columns(with_answer.world), columns(without.world)
    assert [name for name in one if one[name] != two[name]] == ["accounts/inoculation"]


def waiting(world: World) -> list[list[int]]:
    """For each account the posts that wait for it, by the key that names them alike in every arm."""
    return [world.posts.key[world.posts.rows(world.inbox.waiting(row))].tolist() for row in range(world.n)]


def test_that_those_whom_a_statement_does_not_reach_live_as_before():
    late = EntrySpec("late", do="statement", at=6.0, claim="fault", by="embassy")
    arms = [with_timeline(*TOWN.timeline, *more) for more in ((), (late,))]
    one, two = (live_on(Model(town(200, scenario=arm, response="none")), 6.25).world for arm in arms)
    for name in one.accounts:  # it is out, and nobody has read it
        assert np.array_equal(one.accounts.column(name), two.accounts.column(name)), name
    reached = {row for row, (before, now) in enumerate(zip(waiting(one), waiting(two), strict=True)) if before != now}
    assert reached == set(two.network.followers(int(two.named["embassy"][0])).tolist())


def test_that_it_does_not_matter_in_which_order_unrelated_measures_are_written():
    answer = TOWN.response("answer")
    found = []
    for entries in (answer.entries, answer.entries[::-1]):
        told = dataclasses.replace(TOWN, responses=(dataclasses.replace(answer, entries=entries),))
        found.append(columns(live_on(Model(town(200, scenario=told)), 5.0).world))
    assert found[0] == found[1]


def test_that_a_silent_stranger_changes_nobodys_life():
    hermit = ActorSpec("hermit", kind="bot", activity=0.0)
    arms = [dataclasses.replace(TOWN, actors=(*TOWN.actors, *more)) for more in ((), (hermit,))]
    one, two = (Model(town(200, scenario=arm)) for arm in arms)
    for model in (one, two):  # where nobody finds anybody by chance
        model.world.platform = dataclasses.replace(model.world.platform, follow_rate=0.0)
        live_on(model, 4.0)
    for name in one.world.accounts:
        assert np.array_equal(one.world.accounts.column(name), two.world.accounts.column(name)[:-1]), name
    assert one.world.tallies.totals.tolist() == two.world.tallies.totals.tolist()


def test_that_lists_of_a_tick_leave_nothing_for_the_next():
    model = live(200, 2.0)
    world: World = model.world
    arrays = columns(world)
    world.awake, world.sessions = world.awake[:0], world.sessions[:0]
    world.exposures.clear()
    world.impressions.clear()
    world.ranked = np.full_like(world.ranked, 7)
    again = live(200, 2.0)
    assert columns(again.world) == arrays
    for one in (model, again):
        tick(one.world)
    assert columns(again.world) == columns(world)


def test_that_the_day_has_its_phases_in_their_order():
    assert [phase.__name__ for phase in DAY] == [
        "happen", "wake", "author", "rank", "see", "believe", "heed", "share", "deliver", "moderate", "detect",
        "rewire", "measure",
    ]  # fmt: skip
