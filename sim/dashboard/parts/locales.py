"""How Plotly writes numbers and dates in a language, from Babel: nothing has to be loaded for it."""

from __future__ import annotations

from typing import Any


def plotly_locale(lang: str) -> dict[str, Any]:
    """The part of a graph's config that makes it write as the language does."""
    from babel import Locale

    locale = Locale.parse({"en": "en_GB", "fr": "fr_FR"}[lang])
    symbols = locale.number_symbols["latn"]
    written = {
        "days": [locale.days["format"]["wide"][(day - 1) % 7] for day in range(7)],
        "shortDays": [locale.days["format"]["abbreviated"][(day - 1) % 7] for day in range(7)],
        "months": [locale.months["format"]["wide"][month] for month in range(1, 13)],
        "shortMonths": [locale.months["format"]["abbreviated"][month] for month in range(1, 13)],
        "decimal": symbols["decimal"],
        "thousands": symbols["group"],
        "date": "%d/%m/%Y",
    }
    return {"locale": lang, "locales": {lang: {"dictionary": {}, "format": written}}}
