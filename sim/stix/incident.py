"""An incident: what a bundle tells of crews, techniques in order, channels, claims, targets, with real names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sim import disarm
from sim.stix.bundle import Bundle

CREWS = ("threat-actor", "intrusion-set", "campaign")
USING = ("uses", "employs", "amplifies", "publishes")
NUMBER = re.compile(r"[TC]\d{4,5}(?:\.\d{3})?")
VERSION = re.compile(r"disarm\D{0,12}(\d\.\d+)", re.IGNORECASE)
SORTED = {  # types that have a place in a pack, or that only tie others together
    *CREWS, "attack-pattern", "channel", "media-content", "narrative", "event", "location", "identity", "language",
    "course-of-action", "report", "note", "relationship", "marking-definition", "extension-definition", "incident",
    "x-mitre-tactic", "x-mitre-matrix", "grouping", "opinion",
}  # fmt: skip


@dataclass(frozen=True)
class Crew:
    """Who acts: a real name, and how much it has to spend by STIX's word for it."""

    name: str
    resources: str = ""


@dataclass(frozen=True)
class Use:
    """A technique as it was used: today's number, the number that was given, and when, if that is known."""

    number: str
    given: str
    when: datetime | None = None


@dataclass(frozen=True)
class Channel:
    """A channel or outlet, and when it first published what is in the bundle."""

    name: str
    when: datetime | None = None


@dataclass(frozen=True)
class Incident:
    """What was understood; `missed` says what was not, without real names."""

    crews: tuple[Crew, ...] = ()
    uses: tuple[Use, ...] = ()
    channels: tuple[Channel, ...] = ()
    claims: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    first: datetime | None = None
    last: datetime | None = None
    tlp: str = ""
    missed: tuple[str, ...] = ()
    other_names: tuple[str, ...] = field(default=())  # of events and titles, which must not reach a pack either


