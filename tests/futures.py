"""Comparisons made up in memory: numbers for each arm and future, as if somebody had simulated them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sim.compare import Comparison, compare
from sim.results import RunResult

CARDS = {
    "harm": {"label": {"en": "Harm"}, "unit": "share of people", "better": "lower"},
    "reach": {"label": {"en": "Reach"}, "unit": "people", "better": ""},
    "good": {"label": {"en": "Good"}, "unit": "share of people", "better": "higher"},
    "cost": {"label": {"en": "Cost"}, "unit": "€", "better": "lower"},
}
SCENARIO: dict[str, Any] = {"name": "rumour", "claims": {"papers": {}}, "countries": {}, "segments": {}}


def run(response: str, seed: int, final: Mapping[str, float], **told: Any) -> RunResult:
    """A finished run that was never written; `told` are settings by dotted name with two underscores for a dot."""
    settings: dict[str, Any] = {
        "scenario": SCENARIO,
        "response": response,
        "seed": seed,
        "belief": {"name": "log_odds"},
    }
    for name, value in told.items():
        group, _, last = name.partition("__")
        settings[group] = {**settings.get(group, {}), last: value} if last else value
    manifest = {"id": f"{response}-{seed}", "scenario": "rumour", "response": response, "seed": seed,
                "response_label": response, "code": {}, "inputs": {}, "metrics": CARDS}  # fmt: skip
    made = RunResult(Path("nowhere"), manifest, dict(final))
    vars(made)["settings"] = settings
    return made


def comparison(arms: Mapping[str, Iterable[float]], measure: str = "harm", **told: Any) -> Comparison:
    """Arms by their values in one measure, one for each seed."""
    runs = [run(arm, seed, {measure: value}) for arm, values in arms.items() for seed, value in enumerate(values)]
    return compare(runs, measure=measure, **told)
