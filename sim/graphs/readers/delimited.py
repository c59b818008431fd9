"""Edge lists as text: csv, tsv, txt with any separator, header or not, SNAP comments or not."""

from __future__ import annotations

import itertools
import re
from typing import Any

from sim.graphs.readers.bad_lines import LONGEST_ID, bad_lines, rows
from sim.graphs.readers.files import File
from sim.graphs.readers.layout import Layout, binary, fields, is_whole, layout_of
from sim.graphs.readers.options import ImportOptions
from sim.graphs.readers.ties import NodeTable, Ties
from sim.ground.problems import Problems

HEAD = 2_000_000  # bytes from which the layout is told
SOURCE = ("source", "src", "from", "fromnodeid")
TARGET = ("target", "dst", "to", "tonodeid")
ID = ("id", "node", "user", "account", "user_id", "name")


def read(file: File, options: ImportOptions) -> Ties:
    """Read an edge list."""
    data = _text(file)
    named = [name for name in (options.source_column, options.target_column) if name and not name.isdecimal()]
    layout = _layout(file, data, options.separator, True if named else None)
    source = layout.column(file, options.source_column, 0, SOURCE)
    target = layout.column(file, options.target_column, 1, TARGET)
    if source == target:
        raise Problems([file.problem("source and target are the same column", layout.header_line or 1)])
    table, numeric = _table(file, data, layout, (source, target))
    return Ties(table[0], table[1], notes=_notes(layout, (source, target), numeric))


def read_nodes(file: File) -> NodeTable:
    """Read a table of accounts' attributes, all of it as words."""
    data = _text(file)
    layout = _layout(file, data, None, True)
    key = layout.column(file, None, 0, ID)
    others = [place for place in range(len(layout.columns)) if place != key]
    columns, _ = _table(file, data, layout, (key,), tuple(others))
    words = {layout.columns[place]: column.to_pylist() for place, column in zip(others, columns[1:], strict=True)}
    return NodeTable(columns[0], words, lambda row: f"{file.name}, line {_line_of(row, data, layout)}")


def _text(file: File) -> bytes:
    data = file.bytes().removeprefix(b"\xef\xbb\xbf")  # the mark some spreadsheets put first
    if wrong := binary(file, data[:HEAD]):
        raise Problems([wrong])
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def _layout(file: File, data: bytes, separator: str | None, header: bool | None) -> Layout:
    return layout_of(file, data[:HEAD].decode("utf-8", "replace"), separator, header)


def _line_of(row: int, data: bytes, layout: Layout) -> int:
    return next(itertools.islice(rows(data, layout), row, None))[0]


def _table(
    file: File, data: bytes, layout: Layout, ids: tuple[int, ...], others: tuple[int, ...] = ()
) -> tuple[list[Any], bool]:
    """The id columns (as numbers if all are) and the other columns (as words), and whether ids are numbers."""
    import pyarrow as pa

    first = next(rows(data, layout), None)
    if first is None:
        raise Problems([file.problem("no edges" if len(ids) == 2 else "no rows")])
    sample = fields(first[1], layout.separator)
    numeric = len(sample) > max(ids) and all(is_whole(sample[place]) for place in ids)
    try:
        try:
            table = _read(data, layout, ids, others, numeric)
        except pa.ArrowInvalid:
            numeric = False
            table = _read(data, layout, ids, others, numeric)
    except pa.ArrowInvalid as error:
        wrong = bad_lines(file, data, layout, ids)
        raise Problems(wrong or [file.problem(str(error).splitlines()[0])]) from None
    if any(_suspicious(column, numeric) for column in table[: len(ids)]):
        wrong = bad_lines(file, data, layout, ids)
        if wrong:
            raise Problems(wrong)
    return table, numeric


def _read(data: bytes, layout: Layout, ids: tuple[int, ...], others: tuple[int, ...], numeric: bool) -> list[Any]:
    import pyarrow as pa
    from pyarrow import csv

    names = [str(place) for place in range(len(layout.columns))]  # names in a header may repeat
    pool = pa.system_memory_pool()  # pyarrow's own spends as long on giving memory back as on reading
    kinds = {names[place]: pa.int64() if numeric and place in ids else pa.string() for place in (*ids, *others)}
    table = csv.read_csv(
        pa.py_buffer(_body(data, layout)),
        read_options=csv.ReadOptions(column_names=names),
        parse_options=csv.ParseOptions(delimiter=layout.separator),
        convert_options=csv.ConvertOptions(
            column_types=kinds, include_columns=list(kinds), null_values=[""], strings_can_be_null=True
        ),
        memory_pool=pool,
    )
    return [table.column(name).combine_chunks(memory_pool=pool) for name in kinds]


def _body(data: bytes, layout: Layout) -> memoryview | bytes:
    """The rows alone, without what comes before them and without comments between them."""
    start = 0
    for _ in range(layout.first_line - 1):
        start = data.find(b"\n", start) + 1
    body: memoryview | bytes = memoryview(data)[start:]
    if any(sign in data and data.find(b"\n" + sign, start) >= 0 for sign in (b"#", b"%")):
        body = re.sub(rb"(?m)^[#%].*\n?", b"", body)
    if layout.separator == " ":
        body = re.sub(rb"(?m)^ +| +$", b"", re.sub(rb"[ \t]+", b" ", body))
    return body


def _suspicious(column: Any, numeric: bool) -> bool:
    import pyarrow.compute as pc

    if column.null_count:
        return True
    least = pc.min(column).as_py() if numeric else 0
    longest = 0 if numeric else pc.max(pc.utf8_length(column)).as_py() or 0
    return (least is not None and least < 0) or longest > LONGEST_ID


def _notes(layout: Layout, used: tuple[int, int], numeric: bool) -> list[str]:
    header = f"header in line {layout.header_line}" if layout.header_line else "no header"
    mark = {"\t": "tab", " ": "blanks", ",": "comma", ";": "semicolon", "|": "bar"}.get(layout.separator)
    names = " and ".join(f'"{layout.columns[place]}"' for place in used)
    notes = [f"{header}; separator {mark or layout.separator}; source and target in columns {names}"]
    others = [name for place, name in enumerate(layout.columns) if place not in used]
    if others:
        notes.append(f"columns not used: {', '.join(others)}")
    if not numeric:
        notes.append("ids are text: not every one is a whole number")
    return notes
