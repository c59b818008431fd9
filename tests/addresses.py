"""Every page of the app with something to show: whoever adds a page adds its addresses here.

A value is an address, or a function that makes one of the folder of results (24 runs of one question).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sim.dashboard.asked import Asked, Question

ANSWERS = ("none", "fast_statement", "late_statement", "fast_with_partners")


def asked(results: Path, **more: Any) -> str:
    """The id of the question that the folder of results answers, or of one like it."""
    told = {"words": ("scenario=embassy_rumour", "population.accounts=300", "time.days=2"), "arms": ANSWERS, "seeds": 3,
            "beliefs": ("log_odds", "bounded_confidence")}  # fmt: skip
    return Asked(results).save(Question(**(told | more)))


def one_run(results: Path, response: str = "fast_with_partners") -> str:
    """The id of a run of the folder."""
    known = [file for file in sorted(results.glob("*/*/manifest.json")) if not file.parent.suffix]
    told = (json.loads(file.read_text()) for file in known)
    return next((one["id"] for one in told if one["response"] == response and one["seed"] == 1), "")


ADDRESSES: dict[str, str | Callable[[Path], str]] = {
    "start": "/",
    "start by tags": "/?tags=elections",
    "studies": "/studies",
    "evidence": "/evidence",
    "validation": "/evidence?part=validation",
    "one validation study": "/evidence?part=validation&study=docking-takedown",
    "model": "/evidence?part=model&section=2-entities-state-variables-and-scales",
    "model in formulas": "/evidence?part=model&section=7-submodels",
    "glossary": "/evidence?part=glossary",
    "disarm": "/evidence?part=disarm",
    "nowhere": "/nowhere-at-all",
    "compare": lambda results: f"/compare?q={asked(results)}",
    "compare-nothing": "/compare",
    "compare-missing": lambda results: f"/compare?q={asked(results, seeds=5)}",
    "ask": "/ask?scenario=embassy_rumour",
    "ask, nothing chosen": "/ask",
    "run": lambda results: f"/run?id={one_run(results)}",
    "run cascades": lambda results: f"/run?id={one_run(results)}&part=cascades",
    "run communities": lambda results: f"/run?id={one_run(results)}&part=network&hour=6",
    "run minds": lambda results: f"/run?id={one_run(results)}&part=minds",
    "run segments": lambda results: f"/run?id={one_run(results)}&part=segments",
    "run feed": lambda results: f"/run?id={one_run(results)}&part=feed",
    "run log": lambda results: f"/run?id={one_run(results)}&part=log",
    "run nothing": "/run",
    "run unknown": "/run?id=0123456789abcdef",
    "why": lambda results: f"/why?q={asked(results)}&a=none&b=fast_statement&seed=2&belief=bounded_confidence",
    "why-nothing": "/why",
}
