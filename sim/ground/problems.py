"""A problem says where, what was found, what is known and what to try; problems come all at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with what the user gave, told so that they can mend it.

    `where` is a file and line or a setting's name, `found` what stands there, `known` what could
    stand there, `advice` what to try.
    """

    where: str
    found: str
    known: tuple[str, ...] = ()
    advice: str = ""

    def __str__(self) -> str:
        """The problem as the one line a person reads."""
        parts = [f"{self.where}: {self.found.rstrip('.')}."]
        if self.known:
            shown = ", ".join(self.known[:12]) + (", ..." if len(self.known) > 12 else "")
            parts.append(f"Known: {shown}.")
        if self.advice:
            parts.append(self.advice)
        return " ".join(parts)


class Problems(Exception):
    """Every problem found in one go; the door prints them and leaves with exit code 2."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[Problems], tuple[tuple[Problem, ...]]]:
        """Travel between processes with the problems, not with their text."""
        return (type(self), (self.problems,))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The sentence `Did you mean "flood"?` for the nearest known word, or an empty string."""
    near = difflib.get_close_matches(str(word), list(known), n=1, cutoff=0.6)
    return f'Did you mean "{near[0]}"?' if near else ""


def unknown(where: str, noun: str, word: str, known: Iterable[str]) -> Problem:
    """The problem of a word that is not on the list: no tactic "floding", known ones, did you mean."""
    words = tuple(sorted(filter(None, known)))  # an empty word is a choice, but nobody can read it
    return Problem(where, f'no {noun} "{word}"', words, did_you_mean(word, words))


def raise_if_any(problems: Iterable[Problem]) -> None:
    """Raise `Problems` when there is at least one."""
    found = tuple(problems)
    if found:
        raise Problems(found)