class Sorter:
    """Sorts the objects of one bundle."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.missed = list(bundle.missed)
        self.by_id = {one["id"]: one for one in bundle.objects}
        self.ties = [one for one in bundle.objects if one["type"] == "relationship"]

    def of(self, *types: str) -> list[dict[str, Any]]:
        """The objects of some types, in the order of the bundle."""
        return [one for one in self.bundle.objects if one["type"] in types]

    def names(self, objects: Iterable[dict[str, Any]]) -> tuple[str, ...]:
        """Their names, each once; an object without a name is missed."""
        found = []
        for one in objects:
            name = _word(one, "name") or _word(one, "value")
            if name:
                found.append(name)
            else:
                self.missed.append(f"{one['type']}: it has no name")
        return tuple(dict.fromkeys(found))

    def crews(self) -> tuple[Crew, ...]:
        """Threat actors if there are any, else intrusion sets, else the campaign itself."""
        for kind in CREWS:
            found = {
                name: Crew(name, _word(one, "resource_level")) for one in self.of(kind) for name in self.names([one])
            }
            if found:
                return tuple(found.values())
        return ()

    def uses(self) -> tuple[Use, ...]:
        """Techniques with the time of their use if it is told; else in the order in which operations are played."""
        starts: dict[str, datetime] = {}
        for tie in self.ties:
            when = _moment(tie.get("start_time"))
            if _word(tie, "relationship_type") in USING and when:
                target = str(tie.get("target_ref"))
                starts[target] = min(when, starts.get(target, when))
        found: dict[str, Use] = {}
        for one in self.of("attack-pattern"):
            use = self.use(one, starts.get(one["id"]))
            if use and use.number in found:  # two retired numbers with one successor, or told twice
                first = found[use.number]
                given = " and ".join(dict.fromkeys((first.given, use.given)))
                use = Use(use.number, given, min((when for when in (first.when, use.when) if when), default=None))
            if use:
                found[use.number] = use
        last = datetime.max.replace(tzinfo=UTC)
        return tuple(sorted(found.values(), key=lambda use: (use.when or last, disarm.rank(use.number), use.number)))

    def use(self, one: dict[str, Any], when: datetime | None) -> Use | None:
        """The technique by its external number and framework version; STIX ids change from version to version."""
        given, version = _number(one)
        if not given:
            self.missed.append("attack-pattern: it has no DISARM number among its external references")
        elif not disarm.reads(version):
            self.missed.append(f"{given} of DISARM {version}: that version gives other meanings to these numbers")
        elif (found := disarm.technique(given)) is None:
            self.missed.append(f"{given} is no number of {disarm.FRAMEWORK} or before")
        elif found.side == "red":
            return Use(found.id, given, when)
        return None

    def channels(self) -> tuple[Channel, ...]:
        """Channels by their first publication: of a tie to what they publish, or of that content itself."""
        firsts: dict[str, list[datetime]] = {}
        for tie in self.ties:
            content = self.by_id.get(str(tie.get("target_ref")), {})
            if _word(tie, "relationship_type") in USING and content.get("type") == "media-content":
                when = _moment(tie.get("start_time")) or _published(content)
                firsts.setdefault(str(tie.get("source_ref")), []).extend([when] if when else [])
        found = {name: Channel(name, min(firsts.get(one["id"]) or [], default=None))
                 for one in self.of("channel") for name in self.names([one])}  # fmt: skip
        return tuple(found.values())

    def targets(self) -> tuple[dict[str, Any], ...]:
        """Identities that something is aimed at; where no tie says so, those that nothing was created by."""
        aimed = {str(tie.get("target_ref")) for tie in self.ties if _word(tie, "relationship_type") == "targets"}
        makers = {str(one.get("created_by_ref")) for one in self.bundle.objects}
        makers |= {
            str(tie.get("target_ref")) for tie in self.ties if _word(tie, "relationship_type") == "attributed-to"
        }
        told = self.of("identity")
        named = [one for one in told if one["id"] in aimed]
        return tuple(named or [one for one in told if one["id"] not in makers])

    def counters(self) -> tuple[str, ...]:
        """DISARM counters among the courses of action."""
        found = []
        for one in self.of("course-of-action"):
            given, _ = _number(one)
            counter = disarm.technique(given) if given else None
            if counter and counter.side == "blue":
                found.append(counter.id)
            else:
                self.missed.append(f"course-of-action: {given or 'no number'} is no counter of {disarm.FRAMEWORK}")
        return tuple(dict.fromkeys(found))


def incident_of(bundle: Bundle) -> Incident:
    """Sort a bundle into an incident."""
    sorter = Sorter(bundle)
    identities = sorter.targets()
    sectors = [one for one in identities if _word(one, "identity_class") in ("class", "group", "")]
    uses, channels = sorter.uses(), sorter.channels()
    strange = [one["type"] for one in bundle.objects if one["type"] not in SORTED]
    sorter.missed += [
        f"{kind}: {strange.count(kind)} left out, nothing in a pack is like it" for kind in sorted({*strange})
    ]
    moments = [when for when in (*(use.when for use in uses), *(channel.when for channel in channels)) if when]
    spans = [_moment(one.get(key)) for one in sorter.of(*CREWS) for key in ("first_seen", "last_seen")]
    moments += [when for when in spans if when]
    return Incident(
        crews=sorter.crews(), uses=uses, channels=channels, claims=sorter.names(sorter.of("narrative")),
        places=sorter.names(sorter.of("location")), groups=sorter.names(sectors),
        persons=sorter.names(one for one in identities if one not in sectors), counters=sorter.counters(),
        first=min(moments, default=None), last=max(moments, default=None), tlp=bundle.tlp,
        missed=tuple(dict.fromkeys(sorter.missed)),
        other_names=_other_names(sorter),
    )  # fmt: skip


def _other_names(sorter: Sorter) -> tuple[str, ...]:
    told = [
        _word(one, key)
        for one in sorter.of("event", "media-content", "report", "incident", *CREWS)
        for key in ("name", "title")
    ]
    return tuple(dict.fromkeys(name for name in told if name))


def _number(one: dict[str, Any]) -> tuple[str, str]:
    """The DISARM number of an object and the framework version it belongs to, as far as it says."""
    told = one.get("external_references")
    for reference in told if isinstance(told, list) else ():
        number = reference.get("external_id") if isinstance(reference, dict) else None
        if isinstance(number, str) and NUMBER.fullmatch(number.strip()):
            words = " ".join(str(reference.get(key, "")) for key in ("source_name", "description", "url"))
            found = VERSION.search(words)
            return number.strip(), _word(one, "x_disarm_version") or (found[1] if found else "")
    return "", ""


def _word(one: dict[str, Any], key: str) -> str:
    told = one.get(key)
    return told.strip() if isinstance(told, str) else ""


def _published(content: dict[str, Any]) -> datetime | None:
    return _moment(content.get("publication_date")) or _moment(content.get("x_opencti_publication_date"))


def _moment(told: Any) -> datetime | None:
    if not isinstance(told, str):
        return None
    try:
        when = datetime.fromisoformat(told)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
