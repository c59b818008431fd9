"""Rises: how far a count lies above its usual number, and what is usual."""

from __future__ import annotations

import numpy as np

from sim.ground.types import F64


def z(count: F64, usual: F64, spread: F64) -> F64:
    """(y - mean) / sd; counts vary at least as much as a Poisson number of the usual size does."""
    return np.asarray((count - usual) / np.sqrt(np.maximum(np.maximum(spread, usual), 1.0)))


def learnt(count: F64, usual: F64, spread: F64, weight: float) -> tuple[F64, F64]:
    """Exponentially weighted mean and variance after one more count."""
    surprise = count - usual
    return usual + weight * surprise, (1.0 - weight) * (spread + weight * surprise * surprise)
