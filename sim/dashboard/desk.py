"""The desk: what the pages of one app work with, over one folder of results; made when first needed."""

from __future__ import annotations

import importlib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import flask

if TYPE_CHECKING:
    from sim.dashboard.asked import Asked


class Desk:
    """Questions, runs and jobs of a folder of results."""

    def __init__(self, results: Path | str) -> None:
        self.results = Path(results)

    @cached_property
    def asked(self) -> Asked:
        """The stored questions."""
        from sim.dashboard.asked import Asked

        return Asked(self.results)

    @cached_property
    def runs(self) -> Any:
        """The stored runs."""
        runs = importlib.import_module("sim.dashboard.runs")
        return runs.Runs(self.results)

    @cached_property
    def jobs(self) -> Any:
        """The work under way."""
        jobs = importlib.import_module("sim.dashboard.jobs")
        return jobs.Jobs(self.results)


def desk() -> Desk:
    """The desk of the app that answers this request."""
    found: Desk = flask.current_app.extensions["parley"]
    return found
