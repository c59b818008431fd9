"""What the checks of the house read: the files of the checkout, and Python sources as trees."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def files_of_the_checkout() -> list[Path]:
    """Every file that is, or is about to be, in the repository (ignored files are not)."""
    git = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "-co", "--exclude-standard"]
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, check=False, text=True)
    if listed.returncode != 0:
        pytest.skip("the house is checked in a git checkout")
    return sorted(ROOT / name for name in set(listed.stdout.split("\0")) if name and (ROOT / name).is_file())


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def files() -> list[Path]:
    return files_of_the_checkout()


@pytest.fixture(scope="session")
def sources(files: list[Path]) -> dict[str, str]:
    """Text of every Python file, by its name in the checkout."""
    return {str(path.relative_to(ROOT)): path.read_text() for path in files if path.suffix == ".py"}


@pytest.fixture(scope="session")
def trees(sources: dict[str, str]) -> dict[str, ast.Module]:
    """Syntax tree of every Python file, by its name in the checkout."""
    return {name: ast.parse(text, name) for name, text in sources.items()}
