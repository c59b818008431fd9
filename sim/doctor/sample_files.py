"""Sample files: a small follower graph on disk, with two pairs of columns and a table of accounts, to try imports."""

from __future__ import annotations

import atexit
import tempfile
from functools import cache
from pathlib import Path

PEOPLE, TIES = 150, 8
HOME = "parley-doctor-"


@cache
def sample_files() -> tuple[str, str]:
    """Paths of an edge list (columns a, b and, for another graph, c, d) and of a table of accounts; gone at exit."""
    folder = tempfile.TemporaryDirectory(prefix=HOME)
    atexit.register(folder.cleanup)
    ties = [(i, (i + 1 + nth * nth) % PEOPLE, (3 * i) % PEOPLE, (7 * i + nth) % PEOPLE)
            for i in range(PEOPLE) for nth in range(TIES)]  # fmt: skip
    edges, nodes = Path(folder.name, "edges.csv"), Path(folder.name, "nodes.csv")
    edges.write_text("a,b,c,d\n" + "".join(f"{a},{b},{c},{d}\n" for a, b, c, d in ties))
    nodes.write_text("id,opinion\n" + "".join(f"{i},{2 * i / PEOPLE - 1:.3f}\n" for i in range(PEOPLE)))
    return str(edges), str(nodes)
