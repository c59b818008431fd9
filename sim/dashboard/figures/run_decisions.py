"""Decisions: what was done to posts and accounts in a run, by whom, and whether they had deserved it, line by line."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from sim import catalogue
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import UNDEFINED
from sim.dashboard.figures.run_names import Names
from sim.ground.types import AnyArray

Log = Mapping[str, AnyArray]
COLUMNS = ("hour", "done", "doer", "claim", "author", "deserved", "count")
ON_ACCOUNTS = ("suspend", "reinstate")


def decisions(log: Log, names: Names) -> Picture:
    """Every line of the log in words; the title counts the kinds, the summary tells how much was undeserved."""
    t = names.t
    title = ", ".join(t(f"run-many-done-{what}", n=n, count=t.number(n)) for what, n in counted(log).items())
    columns = tuple(t(f"run-column-{name}") for name in COLUMNS)
    lines = zip(*(log[name].tolist() for name in ("hour", "what", "by", "claim", "author_kind", "wrongful", "count")),
                strict=True)  # fmt: skip
    rows = tuple(
        (float(hour), t(f"run-done-{what}"), doer(by, names), _about(what, claim, names), names.kind(kind),
         _deserved(wrongful, names), int(count))
        for hour, what, by, claim, kind, wrongful, count in lines
    )  # fmt: skip
    return Picture(None, title, _share(log, names), columns, rows)


def counted(log: Log) -> dict[str, int]:
    """How many posts or accounts each kind of decision befell, the most frequent first."""
    found = {str(what): int(log["count"][log["what"] == what].sum()) for what in np.unique(log["what"])}
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def undeserved(log: Log) -> tuple[int, int]:
    """How many had done nothing wrong, and of how many that is said: not where something was given back."""
    told = np.array([wrongful is not None for wrongful in log["wrongful"].tolist()], bool)
    wrong = np.array([wrongful is True for wrongful in log["wrongful"].tolist()], bool)
    return int(log["count"][wrong].sum()), int(log["count"][told].sum())


def doer(by: str, names: Names) -> str:
    """Who decided: an entry in words, the platform's moderators, or an appeal; an action that no entry holds."""
    key = f"run-by-{by}"
    if names.t.has(key):
        return names.t(key)
    return names.action(by) if by not in names.entries and by in catalogue.actions() else names.deed(by)


def _about(what: str, claim: str, names: Names) -> str:
    return UNDEFINED if what in ON_ACCOUNTS and not claim else names.claim(claim)


def _deserved(wrongful: bool | None, names: Names) -> str:
    return UNDEFINED if wrongful is None else names.t("run-undeserved" if wrongful else "run-deserved")


def _share(log: Log, names: Names) -> str:
    t, (wrong, every) = names.t, undeserved(log)
    if not every:
        return t("run-decisions-summary")
    said = t("run-wrongful", n=wrong, wrong=t.number(wrong), all=t.number(every), share=t.percent(wrong / every))
    return f"{said} {t('run-decisions-summary')}"
