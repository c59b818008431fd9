"""Layers as a pack tells them: each with its platform, who hears whom there, and how much time people have for all."""

from __future__ import annotations

import dataclasses
from typing import Any

from sim import catalogue
from sim.ground.problems import Problem, unknown
from sim.scenario.forms import Scenario
from sim.scenario.names import mapping
from sim.scenario.platforms import read_platform
from sim.state.layers import MAIN

SAME = "same"  # the follows of the main platform


def read_layer(values: dict[str, Any], where: str, found: list[Problem]) -> None:
    """Put a platform in the place of its name or its values; a closed layer recommends nothing."""
    told = values.pop("platform", None)
    given = values.pop("feed_params", None)
    if given and not isinstance(told, str):
        told = mapping(told, f"{where}.platform", found) | {"feed_params": given}
    platform, params = read_platform(told, f"{where}.platform", found)
    if platform is not None and params is not None:
        if values.get("closed") is True:
            platform = dataclasses.replace(platform, recommended=0.0)
        values |= {"platform": platform, "feed_params": params}
    graphs = (SAME, *(name for name in catalogue.names("graphs") if name != "imported"))
    if values.get("graph", SAME) not in graphs:
        found.append(unknown(f"{where}.graph", "graph", str(values["graph"]), graphs))


def clashes(scenario: Scenario, where: str) -> list[Problem]:
    """Layers that cannot stand beside each other."""
    found = [Problem(f"{where}.layers.{layer.name}.platform.session", "only feeds that are read can be layers",
                     advice="Leave session: reading.")
             for layer in scenario.layers if layer.platform.session != "reading"]  # fmt: skip
    if MAIN in (layer.name for layer in scenario.layers):
        advice = "Name it otherwise."
        found.append(Problem(f"{where}.layers.{MAIN}", f'"{MAIN}" is the platform of the settings', advice=advice))
    total = sum(layer.sessions for layer in scenario.layers)
    if total > 1.0 + 1e-9:
        found.append(Problem(f"{where}.layers", f"the layers take {total:g} of all sessions, more than there are",
                             advice="Lower their sessions:."))  # fmt: skip
    return found
