"""The table of packs: which answer does best and worst in each story, how surely, and at what cost to rights.

`python -m experiments.packs_table` runs every response of every pack under all belief rules over a few seeds, those
that may be the best over all seeds, and writes the table into scenarios/README.md. What is already on disk is not run
again, so a command that was stopped goes on.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from sim import RunResult, across_beliefs, compare, compose, run_many

SCENARIOS = Path(__file__).parents[1] / "scenarios"
RULES = ("log_odds", "bounded_confidence", "friedkin_johnsen", "complex_contagion")
SMALL = ("population.accounts=1000", "time.minutes=30", "time.burn_in_days=1")  # what makes so many runs affordable
HEAT = 4  # seeds over which all responses are tried, and the worst is found; those that may win run over the rest
RIVALS = 1  # that may win as well as the best of the heat
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"
HEAD = ("pack", "measured by", "best response", "worst response", "best against doing nothing",
        "rights cost of the best", "ranking under all belief rules")  # fmt: skip
NOBODY = "none"


class Row(NamedTuple):
    """One pack's line of the table, in words."""

    pack: str
    measure: str
    best: str
    worst: str
    odds: str
    rights: str
    survives: str

    @property
    def line(self) -> str:
        """The row in Markdown."""
        return f"| {' | '.join(self)} |"


def main() -> None:
    """Make the rows asked for, and write each into the README as soon as it is known."""
    args = read()
    readme = SCENARIOS / "README.md"
    for pack in args.packs:
        row = measured(pack, args)
        print(row.line if row else f"{pack}: only one response, so nothing to compare", flush=True)
        if row and not args.show:
            told = ", ".join(f"`{word}`" for word in args.settings)
            text = f"{args.seeds} seeds under {len(RULES)} belief rules ({told}); the worst of {HEAT} seeds"
            readme.write_text(with_row(readme.read_text("utf-8"), row, text), "utf-8")


def read() -> argparse.Namespace:
    """What was typed."""
    known = sorted(file.parent.name for file in SCENARIOS.glob("*/pack.yaml"))
    parser = argparse.ArgumentParser(prog="python -m experiments.packs_table", description=__doc__)
    parser.add_argument("--packs", nargs="+", choices=known, default=known, metavar="PACK", help="all of them")
    parser.add_argument("--seeds", type=int, default=20, help="futures of each response (20)")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--results", default="results", help="folder of the runs")
    parser.add_argument("--settings", nargs="+", default=list(SMALL), metavar="SETTING=VALUE", help=" ".join(SMALL))
    parser.add_argument("--show", action="store_true", help="print the rows, and write nothing")
    return parser.parse_args()


def measured(pack: str, args: argparse.Namespace) -> Row | None:
    """Race a pack's responses: all of them over a few seeds, the contenders over all; None where there is only one."""
    responses = list(yaml.safe_load((SCENARIOS / pack / "responses.yaml").read_text("utf-8")))
    if len(responses) < 2:
        return None
    measure = measure_of(pack)

    def runs(arms: Sequence[str], seeds: int) -> list[RunResult]:
        told = ",".join(str(seed) for seed in range(1, seeds + 1))
        words = [f"scenario={pack}", f"response={','.join(arms)}", f"belief={','.join(RULES)}", f"seed={told}"]
        asked = compose([*words, f"execution.results={args.results}", *args.settings])
        return run_many(asked, workers=args.workers)

    first = runs(responses, min(HEAT, args.seeds))
    return row_of(pack, first, runs(contenders(first, measure), args.seeds), measure)


def contenders(runs: Sequence[RunResult], measure: str) -> list[str]:
    """Doing nothing, the best, and the next best that a few futures cannot tell from it."""
    better = better_of(runs[0], measure)
    whole = compare(list(runs), baseline=NOBODY, measure=measure, better=better)
    best, *others = whole.ranking
    against = compare(list(runs), baseline=best, measure=measure, better=better).differences
    close = [arm for arm in others if against[arm, whole.measure].side == 0]
    return list(dict.fromkeys([NOBODY, best, *close[:RIVALS]]))


def measure_of(pack: str) -> str:
    """What the pack's author ranks answers by: the metric of the first ordering that is expected."""
    expected = yaml.safe_load((SCENARIOS / pack / "expected.yaml").read_text("utf-8"))
    return str(next(iter(expected.get("orderings", {}).values()))["metric"]) if expected.get("orderings") else ""


def row_of(pack: str, heat: Sequence[RunResult], runs: Sequence[RunResult], measure: str) -> Row:
    """The row of a pack: the heat of all responses, and the contenders over all futures (seeds under rules)."""
    better = better_of(runs[0], measure)
    whole = compare(list(runs), baseline=NOBODY, measure=measure, better=better)
    best = whole.ranking[0]
    worst = compare(list(heat), baseline=NOBODY, measure=measure, better=better).ranking[-1]
    odds = "it is doing nothing"
    if best != NOBODY:
        found = whole.differences[best, whole.measure]
        odds = f"better in {found.better} of {found.pairs} futures, worse in {found.worse}"
    across, all_arms = (across_beliefs(some, baseline=NOBODY, measure=measure, better=better) for some in (runs, heat))
    same = sum(one == best for one in across.best.values())
    whole_order = across.survives and all_arms.survives
    survives = "survives whole" if whole_order else f"the best is best under {same} of {len(across.best)}"
    return Row(pack, f"`{whole.measure}`", f"`{best}`", f"`{worst}`", odds, rights_of(runs, best), survives)


def better_of(run: RunResult, measure: str) -> str:
    """What a metric leaves open: trust, votes, good will and belief in a true rule are wanted in these packs."""
    card = run.manifest["metrics"].get(measure.partition("@")[0].partition(".")[0], {})
    return "" if card.get("better") or not measure else "higher"


def rights_of(runs: Sequence[RunResult], response: str) -> str:
    """What a response does to people whom it should not touch, on average over its runs."""
    mine = [run for run in runs if run.settings["response"] == response]

    def mean(metric: str) -> float:
        return sum(float(run.final.get(metric, 0.0)) for run in mine) / len(mine)

    return f"{mean('wrongful_removals'):.1f} wrongful removals, {mean('voices_lowered'):.0f} voices lowered"


def with_row(text: str, row: Row, size: str) -> str:
    """The README with the pack's row put in, or in place of its older one."""
    if BEGIN not in text:
        text = text.rstrip("\n") + f"\n\n## The table of packs\n\n{BEGIN}\n{END}\n"
    before, _, rest = text.partition(BEGIN)
    inside, _, after = rest.partition(END)
    kept = {line.split("|")[1].strip(): line for line in inside.splitlines() if line.startswith("| ")}
    kept = {pack: line for pack, line in kept.items() if pack != "pack"} | {row.pack: row.line}
    head = [f"Last made with {size}, by `python -m experiments.packs_table`.", "", f"| {' | '.join(HEAD)} |",
            "|---" * len(HEAD) + "|"]  # fmt: skip
    return f"{before}{BEGIN}\n" + "\n".join([*head, *(kept[pack] for pack in sorted(kept))]) + f"\n{END}{after}"


if __name__ == "__main__":
    main()
