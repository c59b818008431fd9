"""Told: how a job stands, by what it was asked, what it said last, and whether its process still lives."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sim.dashboard import apart

ACTIVE = ("waiting", "running", "stopping")
ENDS = ("done", "failed", "problems", "stopped")  # what a command says last
CUT_OFF = "cut off"  # its process is gone without a last word
SAID = 4000  # signs of its output that are shown


@dataclass(frozen=True)
class Job:
    """A job as it stands at one moment. `state` is one of ACTIVE, ENDS or CUT_OFF."""

    id: str
    state: str
    words: tuple[str, ...]
    question: str = ""
    workers: int = 1
    created: str = ""
    queued: int = 0  # place in the line, in ns
    stop_asked: float = math.inf  # when somebody wished that it stop, in s
    share: float = 0.0  # of the work, 0 to 1
    seconds: float = 0.0
    left: float | None = None  # seconds, if it can tell
    runs: int = 0
    finished: int = 0
    under_way: dict[str, float] = field(default_factory=dict)
    finished_ids: tuple[str, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()  # run, reason
    problems: tuple[str, ...] = ()
    comparison: str = ""
    out: str = ""  # the end of what it printed

    @property
    def active(self) -> bool:
        """Whether it waits or works."""
        return self.state in ACTIVE


def read_job(folder: Path) -> Job | None:
    """The job in a folder; None when no job is there."""
    asked = _mapping(folder / "job.json")
    if not isinstance(asked.get("words"), list):
        return None
    process, told = apart.claimed(folder / "claim"), _mapping(folder / "tell.json")
    stop = _time_of(folder / "stop")
    state = _state(process, told, stop < math.inf)
    return Job(
        id=folder.name,
        state=state,
        words=tuple(map(str, asked["words"])),
        question=str(asked.get("question", "")),
        workers=_whole(asked.get("workers")) or 1,
        created=str(asked.get("created", "")),
        queued=_whole(asked.get("queued")),
        stop_asked=stop,
        out=_end_of(folder / "out.txt"),
        **_progress(told, state),
    )


def _state(process: apart.Process | None, told: dict[str, Any], stop: bool) -> str:
    if process is None:
        return "stopped" if stop else "waiting"
    if process.alive:
        return "stopping" if stop else "running"
    if told.get("state") in ENDS:
        return str(told["state"])
    return "stopped" if stop else CUT_OFF


def _progress(told: dict[str, Any], state: str) -> dict[str, Any]:
    """What the command said of its progress, as far as it can be read."""
    left, under_way = told.get("left"), told.get("under_way")
    failures = [one for one in _list(told.get("failures")) if isinstance(one, dict)]
    return {
        "share": 1.0 if state == "done" else min(1.0, max(0.0, _number(told.get("share")))),
        "seconds": _number(told.get("seconds")),
        "left": _number(left) if isinstance(left, int | float) and state == "running" else None,
        "runs": _whole(told.get("runs")),
        "finished": _whole(told.get("finished")),
        "under_way": {str(run): _number(share) for run, share in under_way.items()} if isinstance(under_way, dict)
        else {},
        "finished_ids": tuple(map(str, _list(told.get("finished_ids")))),
        "failures": tuple((str(one.get("run", "")), str(one.get("reason", ""))) for one in failures),
        "problems": tuple(map(str, _list(told.get("problems")))),
        "comparison": str(told.get("comparison") or ""),
    }  # fmt: skip


def _mapping(file: Path) -> dict[str, Any]:
    """What a JSON file says; nothing when it is missing or broken."""
    try:
        told = json.loads(file.read_text())
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _end_of(file: Path) -> str:
    try:
        with file.open("rb") as out:
            out.seek(max(0, file.stat().st_size - SAID))
            return out.read().decode("utf-8", "replace").strip()
    except OSError:
        return ""


def _time_of(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return math.inf


def _number(value: Any) -> float:
    usable = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if usable else 0.0


def _whole(value: Any) -> int:
    return int(_number(value)) if not isinstance(value, int) or isinstance(value, bool) else value


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
