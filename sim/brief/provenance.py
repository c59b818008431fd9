"""Provenance: which runs a brief rests on, by which code, and the command that makes it again."""

from __future__ import annotations

import hashlib
import shlex
from datetime import UTC, datetime
from itertools import product
from typing import Any

from sim.compare import Comparison
from sim.compare.pairs import split, varying
from sim.ground.problems import Problems
from sim.packs import read_pack
from sim.settings import Choice, Settings


def runs_hash(found: Comparison) -> str:
    """One short word for exactly these runs."""
    ids = sorted(run.id for run in found.paired.runs.values())
    return hashlib.blake2b(" ".join(ids).encode(), digest_size=6).hexdigest()


def finished(found: Comparison) -> datetime:
    """When the last of the runs was finished; the epoch where no run says so."""
    told = [run.manifest.get("times", {}).get("finished") for run in found.paired.runs.values()]
    return max((datetime.fromisoformat(one) for one in told if one), default=datetime.fromtimestamp(0, UTC))


def seeds(found: Comparison) -> str:
    """The seeds, runs of neighbours as `1–8`."""
    told = sorted({future.seed for future in found.paired.futures})
    parts: list[list[int]] = []
    for seed in told:
        if parts and seed == parts[-1][-1] + 1:
            parts[-1].append(seed)
        else:
            parts.append([seed])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}–{part[-1]}" for part in parts)


def command(found: Comparison, language: str) -> str:
    """What to type for the same brief: the settings in words, or the runs' ids where words cannot say it."""
    words = override_words(found) or sorted(run.id for run in found.paired.runs.values())
    more = [*(["--baseline", found.baseline] if found.baseline != "none" else []), "--lang", language]
    more += ["--by", found.by] if found.by != "response" else []
    return shlex.join(["parley", "brief", *words, *more])


def override_words(found: Comparison) -> list[str]:
    """Overrides that describe exactly these runs; none where they are no full grid, or a story nobody else has."""
    futures = found.paired.futures
    names = [name for name in varying(futures) if not name.startswith("belief.params.")]
    values = {name: list(dict.fromkeys(_word(future.facts.get(name)) for future in futures)) for name in names}
    grid = len(set(product(*values.values())))
    usual = _usual(found) if found.by == "response" and grid == len(futures) else None
    first = futures[0].facts
    story = {name for name in first if name.startswith("scenario.") and name != "scenario.name"}
    if usual is None or story - set(usual):
        return []
    told = {name: [_word(first[name])] for name in usual if name in first and first[name] != usual[name]} | values
    told = {
        "scenario": [str(first["scenario.name"])],
        "response": [found.baseline, *(arm for arm in found.ranking if arm != found.baseline)],
        "seed": [_word(first["seed"])],
    } | told
    return [f"{name.removesuffix('.name')}={','.join(several)}" for name, several in told.items()]


def _usual(found: Comparison) -> dict[str, Any] | None:
    """The settings by dotted name of whoever changes nothing in this story; None if the story is not at hand."""
    run = found.paired.of(found.baseline)[0]
    told = run.settings
    try:
        usual = Settings(scenario=read_pack(run.scenario), belief=Choice(str(told["belief"]["name"])))
    except Problems:
        return None
    _, future = split(usual.as_dict(), {}, found.by)
    return {name: value for name, value in future.facts.items() if name not in ("scenario.name", "seed", "metrics")}


def _word(value: Any) -> str:
    """A value as it is typed."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
