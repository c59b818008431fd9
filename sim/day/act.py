"""Act: each turn is one act: a new message, or the passing on of one that stands on the screen."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from sim.day.turns import in_random_order
from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I16, I32, I64
from sim.state.codes import Act, Stance
from sim.state.questions import asked, learned
from sim.state.screens import Screen
from sim.state.world import World

ASKED = -1  # in place of a post: a question kept this turn from passing on anything


class Choice(NamedTuple):
    """The draws of this tick's choices between writing and passing on, and how often people write."""

    new: np.uint64  # keys of the draws
    again: np.uint64
    tick: int
    new_share: float
    question: np.uint64
    asked: float  # P(a reshare meets a question), C18
    learning: float  # what a question teaches of what is left to learn


class Pull(NamedTuple):
    """What decides which message is passed on."""

    appeal: F32  # (post row), log-odds
    downrank: F32  # (post row), ln x
    fading: F64  # (age), what is left of the interest in a message
    crowd: float  # exponent of the copies seen
    mask: int
    quality: F32  # (post row), 0..1
    learned: F32  # (account), how far quality counts in place of appeal


def act(world: World) -> None:
    """Let those who take a turn decide on the screens as they stand; queue what they post, in random order."""
    for step in world.own_steps:
        step()
    actors, nth = in_random_order(world)
    chosen = np.zeros(len(actors), np.int32)
    _decide(choice_of(world), (actors, nth), world.screens.screen(), pull_of(world), chosen)
    actors, nth, chosen = (values[chosen != ASKED] for values in (actors, nth, chosen))
    again = chosen > 0
    told = new_messages(world, actors, nth)
    world.drafts.append(len(actors), author=actors, act=np.where(again, Act.RESHARE, Act.ORIGINAL), parent=chosen,
                        **told)  # fmt: skip


def choice_of(world: World) -> Choice:
    """How this tick's turns choose between writing and passing on."""
    return Choice(world.key("new or not"), world.key("pass on"), world.clock.tick, world.platform.new_share,
                  world.key("question"), *asked(world))  # fmt: skip


def pull_of(world: World, turns: int = 1) -> Pull:
    """What decides which message is passed on, at this tick, in which messages may age by one at each of the turns."""
    platform, posts = world.platform, world.posts
    fading = np.empty(int(world.screens.age.max(initial=0)) + turns + 1)
    _fade(platform.novelty, fading)
    return Pull(posts.appeal, posts.downrank, fading, platform.copies_weight, posts.mask, posts.quality,
                learned(world))  # fmt: skip


def new_messages(world: World, authors: I32, nth: I64) -> dict[str, F32 | I16]:
    """What each would write if it writes: appeal, quality, and what claim it supports, if any."""
    tick, draws, platform, screens = world.clock.tick, world.draws, world.platform, world.screens
    luck = [draws.uniform(stream, tick, authors, nth) for stream in ("appeal", "quality", "dressed", "topic")]
    appeal, quality = np.empty(len(authors)), np.empty(len(authors))
    _draw_appeal(platform.appeal_steepness, luck[0], appeal)
    if platform.quality_steepness > 0.0:
        _draw_falling(platform.quality_steepness, luck[1], quality)
    else:
        _draw_quality(platform.quality_rate, luck[1], quality)
    claim = np.where(luck[3] < screens.talk[authors], screens.topic[authors], -1).astype(np.int16)
    told = {"claim": claim, "stance": np.where(claim >= 0, Stance.SUPPORT, Stance.NEUTRAL)}
    if world.claims.n:
        about, claims = np.maximum(claim, 0), world.claims
        appeal += np.where(claim >= 0, claims.appeal[about], 0.0)
        quality = np.where(claim >= 0, claims.quality[about], quality)
        told |= {"position": np.where(claim >= 0, claims.pitch[about], 0.0)}
        told |= {"form": np.where(claim >= 0, claims.form[about], 0)}
    appeal = np.where(luck[2] < screens.dressed[authors], screens.gloss[authors], appeal)
    return told | {"appeal": appeal.astype(np.float32), "quality": quality.astype(np.float32)}


