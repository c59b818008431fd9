"""The frozen forms of a scenario: countries, segments, claims, actors, timeline entries, responses."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from sim import catalogue
from sim.ground.cards import Text, param
from sim.ground.problems import Problem, raise_if_any
from sim.scenario import answers
from sim.state.codes import SOURCES, Form, Source
from sim.state.platform import Platform
from sim.state.timeline import Condition

SIDES = {"rival": -1, "nobody": 0, "own": 1}
FORMS = tuple(form.name.lower() for form in Form)
PLACES = ("new", "top", "random")
TLP = ("", "clear", "green", "amber", "amber+strict", "red")
PACK = "pack"  # the source of a number that the pack's author states
NO_LABEL = Text("", "")


@dataclass(frozen=True)
class Country:
    """A country: its language, its local time, and the share of ordinary accounts that live there."""

    name: str
    label: Text = NO_LABEL
    language: str = param("en", "-", source=PACK, doc="language of its accounts")
    utc_offset: float = param(0.0, "h", -12, 14, source=PACK, doc="local time ahead of UTC")
    share: float = param(1.0, "share", 0, 1, source=PACK, doc="share of ordinary accounts")
    bilingual: float = param(0.3, "share", 0, 1, source="assumed", doc="understand the scenario's other languages too")


@dataclass(frozen=True)
class Segment:
    """A part of the public: a share of everybody, or of one country's accounts."""

    name: str
    label: Text = NO_LABEL
    share: float = param(0.1, "share", 0, 1, source=PACK, doc="share of the (country's) accounts")
    country: str = param("", "-", source=PACK, doc="country it is drawn from; empty: from all")
    language: str = param("", "-", source=PACK, doc="language that all of it understand beside the country's")


@dataclass(frozen=True)
class ClaimSpec:
    """A checkable statement: whether it is true, whom it serves, and how well it travels."""

    name: str
    label: Text = NO_LABEL
    true: bool = param(False, "-", source=PACK, doc="whether it is true")
    verified_hour: float = param(0.0, "h", -720, 8760, source=PACK, doc="hour from which it can be shown")
    side: str = param("nobody", "-", source=PACK, doc="whom it serves", choices=tuple(SIDES))
    lean: float = param(0.0, "-1..1", -1, 1, source=PACK, doc="opinion it flatters")
    appeal: float = param(0.0, "log-odds", -4, 4, source="C2", doc="item appeal z_k")
    moral_words: float = param(0.0, "words", 0, 10, source="A17", doc="moral-emotional words")
    outgroup: float = param(0.0, "words", 0, 10, source="A18", doc="references to an out-group")
    spread_factor: float = param(1.0, "x", 0.1, 10, source="A16", doc="reshare odds multiplier v_false")
    technique: str = param("any", "-", source=PACK, doc="manipulation technique a prebunk can teach (C6)")
    form: str = param("text", "-", source=PACK, doc="medium", choices=FORMS)
    plausibility: float = param(-2.0, "log-odds", -10, 10, source="assumed", doc="mean belief before")
    prior_spread: float = param(1.0, "log-odds", 0, 5, source="assumed", doc="spread of belief before")
    quality: float = param(0.3, "0..1", 0, 1, source="C3, value assumed", doc="quality q for ranking")
    searched: float = param(0.0, "1/day", 0, 1, source=PACK, doc="share of people who look its terms up each day")
    pitch: float = param(0.3, "-1..1", -1, 1, source="assumed", doc="position that posts on it argue")
    extremist: bool = param(False, "-", source=PACK, doc="whether it is an item of extremist propaganda (C10)")
    image: str = param("", "-", source=PACK, doc="image (of `images`) that posts on it touch")
    tone: float = param(0.0, "-1..1", -1, 1, source=PACK, doc="how it speaks of that country (C16)")

    @property
    def side_code(self) -> int:
        """The side as the claims' column holds it."""
        return SIDES[self.side]

    @property
    def form_code(self) -> int:
        """The medium as the claims' column holds it."""
        return int(Form[self.form.upper()])


