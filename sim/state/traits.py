"""Traits: what can be known of people well enough to pick them out, each as a place in line from 0 to 1."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sim.ground.types import F64, I32, AnyArray
from sim.state.codes import Source
from sim.state.privacy import unshielded
from sim.state.timeline import Entry
from sim.state.world import World


def _lean(world: World, people: I32, claim: int) -> AnyArray:
    return np.asarray(world.claims.lean[claim] * world.accounts.opinion[people])


def _belief(world: World, people: I32, claim: int) -> AnyArray:
    return np.asarray(world.accounts.belief[people, claim])


def _undecided(world: World, people: I32, claim: int) -> AnyArray:
    return np.asarray(-np.abs(world.accounts.belief[people, claim]))


def _distrust(world: World, people: I32, _claim: int) -> AnyArray:
    return -world.accounts.trust(Source.OWN_STATE, people)


def _trust_rival(world: World, people: I32, _claim: int) -> AnyArray:
    return world.accounts.trust(Source.RIVAL_STATE, people)


def _credulity(world: World, people: I32, _claim: int) -> AnyArray:
    return -world.accounts.literacy[people]


def _susceptibility(world: World, people: I32, _claim: int) -> AnyArray:
    return world.accounts.susceptibility[people]


def _attention(world: World, people: I32, _claim: int) -> AnyArray:
    accounts = world.accounts
    return accounts.online[people] * accounts.sessions[people] * accounts.attention[people]


def _followers(world: World, people: I32, _claim: int) -> AnyArray:
    return world.network.in_degree[people]


TRAITS: dict[str, Callable[[World, I32, int], AnyArray]] = {
    "lean": _lean, "belief": _belief, "undecided": _undecided, "distrust": _distrust, "trust_rival": _trust_rival,
    "credulity": _credulity, "susceptibility": _susceptibility, "attention": _attention, "followers": _followers,
}  # fmt: skip


def standing(world: World, entry: Entry, people: I32, names: tuple[str, ...], accuracy: float) -> F64:
    """(people), how well each fits a description: the mean of the places in line by each trait.

    `accuracy` is how far the operation's data tell it; the rest is luck. A trait that privacy rules protect in
    somebody counts as average.
    """
    total, open_share = np.zeros(len(people)), unshielded(world)
    for nth, name in enumerate(names):
        places = _place_in_line(TRAITS[name](world, people, entry.claim))
        guess = world.draws.uniform(f"{entry.idea}/{entry.name}/guess", 0, people, nth)
        seen = accuracy * places + (1.0 - accuracy) * guess
        if open_share < 1.0:
            hidden = world.draws.uniform("protected trait", 0, people, nth) >= open_share
            seen[hidden] = 0.5
        total += seen
    return np.asarray(total / max(1, len(names)))


def _place_in_line(values: AnyArray) -> F64:
    """0 for the lowest, 1 for the highest; equal values stand in order of rows."""
    place = np.empty(len(values))
    place[np.argsort(values, kind="stable")] = np.arange(len(values)) / max(1, len(values) - 1)
    return place
