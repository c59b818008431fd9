"""Imports point down only, heavy libraries wait until they are needed, and studies use the public door."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "dash",
    "hydra",
    "mesa",
    "networkx",
    "numba",
    "numpy",
    "omegaconf",
    "pandas",
    "plotly",
    "pyarrow",
    "rich",
    "scipy",
    "stix2",
    "flask",
    "fluent",
    "fpdf",
)
CONTRACTS = ("Floors", "Ideas", "Mesa", "Hydra", "Nothing in the product", "A window", "Dash lives", "Figures know")
# One wrong import for each contract and a module on no floor.
WRONG = {
    "state/__init__.py": "import sim.run",
    "kinds/bot.py": "import sim.kinds.citizen",
    "kinds/citizen.py": "import mesa",
    "run.py": "import hydra",
    "compare.py": "import experiments",
    "model.py": "import dash",
    "dashboard/__init__.py": "import sim.run",
    "dashboard/figures/__init__.py": "import dash",
    "stray.py": "",
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Import-linter in a folder that holds a pyproject.toml and a package sim."""
    code = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as c; c()"
    command = [sys.executable, "-c", code, "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def heavy_after(action: str) -> list[str]:
    """The heavy libraries that are loaded once a fresh Python has done the action."""
    attempt = f"import sys\ntry:\n    {action}\nexcept SystemExit: pass\n"
    code = attempt + "print(*sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return sorted(set(done.stderr.splitlines()) & set(HEAVY))


def behind_the_door(tree: ast.Module, public: set[str]) -> list[str]:
    """Imports of sim that go past what sim offers to all."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 0]
    inner = [a.name for node in imports for a in node.names if a.name.startswith("sim.")]
    inner += [node.module for node in froms if node.module and node.module.startswith("sim.")]
    return inner + [a.name for node in froms if node.module == "sim" for a in node.names if a.name not in public]


def public_names(init: ast.Module) -> set[str]:
    """What `__all__` of sim lists."""
    listed = [
        node.value for node in init.body if isinstance(node, ast.Assign) and "__all__" in map(ast.unparse, node.targets)
    ]
    return set(ast.literal_eval(listed[0])) if listed else set()


def test_that_imports_point_down_only(root):
    done = lint_imports(root)
    assert done.returncode == 0, done.stdout


def test_that_a_wrong_import_breaks_each_contract(root, tmp_path):
    shutil.copy(root / "pyproject.toml", tmp_path)
    for name, text in {"__init__.py": "", "kinds/__init__.py": "", **WRONG}.items():
        (tmp_path / "sim" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "sim" / name).write_text(text)
    said = lint_imports(tmp_path).stdout
    (tmp_path / "sim/stray.py").unlink()
    assert "stray" in said
    said = lint_imports(tmp_path).stdout
    assert [
        title
        for title in CONTRACTS
        if not any(line.startswith(title) and "BROKEN" in line for line in said.splitlines())
    ] == [], said


@pytest.mark.parametrize(
    "action", ["import sim", "from sim.__main__ import main; sys.argv[1:] = ['--help']; sys.exit(main())"]
)
def test_that_asking_for_help_loads_nothing_heavy(action):
    assert heavy_after(action) == []


def test_that_a_heavy_library_is_noticed():
    assert {"numba", "numpy"} <= set(heavy_after("import numba"))


def test_that_studies_use_the_public_door(trees):
    public = public_names(trees["sim/__init__.py"])
    studies = {name: tree for name, tree in trees.items() if name.startswith("experiments/")}
    assert {name: wrong for name, tree in studies.items() if (wrong := behind_the_door(tree, public))} == {}


@pytest.mark.parametrize("text", ["from sim.state import World", "import sim.run", "from sim import secret"])
def test_that_a_study_behind_the_door_is_noticed(text):
    assert behind_the_door(ast.parse(text), {"run"})
    assert not behind_the_door(ast.parse("from sim import run\nimport numpy"), {"run"})
