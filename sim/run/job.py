"""A job: one question with its id, and the places on disk of everything that belongs to it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
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
    own: Mapping[str, Callable[..., Any]] = field(default_factory=dict)  # a user's functions in place of rules

    @classmethod
    def asking(cls, settings: Settings, own: Mapping[str, Callable[..., Any]] | None) -> Job:
        """The job of a question; rules of one's own are a part of it, and so of its id."""
        if not own:
            return cls(settings, settings.run_id())
        from sim.ground.own import facts_of

        facts = facts_of(own)
        words = f"{settings.run_id()} with {json.dumps(facts, sort_keys=True)}"
        return cls(settings, hashlib.blake2b(words.encode(), digest_size=8).hexdigest(), facts={"own": facts}, own=own)

    def packed_own(self) -> bytes:
        """The rules of one's own for another process, by value, so that a script's own functions travel too."""
        if not self.own:
            return b""
        from numba import cloudpickle

        packed: bytes = cloudpickle.dumps(dict(self.own))
        return packed

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
