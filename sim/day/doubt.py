"""Doubt: what readers see through, check, or will not be told, before a belief rule counts what they saw (C7, C11)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.ground.csr import place_of
from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import F32, I8, I16, I32, U16, AnyArray
from sim.state.acts import BARE_WORD
from sim.state.codes import Form
from sim.state.world import World

PROVEN = 0.5  # assumed: share of the missing trust that a proven origin gives to a true post
CONTESTED = ("flaw", "listed", "proof", "stickiness", "backfire", "smear")


class Story(NamedTuple):
    """The claims' columns."""

    true: I8
    flaw: F32
    listed: F32
    proof: F32
    stickiness: F32
    backfire: F32
    smears: I8
    smear: F32


class Told(NamedTuple):
    """The impressions' columns that change."""

    reader: I32
    claim: I16
    stance: I8
    before: I32
    weighed: F32
    trust: F32
    certainty: F32


Keys = tuple[np.uint64, np.uint64, np.uint64]


def doubt(world: World, authors: AnyArray, forms: AnyArray) -> None:
    """Change this tick's impressions (by authors and forms of their posts), if anything is there to be doubted."""
    claims, news, accounts = world.claims, world.impressions, world.accounts
    if world.standings.n and world.standings.column("doubted").any():
        standings = world.standings
        _distrust(authors, standings.column("account"), standings.column("doubted"), news.column("trust"))
    if any(claims.column(name).any() for name in CONTESTED):
        keys = (world.key("sees through"), world.key("checks origin"), world.key("takes it the other way"))
        told = Told(*(news.column(name) for name in Told._fields))
        story = Story(*(claims.column(name) for name in Story._fields))
        _doubt(keys, told, forms, story, (accounts.heard, accounts.trust_against))


@rule()
def _distrust(author: I32, account: I32, doubted: F32, trust: F32) -> None:
    for n in range(author.size):
        place = place_of(account, 0, account.size, author[n])
        if place < account.size and account[place] == author[n]:
            trust[n] = np.float64(trust[n]) * (1.0 - np.float64(doubted[place]))


@rule()
def _doubt(keys: Keys, told: Told, form: I8, story: Story, minds: tuple[U16, F32]) -> None:
    reader, claim, stance, before, weighed, trust, certainty = told
    true, flaw, listed, proof, stickiness, backfire, smears, smear = story
    sees_through, checks, twists = keys
    heard, against = minds
    for n in range(reader.size):
        i, k = reader[n], claim[n]
        if stance[n] > 0:
            seen_through = np.float64(flaw[k]) if form[n] != Form.TEXT else 0.0
            seen_through += np.float64(listed[k]) if form[n] == Form.DOCUMENT else 0.0
            if seen_through > 0.0 and uniform(sees_through, 0, i, k) < seen_through:
                certainty[n] = 0.0
            if true[k] == 1 and proof[k] > 0.0 and uniform(checks, 0, i, k) < proof[k]:
                trust[n] = np.float64(trust[n]) + PROVEN * (1.0 - np.float64(trust[n]))
            if smear[k] > 0.0 and smears[k] >= 0:
                weight = 2.0 * np.float64(trust[n]) * np.float64(certainty[n])
                against[i, smears[k]] = np.float64(against[i, smears[k]]) + np.float64(smear[k]) * weight
        elif stance[n] < 0:
            certainty[n] = np.float64(certainty[n]) * (1.0 - np.float64(stickiness[k]))
            if backfire[k] > 0.0 and uniform(twists, 0, i, k) < backfire[k]:
                stance[n], certainty[n] = 1, BARE_WORD
                before[n] = weighed[n] = heard[i, k]
