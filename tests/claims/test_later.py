"""A module that loads later is the module itself to whoever asks anything of it, and no burden to whoever does not."""

from __future__ import annotations

import subprocess
import sys

import pytest


def told_by(code: str) -> list[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()


def test_that_a_module_loads_at_the_first_touch():
    code = """
import sys
from sim.ground.later import later
with later("colorsys"):
    import colorsys
print("colorsys" in sys.modules, type(colorsys).__name__)
print(colorsys.ONE_SIXTH, "colorsys" in sys.modules)
import colorsys as again
print(again is colorsys, again.rgb_to_hls is colorsys.rgb_to_hls)
"""
    assert told_by(code) == ["False", "Later", "0.16666666666666666", "True", "False", "True"]


def test_that_a_model_is_made_without_the_libraries_of_grids_and_tables():
    code = "import sys, sim.model; print(*(n for n in ('pandas', 'networkx', 'scipy.linalg') if n in sys.modules))"
    assert told_by(code) == []


@pytest.mark.parametrize("ask", ["mesa.discrete_space.OrthogonalMooreGrid", "mesa.space.MultiGrid"])
def test_that_mesas_grids_are_there_for_whoever_wants_them(ask):
    assert told_by(f"import sim.model, mesa; print({ask}.__name__)") == [ask.rpartition(".")[2]]


def test_that_a_run_is_stored_without_pandas():
    code = """
import sys, numpy as np
from sim.results.store import parquet
import pyarrow as pa
from pyarrow import parquet as pq
columns = {"x": np.array([1.5, np.nan]), "n": np.arange(4, dtype=np.int32)[::2], "w": np.array(["é", ""], object)}
stored = parquet(columns)
print("pandas" in sys.modules)
table = pq.read_table(pa.BufferReader(stored))
print(*(str(one.type) for one in table.columns), *table["n"].to_pylist(), *table["w"].to_pylist(), table["x"][0])
"""
    assert told_by(code) == ["False", "double", "int32", "string", "0", "2", "é", "1.5"]
