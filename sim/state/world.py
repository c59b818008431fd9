"""The world: everything that exists in one run, in one place; phases and ideas change it, nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sim.ground.clock import Clock
from sim.ground.draws import Draws
from sim.ground.network import Network
from sim.ground.own import Spent
from sim.ground.pairs import PairSet
from sim.ground.types import B8, F32, F64, I32, I64, AnyArray
from sim.state.accounts import Accounts
from sim.state.ads import Ads
from sim.state.cascades import Originals, Reshares
from sim.state.cases import Cases
from sim.state.claims import Claims
from sim.state.deeds import Deeds
from sim.state.drafts import Drafts
from sim.state.exposures import Exposures, Impressions
from sim.state.hashtags import Hashtags
from sim.state.hearsay import Hearsay
from sim.state.inbox import Inbox
from sim.state.journal import Journal
from sim.state.layers import PLACES, Crossings, Layer
from sim.state.ledger import Ledger
from sim.state.names import Names, members_of
from sim.state.operations import Operations
from sim.state.own_side import OwnSide
from sim.state.platform import Platform
from sim.state.posts import Posts
from sim.state.press import Press
from sim.state.records import Records
from sim.state.screens import Screens
from sim.state.sightings import Sightings, Suspects
from sim.state.standings import Standings
from sim.state.takeovers import Takeovers
from sim.state.tallies import Tallies
from sim.state.timeline import Entry


@dataclass
class Ideas:
    """The rules this world lives by, resolved from the shelves: module and params of each."""

    belief: Any
    belief_params: Any
    feed: Any
    feed_params: Any
    detectors: tuple[tuple[Any, Any], ...] = ()
    metrics: tuple[Any, ...] = ()
    timeline: dict[str, Any] = field(default_factory=dict)  # "tactics/flood" -> module
    feeds: dict[str, tuple[Any, Any]] = field(default_factory=dict)  # that readers may choose: module and params
    share: Callable[[Any], F64] | None = None  # a user's own rule: (exposure), probability to reshare; None: C2


@dataclass
class World:
    """All state of a run. `utc_offsets` has one entry for each country.

    Lists of this tick (`awake`, `exposures`, `impressions`, `drafts`) are empty between ticks but for
    `drafts`, into which phases before `deliver` write.
    """

    clock: Clock
    draws: Draws
    network: Network
    names: Names
    platform: Platform
    accounts: Accounts
    claims: Claims
    inbox: Inbox
    hashtags: Hashtags
    tallies: Tallies
    ideas: Ideas
    timeline: list[Entry]
    utc_offsets: tuple[float, ...] = (0.0,)
    measure_hours: float = 1.0  # how often metrics are taken
    keeps_cascades: bool = True  # whether anybody reads `reshares`, which grow by 27 bytes each and are never let go
    counts_views: bool = True  # whether anybody reads how often posts were seen, by whom, and what readers saw
    peak_to_trough: float = 5.0  # sessions at the busiest over the idlest hour (A11)
    influence: float = 0.0  # share of the way that an opinion moves towards each post read (C1b)
    stands_for: float = 1.0  # people for whom an account of the public stands, wherever euros are reckoned by the head
    tolerance: float = 0.6  # opinions further away than this move nobody (A57)
    named: dict[str, I32] = field(default_factory=dict)  # actors by the pack's name -> rows
    posts: Posts = field(default_factory=Posts)
    screens: Screens = field(default_factory=Screens)  # empty but where sessions are single acts
    reshares: Reshares = field(default_factory=Reshares)
    originals: Originals = field(default_factory=Originals)
    cases: Cases = field(default_factory=Cases)
    standings: Standings = field(default_factory=Standings)  # who is not taken for what it is
    takeovers: Takeovers = field(default_factory=Takeovers)
    operations: Operations = field(default_factory=Operations)
    ads: Ads = field(default_factory=Ads)
    press: Press = field(default_factory=Press)
    own_side: OwnSide = field(default_factory=OwnSide)
    sightings: Sightings = field(default_factory=Sightings)
    suspects: Suspects = field(default_factory=Suspects)
    drafts: Drafts = field(default_factory=Drafts)
    exposures: Exposures = field(default_factory=Exposures)
    impressions: Impressions = field(default_factory=Impressions)
    hearsay: Hearsay = field(default_factory=Hearsay)
    deeds: Deeds = field(default_factory=Deeds)
    image_half_lives: tuple[float, ...] = ()  # days, one for each image (C16)
    shared: PairSet = field(default_factory=PairSet)
    ledger: Ledger = field(default_factory=Ledger)
    journal: Journal = field(default_factory=Journal)
    awake: I32 = field(default_factory=lambda: np.empty(0, np.int32))  # rows, ascending
    sessions: F64 = field(default_factory=lambda: np.empty(0))  # (awake), expected sessions in this tick, at least 1
    ranked: I32 = field(default_factory=lambda: np.empty((0, 0), np.int32))  # (awake, slot) post ids, 0 = none
    ranked_roots: I32 = field(default_factory=lambda: np.empty((0, 0), np.int32))  # rows of their originals
    ranked_slots: I32 = field(default_factory=lambda: np.empty((0, 0), np.int32))  # their slots in the inbox, or -1
    recommended: I32 = field(default_factory=lambda: np.empty(0, np.int32))  # (slot) ids recommended, 0 = none
    alerts: dict[str, int] = field(
        default_factory=dict
    )  # detector, detector.claim, detector@segment -> tick of the first
    memory: dict[str, AnyArray] = field(default_factory=dict)  # arrays that ideas keep between ticks
    measured: list[dict[str, float]] = field(default_factory=list)  # rows of the metric series
    own_steps: list[Callable[[], None]] = field(default_factory=list)  # steps of user-defined kinds
    own_spent: dict[str, Spent] = field(default_factory=dict)  # what users' own rules and steps have cost, by name
    layers: list[Layer] = field(default_factory=list)  # the main platform and those beside it; empty where it is alone
    layer: int = 0  # the layer at hand, whose platform, network, inbox ... stand here
    records: Records | None = None  # what pages show of a run, where anybody keeps it
    service: F64 = field(default_factory=lambda: np.ones(1))  # (country), share of sessions that get through
    crossings: Crossings = field(default_factory=Crossings)  # on their way to another layer

    @property
    def n(self) -> int:
        """How many accounts there are."""
        return self.accounts.n

    def named_rows(self) -> I32:
        """Rows of all actors of the scenario."""
        return np.concatenate([np.empty(0, np.int32), *self.named.values()])

    def members(self, segment: str) -> B8:
        """Mask of the accounts of a segment, country or language; everybody for an empty name."""
        return members_of(self.accounts, self.names, segment)

    def enter(self, layer: int) -> None:
        """Turn to a layer: what phases read of a platform is from now on that of this one."""
        if layer == self.layer:
            return
        here, there = self.layers[self.layer], self.layers[layer]
        owners = {"world": self, "ideas": self.ideas, "accounts": self.accounts, "claims": self.claims}
        for owner, names in PLACES.items():
            for name in names:
                here.held[name] = getattr(owners[owner], name)
                setattr(owners[owner], name, there.held.pop(name))
        self.layer = layer

    def here(self, posts: I64) -> I64:
        """Those of some posts (ids) that stand on the layer at hand."""
        return posts if not self.layers else posts[self.posts.layer[self.posts.rows(posts)] == self.layer]

    @property
    def in_public(self) -> bool:
        """Whether outsiders can see what is said on the layer at hand."""
        return not (self.layers and self.layers[self.layer].closed)

    @property
    def opens_tick(self) -> bool:
        """Whether the layer at hand is the first to be lived in a tick; the main one is the last."""
        return self.layer == max(0, len(self.layers) - 1)

    @property
    def window_hours(self) -> float:
        """Age after which no layer shows a post."""
        others: list[Platform] = [one.held["platform"] for one in self.layers if one.held]
        return max(platform.window_hours for platform in (self.platform, *others))

    @property
    def paces(self) -> F32:
        """(account), sessions of today on the layer at hand, before the hour of day."""
        return self.accounts.pace if not self.layers else self.accounts.pace * self.layers[self.layer].weight

    def note(self, what: str, who: str, detail: str = "") -> None:
        """Write a line in the journal for the present tick."""
        self.journal.note(self.clock.tick, self.clock.hour, what, who, detail)

    def key(self, stream: str) -> np.uint64:
        """Key of a random stream, for kernels."""
        return self.draws.key(stream)

    def stores(self) -> dict[str, Any]:
        """Every table that a checkpoint must hold, by name."""
        tables = ("accounts", "claims", "posts", "inbox", "screens", "reshares", "originals", "cases", "drafts",
                  "standings", "takeovers", "deeds", "operations", "shared", "tallies", "hashtags",
                  "crossings", "sightings", "suspects", "ads", "press")  # fmt: skip
        layers = {f"layer_{layer.name}": layer for layer in self.layers}
        records = {} if self.records is None else {"records": self.records}
        return {name: getattr(self, name) for name in tables} | layers | records
