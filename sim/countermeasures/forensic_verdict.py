"""Forensic verdict: a laboratory examines what is shown on a claim, finds most that is made, and errs at times."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans, sanctions, verdicts
from sim.state.codes import Form, Label, Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Forensic verdict on media", "Verdict d’expertise sur les médias"),
    idea="judges media by their traces, right or wrong, and labels them; a debunk argues from known facts",
    sources=("C11", "A101", "C5"),
    disarm=("C00014",),
    rights="unproblematic",
    cost=Cost(6_000.0, 30.0),
    authority="fact-checker; platform",
)


@dataclass(frozen=True)
class Params:
    """How late, and how often it is right."""

    delay: float = param(6.0, "h", 0, 1000, source="C11", doc="from the order to the verdict (1 to 24)")
    recall: float = param(0.7, "prob", 0, 1, source="C11", doc="P(made media are found to be made)")
    false_alarm: float = param(0.05, "prob", 0, 1, source="C11", doc="P(genuine media are called made)")
    coverage: float = param(0.8, "share", 0, 1, source="assumed", doc="share of the posts that then carry the label")


FAKING = {"do": "deepfake", "by": "bots", "hours": 24.0, "params": {"rate": 4.0}}
GENUINE = {f"scenario.timeline.{name}": facts for name, facts in {
    "trial.claim": "finding", "faking.claim": "finding", "faking.by": "herald"}.items()}  # fmt: skip
TRIAL = Trial(
    moves={"recall": "-mean_belief", "false_alarm": "+voices_lowered"},
    needs={"false_alarm": GENUINE},
    tries={"delay": (1.0, 20.0), "recall": (0.2, 1.0), "false_alarm": (0.5, 1.0)},
    entries={"trial": {"by": "checkers"}, "faking": FAKING},
)


def cost(entry: Entry) -> Cost:
    """One examination, if anything comes of it."""
    return plans.scaled(CARD, 1.0 if entry.params.coverage else 0.0)


def during(world: World, entry: Entry) -> None:
    """Give the verdict in its hour; label what was posted before, and what is posted after."""
    if entry.params.coverage == 0 or not plans.in_force(world, entry, entry.params.delay):
        return
    first = plans.due(world, entry, entry.params.delay)
    for claim in plans.claims_of(world, entry).tolist():
        if not called_made(world, entry, claim):
            continue
        if first:
            verdicts.find(world, claim, is_true=False, who=entry.name)
        ids = plans.originals_on(world, claim, Stance.SUPPORT, 0 if first else world.clock.tick - 1)
        ids = ids[world.posts.form[world.posts.rows(ids)] != Form.TEXT]
        labelled = plans.drawn(world, entry, ids, entry.params.coverage)
        sanctions.to_label(world, entry.name, world.posts.rows(labelled), labelled)
        world.posts.put_label(world.posts.rows(labelled), Label.WARNING)
        plans.lower_voices(world, labelled)


def called_made(world: World, entry: Entry, claim: int) -> bool:
    """Whether the laboratory calls the media on a claim made; the same draw for any accuracy."""
    chance = entry.params.false_alarm if world.claims.true[claim] else entry.params.recall
    return bool(world.draws.one(plans.stream(entry, "finds"), 0, claim) < chance)
