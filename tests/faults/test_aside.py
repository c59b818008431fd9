"""While the first kernels are compiled a second process helps: once, if it can, and without any harm if it cannot."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from sim.ground import aside as here
from sim.ground.aside import aside

FIRST = """
from sim import Model, compose
from sim.day.deliver import _push
Model(compose(['population.accounts=300'])[0]).step()
print(sum(_push._serial.stats.cache_hits.values()), sum(_push._serial.stats.cache_misses.values()))
"""
WRITES = "import pathlib, pickle, sys; pathlib.Path(pickle.load(sys.stdin.buffer)).touch()"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty cache on a machine with two cores, and a module that leaves a mark where it is told to."""
    (tmp_path / "marking.py").write_text(WRITES)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(here, "_cores", lambda: 2)
    return tmp_path / "cache"


def marked(tmp_path):
    mark = tmp_path / "mark"
    mark.unlink(missing_ok=True)
    with aside("marking", str(mark)):
        pass
    return mark.exists()


def test_that_help_is_asked_for_once_in_the_life_of_a_cache(cache, tmp_path):
    assert marked(tmp_path)
    assert not marked(tmp_path)


def test_that_nobody_is_asked_where_something_was_compiled(cache, tmp_path):
    (cache / "day").mkdir(parents=True)
    (cache / "day" / "kernel.nbc").touch()
    assert not marked(tmp_path)


def test_that_a_single_core_works_alone(cache, tmp_path, monkeypatch):
    monkeypatch.setattr(here, "_cores", lambda: 1)
    assert not marked(tmp_path)


def test_that_a_helper_that_fails_or_cannot_be_started_does_no_harm(cache, tmp_path, monkeypatch):
    with aside("nowhere_to_be_found", "x" * 1_000_000):
        pass
    (cache / "aside").rmdir()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no python"))
    assert not marked(tmp_path)


def test_that_a_cache_that_cannot_be_written_to_is_let_be(cache, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "file"))
    assert not marked(tmp_path)


def test_that_what_goes_wrong_ends_the_helper_too(cache, tmp_path, monkeypatch):
    (tmp_path / "marking.py").write_text("import signal; signal.pause()")  # without end
    hired, hands = here._hired, []
    monkeypatch.setattr(here, "_hired", lambda *given: hands.append(hired(*given)) or hands[0])
    with pytest.raises(KeyError), aside("marking", None):
        raise KeyError
    assert [hand.returncode for hand in hands] == [-signal.SIGKILL]


@pytest.mark.skipif(here._cores() < 2, reason="a single core works alone")
def test_that_the_first_tick_finds_its_kernels_compiled_by_the_second_process(tmp_path):
    room = os.environ | {"NUMBA_CACHE_DIR": str(tmp_path), "NUMBA_NUM_THREADS": "1"}
    told = subprocess.run([sys.executable, "-c", FIRST], env=room, check=True, capture_output=True, text=True)
    assert told.stdout.split() == ["1", "0"]
