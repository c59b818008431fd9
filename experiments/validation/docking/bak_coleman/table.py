"""The table of measures and the claims, from the engagement in every future."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import mean, median, stdev

from experiments.validation.docking.bak_coleman.arms import ARMS, BAND, MIX, ORDERS, SOFT

NONE = "none"
Found = dict[str, list[int]]
PAIR = 2  # the least number of futures that have a spread


def changes(found: Found, name: str) -> list[float]:
    """Change of engagement against no measure in the same future, in per cent."""
    return [100.0 * (with_it / without - 1.0) for with_it, without in zip(found[name], found[NONE], strict=True)]


def effect(found: Found, name: str) -> float:
    """The median of these changes, as the sources give it."""
    return median(changes(found, name))


def markdown(found: Found) -> str:
    """One row for each measure, then the claims."""
    lines = [
        f"{len(found[NONE])} futures; without a measure {mean(found[NONE]):.0f} posts and reshares "
        f"({min(found[NONE])} to {max(found[NONE])}).",
        "",
        "| measure | change of engagement, %, median | spread over futures | published | within 10 points |",
        "|---|---|---|---|---|",
        *(row(found, name) for name in found if name != NONE),
        "",
        *(f"- {claim}: {verdict}" for claim, verdict in claims(found).items()),
    ]
    return "\n".join(lines)


def row(found: Found, name: str) -> str:
    """One measure beside what is published of it."""
    values, arm = changes(found, name), ARMS[name]
    spread = f"{stdev(values):.1f}" if len(values) >= PAIR else ""
    if arm.published is None:
        return f"| {name} | {median(values):.1f} | {spread} | | |"
    verdict = "yes" if abs(median(values) - arm.published) <= BAND else "**no**"
    return f"| {name} | {median(values):.1f} | {spread} | {arm.published} ({arm.source}) | {verdict} |"


def claims(found: Found) -> dict[str, str]:
    """The orders, and what a mix does beside its parts; those whose measures were run."""
    told = {says: _holds(ordered(found, names)) for says, names in ORDERS.items() if set(names) <= set(found)}
    for mix, parts in ((MIX, SOFT), (MIX.replace("10", "75"), (*SOFT[:-1], SOFT[-1].replace("10", "75")))):
        if {mix, *parts} <= set(found):
            together, single = effect(found, mix), [effect(found, name) for name in parts]
            numbers = f"{together:.1f} against {min(single):.1f} at best and {sum(single):.1f} added up"
            told[f"{mix}: more than each part, less than their sum"] = _holds(
                sum(single) <= together < min(single), numbers
            )
    late, once = ("label after 15 h", "label on all at once")
    if {late, once} <= set(found):
        share = effect(found, late) / effect(found, once)
        told["a label after 15 h keeps at most 30 % of its effect (V24)"] = _holds(share <= 0.3, f"{100 * share:.0f} %")
    return told


def ordered(found: Found, names: Sequence[str]) -> bool:
    """Whether each of the measures does more than the next one."""
    effects = [mean(changes(found, name)) for name in names]
    return all(more < less for more, less in pairwise(effects))


def _holds(true: bool, numbers: str = "") -> str:
    return ("holds" if true else "**does not hold**") + (f" ({numbers})" if numbers else "")
