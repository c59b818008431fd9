"""A real browser, a real server, and results that were made as a person makes them.

`look("/compare?q=...")` opens a page and gives it (Playwright's `Page`); when the test ends, the browser must have had
nothing to complain of and asked nobody but the server. `assert axe(page)` fails on a serious or critical violation.
`results` are read by many tests: nobody writes there; `own_results` is a copy of one's own, `own_server` serves it.
$PARLEY_BROWSER names a browser, $PARLEY_AXE the file of axe-core, and $PARLEY_BROWSER_RESULTS a folder that keeps the
results from one session to the next.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from looking import ROOT, Looking, Server, axe_here, axe_troubles, browser_here, launched, serving

pytest.importorskip("dash", reason="the app's libraries are not installed")
pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

QUESTION = [
    "scenario=embassy_rumour", "response=none,fast_statement,late_statement,fast_with_partners", "seed=1,2,3",
    "belief=log_odds,bounded_confidence", "population.accounts=300", "time.days=2",
]  # fmt: skip


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four answers to one rumour, each with three seeds and two belief rules; made once for all processes of tests."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = Path(os.environ.get("PARLEY_BROWSER_RESULTS") or shared / "browser-results")
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".made-by-one").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)  # those who come second find the answers on disk
        done = subprocess.run([sys.executable, "-m", "sim", "run", *QUESTION, "--results", str(folder), "--plain"],
                              cwd=ROOT, capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for the session; nothing beyond this machine has an address in it."""
    found = browser_here()
    if found is None:
        pytest.skip("no Chromium here: install one, or name it in PARLEY_BROWSER")
    with launched(found) as opened:
        yield opened


@pytest.fixture(scope="session")
def server(results: Path) -> Iterator[Server]:
    """A server over the shared results."""
    with serving(results) as running:
        yield running


@pytest.fixture
def look(browser: Any, server: Server) -> Iterator[Looking]:
    """Opens pages of the shared server; asserts at the end that the browser was content."""
    looking = Looking(browser, server)
    yield looking
    looking.end()


@pytest.fixture
def own_results(results: Path, tmp_path: Path) -> Path:
    """A copy of the results, to which a test may do what it likes."""
    return Path(shutil.copytree(results, tmp_path / "results"))


@pytest.fixture
def own_server(own_results: Path) -> Iterator[Server]:
    """A server over a copy of the results."""
    with serving(own_results) as running:
        yield running


@pytest.fixture
def own_look(browser: Any, own_server: Server) -> Iterator[Looking]:
    """Opens pages of the server that a test has for itself."""
    looking = Looking(browser, own_server)
    yield looking
    looking.end()


@pytest.fixture
def axe() -> Callable[[Any], bool]:
    """Asserts that axe-core finds no serious or critical violation on a page."""
    script = axe_here()
    if script is None:
        pytest.skip("axe-core is not here: npm install --no-save --prefix .axe axe-core@4")

    def judge(page: Any) -> bool:
        troubles = axe_troubles(page, script)
        assert troubles == []
        return True

    return judge
