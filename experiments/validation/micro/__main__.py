"""Micro-effects: `python -m experiments.validation.micro [--quick]`; published effect sizes looked for in runs."""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from experiments.validation.micro import feeds, surveys
from experiments.validation.micro.effects import Row, rows

HERE = Path(__file__).parent
STUDIES = (feeds.delays, feeds.note, feeds.corrections, feeds.campaign, surveys.survey_effects, surveys.fading)
FULL, QUICK = 5, 2  # seeds


def main() -> None:
    """Run the experiments, print the table, and keep that of a full run."""
    parser = argparse.ArgumentParser(prog="python -m experiments.validation.micro", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="2 seeds, not saved")
    quick = parser.parse_args().quick
    values: dict[str, list[float]] = {}
    for study in STUDIES:
        for seed in range(1, (QUICK if quick else FULL) + 1):
            for name, value in study(seed).items():
                values.setdefault(name, []).append(float(value))
    table = rows(values)
    for row in table:
        print(f"| {row.fact} | {row.case} | {row.published} | {row.found:.4g} | {row.verdict} |", flush=True)
    if not quick:
        with (HERE / "values.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([Row._fields, *table])


if __name__ == "__main__":
    main()
