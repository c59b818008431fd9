"""The small vocabularies that columns hold as numbers: kinds, statuses, sources, stances, acts, labels."""

from __future__ import annotations

from enum import IntEnum


class Kind(IntEnum):
    """What sort of account it is."""

    CITIZEN = 0
    BOT = 1
    TROLL = 2
    INFLUENCER = 3
    STATE_ACCOUNT = 4
    MEDIA_OUTLET = 5
    FACT_CHECKER = 6
    CIVIL_SOCIETY = 7
    INTERNATIONAL_ORGANISATION = 8
    BUSINESS = 9


class Status(IntEnum):
    """Whether an account can act; only active and compromised ones do."""

    ACTIVE = 0
    SILENCED = 1
    SUSPENDED = 2
    COMPROMISED = 3
    LEFT = 4
    CUT_OFF = 5


class Source(IntEnum):
    """As whom readers take the author; trust is kept for each of these (C7)."""

    PEER = 0
    OWN_STATE = 1
    RIVAL_STATE = 2
    PRESS = 3
    FACT_CHECKERS = 4
    PLATFORM = 5
    INTERNATIONAL = 6


class Stance(IntEnum):
    """What a post does with its claim."""

    DENY = -1
    NEUTRAL = 0
    SUPPORT = 1


class Act(IntEnum):
    """How a post came to be."""

    ORIGINAL = 0
    RESHARE = 1
    REPLY = 2


class Form(IntEnum):
    """The medium of a post."""

    TEXT = 0
    IMAGE = 1
    CHEAPFAKE = 2
    DEEPFAKE = 3
    DOCUMENT = 4


class Stage(IntEnum):
    """How far somebody has gone towards an extremist movement (C10); aggregate states without content."""

    NONE = 0
    EXPOSED = 1
    SYMPATHISER = 2
    SUPPORTER = 3
    ACTIVIST = 4


class Label(IntEnum):
    """What the platform has put on a post (C5)."""

    NONE = 0
    WARNING = 1
    NOTE = 2


class Decision(IntEnum):
    """What a moderator did about a post (C4)."""

    WAITING = 0
    KEPT = 1
    LABELLED = 2
    DOWNRANKED = 3
    REMOVED = 4


SOURCES = tuple(source.name.lower() for source in Source)  # as packs and params call them
OPINION_GROUPS = 2  # the two camps that bridging ranking needs approval from (C3)
