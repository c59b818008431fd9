"""Inauthentic sites: made-up news sites give others a link to cite, and part of the readers see the press in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.types import I32
from sim.state import acts, plans, speech
from sim.state.codes import Source, Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Network of inauthentic sites", "Réseau de faux sites d’information"),
    idea="launders the origin for accounts that cite a site; a fake outlet speaks only for itself",
    sources=("A40", "assumed"),
    disarm=("T0098.001", "T0098"),
)
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How many readers a site takes in, who cites it, and how often."""

    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(2.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    quality: float = param(0.4, "prob", 0, 1, source="assumed", doc="P(a careless reader takes a site for the press)")
    citing: str = param("", "-", source="pack", doc="actor whose accounts cite the sites; empty: nobody")
    cites: float = param(6.0, "1/day", 0, 1000, source="assumed", doc="posts with a link of each of those")
    link: float = param(
        0.5, "share", 0, 1, source="assumed", doc="share of a site's credibility that its link carries over"
    )


TRIAL = Trial(
    moves={"": "+total_exposure", "posts": "+total_exposure", "rate": "+total_exposure", "cites": "+total_exposure"},
    tries={"citing": ("", "trolls")},
    entries={"trial": {"by": "herald", "params": {"citing": "bots"}}},
)


def begin(world: World, entry: Entry) -> None:
    """Put the sites up; whoever cites them borrows part of their name."""
    if speech.is_silent(entry):
        return
    quality = entry.params.quality
    world.standings.pose(entry.actors, Source.PRESS, quality)
    world.standings.pose(_citing(world, entry), Source.PRESS, quality * entry.params.link)


def during(world: World, entry: Entry) -> None:
    """Post the claim on the sites, and links to them."""
    speech.say(world, entry)
    if not speech.is_silent(entry):
        links = plans.acting(world, entry, _citing(world, entry), entry.params.cites, "cites")
        acts.post_claim(world, links, entry.claim, Stance.SUPPORT)


def end(world: World, entry: Entry) -> None:
    """Take them down."""
    world.standings.drop(np.concatenate([entry.actors, _citing(world, entry)]))


def _citing(world: World, entry: Entry) -> I32:
    name = entry.params.citing
    return speech.actor(world, entry, name) if name else np.empty(0, np.int32)
