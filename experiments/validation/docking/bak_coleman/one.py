"""One future of the falsehood under some measures, and how much is posted about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from experiments.validation.docking.bak_coleman.arms import Entries
from sim import Model, Settings

STORY = Path(__file__).parent / "question.yaml"


def engagement(entries: Entries, seed: int, **changed: Any) -> int:
    """Posts and reshares that support the viral falsehood, from its first hour on."""
    model = Model(question(entries, seed, **changed))
    model.run_until_end()
    tallies = model.world.tallies
    return int(tallies.originals[0, 2] + tallies.reshares[0, 2])


def question(entries: Entries, seed: int, **changed: Any) -> Settings:
    """The story with these measures in this future; `changed` takes the place of parts of it."""
    asked = yaml.safe_load(STORY.read_text("utf-8")) | changed
    asked["scenario"]["responses"] = {"none": {}, "measures": {"entries": entries}}
    return Settings.from_mapping({**asked, "seed": seed, "response": "measures" if entries else "none"})
