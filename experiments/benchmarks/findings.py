"""Findings: every number of every round, by task and value, and what could not be measured."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from statistics import median


class Findings:
    """Numbers by task and by name of the value, in the order in which they were measured."""

    def __init__(self) -> None:
        self.numbers: dict[str, dict[str, list[float]]] = {}
        self.missing: dict[str, str] = {}

    def add(self, task: str, values: Mapping[str, float | list[float]]) -> None:
        """Keep what one round of a task has found."""
        for name, value in values.items():
            kept = self.numbers.setdefault(task, {}).setdefault(name, [])
            kept += value if isinstance(value, list) else [value]

    def of(self, task: str, value: str) -> list[float]:
        """All numbers of a value; none if it was not measured."""
        return self.numbers.get(task, {}).get(value, [])

    def ratio(self, over: tuple[str, str], under: tuple[str, str]) -> list[float]:
        """One value over another, round by round, or of their medians where their rounds are not the same."""
        ours, theirs = self.of(*over), self.of(*under)
        if not ours or not theirs:
            return []
        if len(ours) != len(theirs):
            return [median(ours) / median(theirs)]
        return [a / b for a, b in zip(ours, theirs, strict=True)]

    def before(self, older: Findings) -> Findings:
        """These findings, and the older ones of every task that was not measured anew."""
        whole = Findings()
        whole.numbers = older.numbers | self.numbers
        whole.missing = {task: why for task, why in (older.missing | self.missing).items() if task not in whole.numbers}
        return whole

    def write(self, file: Path) -> None:
        """Every number as a row of a CSV file, and what is missing with its reason."""
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["task", "value", "turn", "number"])
            for task, values in self.numbers.items():
                for value, numbers in values.items():
                    writer.writerows([task, value, turn, f"{number:.6g}"] for turn, number in enumerate(numbers, 1))
            writer.writerows([task, "missing", 0, reason] for task, reason in self.missing.items())

    @classmethod
    def read(cls, file: Path) -> Findings:
        """What `write` has written."""
        found = cls()
        with file.open(newline="") as rows:
            for row in csv.DictReader(rows):
                if row["value"] == "missing":
                    found.missing[row["task"]] = row["number"]
                else:
                    found.add(row["task"], {row["value"]: float(row["number"])})
        return found
