"""Words: one language, with its sentences (Fluent) and its way of writing numbers, dates and hours (Babel)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "fr")
LOCALES = {"en": "en_GB", "fr": "fr_FR"}
MINUS, NARROW = "\u2212", "\u202f"  # the sign, and the space that French puts before a unit
HERE = Path(__file__).parent


class Words:
    """Speaks one language; `t("key", n=3)` gives a sentence, and raises KeyError for one that nobody wrote."""

    def __init__(self, lang: str) -> None:
        from babel import Locale
        from fluent.runtime import FluentBundle, FluentResource

        self.lang, self.locale = lang, LOCALES[lang]
        # marks around values are for mixed directions of writing, and would stand in titles and files
        self._bundle = FluentBundle([self.locale.replace("_", "-")], use_isolating=False)
        for file in sorted((HERE / lang).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(file.read_text("utf-8")))
        known = Locale.parse(self.locale).number_symbols["latn"]
        self._signs = str.maketrans({",": known["group"], ".": known["decimal"], "-": MINUS})

    def __call__(self, key: str, /, **facts: Any) -> str:
        """The sentence of a key, with facts put in."""
        message = self._bundle.get_message(key)
        text, errors = self._bundle.format_pattern(message.value, facts)
        if errors:
            raise KeyError(f"{self.lang} {key}: {errors}")
        return str(text)

    def has(self, key: str) -> bool:
        """Whether somebody wrote a sentence for the key."""
        return bool(self._bundle.has_message(key))

    def label(self, text: Any) -> str:
        """The text of this language of something that has both, object or plain data, with real apostrophes."""
        if isinstance(text, Mapping):
            text = text.get(self.lang) or text.get("en") or ""
        return str(getattr(text, self.lang, text)).replace("'", "\u2019")

    def number(self, value: float, digits: int = 0) -> str:
        """A number with its groups, and so many digits after the point: 10,096 or 10 096."""
        return f"{value:,.{digits}f}".translate(self._signs)  # Babel's own way takes ten times as long for a table

    def signed(self, value: float, digits: int = 0) -> str:
        """A number that says whether it is more or less: +0.2 or −1.4."""
        text = self.number(value, digits)
        return text if text.startswith(MINUS) or value == 0 else f"+{text}"

    def percent(self, share: float, digits: int = 1) -> str:
        """A share as per cent: 6.4 % of 0.064, with a space that does not break."""
        return f"{self.number(100 * share, digits)}{NARROW}%"

    def points(self, share: float, digits: int = 1) -> str:
        """A difference of shares in percentage points: −1.2 points of −0.012."""
        return self("words-points", value=self.signed(100 * share, digits), plural=abs(round(100 * share, digits)))

    def euros(self, value: float) -> str:
        """Money: €2,000 or 2 000 €."""
        return self("words-euros", value=self.number(value))

    def hours(self, value: float) -> str:
        """A time after the start, or a delay, in the unit that people would use: 45 min, 6 h, 3 d."""
        size = abs(value)
        if 0 < size < 1:
            return self("words-minutes", value=self.number(60 * value))
        if size < 48:
            return self("words-hours", value=self._short(value))
        return self("words-days", value=self._short(value / 24))

    def _short(self, value: float) -> str:
        """A number with one digit after the point, if that says more than none."""
        return self.number(value, 0 if round(value, 1) == round(value) else 1)

    def date(self, moment: datetime) -> str:
        """A day and hour: 14 March 2031, 07:00."""
        from babel.dates import format_date

        day = format_date(moment, "d MMMM yyyy", self.locale)
        return self("words-moment", day=day, time=f"{moment:%H:%M}")


@cache
def words(lang: str) -> Words:
    """The words of a language, read once; another than those known is taken for English."""
    return Words(lang if lang in LANGUAGES else LANGUAGES[0])
