"""Accounts: one row for each person, bot, institution and outlet (Kind)."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from sim.ground.columns import Column, Columns
from sim.ground.types import B8, F32, I8, I32, U8, U16, U32, AnyArray
from sim.state.codes import Kind, Status

FIRST_DISTANCE = 40.0  # degrees, near the United States of 2016 (Iyengar et al. 2019); assumed elsewhere


class Accounts(Columns):
    """The accounts' columns; axes are `claim`, `source` (groups that may be trusted), `technique`, `deed` and `image`.

    Belief in a claim is held as log-odds in parts that fade at different speed:
    `belief = anchor + gain + corrected`.
    """

    kind: I8
    country: I8
    language: I8
    segments: U32
    community: I32
    group: I8
    opinion: F32
    activity: F32
    sessions: F32
    online: F32
    attention: F32
    literacy: F32
    susceptibility: F32
    source: I8
    status: I8
    operation: I8
    pace: F32
    harassment: F32
    strikes: U8
    guarded: F32
    seen_same: U32
    seen_other: U32
    met: I32
    dark: F32
    trust_for: F32
    trust_against: F32
    belief: F32
    prior: F32
    anchor: F32
    gain: F32
    corrected: F32
    heard: U16
    denied: U16
    denied_firmly: F32
    heard_from: U8
    denied_from: U8
    first_heard: I32
    warned: U8
    labels_seen: U16
    inoculation: F32
    inoculation_half_life: F32
    speaks: U32
    abuse: U32
    abuse_seen: U32
    exposed: U8
    restraint: F32
    stage: U8
    grievance: F32
    extreme_seen: F32
    exit_contact: F32
    likely: F32
    swayed: F32
    acted: U8
    image: F32
    image_start: F32
    affective_distance: F32

    COLUMNS: ClassVar[dict[str, Column]] = {
        "kind": Column("i1", "kind of account (Kind)", low=0, high=max(Kind)),
        "country": Column("i1", "country, row of World.countries", low=0),
        "language": Column("i1", "language, row of World.languages", low=0),
        "segments": Column("u4", "segments it belongs to, one bit each, in the order of World.segment_names"),
        "community": Column("i4", "community of the follow graph"),
        "group": Column("i1", "opinion group, 0 or 1", low=0, high=1),
        "opinion": Column("f4", "political leaning o", "-1..1", low=-1, high=1),
        "activity": Column("f4", "own posts (A1, A12)", "1/day", low=0),
        "sessions": Column("f4", "feed refreshes on a day online (A5)", "1/day", low=0),
        "online": Column("f4", "probability of being online on a day (A3)", "prob", low=0, high=1),
        "attention": Column("f4", "median posts inspected in a session (A7)", "posts", default=40, low=0),
        "literacy": Column("f4", "how much attention to accuracy before sharing", "0..1", low=0, high=1),
        "susceptibility": Column("f4", "Friedkin-Johnsen L (A58)", "0..1", default=0.5, low=0, high=1),
        "source": Column("i1", "as whom readers take it (Source)", low=0),
        "status": Column("i1", "whether it can act (Status)", low=0, high=max(Status)),
        "operation": Column("i1", "operation it belongs to, -1 = none", default=-1, low=-1),
        "pace": Column("f4", "sessions of today before the hour of day", "1/day", low=0),
        "harassment": Column("f4", "load of hostile replies Hs (C9)", "replies", low=0),
        "strikes": Column("u1", "moderation strikes (C4)"),
        "guarded": Column("f4", "share by which its owner's care lowers the chance of a takeover", low=0, high=1),
        "seen_same": Column("u4", "posts seen from authors of the own opinion group"),
        "seen_other": Column("u4", "posts seen from authors of the other group"),
        "met": Column("i4", "author last met through a reshare, -1 = none", default=-1),
        "dark": Column("f4", "hours without any platform since the start", "h", low=0),
        "trust_for": Column("f4", "Beta pseudo-count a of trust (C7)", "events", ("source",), 1, low=0),
        "trust_against": Column("f4", "Beta pseudo-count c of trust (C7)", "events", ("source",), 1, low=0),
        "belief": Column("f4", "belief in the claim", "log-odds", ("claim",), low=-20, high=20),
        "prior": Column("f4", "belief at the start", "log-odds", ("claim",)),
        "anchor": Column("f4", "lasting part of belief (A59)", "log-odds", ("claim",)),
        "gain": Column("f4", "fading part gained by exposure", "log-odds", ("claim",)),
        "corrected": Column("f4", "fading part undone by rebuttals and labels (A68)", "log-odds", ("claim",)),
        "heard": Column("u2", "times seen supported", "exposures", ("claim",)),
        "denied": Column("u2", "times seen denied", "exposures", ("claim",)),
        "denied_firmly": Column("f4", "the same, each counted by its certainty", "exposures", ("claim",), low=0),
        "heard_from": Column("u1", "sources seen supporting it, one bit each", shape=("claim",)),
        "denied_from": Column("u1", "sources seen denying it, one bit each", shape=("claim",)),
        "first_heard": Column("i4", "tick of the first exposure, -1 = never", "tick", ("claim",), -1),
        "warned": Column("u1", "has noticed a label on the claim", shape=("claim",)),
        "labels_seen": Column("u2", "labelled posts noticed on the claim", "exposures", ("claim",)),
        "inoculation": Column("f4", "resistance I to a technique (C6)", "0..1", ("technique",), low=0, high=1),
        "inoculation_half_life": Column("f4", "half-life of that resistance", "h", ("technique",), 720, low=1),
        "speaks": Column("u4", "languages it understands beside its own, one bit each"),
        "abuse": Column("u4", "hostile posts aimed at it so far", "posts"),
        "abuse_seen": Column("u4", "hostile posts against others that it saw", "exposures"),
        "exposed": Column("u1", "a visible target: its private data were published (C9)", high=1),
        "restraint": Column("f4", "share of hostile posts that it no longer writes (A93)", "share", low=0, high=1),
        "stage": Column("u1", "stage of the ladder, 0 none to 4 activist (C10)", high=4),
        "grievance": Column("f4", "susceptibility g to extremist items (C10)", "0..1", low=0, high=1),
        "extreme_seen": Column("f4", "extremist items seen of late, E (C10)", "1/day", low=0),
        "exit_contact": Column("f4", "how much likelier a step down is made by exit support (C10)", "x", low=0),
        "likely": Column("f4", "inclination to an act before anything was heard", "log-odds", ("deed",)),
        "swayed": Column("f4", "inclination moved by appeals to act or to stay away, fades", "log-odds", ("deed",)),
        "acted": Column("u1", "has done it", shape=("deed",), high=1),
        "image": Column("f4", "favourability of a country A (C16)", "0..1", ("image",), low=0, high=1),
        "image_start": Column("f4", "favourability before anything was seen", "0..1", ("image",), low=0, high=1),
        "affective_distance": Column(
            "f4",
            "how much warmer it feels to its own camp than the other",
            "degrees",
            default=FIRST_DISTANCE,
            low=0,
            high=100,
        ),
    }

    def can_act(self, rows: AnyArray | slice = slice(None)) -> B8:
        """Mask of accounts, all of them or some rows, that may open a session."""
        status = self.column("status")[rows]
        return np.asarray((status == Status.ACTIVE) | (status == Status.COMPROMISED))

    def people(self) -> B8:
        """Mask of the public whose minds count in outcomes: citizens and influencers."""
        kind = self.column("kind")
        return np.asarray((kind == Kind.CITIZEN) | (kind == Kind.INFLUENCER))

    def trust(self, source: int, rows: AnyArray | slice = slice(None)) -> F32:
        """Trust tau in a source group, 0 to 1, of every account or of some rows (C7)."""
        for_it = self.column("trust_for")[rows, source]
        return np.asarray(for_it / (for_it + self.column("trust_against")[rows, source]))

    def of_kind(self, *kinds: int) -> I32:
        """Rows of the given kinds, in order."""
        return rows_of(np.isin(self.column("kind"), kinds))


def rows_of(mask: AnyArray) -> I32:
    """Row numbers where a mask is true."""
    return np.flatnonzero(mask).astype(np.int32)
