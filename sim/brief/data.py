"""Data: everything behind a brief in one zip: differences, values by future, series and settings, with units."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from sim.brief import provenance
from sim.brief.wording import measure_label
from sim.compare import Comparison
from sim.compare.pairs import APART, varying
from sim.i18n import LANGUAGES, words
from sim.results import RunResult

if TYPE_CHECKING:
    import pyarrow as pa

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first date that a zip can hold: the same data give the same bytes


def data_zip(comparison: Comparison) -> bytes:
    """The whole data of a comparison as the bytes of a zip, the same for the same comparison."""
    files: dict[str, bytes] = {}
    for name, table in _tables(comparison).items():
        files |= {f"{name}.parquet": _parquet(table), f"{name}.csv": _csv(_whole(table) if name == "series" else table)}
    for run in comparison.paired.runs.values():
        told = {name: value for name, value in run.settings.items() if name not in APART}
        files[f"settings/{run.id}.json"] = json.dumps(told, indent=1, ensure_ascii=False, sort_keys=True).encode()
    for lang in LANGUAGES:
        files[f"README.{lang}.md"] = _readme(comparison, lang).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, inside in sorted(files.items()):
            made.writestr(zipfile.ZipInfo(name, LONG_AGO), inside, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _tables(found: Comparison) -> dict[str, pa.Table]:
    import pyarrow as pa

    runs = [(arm, future.key) for arm in sorted(found.paired.arms) for future in found.paired.futures]
    return {
        "differences": pa.Table.from_pylist(sorted(found.rows(), key=lambda row: (row["arm"], row["measure"]))),
        "futures": pa.Table.from_pylist([_one(found, arm, key) for arm, key in runs]),
        "measures": pa.Table.from_pylist(_measures(found)),
        "series": pa.concat_tables([_series(found, arm, key) for arm, key in runs], promote_options="default"),
    }


def _named(found: Comparison, arm: str, key: str) -> dict[str, Any]:
    """What tells a run from the others: its arm, its seed and whatever else varies."""
    future = next(one for one in found.paired.futures if one.key == key)
    more = {name: str(future.facts.get(name)) for name in varying(found.paired.futures) if name != "seed"}
    return {"run": found.paired.runs[arm, key].id, "arm": arm, "seed": future.seed, **more}


def _one(found: Comparison, arm: str, key: str) -> dict[str, Any]:
    final = found.paired.runs[arm, key].final
    return _named(found, arm, key) | {name: final.get(name) for name in sorted(found.measures)}


def _series(found: Comparison, arm: str, key: str) -> pa.Table:
    import pyarrow as pa

    table = found.paired.runs[arm, key].table("metrics")
    for place, (name, value) in enumerate(_named(found, arm, key).items()):
        table = table.add_column(place, name, pa.array([value] * table.num_rows))
    return table


def _measures(found: Comparison) -> list[dict[str, Any]]:
    run: RunResult = found.paired.of(found.baseline)[0]
    labels = {lang: words(lang) for lang in LANGUAGES}
    return [
        {"measure": name, "metric": one.metric, "part": one.part, "segment": one.segment}
        | {f"label_{lang}": measure_label(t, one, run) for lang, t in labels.items()}
        | {"unit": one.unit, "better": one.better}
        for name, one in sorted(found.measures.items())
    ]


def _readme(found: Comparison, lang: str) -> str:
    t = words(lang)
    lines = [t("brief-data-title"), t("brief-data-lead", n=len(found.paired.runs), hash=provenance.runs_hash(found))]
    lines += [f"- `{name}`{t('brief-data-colon')} {t(f'brief-data-{name}')}" for name in _FILES]
    lines += [t("brief-data-units"), t("brief-data-undefined"), t("brief-data-again"),
              f"```\n{provenance.command(found, lang)}\n```", t("brief-data-warning")]  # fmt: skip
    return "\n\n".join(lines).replace("\n\n- ", "\n- ") + "\n"


_FILES = ("differences", "futures", "series", "measures", "settings")


def _whole(series: pa.Table) -> pa.Table:
    """The series of the whole public; those of its parts stand in the Parquet file alone."""
    return series.select([name for name in series.column_names if "@" not in name])


def _parquet(table: pa.Table) -> bytes:
    from pyarrow import parquet as pq

    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def _csv(table: pa.Table) -> bytes:
    """Undefined numbers are empty."""
    import pyarrow as pa
    from pyarrow import compute as pc
    from pyarrow import csv

    for place, name in enumerate(table.column_names):
        column = table.column(place)
        if pa.types.is_floating(column.type):
            table = table.set_column(place, name, pc.if_else(pc.is_nan(column), pa.scalar(None, column.type), column))
    out = io.BytesIO()
    csv.write_csv(table, out)
    return out.getvalue()
