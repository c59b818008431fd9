"""Each thing has its place: known folders, data without code, no lock file, nothing big."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDERS = {"sim", "scenarios", "conf", "experiments", "tests", "results"}
FILES = {
    *(
        "pyproject.toml",
        "README.md",
        "ODD.md",
        "Makefile",
        "LICENSE",
        "NOTICE",
        "CHANGELOG.md",
        "CITATION.cff",
        "CONTRIBUTING.md",
    ),
    "constraints.txt",
}
DATA = {".yaml", ".yml", ".md", ".csv"}
LOCKS = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "package-lock.json"}
BYTES = 500_000


def out_of_place(names: list[str]) -> list[str]:
    """Names at the top that are neither known nor dot files, and results that somebody kept."""
    strangers = {top for name in names if (top := name.split("/")[0]) not in FOLDERS | FILES and top[0] != "."}
    kept = {name for name in names if name.startswith("results/") and name != "results/README.md"}
    locks = {name for name in names if Path(name).name in LOCKS}
    return sorted(strangers | kept | locks)


def can_run_something(name: str, text: str) -> bool:
    """Data from a stranger must not be able to run anything."""
    return Path(name).suffix not in DATA or "_target_" in text or "!!python" in text


def test_that_everything_has_its_place(files, root):
    assert out_of_place([str(path.relative_to(root)) for path in files]) == []


def test_that_conf_and_scenarios_can_run_nothing(files, root):
    names = [str(path.relative_to(root)) for path in files]
    data = [name for name in names if name.startswith(("conf/", "scenarios/"))]
    assert [name for name in data if can_run_something(name, (root / name).read_text())] == []


def test_that_nothing_big_is_kept(files, root):
    assert [str(path.relative_to(root)) for path in files if path.stat().st_size > BYTES] == []


@pytest.mark.parametrize("name", ["utils/x.py", "stray.md", "uv.lock", "results/mine/run.json"])
def test_that_a_thing_out_of_place_is_noticed(name):
    assert out_of_place(["sim/run.py", ".gitignore", "results/README.md", name]) == [
        name if "/" not in name or name.startswith("results/") else name.split("/")[0]
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("conf/a.py", ""),
        ("conf/a.yaml", "_target_: os.system"),
        ("scenarios/p/a.yaml", "x: !!python/object:os"),
    ],
)
def test_that_data_which_could_run_is_noticed(name, text):
    assert can_run_something(name, text)
    assert not can_run_something("conf/graph/star.yaml", "leaves: 10")