@dataclass(frozen=True)
class ActorSpec:
    """An actor: one or many accounts of a kind, whom they reach and as whom they are taken."""

    name: str
    label: Text = NO_LABEL
    kind: str = param("citizen", "-", source=PACK, doc="kind of account")
    count: int = param(1, "accounts", 1, 10_000_000, source=PACK, doc="how many accounts")
    source: str = param("peer", "-", source=PACK, doc="as whom readers take it", choices=SOURCES)
    country: str = param("", "-", source=PACK, doc="country; empty: the first")
    language: str = param("", "-", source=PACK, doc="language; empty: the country's")
    opinion: float = param(0.0, "-1..1", -1, 1, source=PACK, doc="political leaning")
    activity: float = param(-1.0, "1/day", -1, 1000, source=PACK, doc="ordinary posts of each; -1: usual for its kind")
    followers: float = param(0.0, "share", 0, 1, source=PACK, doc="share of the audience that follows each")
    audience: str = param("", "-", source=PACK, doc="segment, country or language; empty: everybody")
    follows: int = param(0, "accounts", 0, 100_000, source=PACK, doc="accounts that each follows")
    placed: str = param("new", "-", source=PACK, doc="new account, or an existing one", choices=PLACES)
    operation: str = param("", "-", source=PACK, doc="operation it belongs to")

    @property
    def source_code(self) -> int:
        """The source group as the accounts' column holds it."""
        return int(Source[self.source.upper()])


@dataclass(frozen=True)
class LayerSpec:
    """A platform beside the main one: its rules (a preset of `conf/platform` or values), and who is there how much."""

    name: str
    label: Text = NO_LABEL
    platform: Platform = field(default_factory=Platform)
    feed_params: Any = None
    share: float = param(0.6, "share", 0, 1, source=PACK, doc="share of people present")
    sessions: float = param(0.3, "share", 0, 1, source=PACK, doc="share of their sessions that those spend there")
    graph: str = param("groups", "-", source=PACK, doc="who hears whom: same as on the main platform, or a generator")
    group_size: int = param(20, "accounts", 2, 5000, source="assumed", doc="members of a group, where graph is groups")
    cross_post: float = param(0.1, "prob", 0, 1, source="assumed",
                              doc="P(who reshares here or elsewhere posts it on the other side too)")  # fmt: skip
    cross_hours: float = param(1.0, "h", 0, 168, source="assumed", doc="how long that takes")
    closed: bool = param(False, "-", source=PACK, doc="outsiders, detectors and recommenders cannot see it")

    def __post_init__(self) -> None:
        """Where no params of the feed are given, its own defaults hold."""
        if self.feed_params is None:
            object.__setattr__(self, "feed_params", catalogue.idea("feeds", self.platform.feed).Params())


@dataclass(frozen=True)
class DeedSpec:
    """Something that people may do off the platform: vote, leave home, give, withdraw their savings, march."""

    name: str
    label: Text = NO_LABEL
    base: float = param(0.5, "share", 0.001, 0.999, source=PACK, doc="who would do it if nothing were said")
    spread: float = param(1.0, "log-odds", 0, 5, source="assumed", doc="how people differ in it")
    moved_by: dict[str, float] = field(default_factory=dict)  # claim -> log-odds that full belief in it adds
    peers: float = param(0.0, "log-odds", -10, 10, source="C10, threshold rule assumed",
                         doc="added when all whom one follows have done it")  # fmt: skip
    pace: float = param(1.0, "1/day", 0, 1000, source="assumed", doc="how often people decide; 0: on its day only")
    segment: str = param("", "-", source=PACK, doc="who can do it; empty: everybody")


@dataclass(frozen=True)
class ImageSpec:
    """How favourably the public looks on a country, named or not among the countries of the story (C16)."""

    name: str
    label: Text = NO_LABEL
    start: float = param(0.5, "0..1", 0, 1, source="assumed", doc="favourability before")
    spread: float = param(0.15, "0..1", 0, 0.5, source="assumed", doc="how people differ in it")
    half_life: float = param(20.0, "days", 0.1, 3650, source="C16", doc="of what is gained or lost")


@dataclass(frozen=True)
class OperationSpec:
    """What an operation, named by its actors, has to spend."""

    name: str
    label: Text = NO_LABEL
    budget: float = param(0.0, "€", 0, 1e12, source=PACK, doc="what it may spend; 0: no limit")


@dataclass(frozen=True)
class OwnSideSpec:
    """What limits the responding side."""

    money: float = param(0.0, "€", 0, 1e12, source=PACK, doc="what its measures may cost in all; 0: no limit")
    staff: float = param(0.0, "persons", 0, 1e6, source=PACK, doc="who do the work, measure by measure; 0: no limit")
    decision_hours: float = param(0.0, "h", 0, 1000, source=PACK, doc="from a trigger to the decision to act on it")


