"""Surveys: in the middle of a run everybody is shown the same posts, and says what they believe and would pass on."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from sim import Model, Settings

PEOPLE = 2000
FALSE = tuple(f"false_{k}" for k in range(20))
TRUE = tuple(f"true_{k}" for k in range(6))
PLAIN = {"technique": "trick"}  # all else as is usual for a claim: one person in eight believes it beforehand
CREDIBLE = {"true": True, "plausibility": 0.5}  # assumed: three in five believe a true headline
SURE = {"coverage": 1.0, "recall": 1.0, "false_alarm": 0.0, "delay": 0.0}
RESHARE, SUPPORT, DENY = 1, 1, -1
LOGISTIC = math.pi / math.sqrt(3.0)  # log-odds in one Cohen's d (evidence, scales)
ACTORS: dict[str, Any] = {  # nobody follows them, so that their posts are seen in the survey alone
    "voice": {"kind": "citizen", "activity": 0.0},
    "checker": {"kind": "fact_checker", "source": "fact_checkers", "activity": 0.0},
    "accused": {"kind": "state_account", "source": "own_state", "activity": 0.0},
}
Answers = dict[str, float]


def survey_effects(seed: int) -> Answers:
    """What labels, prompts, checks, tips and fakes do to those who are asked (V36, V38, V39)."""
    return {**labels(seed), **prompts(seed), **checks(seed), **tips(seed), **fakes(seed), **denials(seed)}


def labels(seed: int) -> Answers:
    """V36: belief and sharing of who notices a label, and of all to whom it is shown, against no label."""
    found = {}
    for kind in ("warning", "note"):
        told = {"labels": {"do": "label", "at": -1.0, "hours": 99.0, "params": SURE | {"kind": kind}}}
        plain, labelled = headlines(seed), headlines(seed, told)
        before, after = (shown_all(model, FALSE) for model in (plain, labelled))
        noticed = labelled.world.accounts.warned[:, claims_of(labelled, FALSE)] == 1
        everybody = np.broadcast_to(labelled.world.accounts.people()[:, None], noticed.shape)
        for who, rows in (("noticed", noticed), ("shown", everybody)):
            for what, number in (("belief", 0), ("sharing", 1)):
                change = after[number][rows].sum() / before[number][rows].sum() - 1.0
                found[f"{kind}, {what}, {who}"] = 100.0 * float(change)
    return found


def prompts(seed: int) -> Answers:
    """V36: false posts that people would pass on with and without a prompt for accuracy."""
    told = {"prompt": {"do": "accuracy_prompt", "at": -1.0, "hours": 99.0}}
    plain, prompted = (shown_all(model, FALSE)[1].sum() for model in (headlines(seed), headlines(seed, told)))
    return {"prompt, sharing": 100.0 * float(prompted / plain - 1.0)}


def checks(seed: int) -> Answers:
    """V36: Cohen's d of a fact-check seen after the claim, from yes-or-no answers."""
    told = {f"check_{name}": {"do": "debunk", "at": 0.0, "claim": name, "by": "checker", "params": {"posts": 1}}
            for name in FALSE}  # fmt: skip
    model = headlines(seed, told)
    claims, people = claims_of(model, FALSE), model.world.accounts.people()
    misled = shown_all(model, FALSE)[0][people].mean()
    for claim in claims:
        show(model, claim, DENY)
    checked = probability(model.world.accounts.belief[:, claims])[people].mean()
    return {"fact-check, d": float((log_odds(misled) - log_odds(checked)) / LOGISTIC)}


def tips(seed: int) -> Answers:
    """V36: how much better people tell true from false after lessons, in belief and in what they would pass on."""
    told = {"lessons": {"do": "literacy", "at": -1.0, "params": {"coverage": 1.0}}}
    sights = []
    for model in (headlines(seed), headlines(seed, told)):
        people = model.world.accounts.people()
        false, true = shown_all(model, FALSE), shown_all(model, TRUE)
        sights.append([float(true[n][people].mean() - false[n][people].mean()) for n in (0, 1)])
    gains = [100.0 * (taught / plain - 1.0) for plain, taught in zip(*sights, strict=True)]
    return {"tips, discernment of belief": gains[0], "tips, discernment of sharing": gains[1]}


def fakes(seed: int) -> Answers:
    """V38: belief in a claim shown as a made video over belief in it as a text, and who would tell the fake."""
    claims = {"text": PLAIN, "video": PLAIN | {"form": "deepfake"}}
    film = {"do": "deepfake", "at": 0.0, "claim": "video", "by": "voice", "params": {"posts": 1}}
    timeline = {"words": say("text"), "film": film}
    model = begun(seed, claims, timeline)
    people, accounts = model.world.accounts.people(), model.world.accounts
    prior = np.array(accounts.belief[people], np.float64)
    for claim in (0, 1):
        show(model, claim)
    after = np.array(accounts.belief[people], np.float64)
    seen_through = float((after[:, 1] <= prior[:, 1]).mean())
    told = probability(after).mean(axis=0)
    return {
        "video over text, belief": float(told[1] / told[0]),
        "fakes told right": seen_through + (1.0 - seen_through) / 2.0,
    }  # the others guess


