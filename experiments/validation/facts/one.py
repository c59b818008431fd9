"""One: everything that the study measures in one run, by name."""

from __future__ import annotations

from experiments.validation.facts import cascades, network, rhythm
from experiments.validation.facts.watching import watch
from sim import Settings


def measured(settings: Settings) -> dict[str, float]:
    """All measures of one run."""
    log = watch(settings)
    values = cascades.measured(log) | rhythm.measured(log) | network.measured(log)
    return values | {"views per delivery": log.totals["exposures"] / max(log.totals["deliveries"], 1)}
