"""The textbook's oracles, asked of the engine: `python -m experiments.validation.docking.textbook [--quick]`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from experiments.validation.docking.textbook import contagion, opinions
from experiments.validation.docking.textbook.rows import Row, markdown

HERE = Path(__file__).parent
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"


def main() -> None:
    """Ask, print the table, and put that of a full run into the README."""
    parser = argparse.ArgumentParser(prog="python -m experiments.validation.docking.textbook", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a quarter of the work, not saved")
    args = parser.parse_args()
    rows = []
    for row in answers(0.25 if args.quick else 1.0):
        print(row.line(), flush=True)
        rows.append(row)
    text = f"{sum(row.holds for row in rows)} of {len(rows)} hold.\n\n{markdown(rows)}"
    if not args.quick:
        readme = HERE / "README.md"
        before, _, rest = readme.read_text().partition(BEGIN)
        readme.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}")


def answers(work: float) -> Iterator[Row]:
    """All rows; `work` scales copies, runs and people."""
    yield from opinions.bounded_confidence(100, max(1, int(2 * work)))
    yield from opinions.voter(int(600 * work))
    yield opinions.degroot(int(1000 * work))
    yield from contagion.enumeration(int(800 * work))
    yield from contagion.threshold(int(20_000 * work), int(600 * work))
    yield from contagion.engine_threshold(int(1000 * work))
    yield from contagion.other_code(10_000)


if __name__ == "__main__":
    main()
