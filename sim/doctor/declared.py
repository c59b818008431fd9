"""Declared: the forms of the settings as levers, which way each is known to work, and the words to try in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim import catalogue
from sim.doctor.sample_files import sample_files
from sim.doctor.stand import CLAIM, HOURS, TRUTH, Changes
from sim.ground.cards import Trial
from sim.scenario import (
    ActorSpec,
    ClaimSpec,
    Country,
    DeedSpec,
    EntrySpec,
    ImageSpec,
    LayerSpec,
    OperationSpec,
    OwnSideSpec,
    Scenario,
    Segment,
)
from sim.settings import GraphSettings, Population, TimeSettings
from sim.state.platform import Platform
from sim.state.timeline import Condition


@dataclass(frozen=True)
class Form:
    """Some params that stand together: their shelf, what to call them, and where in the settings they stand.

    What other entries of the same action state beside the trial's own (`stated`, dotted) stays as it is.
    """

    shelf: str
    noun: str
    form: Any
    places: tuple[str, ...]
    trial: Trial
    stated: tuple[str, ...] = ()


# Words for a param that takes one and lists no choices, by the param's name.
WORDS: dict[str, tuple[str, ...]] = {
    "audience": ("diaspora", "fr"), "segment": ("diaspora",), "country": ("ostrania",), "language": ("en",),
    "claim": (TRUTH,), "by": ("bots",), "target": ("embassy",), "operation": ("operation",), "tag": ("other",),
    "do": ("flood",), "act": ("march",), "image": ("velmora",),
}  # fmt: skip

POPULATION = Trial(
    moves={
        "accounts": "+visits", "influencers": "+reshares", "media": "+posts", "fact_checkers": "+posts",
        "bots": "-visits", "activity_median": "+posts", "activity_spread": "+posts", "originals": "+posts",
        "online": "+visits", "sessions": "+visits", "attention": "+exposures",
        "literacy": f"-total_exposure.{CLAIM}", "trust_own_state": f"+trust.own_state -mean_belief.{CLAIM}",
        "trust_rival_state": "+trust.rival_state", "trust_press": "+trust.press",
        "trust_fact_checkers": f"+trust.fact_checkers -mean_belief.{CLAIM}", "trust_platform": "+trust.platform",
        "trust_international": "+trust.international", "trust_peers": f"+trust.peer +mean_belief.{CLAIM}",
    },
    tries={"accounts": (300, 600)},
    needs={"tolerance": {"influence": 0.5}, "susceptibility": {"belief.name": "friedkin_johnsen"}},
)  # fmt: skip
# Flags are the only way to a reviewer, and none has to wait there.
FLAGS = {"flag_share": 1.0, "report_rate": 0.0, "reviews_per_hour": 500.0, "decision_delay": 0.5,
         "moderation_action": "remove"}  # fmt: skip
ONE_ACT = {"session": "one_act"}
TAGGING = {"do": "hashtag", "at": 0.0, "hours": HOURS, "claim": CLAIM, "by": "bots", "params": {"tag": "harbour"}}
DROWNING = {"do": "flood_hashtag", "at": 6.0, "hours": 24.0, "by": "trolls", "params": {"tag": "harbour"}}
TAGGED = {"scenario.timeline.tagging": TAGGING}
PLATFORM = Trial(
    moves={
        "window_hours": "+exposures", "patience": "+exposures", "freshness": "+exposures", "novelty": "-reshares",
        "share_rate": "+reshares", "like_ratio": "+likes", "reply_rate": "+replies",
        "claim_talk": f"+total_exposure.{CLAIM}", "report_rate": "+reports", "flag_false_alarm": "+wrongful_removals",
        "wrong_action": "+voices_lowered", "decision_delay": "-voices_lowered", "unfollow_rate": "+unfollows",
        "discord_unfollow": "+unfollows", "follow_rate": "+follows", "flag_recall": f"-total_exposure.{CLAIM}",
        "trending_slots": "+total_exposure", "trending_share": "-total_exposure", "trending_boost": "+total_exposure",
        "appeal_success": "+appeals_upheld", "quality_rate": "+feed_quality", "quality_steepness": "-feed_quality",
    },
    tries={"window_hours": (3.0, 12.0), "feed": catalogue.names("feeds"), "trending_slots": (0,),
           "tag_use": (0.0, 1.0), "trending_share": (0.3, 0.9)},
    needs={
        "flag_recall": FLAGS,
        "flag_false_alarm": FLAGS | {"wrong_action": 0.5},
        "appeal_success": {"moderation_action": "remove"},
        "claim_talk": dict.fromkeys((f"scenario.timeline.{name}" for name in (
            "flooding", "swarming", "answering", "checking", "labelling")), None),  # people have the word
        "replace_unfollowed": {"offence": 0.3},
        **dict.fromkeys(("trending_slots", "trending_share", "trending_boost", "tag_use"), TAGGED),
        **dict.fromkeys(("new_share", "screen", "copies_weight", "appeal_steepness", "quality_rate",
                         "quality_steepness"), ONE_ACT),
    },
)  # fmt: skip
TIME = Trial(
    moves={"days": "+visits", "burn_in_days": "+visits"},
    tries={"days": (1.0, 3.0), "burn_in_days": (0.0, 1.0), "minutes": (60.0, 240.0), "measure_hours": (1.0, 12.0)},
)
ADVERTS = {"do": "paid_targeting", "at": 1.0, "hours": 36.0, "claim": CLAIM, "by": "herald", "params": {"budget": 6.0}}
SCENARIO = Trial(
    tries={"start": ("2031-03-14T19:00",), "horizon_hours": (24.0, 72.0), "burn_in_hours": (0.0, 24.0),
           "people": (200, 4000)},
    needs={"burn_in_hours": {"time.burn_in_days": -1.0}, "accounts": {"population.accounts": 0, "accounts": 400},
           "people": {"scenario.timeline.adverts": ADVERTS}},
    moves={"horizon_hours": "+visits", "burn_in_hours": "+visits", "accounts": "+visits", "people": "-total_exposure"},
    still={"tlp": "who may see the pack; nothing is reckoned from it"},
)  # fmt: skip
# A lesson on another claim's technique: it protects fully from its own, by half from others.
LESSON = {"do": "prebunk", "at": -4.0, "claim": TRUTH, "params": {"coverage": 1.0, "strength": 0.3}}
# Only proof brings denials, checkers go on about it, and one day is too short for a late verdict to make up for it.
PROOF = {"scenario.timeline.answering": None, "scenario.timeline.checking.params": {"rate": 12.0},
         "scenario.horizon_hours": 24.0}  # fmt: skip
CLAIMS = Trial(
    moves={
        "appeal": "+total_exposure", "moral_words": "+total_exposure", "outgroup": "+total_exposure",
        "spread_factor": "+total_exposure", "plausibility": "+mean_belief", "prior_spread": "+belief_variance",
        "verified_hour": "-correction_reach +mean_belief +trust.peer", "searched": "+total_exposure",
    },
    tries={"technique": ("any",), "image": ("ostrania",), "verified_hour": (12.0, 20.0), "searched": (0.3, 1.0)},
    still={
        "side": "a word for readers of the pack; `lean` says whom the claim flatters",
        "form": "A99: a video is believed no more than text",
    },
    needs={
        "technique": {"scenario.timeline.teaching": LESSON},
        "verified_hour": PROOF,
        "quality": {"platform.feed": "bridging"},
        "pitch": {"belief.name": "bounded_confidence"},
    },
)  # fmt: skip


def news_for(part: str) -> dict[str, Any]:
    """An event that only this part of the public hears of, and looks more often: it tells who belongs to it."""
    return {"scenario.timeline.news": {"do": "breaking_news", "at": 0.0, "hours": HOURS, "audience": part}}


ACTORS = Trial(
    needs={"operation": {"scenario.timeline.flooding.by": "operation"}, "language": news_for("en")},
    tries={"activity": (1.0, 8.0), "kind": catalogue.names("kinds")},
    moves={"count": "+posts", "followers": "+exposures", "follows": "+deliveries", "activity": "+posts",
           "language": "+visits"},
)  # fmt: skip
COUNTRIES = Trial(tries={"language": ("fr",)}, needs={"language": news_for("fr")}, moves={"language": "+visits"})
SEGMENTS = Trial(
    needs={"share": news_for("diaspora"), "country": news_for("diaspora")},
    moves={"share": "+visits", "country": "-visits"},
)
CHAT = "chat"
CHATTING = {f"scenario.layers.{CHAT}.platform": "closed_chat", "scenario.timeline.opening.on": CHAT}
FIELDS = ("share", "sessions", "graph", "group_size", "cross_post", "cross_hours", "closed")
LAYERS = Trial(
    needs=dict.fromkeys(FIELDS, CHATTING), tries={"graph": ("same", "watts_strogatz"), "cross_hours": (6.0, 24.0)}
)
ENTRIES = Trial(
    tries={"at": (-2.0, 8.0), "hours": (12.0, 42.0), "on": (CHAT,), "since": ("z_score",)},
    moves={"at": "-total_exposure", "audience": "-visits"},
    needs={"on": {f"scenario.layers.{CHAT}.platform": "closed_chat"},
           "since": {"scenario.detectors.z_score": {}},
           "audience": {"do": "breaking_news", "by": ""}},  # what is published goes to followers, news to an audience
)  # fmt: skip
DEEDS = Trial(
    moves={"base": "+acted.march", "pace": "+acted.march", "peers": "+acted.march"},
    tries={"segment": ("",), "moved_by": ({CLAIM: -3.0}, {CLAIM: 3.0}), "base": (0.1, 0.6)},
)
OPERATIONS = Trial(tries={"budget": (0.2, 1.0)})  # the stand's flood costs some euros
OWN_SIDE = Trial(
    tries={"money": (10.0, 2_000.0), "staff": (0.5, 2.0), "decision_hours": (4.0, 12.0)},
)
IMAGES = Trial(moves={"start": "+favourability.velmora"}, tries={"half_life": (0.5, 2.0)})
WHEN = Trial(
    tries={
        "measure": (f"exposure.{CLAIM}",),
        "above": (30.0, 250.0),
        "delay": (0.0, 12.0),
        "segment": ("diaspora",),
        "claim": (TRUTH,),
    },
    needs={"claim": {"scenario.detectors.z_score": {}, "measure": None, "above": None, "alert": "z_score"}},
)


def graph() -> Trial:
    """The settings of the graph, with files to import."""
    edges, nodes = sample_files()
    file = {"file": edges, "direction": "source follows target"}
    generators = tuple(name for name in catalogue.names("graphs") if name != "imported")
    return Trial(
        tries={"kind": generators, "file": (edges,), "nodes": (nodes,), "source_column": ("c",),
               "target_column": ("d",), "direction": ("source is followed by target", "undirected")},
        needs={"file": {"direction": file["direction"]},
               **dict.fromkeys(("direction", "nodes", "source_column", "target_column"), file)},
    )  # fmt: skip


def forms() -> tuple[Form, ...]:
    """All forms of the settings, and the place on the stand at which each is tried."""
    return (
        Form("population", "population", Population, ("population",), POPULATION),
        Form("platform", "platform", Platform, ("platform",), PLATFORM),
        Form("graphs", "graph", GraphSettings, ("graph",), graph()),
        Form("time", "time", TimeSettings, ("time",), TIME),
        Form("scenario", "scenario", Scenario, ("scenario",), SCENARIO),
        Form("scenario", "claims", ClaimSpec, (f"scenario.claims.{CLAIM}",), CLAIMS),
        Form("scenario", "actors", ActorSpec, ("scenario.actors.herald",), ACTORS),
        Form("scenario", "countries", Country, ("scenario.countries.ostrania",), COUNTRIES),
        Form("scenario", "segments", Segment, ("scenario.segments.diaspora",), SEGMENTS),
        Form("scenario", "acts", DeedSpec, ("scenario.acts.march",), DEEDS),
        Form("scenario", "images", ImageSpec, ("scenario.images.velmora",), IMAGES),
        Form("scenario", "layers", LayerSpec, (f"scenario.layers.{CHAT}",), LAYERS),
        Form("scenario", "operations", OperationSpec, ("scenario.operations.operation",), OPERATIONS),
        Form("scenario", "own_side", OwnSideSpec, ("scenario.own_side",), OWN_SIDE),
        Form("scenario", "timeline", EntrySpec, ("scenario.timeline.opening",), ENTRIES),
        Form("scenario", "when", Condition, ("scenario.timeline.answering.when",), WHEN),
    )


# Worlds that differ in everything: each metric must tell some of them apart.
WORLDS: dict[str, Changes] = {
    "stand": (),
    "false names": (
        (
            "scenario.timeline.attack",
            {"do": "account_takeover", "at": 1.0, "hours": 24.0, "claim": CLAIM, "params": {"chance": 1.0}},
        ),
        ("scenario.timeline.naming", {"do": "attribute", "at": 2.0, "params": {"delay": 0.0, "false_alarm": 0.05}}),
        ("scenario.timeline.ruling", {"do": "court_ruling", "at": 9.0, "claim": CLAIM}),
    ),
    "single acts": (("platform.session", "one_act"),),
    "silence": (("scenario.timeline", None),),
    "no answers": tuple((f"scenario.timeline.{name}", None) for name in ("answering", "checking", "labelling")),
    "two platforms": ((f"scenario.layers.{CHAT}.platform", "closed_chat"), (f"scenario.layers.{CHAT}.closed", True)),
    "outage": (("scenario.timeline.outage", {"do": "outage", "at": 2.0, "hours": 12.0}),),
    "tags": (
        ("scenario.timeline.tagging", TAGGING),
        ("scenario.timeline.drowning", DROWNING),
        ("scenario.timeline.proof", {"do": "signup_friction", "at": 0.0, "hours": 24.0}),
    ),
    "watched": tuple((f"scenario.detectors.{name}", {}) for name in catalogue.names("detectors")),
    "rules of law": (
        (
            "scenario.timeline.notices",
            {"do": "notice_and_action", "at": 0.0, "hours": HOURS, "params": {"notices": 0.05}},
        ),
        ("scenario.timeline.complaints", {"do": "appeals", "at": 0.0, "hours": HOURS, "params": {"delay": 4.0}}),
    ),
    "bought and printed": (
        ("scenario.timeline.buying", {"do": "paid_targeting", "at": 0.0, "hours": 24.0, "claim": CLAIM, "by": "bots"}),
        (
            "scenario.timeline.earning",
            {"do": "clickbait", "at": 0.0, "hours": 24.0, "claim": CLAIM, "by": "bots", "params": {"income": 3.0}},
        ),
        ("scenario.timeline.printing", {"do": "newsrooms", "at": 0.0, "hours": HOURS}),
    ),
    "threats": (
        (
            "scenario.timeline.threats",
            {"do": "data_leak", "at": 1.0, "params": {"share": 1.0, "threatened": 1.0, "load": 1000.0}},
        ),
        ("time.days", 8.0),
    ),
    "removals": (("platform.moderation_action", "remove"), ("platform.wrong_action", 0.5)),
}
