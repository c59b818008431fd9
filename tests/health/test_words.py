"""The house speaks for itself: no machine's addresses, no boasting, the field's words in British spelling."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PROSE = {".md", ".cff", ""}
READABLE = {".py", ".toml", ".txt", ".yaml", ".yml", ".json", ".csv", *PROSE}
NO_PROSE_OF_OURS = {"LICENSE"}

# Written with a bracket inside each word, so that this file does not find itself.
FOREIGN = {
    "a path of one machine": r"(?<![\w.$}~])/(?:[w]ork|[r]oot|[h]ome/\w+|[U]sers/\w+)/",
    "a registry's address": r"py[p]i\.|/[s]imple/|--(?:extra-)?[i]ndex-url|arti[f]actory"
    r"|files\.python[h]osted",
    "an address of a local network": r"https?://(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d",
    "how it was made, which is of no use to a reader": r"(?i)sub-?[a]gents?\b|co-?[a]uthored-by"
    r"|\bas[ ]an ai\b|\b(?:this|previous|next|another)[ ](?:helper|assistant)\b|shared/[d]esign",
    "unfinished work": r"\b(?:TO[D]O|FIX[M]E|X[X]X|H[A]CK)\b|NotImpl[e]mented",
}
BOASTS = (
    r"(?i)\b(?:state-of-the-art|cutting-edge|blazing\w*|revolutionar\w+|seamless\w*|world-class|game-chang\w+"
    r"|effortless\w*|powerful|robust|leverag\w+|next-generation|best-in-class)\b"
)
AMERICAN = (
    r"(?i)\b(?:behavior|neighbor|color|favor|labor|center|catalog|modeling|modeled|labeled|labeling|canceled"
    r"|(?:organ|polar|random|normal|optim|summar|character|general|initial|radical|pseudonym)iz(?:e|es|ed|ing|ation))s?\b"
)


def found(pattern: str, text: str) -> list[str]:
    """Each line that the pattern is found in, with its number."""
    return [f"{number}: {line.strip()}" for number, line in enumerate(text.splitlines(), 1) if re.search(pattern, line)]


def complaints(files: list[Path], root: Path, pattern: str) -> list[str]:
    readable = [path for path in files if path.name not in NO_PROSE_OF_OURS]
    return [
        f"{path.relative_to(root)}:{line}"
        for path in readable
        for line in found(pattern, path.read_text(errors="replace"))
    ]


@pytest.mark.parametrize("what", FOREIGN)
def test_that_no_file_holds(what, files, root):
    readable = [path for path in files if path.suffix in READABLE]
    assert complaints(readable, root, FOREIGN[what]) == []


def test_that_nothing_boasts(files, root):
    assert complaints([path for path in files if path.suffix == ".md"], root, BOASTS) == []


def test_that_our_prose_is_spelt_as_in_britain(files, root):
    assert complaints([path for path in files if path.suffix in PROSE], root, AMERICAN) == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (FOREIGN["a path of one machine"], "open('/wor" + "k/main/x')"),
        (FOREIGN["a registry's address"], "--index" + "-url https://py" + "pi.corp.example/x"),
        (FOREIGN["an address of a local network"], "see http:/" + "/10.2.3.4:8080"),
        (FOREIGN["how it was made, which is of no use to a reader"], "written by a sub" + "agent"),
        (FOREIGN["unfinished work"], "x = 1  # TO" + "DO later"),
        (BOASTS, "a powerful simulator"),
        (AMERICAN, "polarization of behavior"),
    ],
)
def test_that_a_wrong_word_is_noticed(pattern, line):
    assert found(pattern, f"a clean line\n{line}") == [f"2: {line}"]


@pytest.mark.parametrize("line", ["https://mesa.readthedocs.io", "the net/wor" + "k/flow", "behaviour of neighbours"])
def test_that_a_good_word_passes(line):
    assert not any(found(pattern, line) for pattern in (*FOREIGN.values(), BOASTS, AMERICAN))


def test_that_the_first_screen_of_the_readme_shows_the_two_commands(root):
    first_screen = (root / "README.md").read_text().splitlines()[:40]
    assert {"make demo", "make test"} <= {word for line in first_screen for word in re.findall(r"make \w+", line)}
