"""The numbers of the synthetic follower graph, each with unit, range and source."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import param


@dataclass(frozen=True)
class Params:
    """What is asked of the graph; the generator measures what it made and corrects itself."""

    following: float = param(20.0, "accounts", 2, 1000, source="assumed", doc="mean number of followees")
    following_sigma: float = param(
        1.1, "log", 0.1, 2, source="A31", doc="spread of followees; 456/74 read as 95th percentile over median"
    )
    followers_to_following: float = param(
        0.26, "x", 0.1, 1, source="A31", doc="median followers over median followees: 19/74"
    )
    follower_exponent: float = param(2.2, "-", 1.9, 2.9, source="A30", doc="tail of follower counts")
    popular_follow_more: float = param(
        0.5, "corr", 0, 0.95, source="A31; assumed", doc="rank correlation of followers with followees"
    )
    reciprocity: float = param(0.30, "share", 0.05, 0.6, source="A32", doc="follows that are answered")
    clustering: float = param(0.15, "-", 0.02, 0.25, source="A33", doc="mean local clustering of mutual ties")
    same_side: float = param(0.70, "share", 0.5, 0.9, source="A35", doc="follows within an opinion group")
    follow_back_same_side: float = param(
        3.0, "x", 1, 10, source="A36", doc="chance of following back the own group over the other"
    )
    second_group: float = param(0.5, "share", 0.1, 0.9, source="assumed", doc="accounts in opinion group 1")
    community_sorting: float = param(
        0.7, "share", 0.5, 0.95, source="assumed", doc="a community's members in its majority's opinion group"
    )
    smallest_community: int = param(50, "accounts", 10, 5000, source="assumed")
    largest_community: int = param(5000, "accounts", 10, 100000, source="assumed")
    inside: float = param(0.6, "share", 0.1, 0.8, source="assumed", doc="follows within the community")
    cross_language: float = param(0.05, "share", 0, 0.3, source="assumed", doc="follows between languages")
    countries: tuple[str, ...] = param(("velmora",), "-", source="assumed", doc="each community lies in one")
    country_languages: tuple[str, ...] = param(("fr",), "-", source="assumed", doc="one for each country")
    country_shares: tuple[float, ...] = param((1.0,), "share", source="assumed", doc="accounts in each country")
