"""Whole runs by the readable twins, and with every index checked, give what the compiled kernels give."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import town

import sim
from sim.ground.rules import TWINS

from . import lives

# kernels that a life does not call, and the tests beside this one that do
TESTED_BESIDE = {
    "sim.agents.cells.": "../contracts/test_mesa_columns.py",
    "sim.day.climb.down_hazard": "../claims/test_people.py",  # few climb so soon
    "sim.day.deliver._": "test_kernels.py",  # the fast `_push` alone uses them
    "sim.day.act._draw_falling": "test_kernels.py",
    "sim.day.discord.": "test_kernels.py",
    "sim.day.doubt.": "test_kernels.py",
    "sim.day.identify.": "test_kernels.py",
    "sim.day.hand_over.": "../theory/test_single_acts.py",  # the fast form alone uses what it calls
    "sim.day.rank._withhold": "test_kernels.py",
    "sim.day.record.": "../contracts/test_records.py",
    "sim.day.sample_feeds.": "../contracts/test_records.py",
    "sim.state.recorded.": "../contracts/test_records.py",
    "sim.state.tree_rows.": "../contracts/test_records.py",
    "sim.day.trend.": "test_kernels.py",  # no tags there
    "sim.state.tags.": "test_kernels.py",
    "sim.state.limits.": "test_kernels.py",
    "sim.ground.csr.": "test_network.py",
    "sim.ground.groups.": "test_network.py",
    "sim.ground.independent_cascade.": "test_network.py",
    "sim.ground.growth.": "../theory/test_growth.py",
    "sim.ground.measures.": "test_network.py",
    "sim.ground.picks.": "test_network.py",
    "sim.graphs.": "test_network.py",
    "sim.ground.statistics.": "test_trees.py",
    "sim.metrics.": "test_trees.py",
    "sim.state.trees.": "test_trees.py",
    "sim.tactics.infiltrate.": "../claims/test_infiltration.py",
}
BEYOND = "import numpy as np; from sim.ground.csr import has_arc; has_arc(np.zeros(2, int), np.zeros(1, 'i4'), 7, 0)"


def python(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python on its own, with a few more words in its environment."""
    environment |= {"PYTHONPATH": str(Path(town.__file__).parent)}
    return subprocess.run([sys.executable, *words], env=os.environ | environment, capture_output=True, text=True)


def printed(*words: str, **environment: str) -> dict[str, Any]:
    done = python(*words, **environment)
    assert done.returncode == 0, done.stderr[-2000:]
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def parted(one: dict[str, Any], two: dict[str, Any]) -> list[str]:
    """Where two lives differ; the text of a number holds all its bits, and NaN is like NaN."""
    return [name for name in one if json.dumps(one[name]) != json.dumps(two[name])]


@pytest.fixture(scope="module")
def slow() -> dict[str, Any]:
    """The lives by the readable twins."""
    return printed(lives.__file__, PARLEY_TWINS="1")


@pytest.fixture(scope="module")
def fast() -> dict[str, Any]:
    """The same by the compiled kernels."""
    return lives.lives()


@pytest.mark.parametrize("rules", lives.LIVES, ids=", ".join)
def test_that_the_readable_twins_live_the_same_life_to_the_bit(rules, slow, fast):
    told = slow["lives"][", ".join(rules)]
    assert told["totals"]["reshares"] > 100
    assert told["totals"]["unfollows"] > 0
    assert parted(told, fast[", ".join(rules)]) == []


def test_that_every_kernel_is_used_in_a_life_or_tested_by_itself(slow):
    assert [name for name in slow["unused"] if not name.startswith(tuple(TESTED_BESIDE))] == []


def test_that_every_kernel_has_a_readable_twin_in_python():
    for module in pkgutil.walk_packages(sim.__path__, "sim."):
        if not module.name.endswith("__main__") and ".dashboard." not in module.name:  # pages want an app
            importlib.import_module(module.name)
    assert len(TWINS) > 60
    for name, (quick, readable) in TWINS.items():
        assert hasattr(quick, "py_func"), name  # compiled
        assert callable(readable), name
        assert not hasattr(readable, "py_func"), name  # and not


def checked() -> dict[str, str]:
    """The environment in which kernels check every index; their compiled form is kept apart."""
    return {"NUMBA_BOUNDSCHECK": "1", "NUMBA_CACHE_DIR": os.environ["NUMBA_CACHE_DIR"] + "-checked"}


def test_that_no_kernel_reaches_beyond_its_arrays():
    careful = printed(town.__file__, "300", "69", **checked())
    assert careful["totals"]["posts"] > 1000
    assert parted(careful, town.told(town.live(300, 69.0))) == []


def test_that_a_kernel_which_does_would_be_noticed():
    assert "IndexError" in python("-c", BEYOND, **checked()).stderr
