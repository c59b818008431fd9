"""The public names work however the package was imported, and a script of a few lines is enough."""

from __future__ import annotations

import subprocess
import sys

import pytest

import sim


def test_that_there_are_few_public_names():
    assert len(sim.__all__) <= 14
    assert sorted(sim.__all__) == sim.__all__
    assert all(callable(getattr(sim, name)) for name in sim.__all__)


@pytest.mark.parametrize(
    "first", ["import sim.run, sim.compare, sim.compose", "from sim.run import run_many", "import sim"]
)
def test_that_a_public_function_is_not_hidden_by_its_module(first):
    code = f"{first}\nimport sim\nfrom sim import compare, compose\nprint(*map(callable, (sim.run, compare, compose)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"] * 3


def test_that_an_unknown_name_is_told_as_python_does():
    with pytest.raises(AttributeError, match="module 'sim' has no attribute 'rnu'"):
        sim.rnu  # noqa: B018


SCRIPT = """
from sim import compare, compose, run_many

settings = compose(["scenario=embassy_rumour", "response=none,fast_statement", "seed=1,2",
                    "population.accounts=120", "time.days=0.5", "time.minutes=30"])
found = compare(run_many(settings))
print(found.headline)
"""


def test_that_a_short_script_compares_two_answers_without_a_guard(tmp_path):
    (tmp_path / "script.py").write_text(SCRIPT)
    done = subprocess.run([sys.executable, "script.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Fast and honest" in done.stdout
