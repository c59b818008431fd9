"""The platform: how the feed is made, what is shown beside follows, and how moderation is staffed."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import param


@dataclass(frozen=True)
class Platform:
    """One platform layer. Rates are per hour or day, never per tick. Presets live in `conf/platform`."""

    session: str = param("reading", "-", source="model.md", doc="what a visit is: reading a feed, or a single act, "
                         "all together or one account after another",
                         choices=("reading", "one_act", "in_turn"))  # fmt: skip
    feed: str = param("engagement", "-", source="C3", doc="feed rule, a file on the feeds shelf")
    window_hours: float = param(48.0, "h", 1, 8760, source="C3", doc="age after which a post is not shown")
    patience: float = param(20.0, "ranks", 1, 1e9, source="A10", doc="P(view at rank q) = exp(-q / patience)")
    freshness: float = param(3.0, "h", 0.01, 1e9, source="A26, calibrated to V14",
                             doc="half-life of the chance that a waiting post is still looked at")  # fmt: skip
    novelty: float = param(0.4, "-", 0, 5, source="A25", doc="log-odds of a reshare fall by novelty x hours ** 0.4")
    recommended: float = param(0.1, "share", 0, 0.5, source="C3, value assumed", doc="share of posts not followed")
    trending_slots: int = param(10, "tags", 0, 1000, source="C15", doc="tags in the trending list; 0: there is none")
    trending_share: float = param(0.002, "share", 0, 1, source="assumed",
                                  doc="of the posts of twelve hours that a tag needs to trend")  # fmt: skip
    trending_boost: float = param(3.0, "x", 1, 100, source="C15, value assumed",
                                  doc="views of a post under a tag in the list, over those in feeds")  # fmt: skip
    tag_use: float = param(0.3, "prob", 0, 1, source="C15, value assumed",
                           doc="P(an own post on a claim takes up a tag made for it)")  # fmt: skip
    merge_duplicates: bool = param(True, "-", source="assumed", doc="show an original once a session")
    share_rate: float = param(0.01, "prob", 0, 1, source="A14", doc="p0, reshare probability per viewed post")
    like_ratio: float = param(6.0, "x", 0, 100, source="A14", doc="likes per reshare (0.073 / 0.012)")
    reply_rate: float = param(0.002, "prob", 0, 1, source="assumed", doc="P(a disbeliever answers a claim seen)")
    claim_talk: float = param(0.05, "prob", 0, 1, source="assumed", doc="P(an own post is on a claim held)")
    report_rate: float = param(1e-4, "prob", 0, 1, source="C4", doc="reports per view")
    flag_recall: float = param(0.8, "prob", 0, 1, source="A42", doc="classifier's true positive rate")
    flag_false_alarm: float = param(0.05, "prob", 0, 1, source="A42", doc="classifier's false positive rate")
    flag_share: float = param(0.0, "share", 0, 1, source="assumed", doc="share of claim posts the classifier reads")
    reviewers: int = param(2, "persons", 0, 100000, source="assumed", doc="moderators on duty, C of M/M/C")
    reviews_per_hour: float = param(20.0, "1/h", 0.01, 10000, source="assumed", doc="items a moderator decides")
    decision_delay: float = param(12.0, "h", 0, 1000, source="A88", doc="median identification delay")
    decision_spread: float = param(1.2, "ln h", 0, 4, source="A88", doc="log-scale spread of that delay")
    wrong_action: float = param(0.05, "prob", 0, 1, source="C4", doc="probability of the wrong decision")
    appeal_success: float = param(0.3, "prob", 0, 1, source="C4", doc="share of errors an appeal reverses")
    moderation_action: str = param("label", "-", source="C4", doc="what a violating post gets",
                                   choices=("none", "label", "downrank", "remove"))  # fmt: skip
    unfollow_rate: float = param(0.003, "1/day", 0, 1, source="A37", doc="hazard of a one-way tie")
    discord_unfollow: float = param(0.001, "1/day", 0, 1, source="C8", doc="added hazard of a discordant tie")
    offence: float = param(0.0, "prob", 0, 1, source="C8: 0.001 to 0.05; 0 as A37 counts it in",
                           doc="P(who reads too discordant posts turns from who brought one of them)")  # fmt: skip
    replace_unfollowed: float = param(0.0, "prob", 0, 1, source="assumed; 1 in Sasahara et al. 2021",
                                      doc="P(who so turned from somebody follows another instead)")  # fmt: skip
    follow_rate: float = param(0.05, "1/day", 0, 10, source="A38", doc="new follows per account")
    route_reshared: float = param(0.6, "share", 0, 1, source="C8", doc="new follows that go to a reshared author")
    route_recommended: float = param(0.2, "share", 0, 1, source="C8", doc="and to a popular account; the rest to any")
    rewire_hours: float = param(24.0, "h", 0.05, 1000, source="assumed", doc="how often follows change")
    new_share: float = param(0.5, "prob", 0, 1, source="SimSoM", doc="single act: P(a new post)")
    screen: int = param(15, "posts", 1, 1000, source="A8", doc="single act: posts that a screen holds")
    copies_weight: float = param(1.0, "-", 0, 2, source="SimSoM", doc="single act: pull grows as copies seen ** this")
    appeal_steepness: float = param(5.0, "-", 1, 100, source="SimSoM", doc="single act: appeal a has density "
                                    "b (1 - a) ** (b - 1)")  # fmt: skip
    quality_rate: float = param(5.0, "-", -100, 100, source="A15", doc="single act: quality has density exp(rate q)")
    quality_steepness: float = param(0.0, "-", 0, 100, source="Jahn et al. 2023",
                                     doc="single act: above 0, density b (1 - q) ** (b - 1) instead")  # fmt: skip
