"""A bare platform: a model with nobody but the accounts of a given graph, on which nothing happens by itself."""

from __future__ import annotations

import dataclasses

import numpy as np

from sim import Model, compose

# everybody comes at any hour, and everything that waits is read
PLAIN = (
    "scenario=quiet_week", "graph=erdos_renyi", "graph.params.following=0", "platform=chronological",
    "population.influencers=0", "population.media=0", "population.online=1", "population.peak_to_trough=1",
    "population.attention=500", "population.activity_spread=0", "population.originals=1",
    "platform.patience=1e9", "platform.freshness=1e9", "platform.novelty=0", "platform.recommended=0",
    "platform.merge_duplicates=false", "platform.share_rate=0", "platform.like_ratio=0", "platform.reply_rate=0",
    "platform.claim_talk=0", "platform.report_rate=0", "platform.unfollow_rate=0", "platform.discord_unfollow=0",
    "platform.follow_rate=0", "time.burn_in_days=0", "time.days=300", "time.measure_hours=168",
)  # fmt: skip


def model_of(accounts: int, follower: np.ndarray, followed: np.ndarray, *words: str, seed: int = 1) -> Model:
    """A model of so many accounts, in which `follower` follows `followed`; `words` are further overrides."""
    settings = compose([*PLAIN, f"population.accounts={accounts}", f"seed={seed}", *words])[0]
    story = dataclasses.replace(settings.scenario, actors=(), claims=(), detectors=(), segments=(),
                                countries=(), responses=())  # fmt: skip
    model = Model(dataclasses.replace(settings, scenario=story))
    model.world.network, *_ = type(model.world.network).from_arcs(accounts, follower, followed)
    return model
