"""Levers: ask the doctor about every lever of the model, and write what it says as a table: python -m ... [--quick]."""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"
COLUMNS = ("shelf", "name", "verdict", "declared", "outcome", "effect", "noise", "seeds", "tried", "detail")
QUICK = ("--sample", "24")


def asked(words: list[str]) -> dict[str, Any]:
    """What the doctor found, by the command a person would type; it leaves with 1 where something is unsound."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "levers.json")
        done = subprocess.run([sys.executable, "-m", "sim", "doctor", *words, "--json", str(file)], check=False)
        if done.returncode not in (0, 1):
            sys.exit(done.returncode)
        return dict(json.loads(file.read_text("utf-8")))


def markdown(found: dict[str, Any]) -> str:
    """Verdicts by shelf, then every lever that is not sound."""
    levers, order = found["levers"], found["order"]
    verdicts = [verdict for verdict, _ in Counter(one["verdict"] for one in levers).most_common()]
    size = f"{order['accounts']} accounts, {order['seeds']} seeds (up to four times as many where unclear)"
    head = ["shelf", "levers", *verdicts, "sign declared"]
    lines = [f"{len(levers)} levers, {size}.", "", f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for shelf in dict.fromkeys(one["shelf"] for one in levers):
        here = [one for one in levers if one["shelf"] == shelf]
        counts = Counter(one["verdict"] for one in here)
        signed = sum(bool(one["declared"]) for one in here)
        lines.append(f"| {shelf} | {len(here)} | {' | '.join(str(counts[name]) for name in verdicts)} | {signed} |")
    unsound = [one for one in levers if one["verdict"] != "sound"]
    if unsound:
        lines += ["", "| lever | verdict | what was seen |", "|---|---|---|"]
        lines += [f"| `{one['name']}` | {one['verdict']} | {one['detail'] or one['advice']} |" for one in unsound]
    return "\n".join(lines)


def save(found: dict[str, Any]) -> None:
    """Write every lever into levers.csv and the summary into the README."""
    with (HERE / "levers.csv").open("w", newline="", encoding="utf-8") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(COLUMNS)
        for one in found["levers"]:
            facts = one | {"tried": " | ".join(one["tried"])}
            table.writerow([f"{fact:.4g}" if isinstance(fact, float) else fact for fact in map(facts.get, COLUMNS)])
    page = HERE / "README.md"
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n{markdown(found)}\n{END}{after}", "utf-8")


def main() -> None:
    """Ask, show, and save what a whole study found."""
    words = argparse.ArgumentParser(description="Ask the doctor about every lever.")
    words.add_argument("--quick", action="store_true", help="a sample of 24 levers, not saved")
    words.add_argument("--workers", default="2", help="processes at a time (2)")
    args = words.parse_args()
    found = asked(["--levers", "--workers", args.workers, *(QUICK if args.quick else ())])
    print(markdown(found))
    if not args.quick:
        save(found)


if __name__ == "__main__":
    main()