def denials(seed: int) -> Answers:
    """V39: support that calling a true report a fake wins back, for a text and for a video, in points."""
    claims = {form: {"true": True, "form": form, "plausibility": 0.0} for form in ("text", "image")}
    timeline = {form: say(form) for form in claims}
    timeline |= {f"no_{form}": {"do": "cry_fake", "at": 0.0, "claim": form, "by": "accused"} for form in claims}
    model = begun(seed, claims, timeline)
    people, gains = model.world.accounts.people(), []
    for claim in (0, 1):
        show(model, claim)
        before = probability(model.world.accounts.belief[people, claim]).mean()
        show(model, claim, DENY)
        gains.append(100.0 * float(before - probability(model.world.accounts.belief[people, claim]).mean()))
    return {"denial of a text, points": gains[0], "denial of a video, of that of a text": gains[1] / gains[0]}


def fading(seed: int) -> Answers:
    """V37: what is left of a prebunk's effect after days, and what a second lesson brings back."""
    hours = {"day_0": 0.0, "day_30": 720.0, "again": 732.0, "day_60": 1440.0, "day_90": 2160.0}
    claims = dict.fromkeys(hours, PLAIN)
    timeline = {name: say(name, hour) for name, hour in hours.items()}
    lesson = {"do": "prebunk", "at": 0.0, "claim": "day_0", "params": {"coverage": 1.0}}
    plans = {"none": {}, "once": {"first": lesson}, "twice": {"first": lesson, "second": lesson | {"at": 726.0}}}
    moved = {name: _moved(seed, claims, timeline | plan) for name, plan in plans.items()}
    effect = {name: {claim: 1.0 - told[claim] / moved["none"][claim] for claim in claims}
              for name, told in moved.items()}  # fmt: skip
    start = effect["once"]["day_0"]
    found = {f"prebunk after {day} days, %": 100.0 * effect["once"][f"day_{day}"] / start for day in (30, 60, 90)}
    return found | {"prebunk again after 30 days, %": 100.0 * effect["twice"]["again"] / start}


def _moved(seed: int, claims: dict[str, Any], timeline: dict[str, Any]) -> Answers:
    """How far seeing each claim moves minds, once its hour has come."""
    model = begun(seed, claims, timeline, people=400, minutes=360.0, until=6.0)
    moved = {}
    for number, name in enumerate(claims):
        while model.world.clock.hour <= timeline[name]["at"]:
            model.step()
        before = np.array(model.world.accounts.belief[:, number], np.float64)
        show(model, number)
        moved[name] = float((model.world.accounts.belief[:, number] - before)[model.world.accounts.people()].mean())
    return moved


def headlines(seed: int, more: dict[str, Any] | None = None) -> Model:
    """A run in which false and true headlines, worded alike, have just been posted."""
    claims = dict.fromkeys(FALSE, PLAIN) | dict.fromkeys(TRUE, CREDIBLE)
    return begun(seed, claims, {name: say(name) for name in claims} | (more or {}))


def say(claim: str, at: float = 0.0) -> dict[str, Any]:
    """An entry in which somebody posts a claim."""
    return {"do": "publish", "at": at, "claim": claim, "by": "voice", "params": {"posts": 1}}


def begun(seed: int, claims: dict[str, Any], timeline: dict[str, Any], *, people: int = PEOPLE, minutes: float = 30.0,
          until: float = 1.0) -> Model:  # fmt: skip
    """A run up to an hour; people say sooner in a survey that they would pass something on than they do so."""
    model = Model(Settings.from_mapping({
        "population": {"accounts": people}, "time": {"minutes": minutes}, "seed": seed, "metrics": "none",
        "platform": {"share_rate": 0.1, "claim_talk": 0.0},
        "scenario": {"name": "survey", "horizon_hours": 2400.0, "burn_in_hours": 6.0, "claims": claims,
                     "actors": ACTORS, "timeline": timeline},
    }))  # fmt: skip
    while model.world.clock.hour < until:
        model.step()
    return model


def shown_all(model: Model, names: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """(account, claim): how far each is believed once all were shown, and whether it would be passed on."""
    claims = claims_of(model, names)
    passed = np.stack([show(model, claim) for claim in claims], axis=1)
    return probability(model.world.accounts.belief[:, claims]), passed


def show(model: Model, claim: int, stance: int = SUPPORT) -> np.ndarray:
    """Let everybody read the newest post of a stance on a claim; says who would pass it on, and lets nobody do so."""
    world = model.world
    told = world.originals
    mine = (told.column("claim") == claim) & (told.column("stance") == stance)
    post, readers = int(told.column("post")[mine][-1]), np.flatnonzero(world.accounts.people())
    seen, drafts = world.exposures, world.drafts.n
    seen.clear()
    seen.reserve(len(readers))
    seen.n = len(readers)
    for name, value in (("reader", readers), ("post", post), ("root", world.posts.rows(post)), ("position", 0)):
        seen.column(name)[:] = value
    for phase in model.day:
        if phase.__name__ in ("believe", "share"):
            phase(world)
    wanted = world.drafts.column("author")[drafts:][world.drafts.column("act")[drafts:] == RESHARE]
    world.drafts.n = drafts
    seen.clear()
    return np.isin(np.arange(world.n), wanted)


def claims_of(model: Model, names: tuple[str, ...]) -> list[int]:
    """Rows of claims by name."""
    return [model.world.names.claims.index(name) for name in names]


def probability(log_odds: Any) -> np.ndarray:
    """Belief on 0 to 1."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.asarray(log_odds, np.float64))))


def log_odds(share: Any) -> float:
    """Log-odds of a share."""
    return float(math.log(share / (1.0 - share)))
