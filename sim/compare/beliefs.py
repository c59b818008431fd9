"""Belief rules: the same comparison under each, and whether the ranking of the answers survives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.compare.comparison import Comparison, compare
from sim.results import RunResult


@dataclass(frozen=True)
class AcrossBeliefs:
    """One comparison for each belief rule."""

    by_rule: dict[str, Comparison]

    @property
    def survives(self) -> bool:
        """Whether all rules rank the arms alike."""
        return len({one.ranking for one in self.by_rule.values()}) == 1

    @property
    def best(self) -> dict[str, str]:
        """The best arm under each rule."""
        return {rule: one.ranking[0] for rule, one in self.by_rule.items()}

    @property
    def headline(self) -> str:
        """Whether the answer hangs on how people are assumed to change their minds."""
        first = next(iter(self.by_rule.values()))
        best = list(self.best.values())
        favourite = max(dict.fromkeys(best), key=best.count)
        says = f"“{first.labels[favourite]}” is best under {best.count(favourite)} of {len(best)} belief rules"
        if self.survives:
            return f"{says}, and the whole ranking survives."
        others = [rule for rule, arm in self.best.items() if arm != favourite]
        if others:
            return f"{says}; not under {', '.join(others)}. The answer hangs on the belief rule."
        return f"{says}; further down the ranking the rules differ."


def across_beliefs(
    runs: Sequence[RunResult], *, baseline: str = "", measure: str = "", better: str = ""
) -> AcrossBeliefs:
    """Compare the responses under each belief rule on its own."""
    rules: dict[str, list[RunResult]] = {}
    for run in runs:
        rules.setdefault(str(run.settings["belief"]["name"]), []).append(run)
    told = {"baseline": baseline, "measure": measure, "better": better}
    return AcrossBeliefs({rule: compare(one, **told) for rule, one in rules.items()})
