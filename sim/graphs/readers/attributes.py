"""A table of what is known of accounts becomes columns: country, language, opinion, group and kind."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np

from sim.graphs.readers.numbering import places
from sim.graphs.readers.ties import NodeTable
from sim.ground.problems import Problem, Problems, unknown
from sim.ground.types import AnyArray
from sim.state.codes import OPINION_GROUPS, Kind

WORDS = {"country": "country", "language": "language", "side": "group", "group": "group", "party": "group"}
MOST_WORDS = 127  # countries or languages; a code fits in one byte
MOST = 10  # problems told at once


class Attributes:
    """Columns, words and notes, gathered from a node table; missing values get the default that a note states."""

    def __init__(self, ids: Any, table: NodeTable) -> None:
        self.table = table
        self.row = places(ids, table.ids)  # (row of the table), place of its account, -1 = unknown
        self.n = len(ids)
        self.columns: dict[str, AnyArray] = {}
        self.words: dict[str, tuple[str, ...]] = {}
        self.notes: list[str] = []
        self.problems: list[Problem] = []
        self._join()

    def _join(self) -> None:
        strangers = int(np.count_nonzero(self.row < 0))
        if strangers:
            self.notes.append(f"rows of the node table whose id is in no edge: {strangers:,}, left out")
        repeated = len(self.row) - strangers - len(np.unique(self.row[self.row >= 0]))
        if repeated:
            self.notes.append(f"rows of the node table that repeat an id: {repeated:,}, the last one counts")
        unused = []
        for name, values in self.table.columns.items():
            plain = name.strip().casefold()
            if plain in WORDS:
                self._words(WORDS[plain], name, values)
            elif plain in ("opinion", "kind"):
                read = _opinion if plain == "opinion" else _kind
                self._values(plain, name, [self._read(read, name, row, value) for row, value in enumerate(values)])
            else:
                unused.append(name)
        if unused:
            self.notes.append(f"attributes not used: {', '.join(unused)}")
        if self.problems:
            raise Problems(self.problems[:MOST])

    def _read(self, read: Any, name: str, row: int, value: str | None) -> float | None:
        if value is None or self.row[row] < 0:
            return None
        found = read(value)
        if isinstance(found, Problem):
            where = f'{self.table.place(row)}, column "{name}"' if len(self.problems) < MOST else name
            self.problems.append(Problem(where, found.found, found.known, found.advice))
            return None
        return float(found)

    def _words(self, column: str, name: str, values: list[str | None]) -> None:
        known = [value for value, row in zip(values, self.row, strict=True) if value is not None and row >= 0]
        words = tuple(word for word, _ in Counter(known).most_common())
        if column == "group" and len(words) > OPINION_GROUPS:
            self.notes.append(f"{name}: the two most frequent of {len(words)} are kept, others count as missing")
            words = words[:OPINION_GROUPS]
        if len(words) > MOST_WORDS:
            advice = f"At most {MOST_WORDS} are allowed."
            self.problems.append(Problem(f'column "{name}"', f"{len(words):,} different words", advice=advice))
            return
        words = tuple(sorted(words))
        code = {word: place for place, word in enumerate(words)}
        self.words[column] = words
        self._values(column, name, [code.get(value) if value is not None else None for value in values])

    def _values(self, column: str, name: str, values: list[Any]) -> None:
        given = [(row, value) for row, value in zip(self.row, values, strict=True) if row >= 0 and value is not None]
        if not given:
            self.notes.append(f"no account has {name}")
            return
        rows = np.array([row for row, _ in given], np.int64)
        found = np.array([value for _, value in given], np.float64)
        usual = 0.0  # a neutral opinion, a citizen
        if column in WORDS.values():
            usual = float(np.bincount(found.astype(np.int64)).argmax())
        filled = np.full(self.n, usual)
        filled[rows] = found
        self.columns[column] = filled.astype(np.float32 if column == "opinion" else np.int8)
        missing = self.n - len(np.unique(rows))
        if missing:
            self.notes.append(f"accounts without {name}: {missing:,}, taken as {self._named(column, usual)}")

    def _named(self, column: str, value: float) -> str:
        if column == "opinion":
            return "neutral (0)"
        if column == "kind":
            return Kind(int(value)).name.lower()
        return f'"{self.words[column][int(value)]}", the most frequent'


def _opinion(word: str) -> float | Problem:
    try:
        value = float(word)
    except ValueError:
        return Problem("", f'"{word}" is no number')
    return value if -1.0 <= value <= 1.0 else Problem("", f"{word} is out of range", advice="Allowed: -1 to 1.")


def _kind(word: str) -> float | Problem:
    names = [kind.name.lower() for kind in Kind]
    plain = word.strip().lower().replace(" ", "_").replace("-", "_")
    return float(names.index(plain)) if plain in names else unknown("", "kind of account", word, names)