@rule()
def _fade(novelty: float, out: F64) -> None:
    for age in range(out.size):
        out[age] = math.exp(-novelty * math.pow(age, 0.4))  # A25


@rule()
def _draw_appeal(steepness: float, luck: F64, out: F64) -> None:
    """Appeal a on 0..1 with density b (1 - a) ** (b - 1), as its log-odds."""
    for n in range(luck.size):
        rest = math.pow(1.0 - luck[n], 1.0 / steepness)
        out[n] = math.log(max(1e-12, 1.0 - rest) / rest)


@rule()
def _draw_quality(rate: float, luck: F64, out: F64) -> None:
    """Quality q on 0..1 with density proportional to exp(rate * q) (A15)."""
    for n in range(luck.size):
        out[n] = math.log(1.0 - luck[n] + luck[n] * math.exp(rate)) / rate if rate != 0.0 else luck[n]


@rule()
def _draw_falling(steepness: float, luck: F64, out: F64) -> None:
    """Quality q on 0..1 with density b (1 - q) ** (b - 1)."""
    for n in range(luck.size):
        out[n] = 1.0 - math.pow(1.0 - luck[n], 1.0 / steepness)


@rule()
def taste(appeal: float, quality: float, wise: float) -> float:
    """What makes a message worth passing on: its appeal on 0..1, or its quality to those who have learned (C18)."""
    return (1.0 - wise) / (1.0 + math.exp(-np.float64(appeal))) + wise * quality


@rule()
def pull(taste: float, downrank: float, copies: int, crowd: float, fading: float) -> float:
    """Weight of a message among those on a screen: taste x copies x what its age has left of it."""
    crowded = np.float64(copies) if crowd == 1.0 else math.pow(copies, crowd)
    value = crowded * fading * taste
    return value if downrank == 0.0 else value * math.exp(np.float64(downrank))


@rule()
def picked_slot(screen: Screen, i: int, pulls: Pull, weights: F64, luck: float) -> int:
    """The place on account i's screen of the message that it passes on."""
    post, _, copies, age, size = screen
    appeal, downrank, fading, crowd, mask, quality, learned = pulls
    total, wise = 0.0, np.float64(learned[i])
    for slot in range(size[i]):
        row = post[i, slot] & mask
        judged = taste(appeal[row], quality[row], wise)
        total += pull(judged, downrank[row], copies[i, slot], crowd, fading[age[i, slot]])
        weights[slot] = total
    slot = 0
    while slot < size[i] - 1 and luck * total >= weights[slot]:
        slot += 1
    return slot


@rule()
def writes(choice: Choice, screen: Screen, i: int, nth: int) -> bool:
    """Whether account i writes in its nth turn: by chance, or because there is nothing to pass on."""
    return bool(screen.size[i] == 0 or uniform(choice.new, choice.tick, i, nth) < choice.new_share)


@rule()
def meets_question(choice: Choice, learned: F32, i: int, nth: int) -> bool:
    """Whether a question keeps account i from passing something on; who meets one learns from it (C18)."""
    if choice.asked == 0.0 or uniform(choice.question, choice.tick, i, nth) >= choice.asked:
        return False
    learned[i] += choice.learning * (1.0 - learned[i])
    return True


@rule()
def _decide(choice: Choice, turns: tuple[I32, I64], screen: Screen, pulls: Pull, chosen: I32) -> None:
    """The post that each turn passes on, 0 where it writes, ASKED where a question keeps it from both."""
    actors, nth = turns
    weights = np.empty(screen.post.shape[1])
    for n in range(actors.size):
        i = actors[n]
        if writes(choice, screen, i, nth[n]):
            continue
        if meets_question(choice, pulls.learned, i, nth[n]):
            chosen[n] = ASKED
            continue
        slot = picked_slot(screen, i, pulls, weights, uniform(choice.again, choice.tick, i, nth[n]))
        chosen[n] = screen.via[i, slot]
