"""Finished runs made by hand: the real writer, but nothing was simulated."""

from __future__ import annotations

import math
from pathlib import Path

from sim.results import Outcome, place_of, write_run

CARDS = {
    "false_belief_average": {
        "label": {"en": "False belief", "fr": "Croyance fausse"},
        "unit": "share",
        "better": "lower",
    },
    "reach": {"label": {"en": "Reach", "fr": "Portée"}, "unit": "people", "better": "lower"},
}


def outcome_of(response: str, seed: int, belief: str = "log_odds", value: float = 0.2) -> Outcome:
    """An outcome with two hours of one metric, and settings as plain as they can be."""
    settings = {"scenario": {"name": "story", "claims": {}}, "response": response, "seed": seed,
                "belief": {"name": belief}, "population": {"accounts": 300}}  # fmt: skip
    series = [{"tick": 0.0, "hour": 0.0, "reach": 0.0}, {"tick": 4.0, "hour": 1.0, "reach": 9.0}]
    final = {"hour": 1.0, "false_belief_average.rumour": value, "false_belief_average.other": 0.9,
             "false_belief_average.rumour@capital": 0.5, "reach.rumour": math.nan}  # fmt: skip
    return Outcome(settings, series, final)


def manifest_of(name: str, response: str, seed: int, **more) -> dict:
    """The manifest of such a run, with the fields that readers look at."""
    facts = {"scenario": "story", "response": response, "seed": seed, "population.accounts": 300,
             "belief.name": "log_odds", "platform.feed": "engagement"}  # fmt: skip
    return {
        "id": name, "scenario": "story", "response": response, "response_label": f"Answer {response}",
        "seed": seed, "facts": facts | more.pop("facts", {}), "code": {"version": "0.1.0", "hash": "c0de"},
        "inputs": {"file": "", "nodes": ""}, "metrics": CARDS, "machine": {"cpu": "a processor", "cores": 2},
        "times": {"started": f"2026-01-01T00:00:{seed % 60:02d}+00:00", "seconds": 2.0, "simulate": 1.5, "build": 0.5},
        "accounts": 300, "ticks": 192, "per_second": {"exposures": 9000}, **more,
    }  # fmt: skip


def store(results: Path, number: int, response: str = "none", seed: int = 1, value: float = 0.2, **more) -> str:
    """Write a finished run; gives its id."""
    name = f"{number:016x}"
    belief = more.get("facts", {}).get("belief.name", "log_odds")
    place = place_of(results, "story", name)
    write_run(place, outcome_of(response, seed, belief, value), manifest_of(name, response, seed, **more))
    return name
