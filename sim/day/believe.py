"""Believe: the belief rule moves log-odds; labels, trust, inoculation and forgetting do the rest (C1, C5-C7)."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from sim.day.hear import hear
from sim.day.impress import impress
from sim.day.influence import influence
from sim.ground.rules import rule
from sim.ground.types import B8, F32, I8, I16, I32, U8, U16, AnyArray
from sim.state.codes import Source
from sim.state.world import World

GAIN_HALF_LIFE = 120.0  # h, A59
CORRECTION_HALF_LIFE = 504.0  # h, A68
LASTING = 0.15  # A59: share of each step that stays
LASTING_AFTERWARDS = 0.45  # A71: a tag after exposure has three times the durable effect
RESIDUAL = 0.4  # A61: share of the induced shift that corrections cannot undo
FIRM_CORRECTION = 0.53  # A66: how far below the prior corrections can take a mind
LABEL_BELIEF = 0.276  # A70
IMPLIED_TRUTH = 0.03  # A72
TRUST_GAIN, TRUST_LOSS = 1.0, 2.5  # C7: pseudo-events; loss 2.5 times gain (A65)
TRUST_MEMORY = 0.99  # C7: both counts fade by this much a day


class Minds(NamedTuple):
    """The belief columns, (account, claim)."""

    belief: F32
    prior: F32
    anchor: F32
    gain: F32
    corrected: F32
    warned: U8
    labels_seen: U16
    heard: U16


class News(NamedTuple):
    """The impressions that a rule has turned into changes."""

    reader: I32
    claim: I16
    stance: I8
    before: I32
    noticed: B8
    change: F32
    label_trust: F32  # trust of the reader in fact-checkers


class Trust(NamedTuple):
    """What the settling of trust reads and writes."""

    trust_for: F32
    trust_against: F32
    heard_from: U8
    denied_from: U8
    belief: F32
    true: I8
    shown: B8  # claims whose truth can be shown by now


def believe(world: World) -> None:
    """Turn this tick's exposures into changes of opinion and mind, then let an hour's forgetting work."""
    influence(world)
    impress(world)
    hear(world)
    if world.impressions.n:
        world.ideas.belief.update(world)
        accounts, news = world.accounts, world.impressions
        label_trust = accounts.trust(Source.FACT_CHECKERS, news.column("reader")).astype(np.float32)
        told = (news.column(name) for name in News._fields[:-1])
        _absorb(minds_of(world), News._make((*told, label_trust)))
        _settle_trust(news.column("reader"), news.column("claim"), _trust_of(world))
    if world.layer == 0:
        forget(world)


def minds_of(world: World) -> Minds:
    """The belief columns as kernels take them."""
    return Minds(*(getattr(world.accounts, name) for name in Minds._fields))


def _trust_of(world: World) -> Trust:
    accounts, claims = world.accounts, world.claims
    return Trust(accounts.trust_for, accounts.trust_against, accounts.heard_from, accounts.denied_from,
                 accounts.belief, claims.true, claims.column("verified_hour") <= world.clock.hour)  # fmt: skip


def forget(world: World) -> None:
    """Fade what exposure and correction did (each hour), and old experience with sources (each day)."""
    clock, accounts = world.clock, world.accounts
    if clock.starts_every(1.0):
        hours = max(1.0, clock.hours_per_tick)
        _fade(minds_of(world), np.array([hours / GAIN_HALF_LIFE, hours / CORRECTION_HALF_LIFE]))
        if accounts.inoculation.any():
            _wear_off(hours, accounts.inoculation, accounts.inoculation_half_life)
    if clock.starts_every(24.0) and clock.tick > 0:
        accounts.trust_for *= np.float32(TRUST_MEMORY)
        accounts.trust_against *= np.float32(TRUST_MEMORY)


@rule()
def label_strength(trust: float) -> float:
    """Share of belief that a noticed label takes away from a reader with this trust in fact-checkers (C5)."""
    return LABEL_BELIEF * (0.47 + 1.06 * trust)


@rule()
def lowest(prior: float, anchor: float, gain: float, corrected: float) -> float:
    """The belief below which corrections cannot push: 40 % of the induced shift stays (A61)."""
    undone = corrected * LASTING / (1.0 - LASTING)  # what corrections took from the anchor was induced too
    return prior - FIRM_CORRECTION + RESIDUAL * max(0.0, anchor - prior + gain - undone)


@rule()
def label_step(belief: float, strength: float) -> float:
    """Step in log-odds that takes away a label's share of the probability believed (C5)."""
    lower = (1.0 - strength) / (1.0 + math.exp(-belief))
    return math.log(lower / (1.0 - lower)) - belief


