"""Standing rules: what a pack names under `rules:` is in force from before the story until after it."""

from __future__ import annotations

from typing import Any

from sim.ground.problems import Problem, unknown
from sim.scenario.names import mapping
from sim.state.timeline import ALWAYS

RULES = ("notice_and_action", "trusted_flaggers", "appeals", "moderate")  # a crisis protocol is for a crisis
DSA = "dsa"  # all that the Digital Services Act asks for at any time
PRESETS = {DSA: RULES[:3]}


def with_rules(data: dict[str, Any], where: str, found: list[Problem]) -> dict[str, Any]:
    """The timeline of plain data, and in it an entry for each standing rule; `rules` is taken out of the data.

    Rules are a list of names, or a mapping of names to params; `dsa` stands for several.
    """
    told = data.pop("rules", None)
    timeline = mapping(data.get("timeline"), f"{where}.timeline", found)
    listed = dict.fromkeys(map(str, told)) if isinstance(told, list | tuple) else told
    named = mapping(listed, f"{where}.rules", found)
    start = data.get("burn_in_hours", 72.0)
    at = -start if isinstance(start, int | float) else 0.0
    for name, params in named.items():
        if name not in (*RULES, *PRESETS):
            found.append(unknown(f"{where}.rules", "standing rule", name, (*RULES, *PRESETS)))
        for rule in PRESETS.get(name, (name,) if name in RULES else ()):
            if rule in timeline:
                found.append(Problem(f"{where}.rules", f'an entry of the timeline is called "{rule}" already'))
            timeline[rule] = {"do": rule, "at": at, "hours": ALWAYS, "params": params or {}}
    return timeline
