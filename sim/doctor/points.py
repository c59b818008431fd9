"""Points: which values of a param to try, from its present value and its range."""

from __future__ import annotations

from typing import Any

FEW = 0.1  # of the range: less room than this on one side is not worth a try of its own
THIRD = 3.0


def values(present: Any, facts: Any) -> tuple[Any, ...]:
    """Values to try beside the present one, by the param's choices or range."""
    if isinstance(present, bool):
        return (not present,)
    if facts.get("choices"):
        lists = isinstance(present, tuple)  # of words
        return tuple(one for one in ((word,) if lists else word for word in facts["choices"]) if one != present)
    if not isinstance(present, int | float) or facts.get("low") is None:
        return ()
    found = _numbers(float(present), float(facts["low"]), float(facts["high"]))
    if isinstance(present, int):
        found = tuple(round(number) for number in found)
    return tuple(dict.fromkeys(number for number in found if number != present))


def _numbers(present: float, low: float, high: float) -> tuple[float, ...]:
    """One value below and one above; two on one side where the other has no room."""
    if present > 0.0 and low >= 0.0 and high > 1.0 and present < FEW * high:  # an open scale: thirds and triples
        return (max(low, present / THIRD), min(high, present * THIRD))
    if present == 0.0 and low == 0.0 and high > 20.0:  # off, and the range says nothing of what is usual
        return (THIRD, THIRD * THIRD)
    below, above = present - low, high - present
    room = FEW * (high - low)
    if below < room:
        return (present + above / 3.0, present + 2.0 * above / 3.0)
    if above < room:
        return (present - 2.0 * below / 3.0, present - below / 3.0)
    return (present - below / 2.0, present + above / 2.0)
