"""Label: the platform puts a warning or a crowd note on posts that support the claim, late and not on all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans, sanctions
from sim.state.codes import Label
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Warning label", "Étiquette d’avertissement"),
    idea="readers still see the post and are warned; downranking shows it to fewer, a takedown to nobody",
    sources=("C5", "A70", "A79", "A81", "V24"),
    disarm=("C00142",),
    rights="potentially_problematic",
    cost=Cost(0.0, 20.0),
    authority="platform",
)
KINDS = {"warning": Label.WARNING, "note": Label.NOTE}


@dataclass(frozen=True)
class Params:
    """How late, how many, how exact; the entry's hours count from the decision, delay included."""

    coverage: float = param(0.5, "share", 0, 1, source="assumed", doc="share of posts examined")
    recall: float = param(0.8, "prob", 0, 1, source="A42", doc="P(label) of one on the claim")
    false_alarm: float = param(0.001, "prob", 0, 1, source="assumed", doc="P(label) of any other")
    delay: float = param(15.0, "h", 0, 1000, source="A81", doc="from the decision to the first label")
    kind: str = param("warning", "-", source="C5", doc="what readers see", choices=tuple(KINDS))


TRIAL = Trial(
    moves={"": "-mean_belief", "coverage": "-mean_belief", "recall": "-mean_belief", "delay": "+mean_belief",
           "false_alarm": "+voices_lowered"},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it with the platform, if it is to examine anything."""
    return plans.scaled(CARD, 1.0 if entry.params.coverage else 0.0)


def during(world: World, entry: Entry) -> None:
    """After the delay, label what is there and set the lever for what comes; make mistakes all along."""
    params = entry.params
    if params.coverage == 0 or not plans.in_force(world, entry, params.delay):
        return
    first = plans.due(world, entry, params.delay)
    found = plans.originals(world, 0 if first else world.clock.tick - 1)
    meant = plans.supporting(world, entry, found)
    hit = [plans.drawn(world, entry, found[~meant], params.coverage * params.false_alarm)]
    if first:
        share = params.coverage * params.recall
        claims = plans.claims_of(world, entry)
        world.claims.label_share[claims], world.claims.label_kind[claims] = share, KINDS[params.kind]
        hit += [plans.drawn(world, entry, found[meant], share)]
    ids = np.concatenate(hit)
    sanctions.to_label(world, entry.name, world.posts.rows(ids), ids)
    world.posts.put_label(world.posts.rows(ids), KINDS[params.kind])
    plans.lower_voices(world, found[world.posts.label[world.posts.rows(found)] != Label.NONE])


def end(world: World, entry: Entry) -> None:
    """Label nothing any more, and take the labels off the claim's posts."""
    if entry.params.coverage == 0:
        return
    world.claims.label_share[plans.claims_of(world, entry)] = 0.0
    found = plans.originals(world, 0)
    found = found[plans.supporting(world, entry, found)]
    sanctions.to_restore(world, entry.name, "label", found)
    world.posts.put_label(world.posts.rows(found), Label.NONE)
