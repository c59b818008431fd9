"""Edge lists and node tables as Parquet."""

from __future__ import annotations

from typing import Any

from sim.graphs.readers.files import File
from sim.graphs.readers.layout import Layout
from sim.graphs.readers.options import ImportOptions
from sim.graphs.readers.ties import NodeTable, Ties
from sim.ground.problems import Problem, Problems

SOURCE = ("source", "src", "from")
TARGET = ("target", "dst", "to")
ID = ("id", "node", "user", "account", "user_id", "name")


def read(file: File, options: ImportOptions) -> Ties:
    """Read an edge list."""
    table = _table(file)
    layout = Layout("", tuple(table.column_names), 1, 1)
    source = layout.column(file, options.source_column, 0, SOURCE)
    target = layout.column(file, options.target_column, 1, TARGET)
    if source == target:
        raise Problems([file.problem("source and target are the same column")])
    used = [table.column_names[place] for place in (source, target)]
    others = [name for name in table.column_names if name not in used]
    notes = [f"columns not used: {', '.join(others)}"] if others else []
    ends = [_ids(file, table, name) for name in used]
    if not len(ends[0]):
        raise Problems([file.problem("no edges")])
    return Ties(ends[0], ends[1], notes=notes)


def read_nodes(file: File) -> NodeTable:
    """Read a table of accounts' attributes, all of it as words."""
    import pyarrow as pa

    table = _table(file)
    key = table.column_names[Layout("", tuple(table.column_names), 1, 1).column(file, None, 0, ID)]
    others = [name for name in table.column_names if name != key]
    words = {name: table.column(name).cast(pa.string()).to_pylist() for name in others}
    return NodeTable(_ids(file, table, key), words, lambda row: f"{file.name}, row {row + 1}")


def _table(file: File) -> Any:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        table = parquet.read_table(file.path)
    except (pa.ArrowInvalid, OSError) as error:
        raise Problems([file.problem(f"no readable Parquet ({str(error).splitlines()[0]})")]) from None
    if not table.column_names:
        raise Problems([file.problem("no columns")])
    return table


def _ids(file: File, table: Any, name: str) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    column = table.column(name).combine_chunks()
    column = column.cast(pa.int64() if pa.types.is_integer(column.type) else pa.string())
    wrong = pc.is_null(column)
    if pa.types.is_integer(column.type):
        wrong = pc.or_kleene(wrong, pc.less(column, 0))
    bad = pc.indices_nonzero(wrong)[:10].to_pylist()
    if bad:
        where = (f"{file.name}, row {row + 1}" for row in bad)
        raise Problems(Problem(place, f'no id, or a negative one, in column "{name}"') for place in where)
    return column
