"""The stand: one small busy world in which every lever bites, the changes made to it, and what comes of it."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sim.model import Model
from sim.settings import Settings
from sim.state.snapshot import digest
from sim.state.tallies import Tallies

CLAIM, TRUTH = "rumour", "finding"  # the false claim that everything is about, and a true one beside it
HOURS, ACCOUNTS = 48.0, 400
Changes = tuple[tuple[str, Any], ...]  # dotted places in the settings and what to put there
NO_NUMBERS = ("tick", "hour")  # of a row of the series

STAND: dict[str, Any] = {  # everything assumed: high rates, so that two days of a few hundred people show an effect
    "population": {"accounts": ACCOUNTS, "influencers": 0.02, "media": 0.02, "fact_checkers": 0.01, "bots": 0.05,
                   "activity_median": 1.0, "activity_spread": 1.0, "sessions": 16.0},
    "platform": {"share_rate": 0.04, "reply_rate": 0.1, "claim_talk": 0.3, "report_rate": 0.02, "flag_share": 0.3,
                 "decision_delay": 3.0, "decision_spread": 0.5, "reviews_per_hour": 2.0, "rewire_hours": 6.0,
                 "unfollow_rate": 0.05, "discord_unfollow": 0.05, "follow_rate": 0.3, "wrong_action": 0.1},
    "time": {"minutes": 120.0, "burn_in_days": 0.25, "measure_hours": 4.0},
    "scenario": {
        "name": "stand", "horizon_hours": HOURS,
        "countries": {"velmora": {"language": "fr", "share": 0.6}, "ostrania": {"utc_offset": 3.0, "share": 0.4}},
        "segments": {"diaspora": {"share": 0.3}},
        "claims": {
            CLAIM: {"lean": 0.4, "appeal": 1.0, "moral_words": 1.0, "outgroup": 0.5, "spread_factor": 1.5,
                    "technique": "forgery", "plausibility": -0.5, "verified_hour": 6.0, "side": "rival",
                    "extremist": True, "image": "velmora", "tone": -0.8},
            TRUTH: {"true": True, "side": "own", "lean": -0.3, "plausibility": 0.3, "image": "velmora", "tone": 0.6},
        },
        "actors": {
            "herald": {"kind": "influencer", "count": 4, "followers": 0.15, "follows": 20, "opinion": 0.2,
                       "activity": 3.0},
            "bots": {"kind": "bot", "count": 12, "followers": 0.04, "operation": "operation"},
            "trolls": {"kind": "troll", "count": 6, "followers": 0.03, "operation": "operation"},
            "embassy": {"kind": "state_account", "source": "own_state", "followers": 0.3},
            "checkers": {"kind": "fact_checker", "count": 2, "source": "fact_checkers", "followers": 0.2},
        },
        "acts": {"march": {"base": 0.3, "moved_by": {CLAIM: 3.0}, "peers": 1.0, "segment": "diaspora"},
                 "stay": {"pace": 0.0}},
        "images": {"velmora": {}, "ostrania": {}},
        "timeline": {
            "opening": {"do": "publish", "at": 0.0, "hours": 36.0, "claim": CLAIM, "by": "herald",
                        "params": {"rate": 2.0}},
            "flooding": {"do": "flood", "at": 1.0, "hours": 36.0, "claim": CLAIM, "by": "bots"},
            "swarming": {"do": "swarm", "at": 2.0, "hours": 36.0, "claim": CLAIM, "by": "trolls"},
            "telling": {"do": "publish", "at": 4.0, "claim": TRUTH, "by": "embassy"},
            "answering": {"do": "statement", "claim": CLAIM, "by": "embassy", "hours": 36.0, "params": {"times": 3},
                          "when": {"measure": f"reach.{CLAIM}", "above": 120.0, "delay": 2.0}},
            "checking": {"do": "debunk", "at": 5.0, "hours": 30.0, "claim": CLAIM, "by": "checkers"},
            "labelling": {"do": "label", "at": 4.0, "hours": 36.0, "claim": CLAIM, "params": {"delay": 2.0}},
        },
    },
}  # fmt: skip


@dataclass(frozen=True)
class Played:
    """What came of one life of the stand: outcomes by name, and a hash of the whole state."""

    outcomes: dict[str, float]
    state: str


def changed(accounts: int, changes: Changes) -> dict[str, Any]:
    """The stand's settings with so many accounts and some places changed; None takes a place away."""
    data = copy.deepcopy(STAND)
    data["population"]["accounts"] = data["scenario"]["people"] = accounts
    for place, value in copy.deepcopy(changes):
        *path, last = place.split(".")
        inner = data
        for part in path:
            inner = inner.setdefault(part, {})
        if value is None:
            inner.pop(last, None)
        elif isinstance(value, dict) and isinstance(inner.get(last), dict):
            inner[last] = inner[last] | value
        else:
            inner[last] = value
    return data


def at(place: str) -> Any:
    """What the stand says at a dotted place; None where the form's default holds."""
    inner: Any = STAND
    for part in place.split("."):
        inner = inner.get(part) if isinstance(inner, dict) else None
    return inner


def play(accounts: int, changes: Changes, seed: int) -> Played:
    """Live the stand once; the same question is not asked twice in one process."""
    return _play(json.dumps(changed(accounts, changes) | {"seed": seed}))


@lru_cache(maxsize=4096)
def _play(text: str) -> Played:
    model = Model(Settings.from_mapping(json.loads(text)))
    world = model.world
    while not model.finished:
        model.step()
    found = {name: value for name, value in model.outcomes().items() if name not in NO_NUMBERS}
    found |= {name: float(world.tallies.total(name)) for name in Tallies.TOTALS}
    found["alerts"] = float(sum(row[2] == "alert" for row in world.journal.rows))
    found["follows_in_all"] = float(world.network.arcs)
    return Played(found, digest(world))
