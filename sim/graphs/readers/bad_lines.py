"""Which lines of a table are wrong and why: read slowly, and only after the fast reader has given up."""

from __future__ import annotations

import io
from collections.abc import Iterator

from sim.graphs.readers.files import File
from sim.graphs.readers.layout import LONGEST_LINE, Layout, fields, is_row
from sim.ground.problems import Problem

MOST = 10  # problems told at once
LONGEST_ID = 1000  # characters


def rows(data: bytes, layout: Layout) -> Iterator[tuple[int, str]]:
    """Number and text of every line that holds a row; bytes that are no UTF-8 show as question marks."""
    for number, line in enumerate(io.BytesIO(data), 1):
        if number >= layout.first_line and is_row(text := line.decode("utf-8", "replace").rstrip("\n")):
            yield number, text


def bad_lines(file: File, data: bytes, layout: Layout, ids: tuple[int, ...]) -> list[Problem]:
    """The first ten lines that cannot be read; `ids` are the columns that hold ids."""
    found: list[Problem] = []
    for number, line in rows(data, layout):
        wrong = _trouble(line, layout, ids)
        if wrong:
            found.append(file.problem(wrong, number))
        if len(found) == MOST:
            break
    return found


def _trouble(line: str, layout: Layout, ids: tuple[int, ...]) -> str:
    if len(line) > LONGEST_LINE:
        return f"a line of {len(line):,} characters"
    if "\ufffd" in line:
        return "bytes that are no UTF-8 text"
    row = fields(line, layout.separator)
    if len(row) != len(layout.columns):
        return f"{len(row)} fields where {len(layout.columns)} are expected"
    for place in ids:
        word = row[place].strip()
        if not word:
            return f'no id in column "{layout.columns[place]}"'
        if word.startswith("-") and word[1:].isdecimal():
            return f"negative id {word}"
        if len(word) > LONGEST_ID:
            return f"an id of {len(word):,} characters"
    return ""
