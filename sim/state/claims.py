"""Claims: what can be said, checked, believed and denied; a few rows, with the platform's levers on each."""

from __future__ import annotations

from typing import ClassVar

from sim.ground.columns import Column, Columns
from sim.ground.types import F32, I8, I32, U8


class Claims(Columns):
    """One row for each claim of the scenario. A `lever` column is neutral until a measure moves it."""

    true: I8
    verified_hour: F32
    side: I8
    lean: F32
    appeal: F32
    moral_words: F32
    outgroup: F32
    spread_factor: F32
    technique: I8
    form: I8
    plausibility: F32
    prior_spread: F32
    quality: F32
    pitch: F32
    extremist: U8
    image: I8
    tone: F32
    label_share: F32
    label_kind: I8
    downrank: F32
    silence: F32
    attention_prompt: F32
    flaw: F32
    listed: F32
    proof: F32
    stickiness: F32
    backfire: F32
    smears: I8
    smear: F32
    searched: F32
    verdict: I8
    verdict_tick: I32

    COLUMNS: ClassVar[dict[str, Column]] = {
        "true": Column("i1", "1 true, 0 false or misleading", low=0, high=1),
        "verified_hour": Column("f4", "scenario hour from which the truth can be shown", "h"),
        "side": Column("i1", "whom it serves: -1 rival, 0 nobody, 1 own state", low=-1, high=1),
        "lean": Column("f4", "opinion it flatters; align = lean x opinion", "-1..1", low=-1, high=1),
        "appeal": Column("f4", "item appeal z_k (C2)", "log-odds"),
        "moral_words": Column("f4", "moral-emotional words (A17)", "words", low=0),
        "outgroup": Column("f4", "references to an out-group (A18)", "words", low=0),
        "spread_factor": Column("f4", "reshare odds multiplier v_false (A16)", "x", default=1, low=0.1),
        "technique": Column("i1", "technique, row of World.techniques", low=0),
        "form": Column("i1", "medium (Form)", low=0),
        "plausibility": Column("f4", "mean belief before anything was heard", "log-odds"),
        "prior_spread": Column("f4", "spread of belief before", "log-odds", low=0),
        "quality": Column("f4", "quality q for ranking (C3)", "0..1", low=0, high=1),
        "pitch": Column("f4", "position that official posts on it argue, on -1..1", "-1..1", default=0.3),
        "extremist": Column("u1", "an item of extremist propaganda (C10)", high=1),
        "image": Column("i1", "image that posts on it touch, row of World.names.images; -1 = none", default=-1),
        "tone": Column("f4", "how it speaks of that country (C16)", "-1..1", low=-1, high=1),
        "label_share": Column("f4", "lever: share of supporting posts that carry a label", low=0, high=1),
        "label_kind": Column("i1", "lever: which label (Label)", default=1),
        "downrank": Column("f4", "lever: delta on the reach of supporting posts (A83)", "x", default=1, low=0.001),
        "silence": Column("f4", "lever: share of the own side that does not answer it", low=0, high=1),
        "attention_prompt": Column("f4", "lever: added probability of thinking of accuracy (C19)", low=0, high=1),
        "flaw": Column("f4", "P(a reader sees that its images or papers prove nothing) (C11)", low=0, high=1),
        "listed": Column("f4", "P(a reader looks for a paper on it in the register, in vain)", low=0, high=1),
        "proof": Column("f4", "P(a reader finds the origin of a true post on it proven)", low=0, high=1),
        "stickiness": Column("f4", "share of the force of denials that its story takes away", low=0, high=1),
        "backfire": Column("f4", "share of readers to whom a denial is one more proof (A62)", low=0, high=1),
        "smears": Column(
            "i1", "source group that posts supporting it run down (Source), -1 = none", default=-1, low=-1
        ),
        "smear": Column("f4", "how much one such post speaks against that source (C7)", "events", low=0),
        "searched": Column("f4", "share of people who look its terms up, each day", "1/day", low=0, high=1),
        "verdict": Column("i1", "first public verdict: 1 true, -1 false, 0 none yet", low=-1, high=1),
        "verdict_tick": Column("i4", "tick of that verdict, -1 = none yet", "tick", default=-1),
    }

    # a platform pulls its own levers, and each layer has them for itself
    LEVERS: ClassVar = tuple(name for name, column in COLUMNS.items() if column.doc.startswith("lever"))
