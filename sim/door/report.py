"""Reports: what came out of a run and what it took; what a comparison found, in words and tables."""

from __future__ import annotations

from collections.abc import Sequence

from sim.compare import AcrossBeliefs, Comparison
from sim.compare.measures import measures_of
from sim.compare.table import every_measure, rules, tables
from sim.compare.words import NEVER, figure
from sim.door.screen import Screen
from sim.results import RunResult

OUTCOMES = ("false_belief_average", "false_belief_peak", "false_belief_share", "false_reach", "cost", "staff_hours",
            "voices_lowered", "wrongful_removals")  # fmt: skip
PER_SECOND = ("visits", "exposures", "deliveries")


def outcome(screen: Screen, run: RunResult) -> None:
    """One run: its main outcomes."""
    screen.show(f"\n{run.scenario}, {run.manifest['response_label']}, seed {run.seed}")
    for measure in measures_of([run]).values():
        if measure.metric in OUTCOMES and not measure.segment:
            unit = f" {measure.unit}" if measure.unit in ("€", "h") else ""
            screen.show(f"  {measure.label:<48} {figure(run.final[measure.name], measure.unit):>10}{unit}")


def effort(screen: Screen, runs: Sequence[RunResult], seconds: float) -> None:
    """What the runs took: seconds, memory, and work done per second of simulation."""
    made = [run for run in runs if not run.from_disk]
    stored = len(runs) - len(made)
    if stored:
        screen.show(f"\n{_count(stored)} answered from disk; --fresh simulates anew.")
    if not made:
        return
    peak = max(run.manifest["peak_memory_mb"] for run in made)
    simulated = sum(run.manifest["times"]["simulate"] for run in made)
    rates = [f"{_short(sum(run.manifest['counts'][name] for run in made) / simulated)} {name}" for name in PER_SECOND]
    screen.show(f"\n{_count(len(made))} in {seconds:.1f} s, {simulated / len(made):.1f} s of simulation each, "
                f"peak memory {peak:,.0f} MB. Each second of simulation: {', '.join(rates)}.")  # fmt: skip


def comparison(screen: Screen, found: Comparison, everything: bool = False) -> None:
    """The answers side by side, for whom, what they take, and the answer in words."""
    first = found.paired.of(found.baseline)[0]
    screen.show(f"\n{len(found.arms)} answers, each in the same {found.counted}; "
                f"{first.manifest['accounts']:,} accounts; baseline “{found.labels[found.baseline]}”.\n")  # fmt: skip
    started = before(found)
    if started is not None:
        screen.show(f"Before the first hour {figure(started, 'share of people')} held the falsehood to be true.\n")
    for table in [*tables(found, screen.plain), *([every_measure(found, screen.plain)] if everything else [])]:
        screen.show(table)
        screen.show()
    screen.show(f"{found.headline}\n{NEVER}")


def before(found: Comparison) -> float | None:
    """Mean share of believers of the ranked claim at hour 0 of the baseline; None where it is no matter of belief."""
    main = found.measures[found.measure]
    column = f"false_belief_share.{main.part}"
    runs = found.paired.of(found.baseline)
    if not main.metric.startswith("false_belief") or any(column not in run.metrics for run in runs):
        return None
    return float(sum(run.series(column)[0] for run in runs) / len(runs))


def across(screen: Screen, found: AcrossBeliefs) -> None:
    """Whether the ranking survives the belief rules."""
    screen.show()
    screen.show(rules(found, screen.plain))
    screen.show(found.headline)


def _count(runs: int) -> str:
    return f"{runs} run{'s' if runs > 1 else ''}"


def _short(number: float) -> str:
    if number >= 1e6:
        return f"{number / 1e6:.1f} M"
    return f"{number / 1e3:.0f} k" if number >= 1e3 else f"{number:.0f}"
