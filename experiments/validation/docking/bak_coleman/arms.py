"""The measures that are tried, with what is published of each: changes of total engagement in per cent."""

from __future__ import annotations

from typing import Any, NamedTuple

BAND = 10.0  # V23: percentage points either way
EARLIER = -96.0  # h: sanctions of accounts and nudges are there before the falsehood
EXACT = {"false_alarm": 0.0}

Entries = dict[str, dict[str, Any]]


class Arm(NamedTuple):
    """A measure, or several together; without a published number it has a place in an order only."""

    entries: Entries
    published: float | None = None
    source: str = ""


def entry(do: str, at: float = 0.0, claim: str = "viral", **params: Any) -> dict[str, Any]:
    """A measure that lasts to the end."""
    about = {"claim": claim} if claim else {}
    return {"do": do, "at": at, "hours": 48.0 - at, "params": params, **about}


def nudge(strength: float) -> Entries:
    """Reshares of everything fall by this share."""
    return {"nudge": entry("share_nudge", EARLIER, "", strength=strength)}


def breaker(cut: float) -> Entries:
    """Posts on fast claims reach this share less of their readers, after four hours."""
    return {"breaker": entry("circuit_breaker", claim="", delay=4.0, cut=cut)}


def removal(delay: float, coverage: float = 1.0) -> Entries:
    """Posts on the claim are gone from some hour on."""
    return {"removal": entry("removal", delay=delay, coverage=coverage, **EXACT)}


def label(delay: float, coverage: float = 1.0) -> Entries:
    """Posts on the claim carry a note from some hour on."""
    return {"label": entry("label", delay=delay, coverage=coverage, recall=1.0, kind="note", **EXACT)}


BAN: Entries = {"ban": entry("suspension", EARLIER, "", followers=100)}
V23, NATURE, NOTES = "V23", "preprint of V23", "CommunityNotesSim"

ARMS: dict[str, Arm] = {
    "nudge 5 %": Arm(nudge(0.05), -6.6, NATURE),
    "nudge 10 %": Arm(nudge(0.1), -12.4, NATURE),
    "nudge 20 %": Arm(nudge(0.2), -22.6, NATURE),
    "nudge 40 %": Arm(nudge(0.4), -38.9, NATURE),
    "ban of repeat spreaders": Arm(BAN, -13.0, V23),
    "removal at once": Arm(removal(0.0)),
    "removal after 30 min": Arm(removal(0.5), -93.0, V23),
    "removal after 4 h": Arm(removal(4.0), -55.0, V23),
    "removal after 12 h": Arm(removal(12.0)),
    "removal after 24 h": Arm(removal(24.0)),
    "removal of 20 % after 4 h": Arm(removal(4.0, 0.2)),
    "breaker, 10 % after 4 h": Arm(breaker(0.1), -33.0, NATURE),
    "breaker, 75 % after 4 h": Arm(breaker(0.75)),
    "mix with the 10 % breaker": Arm({**nudge(0.1), **BAN, **breaker(0.1), **removal(4.0, 0.2)}, -53.0, V23),
    "mix with the 75 % breaker": Arm({**nudge(0.1), **BAN, **breaker(0.75), **removal(4.0, 0.2)}),
    "label on all at once": Arm(label(0.0), -46.2, NOTES),
    "label after 2 h": Arm(label(2.0)),
    "label after 4 h": Arm(label(4.0)),
    "label after 8 h": Arm(label(8.0)),
    "label after 15 h": Arm(label(15.0)),
    "label after 48 h": Arm(label(48.0)),
    "label on 5 % at once": Arm(label(0.0, 0.05), -1.8, NOTES),
    "label on 25 % at once": Arm(label(0.0, 0.25), -12.1, NOTES),
    "label on 50 % at once": Arm(label(0.0, 0.5), -25.0, NOTES),
    "label on 75 % at once": Arm(label(0.0, 0.75), -39.8, NOTES),
}
QUICK = ("nudge 10 %", "nudge 40 %", "ban of repeat spreaders", "removal after 30 min", "removal after 4 h",
         "removal of 20 % after 4 h", "breaker, 10 % after 4 h", "mix with the 10 % breaker", "label on all at once",
         "label after 15 h")  # fmt: skip
SOFT = ("nudge 10 %", "ban of repeat spreaders", "removal of 20 % after 4 h", "breaker, 10 % after 4 h")
MIX = "mix with the 10 % breaker"

# Arms whose effects fall from left to right.
ORDERS = {
    "a stronger nudge does more": ("nudge 40 %", "nudge 20 %", "nudge 10 %", "nudge 5 %"),
    "a later removal does less": (
        "removal at once", "removal after 30 min", "removal after 4 h", "removal after 12 h", "removal after 24 h"),
    "a later label does less": (
        "label on all at once", "label after 2 h", "label after 4 h", "label after 8 h", "label after 15 h",
        "label after 48 h"),
    "labels on fewer posts do less": (
        "label on all at once", "label on 75 % at once", "label on 50 % at once", "label on 25 % at once",
        "label on 5 % at once"),
}  # fmt: skip
