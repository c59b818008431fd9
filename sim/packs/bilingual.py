"""Bilingual: whether a text that people read stands in both languages."""

from __future__ import annotations

WORDS_OF_A_NAME = 3  # longer texts are no names, and no name reads alike in two languages


def lacks(english: str, french: str) -> str:
    """What is wrong with a text as a translator would say it; empty if nothing is."""
    missing = [language for language, text in (("English", english), ("French", french)) if not text]
    if missing:
        return f"is missing in {' and '.join(missing)}"
    alike = english.strip() == french.strip() and len(english.split()) > WORDS_OF_A_NAME
    return "says the same in French as in English" if alike else ""
