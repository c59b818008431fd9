"""The stylised facts, measured: `python -m experiments.validation.facts [--quick] [--seeds N] [--graph FILE]`."""

from __future__ import annotations

import argparse
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from experiments.validation.facts import table
from experiments.validation.facts.one import measured
from sim import compose

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[2]
TWITTER = CHECKOUT.parent / "shared/data/ego-twitter/edges.csv.gz"
GENERATED = "generated, 10,000 accounts"


def main() -> None:
    """Run background traffic on both graphs, print the tables, and keep those of a full run."""
    args = read()
    questions = {GENERATED: [f"population.accounts={args.accounts}"]}
    if args.graph.exists():
        questions[f"imported, {args.graph.parent.name}"] = imported(args.graph)
    else:
        print(f"No graph at {args.graph}: only the generated graph is measured.")
    values = table.load(HERE) if args.keep else {}
    for graph, words in questions.items():
        seeds = args.seeds if graph == GENERATED else args.graph_seeds
        if seeds:
            values[graph] = over_seeds([*words, f"time.days={args.days}", "time.burn_in_days=3"], seeds, args.workers)
            print(f"\n{table.markdown({graph: values[graph]})}", flush=True)
    if args.save:
        table.save(HERE, values)


def read() -> argparse.Namespace:
    """What was typed."""
    parser = argparse.ArgumentParser(prog="python -m experiments.validation.facts", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="3 seeds (1 on the imported graph), 5 days, not saved")
    parser.add_argument("--seeds", type=int, help="runs on the generated graph (20)")
    parser.add_argument("--graph", type=Path, default=TWITTER, help="edge list where source follows target")
    parser.add_argument("--graph-seeds", type=int, help="runs on the imported graph (20)")
    parser.add_argument("--accounts", type=int, default=10_000, help="accounts of the generated graph (10000)")
    parser.add_argument("--days", type=float, help="measured days after 3 of burn-in (14)")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="processes")
    parser.add_argument("--keep", action="store_true", help="keep the stored values of a graph that gets 0 seeds")
    args = parser.parse_args()
    usual = (3, 1, 5.0) if args.quick else (20, 20, 14.0)
    for name, value in zip(("seeds", "graph_seeds", "days"), usual, strict=True):
        if getattr(args, name) is None:
            setattr(args, name, value)
    args.save = not args.quick
    return args


def imported(path: Path) -> list[str]:
    """Overrides for a graph of one's own."""
    return [f"graph='{path}'", "graph.direction='source follows target'"]


def over_seeds(words: list[str], seeds: int, workers: int) -> dict[str, list[float]]:
    """Every measure of the background traffic, one value for each seed."""
    settings = compose(["scenario=quiet_week", f"seed=range(1,{seeds + 1})", *words])
    os.environ["NUMBA_NUM_THREADS"] = "1"  # the processes share the cores already
    with ProcessPoolExecutor(min(workers, seeds), get_context("spawn")) as pool:
        runs = list(pool.map(measured, settings))
    return {name: [run[name] for run in runs] for name in runs[0]}


if __name__ == "__main__":
    main()
