"""Feeds: what delay leaves of a label, what a note does after it, whom corrections reach, what a campaign does."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim import Model, Settings

DELAYS = (0.5, 2.0, 6.0, 15.0, 24.0, 48.0, 72.0)  # V24
HORIZON = 96.0
NOTED, EARLY = 15.0, 2.0  # hours until a note is shown (A81); and so early that much is still to come
FEED = 47.0  # after 48 hours feeds let a post go
ASKED, SURVEYS = 1500, 200  # V35: people in a survey; how often it is drawn for each run
SIGNIFICANT = 1.96
STORY: dict[str, Any] = {
    "name": "micro",
    "horizon_hours": HORIZON,
    "burn_in_hours": 24.0,
    "claims": {"rumour": {"appeal": 1.5, "spread_factor": 1.7, "plausibility": -0.5}},
    "actors": {
        "herald": {"kind": "influencer", "count": 3, "followers": 0.1},
        "checker": {"kind": "fact_checker", "source": "fact_checkers", "followers": 0.05},
        "bots": {"kind": "bot", "count": 10, "followers": 0.01, "operation": "operation"},
    },
}
# Ten posts each at once, then people alone: how long it lives is theirs to say.
BURST = {"opening": {"do": "publish", "at": 0.0, "claim": "rumour", "by": "herald", "params": {"posts": 10}}}
CHECK = {"check": {"do": "debunk", "at": 6.0, "claim": "rumour", "by": "checker", "params": {"posts": 1}}}
# IRA-size: at most one exposure in a hundred (V35).
CAMPAIGN = {"flooding": {"do": "flood", "at": 0.0, "hours": HORIZON, "claim": "rumour", "by": "bots",
                         "params": {"rate": 0.5}}}  # fmt: skip
PERFECT = {"coverage": 1.0, "recall": 1.0, "false_alarm": 0.0}  # so that delay alone takes anything away
Values = dict[str, float]


def label(kind: str, delay: float) -> dict[str, Any]:
    """An answer that puts labels on all posts on the claim, so many hours after they were posted."""
    params = PERFECT | {"kind": kind, "delay": delay}
    return {"answer": {"do": "label", "at": 0.0, "hours": HORIZON, "claim": "rumour", "params": params}}


def delays(seed: int) -> Values:
    """V24: reposts and belief that a label prevents, by delay and kind, with or without later posts of people's own."""
    found = {}
    for talk in (0.0, 0.05):
        where = "own posts too" if talk else "one set of posts"
        nothing = outcomes(BURST, seed, talk=talk)
        for kind in ("warning", "note"):
            for delay in (0.0, *DELAYS):
                told = outcomes(BURST | label(kind, delay), seed, talk=talk)
                for what in ("reposts", "belief"):
                    found[f"{where}, {kind}, {what}, {delay:g} h"] = nothing[what] - told[what]
    return found


def note(seed: int) -> Values:
    """V25: reposts, likes and views of the posts after an early note, and in all with a usual one, against none."""
    found = {}
    for when, hour in (("after", EARLY), ("in all", NOTED)):
        plain, noted = (_counted(BURST | more, seed, hour) for more in ({}, label("note", hour)))
        for what, (before, in_all) in plain.items():
            counted = (
                (in_all - before, noted[what][1] - noted[what][0]) if when == "after" else (in_all, noted[what][1])
            )
            found |= {f"{what}, {when}": counted[1] - counted[0], f"{what}, plain {when}": counted[0]}
            found[f"{what}, still to come"] = 100.0 * (in_all - before) / in_all  # at the usual note
    return found


def _counted(timeline: dict[str, Any], seed: int, noted: float) -> dict[str, tuple[float, float]]:
    """Counters of the posts on the claim when the note comes, and before feeds let them go."""
    model, taken = begun(timeline, seed, talk=0.0), []
    for hour in (noted, FEED):
        while model.world.clock.hour < hour:
            model.step()
        posts = model.world.posts
        rows = posts.rows(model.world.originals.column("post"))
        taken.append({name: float(getattr(posts, name)[rows].sum()) for name in ("reshares", "likes", "views")})
    return {name: (taken[0][name], taken[1][name]) for name in taken[0]}


def corrections(seed: int) -> Values:
    """V26: people whom a fact-check reaches, for each whom the rumour reaches."""
    model = begun(BURST | CHECK, seed)
    model.run_until_end()
    accounts = model.world.accounts
    heard, denied = (getattr(accounts, name)[accounts.people(), 0] > 0 for name in ("heard", "denied"))
    return {"correction over rumour": denied.sum() / heard.sum(), "of the rumour's audience": denied[heard].mean()}


def campaign(seed: int) -> Values:
    """V35: what a small campaign does to mean belief, and how often a survey before and after would find that out."""
    busy, quiet = begun(CAMPAIGN, seed), outcomes({}, seed)
    while busy.world.clock.hour < 0.0:
        busy.step()
    before = _believed(busy)
    busy.run_until_end()
    told = busy.outcomes()
    return {"share of exposures": told["total_exposure.rumour"] / max(1, int(busy.world.tallies.seen().sum())),
            "change of mean belief": told["probability_shift.rumour"] - quiet["belief"],
            "surveys that see it": _detected(before, _believed(busy), seed)}  # fmt: skip


def _believed(model: Model) -> np.ndarray:
    accounts = model.world.accounts
    return np.asarray(1.0 / (1.0 + np.exp(-accounts.belief[accounts.people(), 0].astype(np.float64))))


def _detected(before: np.ndarray, after: np.ndarray, seed: int) -> float:
    """Share of surveys (the same people asked twice, yes or no) whose answers differ at the level of 5 %."""
    luck, hits = np.random.default_rng(seed), 0
    for _ in range(SURVEYS):
        asked = luck.choice(len(before), ASKED, replace=False)
        first, second = (luck.random(ASKED) < believed[asked] for believed in (before, after))
        gained, lost = (second & ~first).sum(), (first & ~second).sum()
        hits += abs(gained - lost) > SIGNIFICANT * (gained + lost) ** 0.5  # McNemar
    return hits / SURVEYS


def outcomes(timeline: dict[str, Any], seed: int, talk: float = 0.05) -> Values:
    """Reposts of the claim and mean change of belief (as a probability) at the end of a life."""
    model = begun(timeline, seed, talk)
    model.run_until_end()
    reposts = int((model.world.reshares.column("claim") == 0).sum())
    return {"belief": model.outcomes()["probability_shift.rumour"], "reposts": reposts}


def begun(timeline: dict[str, Any], seed: int, talk: float = 0.05) -> Model:
    """A life of 2,000 people before its first tick; `talk` is how readily they post on the claim themselves."""
    return Model(Settings.from_mapping({
        "population": {"accounts": 2000}, "time": {"minutes": 30.0}, "seed": seed, "platform": {"claim_talk": talk},
        "metrics": ["probability_shift", "total_exposure", "cascade_size"], "scenario": STORY | {"timeline": timeline},
    }))  # fmt: skip
