"""Columns: outcomes as packs name them (`reach.papers@diaspora`), and what is wrong with such a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sim import catalogue
from sim.ground.problems import Problem, unknown
from sim.scenario import Scenario
from sim.scenario.reading import entries
from sim.state.codes import SOURCES
from sim.state.layers import MAIN


def column_problems(scenario: Scenario, column: str, where: str, *, awaited: bool = False) -> Iterator[Problem]:
    """What keeps an outcome from ever being told; one that is `awaited` must be told before the end."""
    head, at, part = column.partition("@")
    metric, _, key = head.partition(".")
    if metric not in catalogue.names("metrics"):
        yield unknown(where, "metric", metric, catalogue.names("metrics"))
        return
    idea = catalogue.idea("metrics", metric)
    in_course = idea.WHEN == "series"
    if awaited and not in_course:
        yield Problem(where, f"{metric} is told at the end only, so nothing can wait for it")
    if hasattr(idea, "BY"):
        yield from _key(scenario, metric, idea.BY, key.partition(".")[0], where)
    if at:
        parts = {one.name for one in scenario.segments} | {one.name for one in scenario.countries}
        if part not in parts:
            yield unknown(where, "segment or country", part, parts)
        elif in_course and not idea.SEGMENTED:
            yield Problem(where, f"{metric} is not told of parts of the public", advice=f"Drop @{part}.")


def _key(scenario: Scenario, metric: str, by: str, key: str, where: str) -> Iterator[Problem]:
    """What stands behind the dot and is none of those by which the metric is told."""
    known, noun = _known(scenario, by), by.removesuffix("s").replace("_", " ")
    if not key:
        advice = f"Write {metric}.{min(known)}." if known else ""
        yield Problem(where, f"{metric} is told by {noun}, and none is named", tuple(sorted(known)), advice)
    elif key not in known:
        yield unknown(where, noun, key, known)


def _known(scenario: Scenario, by: str) -> set[str]:
    if by == "claims":
        return {claim.name for claim in scenario.claims}
    if by in ("false_claims", "true_claims"):
        return {claim.name for claim in scenario.claims if claim.true == (by == "true_claims")}
    if by == "operations":
        return {actor.operation for actor in scenario.actors} - {""}
    if by == "tags":
        return {entry.params.tag for _, entry in entries(scenario) if hasattr(entry.params, "tag")}
    if by == "sources":
        return {*SOURCES}
    named: tuple[Any, ...] = getattr(scenario, by)  # detectors, acts, images or layers
    return {one.name for one in named} | ({MAIN} if by == "layers" else set())
