"""How a text table is laid out, told from its first lines: comments, separator, header, columns."""

from __future__ import annotations

import csv
import io
import itertools
from collections import Counter
from dataclasses import dataclass

from sim.graphs.readers.files import File
from sim.ground.problems import Problem, Problems, unknown

COMMENTS = ("#", "%")  # of SNAP and Konect
SEPARATORS = ("\t", ",", ";", "|")
SAMPLE = 100  # lines looked at
LONGEST_LINE = 100_000  # characters; no edge is longer
EDGE_WORDS = {
    *("source", "target", "src", "dst", "from", "to", "follower", "followee", "followed", "user", "friend"),
    *("id", "node", "account", "id1", "id2", "node1", "node2", "node_1", "node_2", "user1", "user2", "u", "v"),
    *("user_id", "follower_id", "followee_id", "source_id", "target_id", "fromnodeid", "tonodeid"),
}


@dataclass(frozen=True)
class Layout:
    """Where the rows begin and what separates their fields; columns without a header are named 1, 2, 3 ..."""

    separator: str  # a space stands for any run of blanks
    columns: tuple[str, ...]
    header_line: int  # 0 = none
    first_line: int  # line of the first row

    def column(self, file: File, wanted: str | None, otherwise: int, aliases: tuple[str, ...]) -> int:
        """Place of a column, by its name, its number from 1, an alias, or where it stands usually."""
        named = [place for place, name in enumerate(self.columns) if name.casefold() in aliases]
        if wanted is None and named and self.header_line:
            return named[0]
        if wanted in self.columns:
            return self.columns.index(wanted)
        number = wanted or str(otherwise + 1)
        if number.isdecimal() and 1 <= int(number) <= len(self.columns):
            return int(number) - 1
        where = f"{file.name}, line {self.header_line or self.first_line}"
        raise Problems([unknown(where, "column", number, self.columns)])


def layout_of(file: File, text: str, separator: str | None, header: bool | None) -> Layout:
    """The layout of a table that begins with `text`; None is told from the lines."""
    numbered = enumerate(io.StringIO(text, newline="\n"), 1)
    told = ((number, line.rstrip("\n")) for number, line in numbered if is_row(line))
    lines = list(itertools.islice(told, SAMPLE))
    if not lines:
        raise Problems([file.problem("no rows", advice="Is it the right file?")])
    too_long = [number for number, line in lines if len(line) > LONGEST_LINE]
    if too_long:
        raise Problems([file.problem(f"a line of more than {LONGEST_LINE:,} characters", too_long[0])])
    mark = separator or _separator([line for _, line in lines])
    rows = [fields(line, mark) for _, line in lines] if mark else []
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        line = lines[0][1][:40]
        advice = 'Known: tab, comma, semicolon, bar, blank; say another one with separator="...".'
        raise Problems([file.problem(f'no separator between fields in "{line}"', lines[0][0], advice)])
    if header or (header is None and _has_header(rows)):
        following = lines[1][0] if len(lines) > 1 else lines[0][0] + 1
        return Layout(mark, tuple(name.strip() for name in rows[0]), lines[0][0], following)
    numbers = (str(place + 1) for place in range(widths.most_common(1)[0][0]))
    return Layout(mark, tuple(numbers), 0, lines[0][0])


def is_row(line: str) -> bool:
    """Whether a line holds data (or the header): neither blank nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith(COMMENTS)


def fields(line: str, separator: str) -> list[str]:
    """The fields of one line."""
    return line.split() if separator == " " else next(csv.reader([line], delimiter=separator))


def is_whole(word: str) -> bool:
    """Whether a word is a whole number."""
    return word.strip().removeprefix("-").isdecimal()


def _separator(lines: list[str]) -> str:
    found = {mark: sum(mark in line for line in lines) for mark in SEPARATORS}
    found[" "] = sum(len(line.split()) > 1 for line in lines)
    for mark, times in found.items():
        if 2 * times > len(lines):
            return mark
    mark = max(found, key=found.__getitem__)  # most lines are broken, but which ones must be told
    return mark if found[mark] else ""


def _has_header(rows: list[list[str]]) -> bool:
    first, rest = rows[0], rows[1:]
    if any(is_whole(word) for word in first):
        return False
    numbers = any(is_whole(word) for row in rest for word in row[:2])
    return numbers or any(word.strip().casefold() in EDGE_WORDS for word in first)


def binary(file: File, head: bytes) -> Problem | None:
    """The problem of a file that is no text, if it is none."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return file.problem("text in UTF-16", 1, "Save it as UTF-8.")
    if b"\0" in head:
        return file.problem("no text but binary data", 1, "Known: csv, tsv, txt, graphml, gexf, net, json, parquet.")
    return None
