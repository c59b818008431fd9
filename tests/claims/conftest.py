"""A small world with a rumour, lived with and without a measure on the same luck, for the tests of ideas."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest

from sim import catalogue
from sim.ground.rules import use_threads
from sim.model import Model
from sim.scenario import (
    ActorSpec,
    ClaimSpec,
    Country,
    DetectorSpec,
    EntrySpec,
    OperationSpec,
    OwnSideSpec,
    Response,
    Scenario,
    Segment,
)
from sim.settings import Population, Settings, TimeSettings
from sim.state.platform import Platform
from sim.state.snapshot import take
from sim.state.world import World

ACTORS = (
    ActorSpec("karsk", kind="state_account", source="rival_state", followers=0.05, activity=1.0),
    ActorSpec("bots", kind="bot", count=40, followers=0.005, operation="operation", activity=0.0),
    ActorSpec("trolls", kind="troll", count=20, followers=0.005, operation="operation", activity=0.0),
    ActorSpec("embassy", kind="state_account", source="own_state", followers=0.2, activity=4.0),
    ActorSpec("truthline", kind="fact_checker", source="fact_checkers", followers=0.1, activity=1.0),
    ActorSpec("courier", kind="media_outlet", source="press", followers=0.25, activity=4.0),
)
CLAIM = ClaimSpec("papers", appeal=2.0, plausibility=-1.0, spread_factor=1.7, technique="recycled", pitch=0.6)


def entry(do: str, at: float | None = 0.0, hours: float = 0.0, **told: Any) -> EntrySpec:
    """One entry of the timeline; what is no field of an entry is a param of the idea."""
    fields = {field.name for field in dataclasses.fields(EntrySpec)}
    params = catalogue.idea(catalogue.shelf_of(do), do).Params(
        **{name: value for name, value in told.items() if name not in fields}
    )
    kept = {"claim": CLAIM.name} | {name: value for name, value in told.items() if name in fields}
    return EntrySpec(kept.pop("name", do), do=do, at=at, hours=hours, params=params, **kept)


QUIET = {"share_rate": 0.01, "reply_rate": 0.0, "claim_talk": 0.0, "report_rate": 0.0}
PLATFORM = {field.name for field in dataclasses.fields(Platform)}
DETECTORS = tuple(
    DetectorSpec(name, catalogue.idea("detectors", name).Params()) for name in catalogue.names("detectors")
)
RUMOUR = (
    entry("publish", name="opening", by="karsk", posts=3),
    entry("flood", hours=24.0, by="bots", rate=12.0),
)


def prepared(
    story: tuple[EntrySpec, ...],
    plan: tuple[EntrySpec, ...] = (),
    seed: int = 1,
    claim: ClaimSpec = CLAIM,
    hours: float = 24.0,
    **unusual: Any,
) -> Model:
    """A world with these entries before its first tick; ordinary people reshare, but write nothing on the claim."""
    scenario = Scenario(
        "rumour", countries=(Country("velmora", language="fr"),), claims=(claim,), actors=ACTORS, timeline=story,
        segments=(Segment("chosen", share=0.0),) if unusual.get("chosen") else (),
        responses=(Response("plan", entries=plan),), horizon_hours=hours, burn_in_hours=3.0,
        accounts=unusual.get("accounts", 1500), people=unusual.get("people", 0),
        detectors=DETECTORS if unusual.get("watched", True) else (),
        operations=(OperationSpec("operation", budget=unusual.get("budget", 0.0)),),
        own_side=OwnSideSpec(unusual.get("money", 0.0), unusual.get("staff", 0.0), unusual.get("decision_hours", 0.0)),
    )  # fmt: skip
    settings = Settings(
        scenario=scenario, response="plan", seed=seed, population=Population(
            influencers=0.01, media=unusual.get("media", Population.media),
            trust_peers=unusual.get("trust_peers", Population.trust_peers)),
        platform=Platform(**(QUIET | {name: value for name, value in unusual.items() if name in PLATFORM})),
        time=TimeSettings(minutes=unusual.get("minutes", 15.0), measure_hours=3.0),
    )  # fmt: skip
    use_threads(1)  # worlds so small lose more by waking threads than they win
    return Model(settings)


@cache
def lived(*told: Any, **more: Any) -> World:
    """Such a world at the end of its life."""
    model = prepared(*told, **more)
    model.run_until_end()
    return model.world


@pytest.fixture(scope="session")
def does() -> Callable[..., EntrySpec]:
    """`does("label", at=2, coverage=0.5)` is an entry of the timeline."""
    return entry


@pytest.fixture(scope="session")
def claim() -> ClaimSpec:
    """The claim of that world: false, and shown to be so from the start."""
    return CLAIM


@pytest.fixture(scope="session")
def rumour() -> tuple[EntrySpec, ...]:
    """A rumour that a state account opens and bots flood for a day."""
    return RUMOUR


@pytest.fixture(scope="session")
def prepare() -> Callable[..., Model]:
    """`prepare(story, plan, seed=1)` is such a world before its first tick."""
    return prepared


@pytest.fixture(scope="session")
def live() -> Callable[..., World]:
    """`live(story, plan, seed=1)` lives a life to its end; the same life is lived once only."""
    return lived


@pytest.fixture(scope="session")
def bits() -> Callable[[World], str]:
    """All that is in a world, as one short word; the journal and the plan may differ."""

    def of(world: World) -> str:
        stamp = hashlib.blake2b(repr(world.ledger).encode())
        for name, array in sorted(take(world)[0].items()):
            stamp.update(name.encode() + np.ascontiguousarray(array).tobytes())
        return stamp.hexdigest()

    return of
