"""Six lives of one town under different rules, told as JSON, with the kernels whose Python form was not used."""

from __future__ import annotations

import json
import sys
from types import CodeType, FrameType
from typing import Any

import town

from sim.ground.rules import TWINS

LIVES = (
    ("log_odds", "engagement"),
    ("bounded_confidence", "bridging"),
    ("friedkin_johnsen", "chronological"),
    ("complex_contagion", "engagement"),
    ("log_odds", "engagement", "one_act"),
    ("log_odds", "engagement", "in_turn"),
)


def lives() -> dict[str, Any]:
    """What each life tells, by its rules."""
    return {", ".join(rules): town.told(town.live(120, 9.0, rules)) for rules in LIVES}


def main() -> None:
    """Live all lives, and watch which functions are called."""
    called: set[CodeType] = set()

    def look(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            called.add(frame.f_code)

    sys.setprofile(look)
    told = lives()
    sys.setprofile(None)
    unused = [name for name, (_, slow) in TWINS.items() if slow.__code__ not in called]
    print(json.dumps({"lives": told, "unused": unused}))


if __name__ == "__main__":
    main()
