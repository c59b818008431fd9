"""Asked: what the reader wants to know of a comparison beyond which answer does best."""

from __future__ import annotations

from dataclasses import dataclass

from sim.compare import Comparison
from sim.ground.problems import Problems, unknown


@dataclass(frozen=True)
class Asked:
    """What to write about: an answer (the best), a threshold that the measure should stay within, the command typed."""

    arm: str = ""
    threshold: float | None = None
    command: str = ""


def chosen_arm(found: Comparison, arm: str = "") -> str:
    """The answer that the page is about: the one asked for, or the best but the baseline."""
    others = [one for one in found.ranking if one != found.baseline]
    if arm and arm not in others:
        raise Problems([unknown("--arm", "answer", arm, others)])
    return arm or others[0]
