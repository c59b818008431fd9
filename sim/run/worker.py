"""A worker: a process of its own that carries out one run after another for its parent.

It is started as a plain program, not forked, so that the parent's own script needs no guard and threads of
numba do not get lost. Messages are pickles over its input and output.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import traceback
from dataclasses import dataclass
from typing import BinaryIO

from sim.ground.problems import Problems
from sim.run.job import Job
from sim.run.one import answer


@dataclass(frozen=True)
class Telling:
    """Progress that goes to the parent."""

    out: BinaryIO

    def say(self, text: str) -> None:
        """Pass a sentence on."""
        tell(self.out, "say", text)

    def at(self, run: str, done: int, total: int) -> None:
        """Pass the place in a run on."""
        tell(self.out, "at", run, done, total)


def tell(out: BinaryIO, *message: object) -> None:
    """Send one message."""
    pickle.dump(message, out)
    out.flush()


def main() -> None:
    """Take jobs until the parent closes the line or dies."""
    orders, out = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anybody prints must not come between the messages
    try:
        while True:
            settings, fresh, name, facts, own = pickle.load(orders)
            try:
                job = Job(settings, name, facts=facts, own=pickle.loads(own) if own else {})
                done = answer(job, fresh=fresh, progress=Telling(out))
                tell(out, "done", done)
            except Problems as problems:
                tell(out, "problems", problems)
            except BrokenPipeError:
                raise
            except Exception:
                tell(out, "failed", traceback.format_exc())
            gc.collect()  # a model and its parts refer to each other; without this the next run would need more memory
    except (EOFError, BrokenPipeError):
        return


if __name__ == "__main__":
    main()
