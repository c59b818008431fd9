"""Results: one finished run on disk, whole or not at all, with everything needed to trust and repeat it."""

from sim.results.found import RunResult, find_run, finished_runs, load_run
from sim.results.provenance import machine, peak_memory_mb, versions
from sim.results.store import Outcome, mend, place_of, write_run

__all__ = [
    "Outcome",
    "RunResult",
    "find_run",
    "finished_runs",
    "load_run",
    "machine",
    "mend",
    "peak_memory_mb",
    "place_of",
    "versions",
    "write_run",
]
