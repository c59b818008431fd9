"""Versions: the same question, asked under two versions of Python and numpy, gives the same bits.

`python check.py OTHER_PYTHON` runs a small question here and under the other interpreter and exits with 1
if anything differs, naming it. An interpreter without Parley gets it in a scratch environment, with an
older numpy on purpose.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[3]
OLDER = "numpy<2.4"
QUESTION = (
    "scenario=embassy_rumour",
    "population.accounts=2000",
    "time.days=3",
    "response=none,fast_with_partners",
    "belief=log_odds,friedkin_johnsen",
)
SHOWN = 20  # differences told one by one

Answer = dict[str, dict[str, str]]  # arm -> name of an array or metric -> its bits


def main() -> int:
    """0 when every bit agrees, 1 when one does not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("python", nargs="?", help="another interpreter")
    parser.add_argument("--answer", action="store_true", help="answer the question here, as JSON")
    args = parser.parse_args()
    if args.answer:
        json.dump({"versions": versions(), "answer": answered(QUESTION)}, sys.stdout)
        return 0
    if not args.python:
        parser.error("say which other interpreter")
    with tempfile.TemporaryDirectory() as scratch:
        other = args.python if _has_parley(args.python) else _with_parley(args.python, Path(scratch))
        two = [_asked(python) for python in (sys.executable, other)]
    for one in two:
        print(", ".join(f"{name} {version}" for name, version in one["versions"].items()))
    if two[0]["versions"] == two[1]["versions"]:
        print("Both are of the same versions: this shows nothing.")
        return 1
    return _told(two[0]["answer"], two[1]["answer"])


def answered(question: tuple[str, ...]) -> Answer:
    """The bits of the final state and of all metrics, for each arm of a question."""
    from sim import Model, compose

    answer: Answer = {}
    for settings in compose(question):
        model = Model(settings)
        model.run_until_end()
        answer[f"{settings.response}, {settings.belief.name}"] = _state(model.world) | _metrics(model)
    return answer


def differences(one: Answer, two: Answer) -> list[str]:
    """What is not the same in two answers, by name."""
    found = []
    for arm in sorted(one.keys() | two.keys()):
        mine, theirs = one.get(arm, {}), two.get(arm, {})
        names = sorted(mine.keys() | theirs.keys())
        found += [f"{arm}: {name}" for name in names if mine.get(name) != theirs.get(name)]
    return found


def versions() -> dict[str, str]:
    """Versions of all that could change a bit."""
    from importlib.metadata import version

    return {"python": sys.version.split()[0]} | {name: version(name) for name in ("numpy", "numba", "llvmlite")}


def _state(world: Any) -> dict[str, str]:
    arrays = {f"{table}/{name}": array for table, store in world.stores().items()
              for name, array in store.arrays().items() if table != "posts"}  # fmt: skip
    # rows of the posts' ring that nobody can reach any more do not count
    arrays |= {f"posts/{name}": world.posts.column(name) for name in world.posts}
    arrays |= {f"network/{name}": getattr(world.network, name) for name in ("out_start", "out_node")}
    arrays |= {f"memory/{name}": array for name, array in world.memory.items()}
    return {name: hashlib.blake2b(array.tobytes(), digest_size=16).hexdigest() for name, array in arrays.items()}


def _metrics(model: Any) -> dict[str, str]:
    rows = {f"hour {row['hour']:g}": row for row in model.world.measured} | {"end": model.outcomes()}
    return {f"{when}, {name}": float(value).hex() for when, row in rows.items() for name, value in row.items()}


def _told(one: Answer, two: Answer) -> int:
    found = differences(one, two)
    count = sum(len(bits) for bits in one.values())
    if not found:
        print(f"The same bits: {count:,} arrays and metrics in {len(one)} arms.")
        return 0
    print(f"{len(found):,} of {count:,} arrays and metrics differ:", *found[:SHOWN], sep="\n  ")
    return 1


def _asked(python: str) -> dict[str, Any]:
    command = [python, str(Path(__file__).resolve()), "--answer"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CHECKOUT)
    if done.returncode:
        sys.exit(f"{python} could not answer:\n{done.stderr}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _has_parley(python: str) -> bool:
    return subprocess.run([python, "-c", "import sim, numba, mesa"], capture_output=True, check=False).returncode == 0


def _with_parley(python: str, scratch: Path) -> str:
    print(f"Setting up a scratch environment with {OLDER} ...", flush=True)
    subprocess.run([python, "-m", "venv", scratch / "venv"], check=True)
    inside = str(scratch / "venv/bin/python")
    install = [inside, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-e", str(CHECKOUT), OLDER]
    subprocess.run(install, check=True)
    return inside


if __name__ == "__main__":
    sys.exit(main())
