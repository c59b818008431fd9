"""The README can be believed: its scripts run, its commands are known, its links lead somewhere."""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
import sys

import pytest

SCRIPT_LINES = 15
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)(?:#[^)]*)?\)")
BROUGHT = {"./my_pack": "embassy_rumour", "my_answer": "none", "edges.graph": "communities"}  # what a reader brings


@pytest.fixture(scope="module")
def readme(root) -> str:
    return (root / "README.md").read_text("utf-8")


def scripts(text: str) -> list[str]:
    return [code for language, code in BLOCK.findall(text) if language == "python"]


def commands(text: str) -> list[list[str]]:
    """Every command line in the text, as words: from blocks, and from `code` that begins with a command."""
    lines = [line for language, code in BLOCK.findall(text) if language == "sh" for line in code.splitlines()]
    lines += re.findall(r"`((?:parley|make|uv) [^`\n]+)`", BLOCK.sub("", text))
    return [words for line in lines if (words := shlex.split(line, comments=True))]


def complaint(words: list[str], makefile: str) -> str:
    """What is wrong with a command, or nothing."""
    if words[:3] == ["uv", "run", "parley"]:
        words = words[2:]
    if words[0] == "make":
        return "" if re.search(rf"^{words[1]}:", makefile, re.MULTILINE) else f"no target {words[1]}"
    if words[0] == "python":
        return "" if words[1] == "-m" and importlib.util.find_spec(words[2]) else f"no module {words[2:]}"
    return parley_complaint(words) if words[0] == "parley" else f"unknown command {words[0]}"


def parley_complaint(words: list[str]) -> str:
    from sim.compose import compose
    from sim.door.words import read
    from sim.ground.problems import Problems

    try:
        args = read(words[1:])
        settings = [re.sub("|".join(map(re.escape, BROUGHT)), lambda own: BROUGHT[own[0]], word)
                    for word in getattr(args, "words", [])]  # fmt: skip
        return "" if not settings or compose(settings) else "it composes nothing"
    except SystemExit:
        return "its words are not known"
    except Problems as problems:
        return str(problems)


def dead_links(text: str, root) -> list[str]:
    return [link for link in LINK.findall(text) if not (root / link).exists()]


def test_that_every_script_runs_as_it_stands(readme, tmp_path):
    for number, script in enumerate(scripts(readme)):
        file = tmp_path / f"script_{number}.py"
        file.write_text(script)
        done = subprocess.run([sys.executable, file], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()


def test_that_the_first_script_is_short(readme):
    assert len([line for line in scripts(readme)[0].splitlines() if line.strip()]) < SCRIPT_LINES


def test_that_every_command_exists_and_is_understood(readme, root):
    makefile = (root / "Makefile").read_text()
    told = commands(readme)
    assert len(told) >= 10
    assert {shlex.join(words): wrong for words in told if (wrong := complaint(words, makefile))} == {}


@pytest.mark.parametrize("page", ["README.md", "ODD.md", "CONTRIBUTING.md", "CHANGELOG.md", "scenarios/README.md"])
def test_that_links_lead_somewhere(page, root):
    assert dead_links((root / page).read_text("utf-8"), (root / page).parent) == []


@pytest.mark.parametrize(
    "line",
    ["parley fly", "parley run scenario=no_such_thing", "parley demo --turbo", "make coffee", "python -m sim.nowhere"],
)
def test_that_a_wrong_command_is_noticed(line, root):
    assert complaint(shlex.split(line), (root / "Makefile").read_text())


def test_that_a_dead_link_is_noticed(root):
    assert dead_links("[a](README.md) [b](gone.md) [c](https://mesa.readthedocs.io) [d](#here)", root) == ["gone.md"]
