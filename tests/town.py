"""A small town with a rumour, lived for some hours and told in figures: `python town.py ACCOUNTS HOURS`."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import sys
from typing import Any

import numpy as np

from sim.model import Model
from sim.scenario import (
    ActorSpec,
    ClaimSpec,
    Country,
    DeedSpec,
    DetectorSpec,
    EntrySpec,
    ImageSpec,
    Response,
    Scenario,
    Segment,
)
from sim.settings import Choice, GraphSettings, Population, Settings, TimeSettings
from sim.state.platform import Platform
from sim.state.snapshot import digest, take
from sim.state.world import World

ACTORS = (
    ActorSpec("karsk", kind="state_account", source="rival_state", followers=0.3, activity=3.0),
    ActorSpec("bots", kind="bot", count=12, followers=0.03, operation="operation", activity=1.0),
    ActorSpec("trolls", kind="troll", count=5, followers=0.02, operation="operation"),
    ActorSpec("embassy", kind="state_account", source="own_state", followers=0.4, activity=6.0),
    ActorSpec("truthline", kind="fact_checker", source="fact_checkers", followers=0.3),
)
CLAIMS = (
    ClaimSpec("papers", lean=0.6, appeal=2.0, moral_words=1.0, spread_factor=1.7, technique="recycled",
              plausibility=-0.5, extremist=True, image="velmora", tone=-0.5),
    ClaimSpec("fault", true=True, verified_hour=2.0, side="own", lean=-0.3, plausibility=0.5),
)  # fmt: skip
TIMELINE = (
    EntrySpec("opening", do="publish", at=0.0, claim="papers", by="karsk"),
    EntrySpec("flooding", do="flood", at=0.25, hours=48.0, claim="papers", by="bots"),
    EntrySpec("swarming", do="swarm", at=0.5, hours=48.0, claim="papers", by="trolls"),
    EntrySpec("shaking", do="breaking_news", at=1.0, hours=6.0, claim="fault"),
)
ANSWERS = (
    EntrySpec("answer", do="statement", at=1.0, claim="fault", by="embassy"),
    EntrySpec("checking", do="debunk", at=1.5, claim="papers", by="truthline"),
    EntrySpec("labelling", do="label", at=0.0, hours=48.0, claim="papers"),
    EntrySpec("teaching", do="prebunk", at=-2.0, hours=24.0, claim="papers"),
)
TOWN = Scenario(
    "town", countries=(Country("velmora", language="fr", share=0.6), Country("ostrania", utc_offset=3.0, share=0.4)),
    segments=(Segment("diaspora", share=0.2),),
    acts=(DeedSpec("march", base=0.2, moved_by={"papers": 2.0}, peers=1.0),), images=(ImageSpec("velmora"),),
    claims=CLAIMS, actors=ACTORS, timeline=TIMELINE,
    responses=(Response("answer", entries=ANSWERS),), detectors=(DetectorSpec("z_score"),), burn_in_hours=3.0,
)  # fmt: skip
BUSY = Platform(share_rate=0.05, reply_rate=0.2, claim_talk=0.4, report_rate=0.02, decision_delay=1.0,
                decision_spread=0.5, flag_share=0.3, rewire_hours=6.0, unfollow_rate=0.05, follow_rate=0.3)  # fmt: skip


def town(accounts: int, *, seed: int = 1, rules: tuple[str, ...] = ("log_odds", "engagement"),
         scenario: Scenario = TOWN, response: str = "answer", minutes: float = 15.0) -> Settings:  # fmt: skip
    """A question about a town whose every mechanism is busy; `rules` are those of belief, feed and session."""
    belief, feed, *session = rules
    return Settings(
        scenario=scenario, response=response, seed=seed, belief=Choice(belief),
        platform=dataclasses.replace(BUSY, feed=feed, session=session[0] if session else "reading"),
        graph=GraphSettings("barabasi_albert"),
        population=Population(accounts=accounts, influencers=0.02, fact_checkers=0.01, bots=0.03, sessions=20.0,
                              activity_median=1.0, activity_spread=1.0, influence=0.05),
        time=TimeSettings(minutes=minutes),
    )  # fmt: skip


def told(model: Model) -> dict[str, Any]:
    """What came of a run, in figures that two runs can be compared by."""
    world = model.world
    return {
        "digest": digest(world),
        "totals": {name: world.tallies.total(name) for name in world.tallies.TOTALS},
        "exposures": world.tallies.exposures.ravel().tolist(),
        "heard": world.accounts.heard.ravel().tolist(),
        "ledger": world.ledger.as_dict(),
        "decisions": world.cases.column("decision").tolist(),
        "follows": world.network.digest(),
        "belief": [float(x) for x in world.accounts.belief.ravel()],
        "measured": world.measured[-1],
    }


def live_on(model: Model, hours: float) -> Model:
    """Step until some hours after the burn-in."""
    while model.world.clock.hour < hours:
        model.step()
    return model


def live(accounts: int, hours: float, rules: tuple[str, ...] = ("log_odds", "engagement")) -> Model:
    """The town some hours after its burn-in."""
    return live_on(Model(town(accounts, rules=rules)), hours)


def columns(world: World) -> dict[str, str]:
    """What each array of the world holds, as a short word; the plan and the journal are no arrays."""
    words = take(world)[0] | {f"posts/{name}": world.posts.column(name) for name in world.posts}
    return {name: hashlib.blake2b(np.ascontiguousarray(array).tobytes()).hexdigest() for name, array in words.items()}


if __name__ == "__main__":
    print(json.dumps(told(live(int(sys.argv[1]), float(sys.argv[2])))))
