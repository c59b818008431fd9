"""What fails keeps people from reading and from knowing; what comes back leaves no trace but what was missed."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from layered import chat, heard, lived, prepared

from sim.ground.problems import Problems
from sim.state.codes import Status
from sim.state.snapshot import digest, put, take

SEEDS = (1, 2, 3)
CHAT = 1


@pytest.fixture
def spoken(does):
    """The claim is opened on the main platform and in the chat; the truth is told at hour 6."""
    return (
        does("publish", by="herald", rate=12.0, hours=24.0),
        does("publish", name="inside", by="herald", rate=12.0, hours=24.0, on="chat"),
        does("publish", name="truth", at=6.0, hours=12.0, by="embassy", claim="fault", rate=12.0),
    )


@pytest.fixture
def outside(spoken):
    """That story on one platform."""
    return tuple(entry for entry in spoken if not entry.on)


def visits(world) -> int:
    """Sessions so far, on all platforms."""
    return world.tallies.total("visits")


def seen(world, layer: int) -> int:
    """Exposures to the false claim on a layer."""
    return int(world.layers[layer].seen[0].sum())


@pytest.mark.parametrize(
    ("do", "told"),
    [
        ("outage", {"level": 1.0}),
        ("cable_cut", {"level": 1.0, "detour": 1.0}),
        ("disaster", {"power_loss": 0.0, "activity": 1.0, "concern": 1.0}),
        ("network_attack", {"strength": 0.0}),
        ("cross_platform", {"share": 0.0, "by": "bots"}),
        ("migrate", {"pull": 0.0, "by": "herald"}),
        ("migrate", {"moved": 1.0, "by": "herald", "invite_rate": 0.0}),
    ],
)
def test_that_nothing_that_fails_or_moves_changes_no_bit(does, bits, spoken, do, told):
    idle, never = (does(do, at=at, hours=12.0, name="idle", **told) for at in (2.0, 99.0))
    assert bits(lived(spoken, (chat(),), plan=(idle,))) == bits(lived(spoken, (chat(),), plan=(never,)))


@pytest.mark.parametrize("seed", SEEDS)
def test_that_nobody_reads_on_a_platform_that_is_down(does, spoken, seed):
    down = does("outage", at=0.0, hours=24.0, moves=0.0)
    world = lived(spoken, (chat(),), plan=(down,), seed=seed)
    assert seen(world, 0) == 0
    assert seen(world, CHAT) > 0


def test_that_the_less_gets_through_the_fewer_visits_there_are(does, outside):
    worlds = [lived(outside, plan=(does("outage", hours=24.0, level=level),)) for level in (0.0, 0.3, 0.7, 1.0)]
    assert all(visits(one) < visits(other) for one, other in pairwise(worlds))


def test_that_people_go_to_where_they_still_get_through(does, spoken):
    stay, go = (lived(spoken, (chat(),), plan=(does("outage", hours=24.0, moves=moves),)) for moves in (0.0, 1.0))
    assert visits(go) > visits(stay)
    assert seen(go, CHAT) > seen(stay, CHAT)


def test_that_an_outage_elsewhere_leaves_a_country_alone(does, outside):
    down = does("outage", hours=24.0, audience="ostrania", moves=0.0)
    with_it, without = lived(outside, plan=(down,)), lived(outside)
    at_home = [int(heard(world)[world.members("velmora")].sum()) for world in (with_it, without)]
    abroad = [int(heard(world)[world.members("ostrania")].sum()) for world in (with_it, without)]
    assert abroad[0] == 0 < abroad[1]
    assert at_home[0] > 0.8 * at_home[1]


def test_that_platforms_fail_by_country(does, outside):
    model = prepared(outside, plan=(does("outage", audience="coast", hours=2.0),))
    with pytest.raises(Problems, match="is no country"):
        model.run_until_end()


@pytest.mark.parametrize("do", ["outage", "cable_cut", "disaster", "network_attack"])
def test_that_all_is_well_again_when_it_is_over(does, spoken, do):
    world = lived(spoken, (chat(),), plan=(does(do, at=2.0, hours=7.0),))
    before = prepared(spoken, (chat(),)).world
    for layer in (0, CHAT):
        world.enter(layer)
        assert (world.service == 1.0).all()
        assert not (world.accounts.status == Status.CUT_OFF).any()
        assert not [name for name in world.memory if name.startswith(("service", "cut", "time"))]
        assert world.layers[layer].weight == pytest.approx(before.layers[layer].weight, abs=1e-6)
    world.enter(0)


def test_that_two_failures_of_one_platform_multiply_and_end_apart(does, spoken):
    told = [does("outage", name=f"half_{hours}", hours=hours, level=0.5) for hours in (4.0, 8.0)]
    model, levels = prepared((), plan=tuple(told)), []
    while not model.finished:
        model.step()
        levels.append(float(model.world.service[0]))
    assert [levels.count(level) for level in (0.25, 0.5)] == [4, 4]
    assert levels[-1] == 1.0


def test_that_a_cut_cable_hits_every_platform_until_other_routes_are_found(does, spoken):
    cut = does("cable_cut", hours=12.0, audience="ostrania", detour_hours=4.0)
    model, levels = prepared(spoken, (chat(),), plan=(cut,)), []
    while not model.finished:
        model.step()
        levels.append((*model.world.service.tolist(), *model.world.layers[CHAT].held["service"].tolist()))
    assert [levels.count((1.0, level, 1.0, level)) for level in (0.1, 0.5)] == [4, 8]


def test_that_a_disaster_darkens_its_zone_and_gives_power_back_bit_by_bit(does, spoken):
    strike = does("disaster", hours=12.0, audience="coast", power_loss=0.5)
    model, dark = prepared(spoken, (chat(),), plan=(strike,)), []
    while not model.finished:
        model.step()
        dark.append(int((model.world.accounts.status == Status.CUT_OFF).sum()))
    world = model.world
    zone = world.members("coast") & world.accounts.people()
    struck = dark[world.clock.burn_in_ticks :]
    assert struck[0] == pytest.approx(0.5 * zone.sum(), abs=12)
    assert all(one >= other for one, other in pairwise(struck))
    assert struck[-1] == 0
    assert world.accounts.dark[zone].mean() == pytest.approx(0.5 * 12.0 / 2.0, rel=0.25)
    assert (world.accounts.dark[~zone] == 0).all()


def test_that_whoever_is_safe_looks_more_often_in_a_disaster(does, outside):
    calm, struck = (lived(outside, plan=(does("disaster", hours=24.0, audience="coast", power_loss=0.0,
                                              activity=factor, concern=factor),)) for factor in (1.0, 2.0))  # fmt: skip
    assert visits(struck) > 1.2 * visits(calm)


def test_that_waves_of_an_attack_come_and_go(does, spoken):
    attack = does("network_attack", hours=12.0, strength=0.8, wave_hours=1.0, every_hours=4.0)
    model, levels = prepared((), plan=(attack,)), []
    while not model.finished:
        model.step()
        levels.append(round(float(model.world.service[0]), 6))
    assert levels.count(0.2) == 3


def test_that_hours_without_service_are_those_of_the_outage_for_who_is_nowhere_else(does, spoken):
    down = does("outage", at=2.0, hours=6.0, level=0.25, moves=0.0)
    world = lived(spoken, (chat(),), plan=(down,))
    inside = world.layers[CHAT].weight > 0
    assert world.accounts.dark[~inside] == pytest.approx(4.5)
    assert (world.accounts.dark[inside] == 0).all()
    assert world.measured[-1]["hours_without_service"] == pytest.approx(
        world.accounts.dark[world.accounts.people()].mean()
    )


def test_that_who_is_cut_off_waits_longer_for_the_truth(does, outside):
    waits = {}
    for hours in (0.5, 12.0):
        model = prepared(outside, plan=(does("outage", at=6.0, hours=hours),))
        model.run_until_end()
        waits[hours] = model.outcomes()["hours_without_true_information"]
    assert 6.0 < waits[0.5] < waits[12.0] <= 24.0


@pytest.mark.parametrize("seed", SEEDS)
def test_that_copies_reach_those_who_were_never_there(does, seed):
    story = (does("publish", by="herald", posts=5, rate=12.0, hours=24.0),)
    copied, alone = (
        lived(story, (chat(),), seed=seed,
              plan=(does("cross_platform", by="bots", hours=24.0, share=share, lag=0.0, to="chat"),))
        for share in (1.0, 0.0)
    )  # fmt: skip
    assert seen(copied, CHAT) > seen(alone, CHAT) == 0
    posts = copied.posts
    inside = (posts.column("layer") == CHAT) & (posts.column("claim") == 0)
    roots = inside & (posts.column("parent") == 0)
    assert np.isin(posts.column("author")[roots], copied.named["bots"]).all()


def test_that_displacement_is_the_part_that_outsiders_cannot_see(outside, spoken):
    world = lived(spoken, (chat(),))
    inside = seen(world, CHAT)
    row = world.measured[-1]
    assert row["displacement.papers"] == pytest.approx(inside / (inside + seen(world, 0)))
    people = world.accounts.people().sum()
    assert row["exposure_by_layer.chat"] == pytest.approx(inside / people)
    assert "displacement.papers" not in lived(outside).measured[-1]


@pytest.mark.parametrize("seed", SEEDS)
def test_that_invitations_move_followers_and_what_they_see_out_of_sight(does, spoken, seed):
    worlds = [lived(spoken, (chat(),), seed=seed, plan=(does("migrate", by="herald", hours=24.0, invite_rate=8.0,
                                                             pull=pull, moved=0.9, to="chat"),))
              for pull in (0.0, 0.4, 0.9)]  # fmt: skip
    there = [float(world.layers[CHAT].weight.sum()) for world in worlds]
    assert there[0] < there[1] < there[2]
    assert seen(worlds[0], 0) > seen(worlds[2], 0)
    shares = [world.measured[-1]["displacement.papers"] for world in worlds]
    assert shares[0] < shares[2]
    for world in worlds:
        assert sum(layer.weight for layer in world.layers) == pytest.approx(np.ones(world.n), abs=1e-5)


def test_that_who_is_banned_in_time_can_invite_nobody(does, spoken):
    call = does("migrate", by="herald", hours=24.0, invite_rate=8.0, pull=0.9, to="chat")
    model = prepared(spoken, (chat(),), plan=(call,))
    before = model.world.layers[CHAT].weight.copy()
    model.world.accounts.status[model.world.named["herald"]] = Status.SUSPENDED
    model.run_until_end()
    assert np.array_equal(model.world.layers[CHAT].weight, before)


def test_that_a_failing_world_goes_on_from_a_checkpoint_with_the_same_bits(does, spoken):
    plan = (
        does("cable_cut", at=1.0, hours=10.0, audience="ostrania"),
        does("outage", at=2.0, hours=8.0, audience="velmora"),
        does("disaster", at=2.0, hours=9.0, audience="coast"),
        does("migrate", by="herald", hours=24.0, invite_rate=8.0, pull=0.5, to="chat"),
        does("cross_platform", by="bots", hours=24.0, lag=4.0),
    )
    whole, later = (prepared(spoken, (chat(),), plan=plan) for _ in range(2))
    for _ in range(8):
        whole.step()
    arrays, values = take(whole.world)
    put(later.world, {name: np.array(array) for name, array in arrays.items()}, values)
    for model in (whole, later):
        model.run_until_end()
    assert digest(later.world) == digest(whole.world)
