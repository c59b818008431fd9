"""A small public on a microblog and in a closed chat, for tests of what happens between platforms."""

from __future__ import annotations

from functools import cache
from typing import Any

from sim.ground.rules import use_threads
from sim.model import Model
from sim.scenario import ActorSpec, ClaimSpec, Country, EntrySpec, LayerSpec, Response, Scenario, Segment
from sim.scenario.platforms import read_platform
from sim.settings import Population, Settings, TimeSettings
from sim.state.platform import Platform
from sim.state.world import World

ACTORS = (
    ActorSpec("herald", kind="influencer", followers=0.3, activity=0.0),
    ActorSpec("bots", kind="bot", count=10, followers=0.02, operation="operation", activity=0.0),
    ActorSpec("embassy", kind="state_account", source="own_state", followers=0.3, activity=0.0),
)
CLAIMS = (ClaimSpec("papers", appeal=2.0, plausibility=-1.0), ClaimSpec("fault", true=True, appeal=2.0))
COUNTRIES = (Country("velmora", language="fr", share=0.6), Country("ostrania", share=0.4))


def platform(preset: str) -> Platform:
    """A preset of `conf/platform`."""
    found: Platform = read_platform(preset, "platform", [])[0]
    return found


def chat(**told: Any) -> LayerSpec:
    """A closed chat on which half of the public spends a third of its sessions, and out of which nothing leaks."""
    usual = {"platform": platform("closed_chat"), "share": 0.5, "sessions": 0.33, "cross_post": 0.0, "closed": True}
    return LayerSpec("chat", **{**usual, **told})


def prepared(story: tuple[EntrySpec, ...], layers: tuple[LayerSpec, ...] = (), *, hours: float = 24.0,
             plan: tuple[EntrySpec, ...] = (), seed: int = 1, **unusual: Any) -> Model:  # fmt: skip
    """That world before its first tick."""
    scenario = Scenario(
        "layers", countries=COUNTRIES, claims=CLAIMS, actors=ACTORS, timeline=story, layers=layers, horizon_hours=hours,
        segments=(Segment("coast", share=0.3, country="ostrania"),), burn_in_hours=3.0, accounts=600,
        responses=(Response("plan", entries=plan),),
    )  # fmt: skip
    settings = Settings(
        scenario=scenario, response="plan", seed=seed, population=Population(influencers=0.01, sessions=20.0),
        platform=Platform(**{"share_rate": 0.03, "claim_talk": 0.0, "reply_rate": 0.0, "report_rate": 0.0} | unusual),
        time=TimeSettings(minutes=60.0, measure_hours=6.0),
    )  # fmt: skip
    use_threads(1)
    return Model(settings)


@cache
def lived(*told: Any, **more: Any) -> World:
    """That world at its end; the same life is lived once only."""
    model = prepared(*told, **more)
    model.run_until_end()
    return model.world


def heard(world: World, claim: int = 0) -> Any:
    """Mask of the accounts that saw a claim supported."""
    return world.accounts.heard[:, claim] > 0
