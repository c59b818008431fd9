"""Platforms as plain data tells them: values, or the name of a preset of `conf/platform`."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from sim import catalogue
from sim.ground.cards import from_mapping
from sim.ground.folders import data_folder
from sim.ground.problems import Problem, Problems, unknown
from sim.scenario.names import mapping
from sim.state.platform import Platform


@cache
def presets() -> dict[str, dict[str, Any]]:
    """The platforms that come with Parley, by name."""
    files = sorted((data_folder("conf") / "platform").glob("*.yaml"))
    return {file.stem: yaml.safe_load(file.read_text("utf-8")) or {} for file in files}


def read_platform(data: Any, where: str, found: list[Problem]) -> tuple[Any, Any]:
    """A platform and the params of its feed rule; None for what cannot be filled."""
    if isinstance(data, str):
        if data not in presets():
            found.append(unknown(where, "platform", data, presets()))
            return None, None
        data = presets()[data]
    told = mapping(data, where, found)
    given = mapping(told.pop("feed_params", None), f"{where}.feed_params", found)
    platform, wrong = from_mapping(Platform, told, where)
    found += wrong
    if platform is None:
        return None, None
    try:
        module = catalogue.idea("feeds", platform.feed, f"{where}.feed")
    except Problems as problems:
        found += problems.problems
        return platform, None
    params, wrong = from_mapping(module.Params, given, f"{where}.feed_params")
    found += wrong
    return platform, params