@dataclass(frozen=True)
class EntrySpec:
    """One thing that happens: an idea with its params, at an hour or on a condition."""

    name: str
    do: str = param("", "-", source=PACK, doc="tactic, countermeasure or event")
    at: float | None = param(None, "h", -720, 8760, source=PACK, doc="hour of its beginning")
    hours: float = param(0.0, "h", 0, 8760, source=PACK, doc="how long it lasts; 0: once")
    when: Condition | None = None
    since: str = param("", "-", source=PACK, doc="detector from whose first alert `at` is counted; empty: from hour 0")
    claim: str = param("", "-", source=PACK, doc="claim it is about")
    by: str = param("", "-", source=PACK, doc="actor or operation that acts")
    audience: str = param("", "-", source=PACK, doc="segment, country or language; empty: everybody")
    on: str = param("", "-", source=PACK, doc="layer on which it acts; empty: the main platform")
    language: str = param("", "-", source=PACK, doc="language of its posts; empty: that of each author")
    operation: str = param("", "-", source=PACK, doc="operation that pays for it; empty: that of `by`")
    params: Any = None

    def __post_init__(self) -> None:
        """Where no params are given, the idea's own defaults hold."""
        if self.params is None:
            object.__setattr__(self, "params", catalogue.idea(self.shelf, self.do).Params())

    @property
    def shelf(self) -> str:
        """The shelf its idea stands on."""
        return catalogue.shelf_of(self.do)


@dataclass(frozen=True)
class Response:
    """A named plan of countermeasures."""

    name: str
    label: Text = NO_LABEL
    entries: tuple[EntrySpec, ...] = ()


@dataclass(frozen=True)
class DetectorSpec:
    """A detector that watches from the start, with its params."""

    name: str
    params: Any = None

    def __post_init__(self) -> None:
        """Where no params are given, the detector's own defaults hold."""
        if self.params is None:
            object.__setattr__(self, "params", catalogue.idea("detectors", self.name).Params())


@dataclass(frozen=True)
class Scenario:
    """A scenario as a pack tells it; `responses` are the plans that may answer it."""

    name: str
    label: Text = NO_LABEL
    question: Text = NO_LABEL
    start: str = param("2031-03-14T07:00", "UTC", source=PACK, doc="calendar moment of hour 0")
    horizon_hours: float = param(336.0, "h", 1, 8760, source="V, run protocol", doc="length after hour 0")
    burn_in_hours: float = param(72.0, "h", 0, 720, source="V, run protocol", doc="ordinary traffic before")
    accounts: int = param(10_000, "accounts", 2, 20_000_000, source=PACK, doc="default size of the public")
    people: int = param(0, "people", 0, 10_000_000_000, source=PACK,
                        doc="for whom it stands in what costs by the head; 0: as many as accounts")  # fmt: skip
    sources: tuple[str, ...] = ()
    tlp: str = param(
        "", "-", source=PACK, doc="how far the pack may be passed on (traffic light protocol)", choices=TLP
    )
    countries: tuple[Country, ...] = ()
    segments: tuple[Segment, ...] = ()
    claims: tuple[ClaimSpec, ...] = ()
    actors: tuple[ActorSpec, ...] = ()
    layers: tuple[LayerSpec, ...] = ()
    acts: tuple[DeedSpec, ...] = ()
    images: tuple[ImageSpec, ...] = ()
    operations: tuple[OperationSpec, ...] = ()
    own_side: OwnSideSpec = OwnSideSpec()
    detectors: tuple[DetectorSpec, ...] = ()
    timeline: tuple[EntrySpec, ...] = ()
    responses: tuple[Response, ...] = field(default=())

    def response(self, name: str, where: str = "response") -> Response:
        """The response of that name, `none` among them; `answers` tells how plans are combined and changed."""
        found: list[Problem] = []
        parts = self.parts(name, where, found)
        raise_if_any(found)
        whole = answers.answer(name, parts, self._watching, where, found)
        raise_if_any(found)
        return whole

    def parts(self, name: str, where: str, found: list[Problem]) -> list[answers.Part]:
        """The plans of which a response consists, with what is changed in each."""
        known = {"none": Response("none", Text("No response", "Aucune réponse"))}
        known |= {response.name: response for response in self.responses}
        return answers.read_answer(name, known, self._watching, where, found)

    @property
    def _watching(self) -> tuple[str, ...]:
        return tuple(detector.name for detector in self.detectors)


def plain(form: Any) -> Any:
    """A form as plain data, the way a pack writes it: named things are a mapping by name."""
    if dataclasses.is_dataclass(form) and not isinstance(form, type):
        facts = {one.name: getattr(form, one.name) for one in dataclasses.fields(form)}
        return {name: plain(value) for name, value in facts.items() if value is not None}
    if isinstance(form, tuple | list):
        if form and all(hasattr(one, "name") for one in form):
            return {one.name: _without_name(one) for one in form}
        return [plain(one) for one in form]
    return form


def _without_name(form: Any) -> dict[str, Any]:
    facts: dict[str, Any] = plain(form)
    del facts["name"]
    return facts
