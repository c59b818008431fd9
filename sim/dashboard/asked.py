"""Asked: questions stored under ids of their own, so that an address can name one and anybody can ask it again."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import re
import secrets
import shlex
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sim.compose import DEFAULT_PACK, compose
from sim.dashboard.allowed import ARM, MOST_RUNS, TOLD_APART, UPLOAD, check_words, options, placed
from sim.dashboard.kept import Kept
from sim.dashboard.stories import edited
from sim.ground.problems import Problem, Problems, raise_if_any, unknown
from sim.results.files import room_on_disk
from sim.settings import Settings
from sim.settings.identity import PAGE

FOLDER, UPLOADS = ".asked", ".uploads"
ID, RUN = re.compile(r"[0-9a-f]{12}"), re.compile(r"[0-9a-f]{16}")
QUICK = 3  # seeds of a quick answer
KEPT = 32  # questions whose settings are remembered
COMPOSING = threading.Lock()  # Hydra has one global state, and a server has several threads


@dataclass(frozen=True)
class Question:
    """What somebody asks: settings with arms, seeds 1 to `seeds` and belief rules; or stored runs to compare."""

    words: tuple[str, ...] = ()
    arms: tuple[str, ...] = ()
    seeds: int = 1
    beliefs: tuple[str, ...] = ()  # none: the one that is usual
    runs: tuple[str, ...] = ()
    created: str = dataclasses.field(default="", compare=False)

    @property
    def id(self) -> str:
        """The hash of what is asked: asked twice, it is the same."""
        asked = {key: value for key, value in dataclasses.asdict(self).items() if key != "created"}
        return hashlib.blake2b(json.dumps(asked, sort_keys=True).encode(), digest_size=6).hexdigest()

    @property
    def quick(self) -> Question:
        """The same question for a first look: three seeds, one belief rule."""
        return dataclasses.replace(self, seeds=min(self.seeds, QUICK), beliefs=self.beliefs[:1])

    def overrides(self) -> list[str]:
        """The question as overrides; an uploaded graph is still called by its hash."""
        seeds = ",".join(map(str, range(1, self.seeds + 1)))
        beliefs = [f"belief={','.join(self.beliefs)}"] if self.beliefs else []
        arms = [f"response={','.join(self.arms)}"] if self.arms else []
        return [*self.words, *arms, f"seed={seeds}", *beliefs]

    def check(self) -> None:
        """Raise `Problems` when it is no question that a browser may ask."""
        if self.runs:
            raise_if_any(Problem("runs", f'"{run[:40]}" is no run') for run in self.runs if not RUN.fullmatch(run))
            return
        found = [Problem("response", f'"{arm[:80]}" is no response') for arm in self.arms if not ARM.fullmatch(arm)]
        known = options("belief")
        found += [unknown("belief", "belief rule", name[:80], known) for name in self.beliefs if name not in known]
        if not 1 <= self.seeds <= MOST_RUNS:
            found.append(Problem("seeds", f"{self.seeds} seeds", advice=f"Allowed: 1 to {MOST_RUNS:,}."))
        raise_if_any(found)
        check_words(self.words, TOLD_APART)
        check_words(self.overrides())


@dataclass(frozen=True)
class Wanted:
    """One run that a question asks for, and whether it is stored already."""

    settings: Settings
    id: str
    place: Path
    future: str  # the same for all arms that meet the same luck and assumptions

    @property
    def stored(self) -> bool:
        """Whether a finished run stands in its place."""
        return (self.place / "manifest.json").is_file()

    @property
    def accounts(self) -> int:
        """How many ordinary accounts it has; an imported graph says so itself."""
        if not self.settings.graph.file:
            return self.settings.accounts
        page = json.loads((Path(self.settings.graph.file) / PAGE).read_text("utf-8"))
        return int(page["report"]["accounts"])

    @property
    def ticks(self) -> int:
        """How many ticks it takes, about."""
        hours = self.settings.horizon_hours + self.settings.burn_in_hours
        return max(1, round(hours * 60 / self.settings.time.minutes))


class Asked:
    """The questions of one results folder."""

    def __init__(self, results: Path | str) -> None:
        self.results = Path(results)
        self._wanted = Kept(KEPT)

    def save(self, question: Question) -> str:
        """Store a question, if it is sound, and give its id."""
        question.check()
        file = self.results / FOLDER / f"{question.id}.json"
        if not file.exists():
            now = datetime.now(UTC).isoformat(timespec="seconds")
            with room_on_disk(Path(FOLDER), "Free some room, and ask again."):
                file.parent.mkdir(parents=True, exist_ok=True)
                writing = file.with_name(f".{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
                writing.write_text(json.dumps(dataclasses.asdict(question) | {"created": now}, indent=1))
                writing.replace(file)
        return question.id

    def knows(self, question: Question) -> bool:
        """Whether somebody asked this before."""
        return (self.results / FOLDER / f"{question.id}.json").is_file()

    def load(self, asked: str) -> Question:
        """The question of an id; raises `Problems` when there is none, or it was changed."""
        if not ID.fullmatch(asked):
            raise Problems([Problem("question", f'"{asked[:40]}" is no question')])
        try:
            told = json.loads((self.results / FOLDER / f"{asked}.json").read_text())
            question = _read(told)
        except OSError:
            raise Problems([Problem("question", f"no question {asked} is stored here")]) from None
        except (ValueError, TypeError, KeyError, AttributeError):
            raise Problems([Problem("question", f"{asked} is damaged", advice="Ask it again.")]) from None
        if question.id != asked:
            raise Problems([Problem("question", f"{asked} was changed", advice="Ask it again.")])
        question.check()
        return question

    def recent(self, most: int = 10) -> list[Question]:
        """The questions asked last, newest first."""
        files = [file for file in (self.results / FOLDER).glob("*.json") if ID.fullmatch(file.stem)]
        found: list[Question] = []
        for file in sorted(files, key=lambda one: one.stat().st_mtime, reverse=True):
            try:
                found.append(self.load(file.stem))
            except Problems:
                continue
            if len(found) == most:
                break
        return found

    def wanted(self, question: Question) -> tuple[Wanted, ...]:
        """Every run that a question of settings asks for; raises `Problems` in words about the settings."""
        return self._wanted.get((question.id, _edited(question)), lambda: tuple(self._runs_of(question)))

    def command(self, question: Question) -> str:
        """The command line that asks the same, to be typed in a shell."""
        if question.runs:
            words = ["parley", "compare", *question.runs]
        else:
            words = ["parley", "run", *placed(question.overrides(), self.results / UPLOADS)]
        told = [] if self.results == Path("results") else ["--results", str(self.results)]
        return shlex.join([*words, *told])

    def _composed(self, question: Question) -> list[Settings]:
        """Composed once for each arm and rule, with one seed for all: composing is the slow part."""
        question.check()
        if question.runs:
            return []
        uploads = self.results / UPLOADS
        named = [found[1] for word in question.words if (found := UPLOAD.fullmatch(word.partition("=")[2]))]
        graphs = {str(uploads / name / "graph") for name in named}
        raise_if_any(Problem("graph", f"no upload {name} is stored here") for name in named
                     if not (uploads / name / "graph").is_dir())  # fmt: skip
        composed = composed_of(placed(dataclasses.replace(question, seeds=1).overrides(), uploads))
        for one in composed:  # whatever way a place came in, it goes no further
            if one.graph.nodes or (one.graph.file and one.graph.file not in graphs):
                raise Problems([Problem("graph", "may not be set from the browser")])
        return composed

    def _runs_of(self, question: Question) -> Iterator[Wanted]:
        for composed in self._composed(question):
            world = {name: told for name, told in composed.question().items() if name not in ("response", "seed")}
            digest = hashlib.blake2b(json.dumps(world, sort_keys=True).encode(), digest_size=8).hexdigest()
            for seed in range(1, question.seeds + 1):
                settings = dataclasses.replace(composed, seed=seed)
                run_id = settings.run_id()
                yield Wanted(settings, run_id, self.results / settings.scenario.name / run_id, f"{digest} {seed}")


def composed_of(words: list[str]) -> list[Settings]:
    """The settings of overrides, composed by one thread at a time."""
    with COMPOSING:
        return compose(words)


def _edited(question: Question) -> int:
    """When the packs that a question names were edited last: a changed story is another question to the engine."""
    names = {name for word in question.words if word.startswith("scenario=") for name in word[9:].split(",")}
    return max(edited(name) for name in names or {DEFAULT_PACK})


def _read(told: dict[str, Any]) -> Question:
    return Question(
        words=tuple(map(str, told["words"])),
        arms=tuple(map(str, told["arms"])),
        seeds=int(told["seeds"]),
        beliefs=tuple(map(str, told["beliefs"])),
        runs=tuple(map(str, told["runs"])),
        created=str(told["created"]),
    )
