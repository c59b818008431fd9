"""Documents: the model's description and the validation studies, read from Markdown into sections, tables and words."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sim.ground.folders import PACKAGE

COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
HEADING = re.compile(r"(#{1,6}) (.+)")
LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
MOST_ROWS = 200  # of a table of values that are shown


@dataclass(frozen=True)
class Block:
    """A heading (with its level and anchor), a table or a stretch of words, as Markdown without its marks."""

    kind: str  # heading, table, words
    text: str
    level: int = 0
    anchor: str = ""


@dataclass(frozen=True)
class Section:
    """A part of a document under a heading of the second level; what stands before the first is named by the title."""

    head: Block
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The words of its heading."""
        return self.head.text

    @property
    def anchor(self) -> str:
        """The anchor of its heading."""
        return self.head.anchor

    @property
    def headings(self) -> tuple[Block, ...]:
        """The headings under it."""
        return tuple(block for block in self.blocks if block.kind == "heading")

    @property
    def anchors(self) -> tuple[str, ...]:
        """Every place in it to which a link can lead."""
        return (self.anchor, *(block.anchor for block in self.headings))

    def paragraph(self) -> str:
        """The first stretch of words."""
        return next((block.text.split("\n\n")[0] for block in self.blocks if block.kind == "words"), "")


@dataclass(frozen=True)
class Study:
    """A validation study: what it asks, what it found, and its tables of values."""

    name: str
    title: str
    sections: tuple[Section, ...]
    tables: tuple[Path, ...]

    @property
    def question(self) -> str:
        """What it asks, up to the first mark of a question."""
        asked, mark, _ = _paragraphs(self, "**Question.**").partition("?")
        return (asked + mark).replace("\n", " ")

    @property
    def verdict(self) -> str:
        """The first paragraph, or point, of what it found; without a sentence that leads to what is left out."""
        under = next((one.paragraph() for one in self.sections if one.title == "Verdict"), "")
        said = (under or _paragraphs(self, "**Verdict.**")).removeprefix("- ").split("\n- ")[0]
        return re.sub(r"(?<=\.)\s[^.]*:$", "", said)


def odd() -> tuple[Section, ...]:
    """The description of the model by the ODD protocol; empty where the file was not installed."""
    return _sections(_beside("ODD.md"))


def studies() -> tuple[Study, ...]:
    """The validation studies; none where only the package was installed."""
    folder = _beside("experiments") / "validation"
    return tuple(_study(file, folder) for file in sorted(folder.rglob("README.md")))


def values(file: Path) -> tuple[list[str], list[list[str]], int]:
    """A table of values: its heads, its first rows, and how many there are in all; some have no heads."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    heads = rows[0] if rows and not any(_number(cell) for cell in rows[0]) else []
    rest = rows[1:] if heads else rows
    return heads, rest[:MOST_ROWS], len(rest)


def linked(text: str, to: Callable[[str], str | None]) -> str:
    """Markdown whose links lead where `to` says, or have become plain words."""

    def one(found: re.Match[str]) -> str:
        place = to(found[2])
        return f"[{found[1]}]({place})" if place else found[1]

    return LINK.sub(one, text)


def slug(heading: str) -> str:
    """The anchor of a heading, made as the places do where Markdown is read."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def plain(text: str) -> str:
    """Words without the marks of Markdown."""
    return re.sub(r"[`*]", "", LINK.sub(r"\1", text))


@lru_cache(maxsize=1)
def _cached(file: Path, _stamp: int) -> tuple[Section, ...]:
    return tuple(_cut(blocks(file.read_text("utf-8"))))


def _sections(file: Path) -> tuple[Section, ...]:
    return _cached(file, file.stat().st_mtime_ns) if file.is_file() else ()


def _study(file: Path, folder: Path) -> Study:
    parts = tuple(_cut(blocks(file.read_text("utf-8"))))
    name = "-".join(file.parent.relative_to(folder).parts)
    return Study(name, parts[0].title, parts, tuple(sorted(file.parent.glob("*.csv"))))


def _paragraphs(study: Study, mark: str) -> str:
    words = (block.text for one in study.sections for block in one.blocks if block.kind == "words")
    found = (part for text in words for part in text.split("\n\n") if part.startswith(mark))
    return next(found, "").removeprefix(mark).strip()


def blocks(markdown: str) -> Iterator[Block]:
    """The blocks of a text in their order; comments are left out."""
    kept: list[str] = []
    kind = "words"
    fenced = False
    for line in [*COMMENT.sub("", markdown).splitlines(), "# "]:
        fenced ^= line.startswith("```")
        heading = None if fenced else HEADING.fullmatch(line) or (line == "# ")
        now = "words" if fenced or not line.startswith("|") else "table"
        if heading or now != kind:
            if text := "\n".join(kept).strip("\n"):
                yield Block(kind, text)
            kept = []
        kind = now
        if isinstance(heading, re.Match):
            yield Block("heading", plain(heading[2]), len(heading[1]), slug(heading[2]))
        else:
            kept.append(line)


def _cut(found: Iterator[Block]) -> Iterator[Section]:
    """Sections of blocks: each heading of the first or second level begins one."""
    head, kept = Block("heading", "", 1), list[Block]()
    for block in found:
        if block.kind == "heading" and block.level <= 2:
            if kept or head.text:
                yield Section(head, tuple(kept))
            head, kept = block, []
        else:
            kept.append(block)
    yield Section(head, tuple(kept))


def _beside(name: str) -> Path:
    shipped = PACKAGE / "_data" / name
    return shipped if shipped.exists() else PACKAGE.parent / name


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
