"""Segments: who gains and who loses by an arm, part of the public by part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim.compare.chances import Odds, count
from sim.compare.comparison import Comparison
from sim.compare.differences import Difference

GAINS, LOSES, UNSURE, UNDEFINED = "gains", "loses", "unsure", "undefined"


@dataclass(frozen=True)
class Part:
    """What an arm changes for a segment, a country, or (with no name) the whole public.

    `verdict` is gains or loses where the whole interval lies on that side, unsure where it does not, and
    undefined where the measure is. `share` is its share of the public, None where the scenario does not fix it.
    """

    arm: str
    segment: str
    label: dict[str, str]  # by language
    kind: str  # "everybody", "segment" or "country"
    share: float | None
    difference: Difference
    odds: Odds
    verdict: str


def segments(found: Comparison, measure: str = "") -> tuple[Part, ...]:
    """Each arm's difference in each part of the public; refuses a measure of which no way is better."""
    main = found.asked(measure, ranked=True)
    names = [one.name for one in found.measures.values() if (one.metric, one.part) == (main.metric, main.part)]
    scenario = next(iter(found.paired.runs.values())).settings["scenario"]
    return tuple(_part(found, arm, name, scenario) for arm in found.arms[1:] for name in names)


def _part(found: Comparison, arm: str, name: str, scenario: dict[str, Any]) -> Part:
    facts, step = found.measures[name], found.differences[arm, name]
    way = -1 if facts.better == "lower" else 1
    odds = count(way * found.steps(arm, name), list(found.paired.seeds))
    kind, label, share = _who(scenario, facts.segment)
    return Part(arm, facts.segment, label, kind, share, step, odds, _verdict(step, way))


def _verdict(step: Difference, way: int) -> str:
    if not step.pairs:
        return UNDEFINED
    return {way: GAINS, -way: LOSES}.get(step.side or 0, UNSURE)


def _who(scenario: dict[str, Any], segment: str) -> tuple[str, dict[str, str], float | None]:
    """What a part of the public is, what the pack calls it, and how large a share of everybody it is."""
    if not segment:
        return "everybody", {}, 1.0
    countries, groups = scenario.get("countries") or {}, scenario.get("segments") or {}
    if segment in countries:
        facts = countries[segment]
        whole = sum(float(one.get("share", 1.0)) for one in countries.values())
        return "country", dict(facts.get("label") or {}), float(facts.get("share", 1.0)) / whole if whole else None
    facts = groups.get(segment, {})
    within = _who(scenario, facts["country"])[2] if facts.get("country") in countries else 1.0
    share = float(facts.get("share") or 0.0)  # 0: whom a tactic picks out while the run goes on
    return "segment", dict(facts.get("label") or {}), share * within if share and within else None
