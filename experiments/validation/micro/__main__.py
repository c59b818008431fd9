"""Micro-effects: `python -m experiments.validation.micro [--quick]`; delays of a label, and a small campaign."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

from sim import Model, Settings

HERE = Path(__file__).parent
DELAYS = (0.5, 2.0, 6.0, 15.0, 24.0, 48.0, 72.0)  # V24
HORIZON = 96.0
STORY: dict[str, Any] = {
    "name": "micro",
    "horizon_hours": HORIZON,
    "burn_in_hours": 24.0,
    "claims": {"rumour": {"appeal": 1.5, "spread_factor": 1.7, "plausibility": -0.5}},
    "actors": {
        "herald": {"kind": "influencer", "count": 3, "followers": 0.1},
        "bots": {"kind": "bot", "count": 10, "followers": 0.01, "operation": "operation"},
    },
}
# One post each, then people alone: how long it lives is theirs to say.
BURST = {"opening": {"do": "publish", "at": 0.0, "claim": "rumour", "by": "herald", "params": {"posts": 3}}}
# IRA-size: at most one exposure in a hundred (V35).
CAMPAIGN = {"flooding": {"do": "flood", "at": 0.0, "hours": HORIZON, "claim": "rumour", "by": "bots",
                         "params": {"rate": 0.5}}}  # fmt: skip
PERFECT = {"coverage": 1.0, "recall": 1.0, "false_alarm": 0.0}  # so that delay alone takes anything away
ANSWERS = {kind: PERFECT | {"kind": kind} for kind in ("warning", "note")}


class Row(NamedTuple):
    """One line of the table: what was asked, in how many runs, what came out, and what is published."""

    fact: str
    case: str
    runs: int
    found: float
    published: str


def main() -> None:
    """Run the experiments, print the table, and keep that of a full run."""
    parser = argparse.ArgumentParser(prog="python -m experiments.validation.micro", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="2 seeds, not saved")
    quick = parser.parse_args().quick
    seeds = range(1, 3 if quick else 6)
    rows = []
    for row in (*delays(seeds), *small_campaign(seeds)):
        print(f"| {row.fact} | {row.case} | {row.runs} | {row.found:.4f} | {row.published} |", flush=True)
        rows.append(row)
    if not quick:
        with (HERE / "values.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([Row._fields, *rows])


def delays(seeds: range) -> Iterator[Row]:
    """What a delay leaves of the benefit that an answer has at once: the belief that it prevents."""
    nothing = [outcomes(BURST, seed) for seed in seeds]
    for answer, params in ANSWERS.items():
        saved: dict[float, float] = {}
        for delay in (0.0, *DELAYS):
            entry = {"do": "label", "at": 0.0, "hours": HORIZON, "claim": "rumour", "params": params | {"delay": delay}}
            told = [outcomes(BURST | {"answer": entry}, seed) for seed in seeds]
            pairs = zip(nothing, told, strict=True)
            saved[delay] = fmean(one["believed"] - other["believed"] for one, other in pairs)
            if delay:
                published = {15.0: "<= 0.30", 48.0: "about 0"}.get(delay, "falling")
                yield Row("V24", f"{answer} label after {delay:g} h", len(told), saved[delay] / saved[0.0], published)


def small_campaign(seeds: range) -> Iterator[Row]:
    """What a campaign of the size of the IRA's does to mean belief."""
    quiet, busy = ([outcomes(story, seed) for seed in seeds] for story in ({}, CAMPAIGN))
    yield Row("V35", "share of exposures", len(busy), fmean(one["share"] for one in busy), "<= 0.01")
    shift = fmean(one["believed"] - other["believed"] for one, other in zip(busy, quiet, strict=True))
    yield Row("V35", "change of mean belief", len(busy), shift, "< 0.02")


def outcomes(timeline: dict[str, Any], seed: int) -> dict[str, float]:
    """Mean change of belief (as a probability), and the claim's share of all exposures, at the end of a life."""
    settings = Settings.from_mapping({
        "population": {"accounts": 2000}, "time": {"minutes": 30.0}, "seed": seed,
        "metrics": ["probability_shift", "total_exposure"], "scenario": STORY | {"timeline": timeline},
    })  # fmt: skip
    model = Model(settings)
    model.run_until_end()
    told = model.outcomes()
    whole = model.world.tallies.seen().sum()
    return {"believed": told["probability_shift.rumour"], "share": told["total_exposure.rumour"] / max(1, int(whole))}


if __name__ == "__main__":
    main()
