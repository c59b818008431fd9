"""Needs: what nobody in a question asks for is not kept, so that it costs neither memory nor time."""

from __future__ import annotations

from sim.settings import Settings
from sim.state.world import Ideas


def reads_reshares(ideas: Ideas) -> bool:
    """Whether a metric reads the archive of reshares."""
    return any(getattr(one, "READS_RESHARES", False) for one in ideas.metrics)


def reads_details(settings: Settings, ideas: Ideas) -> bool:
    """Whether anything reads more of a post than an ordinary feed does, or counts who saw and liked it."""
    story, platform = settings.scenario, settings.platform
    _, _, _, quality, bridge, _ = ideas.feed.weights(settings.feed_params)
    somebody = story.claims or story.layers or story.timeline or ideas.timeline or ideas.detectors or ideas.metrics
    acts = platform.like_ratio + platform.reply_rate + platform.report_rate + platform.flag_share
    follows = platform.follow_rate + platform.discord_unfollow  # new ties go to authors met through reshares
    ranks = platform.recommended + abs(quality) + abs(bridge)
    return bool(somebody or acts or follows or ranks or platform.session != "reading")
