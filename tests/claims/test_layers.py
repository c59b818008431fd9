"""Several platforms at once: who is where hears what is said there; what is closed stays unseen; luck is its own."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from layered import CLAIMS, chat, heard, lived, platform, prepared

from sim.ground.problems import Problems
from sim.model import DAY, day_of
from sim.scenario import read_scenario
from sim.settings import Settings
from sim.state.codes import Stance, Status
from sim.state.snapshot import digest, put, take

IN_CHAT = 1


@pytest.fixture
def spoken(does):
    """The claim is opened in the chat, or on the main platform."""
    return {place: (does("publish", by="herald", posts=5, on=place),) for place in ("chat", "")}


def test_that_a_world_of_one_platform_lives_the_ordinary_day(spoken):
    model = prepared(spoken[""])
    assert model.day is day_of(model.world) is DAY
    assert model.world.layers == []


def test_that_a_world_of_two_platforms_lives_each_in_turn_and_the_main_one_last(spoken):
    names = [phase.__name__ for phase in prepared(spoken[""], (chat(),)).day]
    assert [names.count(name) for name in ("enter", "see", "carry", "moderate")] == [2, 2, 2, 2]
    assert [names.count(name) for name in ("happen", "detect", "rewire", "measure")] == [1, 1, 1, 1]
    assert names.index("happen") == 0
    assert names[-3:] == ["detect", "rewire", "measure"]


def test_that_what_is_said_in_the_chat_is_heard_by_its_members_only(spoken):
    world = lived(spoken["chat"], (chat(),))
    present = world.layers[IN_CHAT].weight > 0
    assert heard(world).sum() > 50
    assert not (heard(world) & ~present).any()
    assert (world.posts.column("layer")[world.posts.column("claim") == 0] == IN_CHAT).all()


def test_that_what_is_said_outside_is_never_seen_in_the_chat(spoken):
    world = lived(spoken[""], (chat(),))
    outside, inside = (layer.seen[0, Stance.SUPPORT + 1] for layer in world.layers)
    assert outside > 100
    assert inside == 0


def test_that_who_passes_on_here_may_post_there_too(spoken):
    never, often = (lived(spoken["chat"], (chat(cross_post=chance),)) for chance in (0.0, 0.8))
    outside = [world.layers[0].seen[0, Stance.SUPPORT + 1] for world in (never, often)]
    assert outside[0] == 0
    assert outside[1] > 100


def test_that_the_longer_it_takes_to_carry_something_over_the_less_is_seen_of_it(spoken):
    soon, late = (lived(spoken["chat"], (chat(cross_post=0.8, cross_hours=hours),)) for hours in (0.0, 12.0))
    assert late.layers[0].seen[0, Stance.SUPPORT + 1] < soon.layers[0].seen[0, Stance.SUPPORT + 1]


def test_that_a_closed_layer_is_in_no_public_count_but_in_what_people_saw(spoken):
    closed, open_ = (lived(spoken["chat"], (chat(closed=closed),)) for closed in (True, False))
    assert closed.tallies.originals[0].sum() == 0
    assert open_.tallies.originals[0].sum() > 0
    assert closed.tallies.exposures[0].sum() == sum(layer.seen[0].sum() for layer in closed.layers) > 0


def test_that_exposures_on_the_layers_add_up_to_all(spoken):
    world = lived(spoken["chat"], (chat(cross_post=0.5),))
    assert np.array_equal(sum(layer.seen for layer in world.layers), world.tallies.seen())


def test_that_another_platform_takes_time_and_gives_none(spoken):
    alone, beside = (lived(spoken[""], layers) for layers in ((), (chat(sessions=0.5, share=1.0),)))
    weights = sum(layer.weight for layer in beside.layers)
    assert weights == pytest.approx(np.ones(beside.n))
    written, in_all = (world.tallies.total("posts") - world.tallies.total("reshares") for world in (alone, beside))
    assert in_all == pytest.approx(written, rel=0.15)
    assert beside.layers[0].seen.sum() < 0.7 * alone.tallies.exposures.sum()


def test_that_luck_on_one_layer_is_not_that_on_another(spoken):
    world = prepared(spoken[""], (chat(),)).world
    here = world.draws.uniform("share", 1, np.arange(50))
    world.enter(IN_CHAT)
    assert not np.isin(world.draws.uniform("share", 1, np.arange(50)), here).any()


def test_that_turning_to_a_layer_and_back_leaves_the_world_as_it_was(spoken):
    world = prepared(spoken[""], (chat(),)).world
    before, network = digest(world), world.network
    world.enter(IN_CHAT)
    assert world.network is not network
    world.enter(0)
    assert world.network is network
    assert digest(world) == before


def test_that_a_measure_on_one_platform_leaves_the_other_alone(does, spoken):
    told = (*spoken["chat"], does("publish", name="outside", by="herald", posts=5))
    label = does("label", hours=24.0, coverage=1.0, delay=0.0)
    world = lived(told, (chat(),), plan=(label,))
    posts = world.posts
    about = posts.column("claim") == 0
    labelled = [posts.column("label")[about & (posts.column("layer") == layer)] for layer in (0, IN_CHAT)]
    assert (labelled[0] > 0).any()
    assert not (labelled[1] > 0).any()


def test_that_who_is_suspended_outside_goes_on_in_the_chat(spoken):
    model = prepared(spoken["chat"], (chat(),))
    world = model.world
    world.accounts.status[world.named["herald"]] = Status.SUSPENDED
    model.run_until_end()
    assert heard(world).sum() > 50


def test_that_a_run_goes_on_from_a_checkpoint_with_the_same_bits(does, spoken):
    told = (*spoken["chat"], does("flood", hours=20.0, by="bots", rate=12.0, on="chat"))
    layers = (chat(cross_post=0.5, cross_hours=3.0),)
    whole = prepared(told, layers)
    for _ in range(8):
        whole.step()
    arrays, values = take(whole.world)
    later = prepared(told, layers)
    put(later.world, {name: np.array(array) for name, array in arrays.items()}, values)
    assert digest(later.world) == digest(whole.world)
    for model in (whole, later):
        model.run_until_end()
    assert digest(later.world) == digest(whole.world)
    assert whole.world.crossings.n + whole.world.layers[0].seen.sum() > 0


def test_that_the_same_question_has_the_same_answer_as_plain_data(spoken):
    settings = prepared(spoken["chat"], (chat(cross_post=0.2),)).settings
    again = Settings.from_mapping(settings.as_dict())
    assert again.scenario.layers == settings.scenario.layers
    assert again.run_id() == settings.run_id()


def test_that_a_layer_may_have_the_follows_of_the_main_platform(spoken):
    world = prepared(spoken["chat"], (chat(graph="same", closed=False),)).world
    source, target = world.network.arc_list()
    both = np.isin([source, target], np.flatnonzero(world.layers[IN_CHAT].weight)).all(axis=0)
    world.enter(IN_CHAT)
    assert np.array_equal(np.stack(world.network.arc_list()), np.stack([source[both], target[both]]))
    assert 0 < both.sum() < len(both)


def test_that_groups_grow_with_their_size_and_hear_each_other(spoken):
    arcs = []
    for size in (5, 20):
        world = prepared(spoken[""], (chat(group_size=size),)).world
        world.enter(IN_CHAT)
        arcs.append(world.network.arcs)
        assert world.network.reciprocity() > 0.9
        world.enter(0)
    assert 3.0 < arcs[1] / arcs[0] < 5.0


@pytest.mark.parametrize(
    ("layers", "said"),
    [
        ({"chat": {"platform": "closed_chatt"}}, "closed_chat"),
        ({"chat": {"graph": "groupes"}}, "groups"),
        ({"chat": {"sessions": 0.7}, "video": {"sessions": 0.4}}, "more than there are"),
        ({"chat": {"platform": {"session": "one_act"}}}, "only feeds that are read"),
        ({"main": {}}, "Name it otherwise"),
    ],
)
def test_that_a_layer_that_cannot_be_is_told(layers, said):
    assert said in " ".join(str(problem) for problem in read_scenario("x", {"layers": layers})[1])


def test_that_an_entry_on_an_unknown_layer_is_told_with_the_known_ones():
    entry = {"do": "publish", "at": 0, "on": "chta", "by": "herald", "claim": "papers"}
    story = {"layers": {"chat": {}}, "timeline": {"word": entry}, "claims": {"papers": {}}, "actors": {"herald": {}}}
    told = " ".join(str(problem) for problem in read_scenario("x", story)[1])
    assert "timeline.word.on" in told
    assert '"chat"' in told


def test_that_single_acts_have_no_layers(spoken):
    settings = prepared(spoken["chat"], (chat(),)).settings
    with pytest.raises(Problems, match="only feeds that are read"):
        dataclasses.replace(settings, platform=dataclasses.replace(settings.platform, session="one_act"))


def test_that_presets_are_platforms_and_the_closed_one_is_hardly_moderated():
    closed = platform("closed_chat")
    assert closed.recommended == closed.flag_share == 0.0
    assert closed.report_rate < platform("groups").report_rate
    assert len(CLAIMS) == 2
