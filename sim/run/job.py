"""A job: one question with its id, and the places on disk of everything that belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.results import place_of
from sim.settings import Settings

if TYPE_CHECKING:
    from sim.model import Model


@dataclass(frozen=True)
class Job:
    """A question with its id. `start` brings a new model to the point where this job begins (a fork)."""

    settings: Settings
    id: str
    start: Callable[[Model], None] | None = None
    facts: dict[str, Any] = field(default_factory=dict)  # for the manifest

    @property
    def place(self) -> Path:
        """Folder of the finished run."""
        return place_of(self.settings.execution.results, self.settings.scenario.name, self.id)

    @property
    def partial(self) -> Path:
        """Folder of the checkpoints by which a killed run goes on."""
        return self.place.with_name(f"{self.id}.partial")

    @property
    def kept(self) -> Path:
        """Folder of the checkpoints that stay for forks."""
        return self.place.with_name(f"{self.id}.checkpoints")

    @property
    def failure(self) -> Path:
        """File that tells why the run failed."""
        return self.place.with_name(f"{self.id}.failed.txt")

    @property
    def name(self) -> str:
        """How progress calls it."""
        return f"{self.settings.response} · seed {self.settings.seed} · {self.id[:6]}"
