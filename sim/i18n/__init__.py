"""Words: everything a person reads, in English and in French, with the numbers, dates and plurals of each.

`words("fr")` speaks French: `t("compare-runs", n=3)`. The sentences stand in Fluent files, one for each page or part
(`en/compare.ftl`, `fr/compare.ftl`); a key is named after its file: `compare-...`.
"""

from sim.i18n.retold import retold
from sim.i18n.words import LANGUAGES, Words, words

__all__ = ["LANGUAGES", "Words", "retold", "words"]
