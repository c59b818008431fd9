"""parley import: read a follower graph, report on it, and save it so that graph=DIR can use it."""

from __future__ import annotations

import shutil
from argparse import Namespace
from pathlib import Path

from sim.door.screen import Screen
from sim.door.telling import Teller, telling
from sim.graphs.imported import ImportOptions, read_graph, save_graph
from sim.ground.problems import Problem, Problems
from sim.state.graph_store import PAGE

REPORT = "report.txt"


def main(args: Namespace, screen: Screen) -> int:
    """Import one file; the folder is whole or not there."""
    with telling(args.tell, report=None, out=None) as told:
        return _import(args, screen, told)


def _import(args: Namespace, screen: Screen, told: Teller) -> int:
    out = Path(args.out or f"{Path(args.file).name.split('.')[0]}.graph")
    if out.exists() and not (out / PAGE).exists():
        raise Problems([Problem(str(out), "is there already and holds no graph", advice="Say another --out.")])
    graph = read_graph(
        Path(args.file),
        ImportOptions(
            direction=args.direction,
            nodes=args.nodes,
            source_column=args.source_column,
            target_column=args.target_column,
            keep_ids=args.keep_ids,
        ),
    )
    report = "\n".join(graph.report.lines())
    writing = out.with_name(f"{out.name}.writing")
    shutil.rmtree(writing, ignore_errors=True)
    save_graph(graph, writing)
    (writing / REPORT).write_text(report + "\n")
    shutil.rmtree(out, ignore_errors=True)
    writing.rename(out)
    told.facts |= {"report": graph.report.as_dict(), "out": str(out.absolute())}
    screen.show(report)
    screen.show(f"Saved in {out}, with this report as {out / REPORT}. Use it: parley run graph={out} ...")
    return 0
