"""The main job on real input, through the door that users take: `python -m experiments.validation.main_job`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

from sim import RunResult, load_run

HERE = Path(__file__).parent
TWITTER = HERE.parents[3] / "shared/data/ego-twitter/edges.csv.gz"
RESPONSES = ("none", "fast_statement", "debunk", "fast_with_partners")
DIRECTION = "source follows target"
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"


class Job(NamedTuple):
    """One command that a user types, and what it took and left."""

    what: str
    wall: float  # seconds, imports and comparison included
    cpu: float  # seconds of all its processes
    runs: tuple[RunResult, ...]


def main() -> None:
    """Import the graph, run one run alone on one core, then all of them on two, and tell what it took."""
    args = read()
    if not args.graph.exists():
        sys.exit(f"No graph at {args.graph}: nothing is measured.")
    seeds = ",".join(str(seed) for seed in range(1, args.seeds + 1))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        graph = place / "graph"
        parley("import", str(args.graph), "--direction", DIRECTION, "--out", str(graph))
        words = ["run", "scenario=embassy_rumour", f"graph={graph}", f"time.days={args.days:g}", "--plain"]
        alone = timed("one run alone on one core", ["taskset", "-c", "0"], [*words, "seed=1"], place / "alone")
        print(markdown([alone]), flush=True)
        many = [*words, f"seed={seeds}", f"response={','.join(RESPONSES)}", "--workers", str(args.workers)]
        count = args.seeds * len(RESPONSES)
        whole = timed(f"{count} runs, {args.workers} workers", [], many, place / "all")
        print(text := markdown([alone, whole]))
    if args.save:
        into_readme(text)


def read() -> argparse.Namespace:
    """What was typed."""
    parser = argparse.ArgumentParser(prog="python -m experiments.validation.main_job", description=__doc__)
    parser.add_argument("--graph", type=Path, default=TWITTER, help="edge list where source follows target")
    parser.add_argument("--days", type=float, help="simulated days after 3 of burn-in (14)")
    parser.add_argument("--seeds", type=int, help="seeds for each of four responses (5)")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--quick", action="store_true", help="half a day, one seed, not saved")
    args = parser.parse_args()
    usual = (0.5, 1) if args.quick else (14.0, 5)
    for name, value in zip(("days", "seeds"), usual, strict=True):
        if getattr(args, name) is None:
            setattr(args, name, value)
    args.save = not args.quick
    return args


def parley(*words: str, before: Sequence[str] = ()) -> None:
    """The command as typed; stops with its own words when it fails."""
    done = subprocess.run([*before, sys.executable, "-m", "sim", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"parley {' '.join(words)} failed:\n{done.stderr}")


def timed(what: str, before: list[str], words: list[str], results: Path) -> Job:
    """Carry out a command and read back the runs that it stored."""
    began, spent = perf_counter(), _spent()
    parley(*words, "--results", str(results), before=before)
    wall, cpu = perf_counter() - began, _spent() - spent
    manifests = sorted(results.glob("embassy_rumour/*/manifest.json"))
    return Job(what, wall, cpu, tuple(load_run(file.parent) for file in manifests))


def _spent() -> float:
    times = os.times()
    return times.children_user + times.children_system


def markdown(jobs: Sequence[Job]) -> str:
    """What the commands took, as a table, and on which machine."""
    first = jobs[0].runs[0].manifest
    machine, versions = jobs[-1].runs[0].manifest["machine"], first["versions"]
    lines = [
        f"{first['accounts']:,} accounts, {first['follows']:,} follows, {first['ticks']:,} ticks of 15 minutes. "
        f"{machine['cpu']}, {machine['cores']} cores, {machine['memory_gb']:.0f} GB; "
        f"Python {versions['python']}, numpy {versions['numpy']}, numba {versions['numba']}.",
        "",
        "| | " + " | ".join(job.what for job in jobs) + " |",
        "|---|" + "---|" * len(jobs),
    ]
    rows = [_figures(job) for job in jobs]
    return "\n".join(lines + [f"| {name} | {' | '.join(row[name] for row in rows)} |" for name in rows[0]])


def _figures(job: Job) -> dict[str, str]:
    manifests = [run.manifest for run in job.runs]

    def middle(*path: str) -> float:
        return median(_at(manifest, path) for manifest in manifests)

    return {
        "wall time of the command, s": f"{job.wall:.0f}",
        "CPU time of the command, s": f"{job.cpu:.0f}",
        "CPU time for each run, s": f"{job.cpu / len(manifests):.1f}",
        "simulation of a run, wall, s (median)": f"{middle('times', 'simulate'):.1f}",
        "building of a run, wall, s (median)": f"{middle('times', 'build'):.1f}",
        "checkpoints of a run, wall, s (median)": f"{middle('times', 'checkpoint'):.1f}",
        "peak memory of a run, MB (most)": f"{max(manifest['peak_memory_mb'] for manifest in manifests):,.0f}",
        "visits a second of simulation": f"{middle('per_second', 'visits'):,.0f}",
        "exposures a second": f"{middle('per_second', 'exposures'):,.0f}",
        "deliveries a second": f"{middle('per_second', 'deliveries'):,.0f}",
        "visits of a run": f"{middle('counts', 'visits'):,.0f}",
        "exposures of a run": f"{middle('counts', 'exposures'):,.0f}",
        "deliveries of a run": f"{middle('counts', 'deliveries'):,.0f}",
    }


def _at(manifest: dict[str, Any], path: Sequence[str]) -> float:
    value: Any = manifest
    for name in path:
        value = value[name]
    return float(value)


def into_readme(text: str) -> None:
    """Put the table between the marks of the study's README."""
    readme = HERE / "README.md"
    before, _, rest = readme.read_text().partition(BEGIN)
    readme.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}")


if __name__ == "__main__":
    main()
