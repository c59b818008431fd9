"""What drives two camps apart in their feelings, and what brings them nearer."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim import catalogue
from sim.day import resent
from sim.model import Model
from sim.scenario import ActorSpec, ClaimSpec, Country, EntrySpec, Response, Scenario, Segment
from sim.settings import GraphSettings, Population, Settings
from sim.state.accounts import FIRST_DISTANCE as START
from sim.state.platform import Platform

LEFT = ActorSpec("left_trolls", kind="troll", count=6, followers=0.05, opinion=-0.8)
RIGHT = ActorSpec("right_trolls", kind="troll", count=6, followers=0.05, opinion=0.8)
FRIEND, FOE = (ActorSpec(name, kind="state_account", source="own_state", followers=0.4, activity=6.0, opinion=opinion)
               for name, opinion in (("friend", 0.8), ("foe", -0.8)))  # fmt: skip
STORY = Scenario(
    "camps", countries=(Country("velmora", share=1.0),), segments=(Segment("coast", share=0.3),),
    claims=(ClaimSpec("catch", appeal=1.0),), actors=(LEFT, RIGHT, FRIEND, FOE), responses=(Response("none"),),
    horizon_hours=48.0, burn_in_hours=12.0, accounts=600,
)  # fmt: skip


def entry(do: str, name: str = "", **told) -> EntrySpec:
    fields = {field.name for field in dataclasses.fields(EntrySpec)}
    params = {key: value for key, value in told.items() if key not in fields}
    kept = {"at": 0.0, "hours": 40.0} | {key: value for key, value in told.items() if key in fields}
    shelf = catalogue.shelf_of(do)
    return EntrySpec(name or do, do=do, params=catalogue.idea(shelf, do).Params(**params), **kept)


def lived(*entries: EntrySpec, actors: tuple[ActorSpec, ...] = STORY.actors) -> Model:
    settings = Settings(
        scenario=dataclasses.replace(STORY, actors=actors, timeline=entries), seed=1,
        graph=GraphSettings("barabasi_albert"), population=Population(sessions=20.0),
        platform=Platform(share_rate=0.05),
    )  # fmt: skip
    model = Model(settings)
    model.run_until_end()
    return model


def distance(*entries: EntrySpec, actors: tuple[ActorSpec, ...] = STORY.actors) -> float:
    return lived(*entries, actors=actors).outcomes()["affective_distance"]


def hate(rate: float = 60.0, by: str = "left_trolls", target: str = "friend") -> EntrySpec:
    return entry("swarm", f"{by}_{target}", by=by, target=target, rate=rate)


def test_that_nobody_feels_otherwise_where_nobody_is_hostile():
    model = lived(entry("publish", by="left_trolls", claim="catch", posts=5))
    assert model.outcomes()["affective_distance"] == START
    assert (model.world.accounts.affective_distance == np.float32(START)).all()


def test_that_hostile_posts_across_the_camps_drive_them_apart_and_more_of_them_farther():
    few, many = distance(hate(10.0)), distance(hate(100.0))
    assert START < few < many < START + 10.0


def test_that_a_quarrel_within_one_camp_is_none_between_the_two():
    assert distance(hate(by="right_trolls", target="friend")) == START
    assert distance(hate(by="right_trolls", target="foe")) > START


def test_that_feelings_move_nothing_else(monkeypatch):
    told = lived(hate()).outcomes()
    monkeypatch.setattr("sim.day.resent.FELT", 50.0 * resent.FELT)
    stirred = lived(hate()).outcomes()
    assert stirred["affective_distance"] > told["affective_distance"]
    others = [name for name in told if not name.startswith("affective_distance")]
    assert [stirred[name] for name in others] == pytest.approx([told[name] for name in others], abs=0.0, nan_ok=True)


@pytest.mark.parametrize("answer", [
    entry("empathy", coverage=1.0, effect=1.0, deletion=1.0),
    entry("bridge", share=1.0, links=1, backlash=0.0, warming=5.0),
])  # fmt: skip
def test_that_what_hinders_hatred_or_brings_people_together_keeps_the_camps_nearer(answer):
    agitators = ActorSpec("agitators", kind="influencer", count=6, followers=0.3, opinion=-0.8)  # who may think better
    actors, hatred = (*STORY.actors, agitators), hate(by="agitators")
    assert distance(hatred, answer, actors=actors) < distance(hatred, actors=actors)


def test_that_a_meeting_warms_those_who_were_there_and_fades():
    meeting = entry("bridge", at=0.0, share=0.5, links=1, backlash=0.0, warming=10.0)
    model = lived(meeting)
    felt = model.world.accounts.affective_distance[model.world.accounts.people()]
    nearer = felt < START
    assert 0.4 < nearer.mean() < 0.6
    assert felt[nearer] == pytest.approx(START - 10.0 * 2.0 ** (-2.0 / 30.0), abs=0.05)


def test_that_a_part_of_the_public_is_told_apart():
    outcomes = lived(hate(100.0)).outcomes()
    assert outcomes["affective_distance@coast"] > START
    assert outcomes["affective_distance@coast"] != outcomes["affective_distance"]
