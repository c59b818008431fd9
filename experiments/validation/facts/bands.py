"""Bands: what is looked for in the log of a run, and between which values it must lie (evidence, section B)."""

from __future__ import annotations

import math
from typing import NamedTuple

ANY = math.inf


class Part(NamedTuple):
    """One number of a fact; it passes when its mean over the seeds lies in the band."""

    fact: str
    what: str
    measure: str  # name under which the studies' measures hand it over
    low: float
    high: float
    source: str

    @property
    def band(self) -> str:
        """The band in words."""
        if self.high == ANY:
            return f"at least {self.low:g}"
        if self.low == -ANY:
            return f"at most {self.high:g}"
        return f"{self.low:g} to {self.high:g}"

    def holds(self, value: float) -> bool:
        """Whether a value lies in the band; what could not be measured does not."""
        return self.low <= value <= self.high


GOEL_12 = "Goel, Watts & Goldstein 2012"
GOEL_16 = "Goel et al. 2016"
SIMSOM = "110,224 link tweets of Truong et al. 2024"
PFEFFER = "Pfeffer et al. 2023"
PEW = "Pew 2019"
KWAK = "Kwak et al. 2010, Myers et al. 2014"

PARTS = (
    Part("V1", "originals that nobody reshares, share", "V1", 0.45, 0.99, f"{SIMSOM}; {GOEL_16}"),
    Part("V2", "exponent of the tail of reshare counts", "V2", 1.9, 2.6, SIMSOM),
    Part("V3", "reshares held by the top 1 % of originals", "V3 top 1 %", 0.3, 0.65, SIMSOM),
    Part("V3", "reshares held by the top 10 % of originals", "V3 top 10 %", 0.7, 0.95, SIMSOM),
    Part("V3", "Gini of reshares over originals", "V3 Gini", 0.8, 0.97, SIMSOM),
    Part("V4", "reshared originals whose tree is at most 2 deep", "V4", 0.9, ANY, GOEL_12),
    Part("V4", "reshares of the original or of its 3 biggest resharers", "V4 near", 0.5, ANY, GOEL_12),
    Part("V5", "structural virality of cascades of 10 and more, stars left out", "V5 mean", 1.6, 3.5, GOEL_16),
    Part("V5", "correlation of virality with log size, absolute", "V5 corr", -ANY, 0.4, GOEL_16),
    Part("V6", "correlation of size with the largest broadcast", "V6", 0.8, ANY, GOEL_16),
    Part("V11", "posts of the top 10 % of people", "V11 top 10 %", 0.75, 0.92, PEW),
    Part("V11", "Gini of posts over people", "V11 Gini", 0.8, 0.95, PEW),
    Part("V14", "minutes until half of a post's views, median", "V14 half", 20, 160, PFEFFER),
    Part("V14", "posts that nobody sees after 24 h, share", "V14 silent", 0.95, ANY, PFEFFER),
    Part("V33", "busiest over idlest local hour", "V33 ratio", 3, 10, "Golder & Macy 2011"),
    Part("V33", "idlest local hour", "V33 trough", 2, 6, "Golder & Macy 2011"),
    Part("V34", "exponent of the tail of follower counts", "V34 exponent", 1.9, 2.6, KWAK),
    Part("V34", "follows that are answered, share", "V34 reciprocity", 0.2, 0.6, KWAK),
    Part("V34", "clustering of mutual ties over that of a random graph", "V34 clustering", 10, ANY, KWAK),
    Part("V34", "mean path along follows, hops", "V34 path", 3, 6, KWAK),
    Part("V34", "exponent b of new followers ~ followers^b", "V34 rich", 0.8, 1.1, "V34"),
)

BESIDE = {  # measured too, with no band: they help to see why
    "V2 start": "reshares at which the tail begins",
    "V2 ratio": "power law (above 0) or lognormal (below), in standard deviations",
    "V5 most": "most viral cascade",
    "reshares per original": "reshares per original",
    "large cascades": "cascades of 10 posts and more",
    "largest cascade": "largest cascade, share of all accounts",
    "originals of top 10 %": "originals (no reshares) of the top 10 % of people",
    "posts per person and day": "posts and reshares per person and day",
    "V14 half, seen often": "minutes until half of the views, posts seen 10 times and more",
    "originals never seen": "originals that nobody sees, share",
    "views per original": "views per original",
    "views per delivery": "views per delivery to an inbox",
    "visits peak to trough": "busiest over idlest local hour of sessions",
    "clustering of mutual ties": "clustering of mutual ties",
    "follows per account": "follows per account at the end",
    "new follows per account": "new follows per account, burn-in included",
    "unfollows per account": "unfollows per account, burn-in included",
}
