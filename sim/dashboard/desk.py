"""The desk: what the pages of one app work with, over one folder of results; made when first needed."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import flask

if TYPE_CHECKING:
    from sim.dashboard.asked import Asked
    from sim.dashboard.jobs import Jobs
    from sim.dashboard.runs import Runs
    from sim.dashboard.uploads import Uploads


class Desk:
    """Questions, runs, jobs and uploads of a folder of results."""

    def __init__(self, results: Path | str) -> None:
        self.results = Path(results)

    def make_ready(self) -> None:
        """Let what was in line when the last server ended go on, and look through the runs before anybody asks."""
        self.jobs.advance()
        self.runs.index.rows()

    @cached_property
    def runs(self) -> Runs:
        """The stored runs."""
        from sim.dashboard.runs import Runs

        return Runs(self.results)

    @property
    def asked(self) -> Asked:
        """The stored questions, with what the reader of runs remembers of them."""
        return self.runs.asked

    @cached_property
    def jobs(self) -> Jobs:
        """The work under way; the line moves on while the app runs, whoever looks at it."""
        from sim.dashboard.jobs import Jobs

        jobs = Jobs(self.results)
        jobs.watch()
        return jobs

    @cached_property
    def uploads(self) -> Uploads:
        """The graphs that were uploaded."""
        from sim.dashboard.uploads import Uploads

        return Uploads(self.results)


def desk() -> Desk:
    """The desk of the app that answers this request."""
    found: Desk = flask.current_app.extensions["parley"]
    return found
