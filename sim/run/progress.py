"""Progress: what a run tells while it works; doors draw bars of it, scripts find it in the log."""

from __future__ import annotations

import logging
from typing import Protocol

LOG = logging.getLogger("parley")


class Progress(Protocol):
    """Whoever wants to hear of a run's progress."""

    def say(self, text: str) -> None:
        """Something a person should know: continued, answered from disk, damaged."""

    def at(self, run: str, done: int, total: int) -> None:
        """The run of this name has done so many ticks of its total; an answer from disk is one of one."""


class Logged:
    """Progress that goes to Python's log under the name `parley`."""

    def say(self, text: str) -> None:
        """Log a sentence."""
        LOG.info(text)

    def at(self, run: str, done: int, total: int) -> None:
        """Log a tick, for those who debug."""
        LOG.debug("%s: tick %d of %d", run, done, total)