@rule()
def allowed(change: float, belief: float, floor: float) -> float:
    """The part of a correction that does not push belief below its floor."""
    return max(change, min(0.0, floor - belief))


@rule()
def summed(anchor: float, gain: float, corrected: float) -> float:
    """Belief from its parts, kept within +-20 log-odds."""
    return min(20.0, max(-20.0, anchor + gain + corrected))


@rule()
def _absorb(minds: Minds, news: News) -> None:
    """Put each impression's change into the parts of belief: what stays, what fades, what corrects."""
    beliefs, priors, anchors, gains, correcteds, warned, labels_seen, heard = minds
    reader, claim, stance_of, before, noticed, changes, label_trust = news
    for e in range(reader.size):
        i, k = reader[e], claim[e]
        change, stance = np.float64(changes[e]), stance_of[e]
        anchor, gain = np.float64(anchors[i, k]), np.float64(gains[i, k])
        corrected, prior = np.float64(correcteds[i, k]), np.float64(priors[i, k])
        strength = label_strength(np.float64(label_trust[e]))
        if stance > 0 and noticed[e]:
            change *= max(0.0, 1.0 - strength)
            labels_seen[i, k] = min(65000, labels_seen[i, k] + 1)
            if warned[i, k] == 0:
                warned[i, k] = 1
                belief = summed(anchor, gain, corrected)
                stays = LASTING_AFTERWARDS if before[e] > 0 else LASTING
                step = allowed(label_step(belief, strength), belief, lowest(prior, anchor, gain, corrected))
                anchor += stays * step
                corrected += (1.0 - stays) * step
        elif stance > 0 and labels_seen[i, k] > 0:
            density = labels_seen[i, k] / max(1.0, float(heard[i, k]))
            # +3 % of b in log-odds is 0.03 / (1 - b); those who believe anyhow gain no more than the undecided
            change += IMPLIED_TRUTH * density * min(2.0, 1.0 + math.exp(summed(anchor, gain, corrected)))
        if change < 0.0 and stance < 0:
            step = allowed(change, summed(anchor, gain, corrected), lowest(prior, anchor, gain, corrected))
            anchor += LASTING * step
            corrected += (1.0 - LASTING) * step
        else:
            anchor += LASTING * change
            gain += (1.0 - LASTING) * change
        anchors[i, k], gains[i, k], correcteds[i, k] = anchor, gain, corrected
        beliefs[i, k] = summed(anchor, gain, corrected)


@rule()
def _fade(minds: Minds, ages: AnyArray) -> None:
    beliefs, _, anchors, gains, correcteds, _, _, _ = minds
    keep_gain, keep_correction = math.pow(2.0, -ages[0]), math.pow(2.0, -ages[1])
    for i in range(beliefs.shape[0]):
        for k in range(beliefs.shape[1]):
            if gains[i, k] != 0.0 or correcteds[i, k] != 0.0:
                gain = np.float64(gains[i, k]) * keep_gain
                corrected = np.float64(correcteds[i, k]) * keep_correction
                gains[i, k], correcteds[i, k] = gain, corrected
                beliefs[i, k] = summed(np.float64(anchors[i, k]), gain, corrected)


@rule()
def _wear_off(hours: float, inoculation: F32, half_life: F32) -> None:
    for i in range(inoculation.shape[0]):
        for t in range(inoculation.shape[1]):
            if inoculation[i, t] > 0.0:
                kept = math.pow(2.0, -hours / np.float64(half_life[i, t]))
                inoculation[i, t] = np.float64(inoculation[i, t]) * kept


@rule()
def _settle_trust(readers: I32, claims: I16, trust: Trust) -> None:
    """Once the truth can be shown, whoever misled a reader who now knows better loses trust, the other side gains."""
    trust_for, trust_against, heard_from, denied_from, beliefs, true, shown = trust
    for e in range(readers.size):
        i, k = readers[e], claims[e]
        if not shown[k] or heard_from[i, k] == 0 or denied_from[i, k] == 0:
            continue
        if (beliefs[i, k] > 0.0) != (true[k] == 1):
            continue  # still misled
        wrong, right = heard_from[i, k], denied_from[i, k]
        if true[k] == 1:
            wrong, right = right, wrong
        for source in range(trust_for.shape[1]):
            if (wrong >> source) & 1:
                trust_against[i, source] += TRUST_LOSS
            if (right >> source) & 1:
                trust_for[i, source] += TRUST_GAIN
        heard_from[i, k] = 0
        denied_from[i, k] = 0
