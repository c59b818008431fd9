"""Verdicts: what was publicly found to be so, when first, and from when it can be shown."""

from __future__ import annotations

from sim.ground.types import I64
from sim.state.world import World


def find(world: World, claim: int, *, is_true: bool, who: str) -> None:
    """Book a public verdict on a claim; the first one counts."""
    claims = world.claims
    if claims.verdict_tick[claim] < 0:
        claims.verdict_tick[claim] = world.clock.tick
        claims.verdict[claim] = 1 if is_true else -1
    world.note("verdict", who, f"{world.names.claims[claim]}: {'true' if is_true else 'false'}")


def show_from(world: World, claims: I64, hour: float) -> None:
    """Let the truth of some claims be shown from this hour at the latest."""
    for claim in claims.tolist():
        world.claims.verified_hour[claim] = min(float(world.claims.verified_hour[claim]), hour)


def hide_until(world: World, claim: int, hour: float) -> None:
    """Let the truth of a claim not be shown before this hour."""
    world.claims.verified_hour[claim] = max(float(world.claims.verified_hour[claim]), hour)


def first_told(world: World, claim: int) -> int:
    """Tick of the first post that supports a claim, -1 if there is none."""
    told = world.originals
    supporting = (told.column("claim") == claim) & (told.column("stance") > 0)
    return int(told.tick[supporting.argmax()]) if supporting.any() else -1
