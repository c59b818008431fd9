"""Apart: a program in a session of its own, claimed once, held to limits, and known again by its time of birth.

It is started as `python -m sim.dashboard.apart CLAIM LIMITS COMMAND...`. That process writes its own number and
birth into the file CLAIM, which only one can, and then becomes the command: so whoever started it may die at any
moment, and nothing runs twice.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parents[2]
PROC = Path("/proc")
TAKEN = 75  # exit code of one who came too late
CHILDREN: list[subprocess.Popen[bytes]] = []  # begun here, and not yet taken leave of


@dataclass(frozen=True)
class Process:
    """A process that may have ended, and whose number another may bear by now."""

    pid: int
    born: str

    @property
    def alive(self) -> bool:
        """Whether this very process still runs."""
        return bool(self.born) and born(self.pid) == self.born

    def end(self, kind: signal.Signals) -> None:
        """Send a signal to its group; the last one, to everything in its session."""
        if not self.alive:
            return
        others = _session(self.pid) if kind is signal.SIGKILL else []
        for pid in others:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(pid, kind)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, kind)


def start(command: list[str], claim: Path, out: Path, limits: dict[str, int] | None = None) -> subprocess.Popen[bytes]:
    """Start a command apart; it claims the file, and writes whatever it says into `out`."""
    paths = [str(PACKAGE), *filter(None, [os.environ.get("PYTHONPATH")])]  # the same code as ours
    line = [sys.executable, "-m", "sim.dashboard.apart", str(claim), json.dumps(limits or {}), *command]
    with out.open("ab") as heard:
        child = subprocess.Popen(
            line,
            stdin=subprocess.DEVNULL,
            stdout=heard,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        )
    CHILDREN.append(child)
    return child


def take_leave() -> None:
    """Ask after every process that was begun here, so that the system may forget those which have ended."""
    for child in list(CHILDREN):
        if child.poll() is not None:
            with suppress(ValueError):  # another thread has done it
                CHILDREN.remove(child)


def claimed(claim: Path) -> Process | None:
    """The process that claimed a file; None when nobody has."""
    try:
        told = json.loads(claim.read_text())
        return Process(int(told["pid"]), str(told["born"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        return Process(0, "")  # damaged: somebody had it, and nobody can be found


def give_up(claim: Path) -> None:
    """Claim a file for nobody, if nobody has it: what was started has ended without a word."""
    with suppress(OSError):
        claim.touch(exist_ok=False)


def born(pid: int) -> str:
    """The birth of a living process, with the start of the machine before it; empty when there is none."""
    if pid <= 0:
        return ""
    if not (PROC / "self" / "stat").exists():
        return _born_by_ps(pid)
    facts = _stat(pid)
    if not facts or facts[0] in "ZX":  # it has ended, and only its parent has not asked yet
        return ""
    with suppress(OSError):
        return f"{(PROC / 'sys/kernel/random/boot_id').read_text().strip()} {facts[19]}"
    return facts[19]


def _stat(pid: int | str) -> list[str]:
    """State, parent, group, session ... of a process, as proc(5) orders them after the name."""
    try:
        return (PROC / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def _session(leader: int) -> list[int]:
    """Every process in the session of a leader; the leader alone where that cannot be told."""
    numbers = [entry.name for entry in PROC.iterdir() if entry.name.isdigit()] if PROC.is_dir() else []
    found = [int(number) for number in numbers if (facts := _stat(number)) and facts[3] == str(leader)]
    return found or [leader]


def _born_by_ps(pid: int) -> str:
    done = subprocess.run(["ps", "-o", "stat=,lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
    state, _, when = done.stdout.strip().partition(" ")
    return "" if state.startswith("Z") else when.strip()


def _claim(file: Path) -> bool:
    """Put one's number and birth into a file that must not be there yet."""
    writing = file.with_name(f".{file.name}.{os.getpid()}")
    writing.write_text(json.dumps({"pid": os.getpid(), "born": born(os.getpid())}))
    try:
        os.link(writing, file)
    except OSError:  # somebody has it, or its folder is gone
        return False
    finally:
        writing.unlink(missing_ok=True)
    return True


def _hold_to(limits: dict[str, Any]) -> None:
    import resource

    for name, kind in (("memory", "RLIMIT_AS"), ("cpu", "RLIMIT_CPU"), ("file", "RLIMIT_FSIZE")):
        if name in limits:
            number = getattr(resource, kind)
            with suppress(ValueError, OSError):  # a system may hold us to less already
                resource.setrlimit(number, (limits[name], limits[name]))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(int(limits.get("nice", 0)))


def main() -> None:
    """Claim, take on the limits, and become the command."""
    claim, limits, *command = sys.argv[1:]
    if not _claim(Path(claim)):
        sys.exit(TAKEN)
    _hold_to(json.loads(limits))
    sys.stdout.flush()
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
