"""The strict editor: what is missing, idle or impossible in a pack that can nevertheless be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sim import catalogue
from sim.ground.cards import Text
from sim.ground.problems import Problem, Problems, did_you_mean
from sim.packs.expected import FILE, expectations_of
from sim.packs.reading import TABLES, open_pack, shown
from sim.scenario import ActorSpec, Scenario
from sim.scenario.reading import entries

BRIEFINGS = ("briefing.en.md", "briefing.fr.md")
FILES = ("pack.yaml", *TABLES, FILE, *BRIEFINGS)
ALLOWED = (*FILES, "injects.yaml", "README.md")
PUBLIC_VOICES = ("influencer", "state_account", "media_outlet", "fact_checker")
WORDS_OF_A_BRIEFING = 120  # shorter than this, nobody is briefed


def check_pack(name_or_folder: str | Path) -> tuple[Scenario | None, list[Problem]]:
    """The scenario, and everything that an editor would send back to the author."""
    pack = open_pack(name_or_folder)
    scenario, found = pack.scenario()
    found += _files(pack.folder)
    if scenario is None:
        return None, found
    found += [pack.at_line(problem) for problem in _blemishes(scenario)]
    if (pack.folder / FILE).exists():
        found += expectations_of(pack.folder, scenario)[1]
    return scenario, found


def check_report(name_or_folder: str | Path) -> tuple[list[str], bool]:
    """What `parley check` prints, and whether the pack is sound."""
    try:
        scenario, found = check_pack(name_or_folder)
    except Problems as problems:
        scenario, found = None, list(problems.problems)
    lines = _summary(scenario) if scenario else []
    count = f"{len(found)} problem" + ("s" if len(found) > 1 else "")
    lines += [*(str(problem) for problem in found), f"{count}." if found else "No problem found."]
    return lines, not found


def _summary(scenario: Scenario) -> list[str]:
    accounts = sum(actor.count for actor in scenario.actors)
    sizes = {
        "segments": scenario.segments,
        "claims": scenario.claims,
        f"actors ({accounts} accounts)": scenario.actors,
        "timeline entries": scenario.timeline,
        "responses": scenario.responses,
    }
    counts = ", ".join(f"{noun}: {len(told)}" for noun, told in sizes.items())
    return [f"{scenario.name}: {scenario.label.en}", f"  {scenario.question.en}", f"  {counts}"]


def _files(folder: Path) -> list[Problem]:
    there = sorted(file.name for file in folder.iterdir() if not file.name.startswith("."))
    place = shown(folder)
    found = [Problem(f"{place}/{name}", "the file is missing") for name in FILES if name not in there]
    strange = [name for name in there if name not in ALLOWED]
    found += [
        Problem(f"{place}/{name}", "no pack has such a file", ALLOWED, did_you_mean(name, ALLOWED)) for name in strange
    ]
    for name in BRIEFINGS:
        if name in there:
            words = len((folder / name).read_text("utf-8", errors="replace").split())
            if words < WORDS_OF_A_BRIEFING:
                found.append(Problem(f"{place}/{name}", f"a briefing of {words} words briefs nobody"))
    return found


def _blemishes(scenario: Scenario) -> Iterator[Problem]:
    yield from _untranslated(scenario)
    yield from _times(scenario)
    yield from _idle(scenario)
    yield from _empty(scenario)
    yield from _doubles(scenario)


def _untranslated(scenario: Scenario) -> Iterator[Problem]:
    labels: list[tuple[str, Text]] = [("label", scenario.label), ("question", scenario.question)]
    for table in ("countries", "segments", "layers", "claims", "actors", "acts", "images", "responses"):
        labels += [(f"{table}.{one.name}.label", one.label) for one in getattr(scenario, table)]
    for place, label in labels:
        missing = [language for language, text in (("English", label.en), ("French", label.fr)) if not text]
        if missing:
            yield Problem(place, f"the {place.rpartition('.')[2]} is missing in {' and '.join(missing)}")


def _times(scenario: Scenario) -> Iterator[Problem]:
    end, start = scenario.horizon_hours, -scenario.burn_in_hours
    for place, entry in entries(scenario):
        if entry.at is not None and entry.at >= end:
            yield Problem(f"{place}.at", f"hour {entry.at:g} is after the horizon", advice=f"It ends at {end:g} h.")
        if entry.at is not None and entry.at < start:
            yield Problem(f"{place}.at", f"hour {entry.at:g} is before the burn-in, which begins at {start:g} h")
        delay = getattr(entry.params, "delay", 0.0)  # a measure's delay counts from its entry's beginning
        if 0 < delay >= entry.hours:
            advice = "Give it more hours:."
            yield Problem(f"{place}.hours", f"it ends before its delay of {delay:g} h is over", advice=advice)
        if entry.when is not None and entry.when.delay >= end:
            yield Problem(f"{place}.when.delay", f"{entry.when.delay:g} h is longer than the scenario ({end:g} h)")


def _idle(scenario: Scenario) -> Iterator[Problem]:
    for response in scenario.responses:
        if not response.entries and response.name != "none":
            yield Problem(f"responses.{response.name}", "the response does nothing", advice="Give it entries:.")
    for place, entry in entries(scenario):
        if entry.audience and not getattr(catalogue.idea(entry.shelf, entry.do), "READS_AUDIENCE", False):
            advice = "Drop it; posts reach whoever follows their authors."
            yield Problem(f"{place}.audience", f'"{entry.do}" is not aimed at an audience', advice=advice)
    used = {entry.claim for _, entry in entries(scenario)}
    for claim in scenario.claims if scenario.timeline else ():  # where nothing happens, claims lie dormant
        if claim.name not in used:
            yield Problem(f"claims.{claim.name}", "no entry uses this claim", advice="Use it or drop it.")


def _empty(scenario: Scenario) -> Iterator[Problem]:
    total = sum(country.share for country in scenario.countries)
    if scenario.countries and abs(total - 1.0) > 0.005:  # shares are written with two or three digits
        yield Problem("countries", f"the shares of the countries add up to {total:g}, not to 1")
    for segment in scenario.segments:
        if segment.share <= 0:
            yield Problem(f"segments.{segment.name}.share", "nobody is in this segment")
    acting = {entry.by for _, entry in entries(scenario)}
    for actor in scenario.actors:
        if actor.name in acting and _unheard(actor):
            advice = "Give it followers: or placed: top."
            yield Problem(f"actors.{actor.name}", "no account follows it, so nobody hears it", advice=advice)


def _unheard(actor: ActorSpec) -> bool:
    return actor.kind in PUBLIC_VOICES and actor.placed == "new" and actor.followers <= 0


def _doubles(scenario: Scenario) -> Iterator[Problem]:
    audiences = [*(one.name for one in scenario.countries), *(one.name for one in scenario.segments)]
    audiences += sorted({country.language for country in scenario.countries})
    for name in (name for name, times in Counter(audiences).items() if times > 1):
        yield Problem("segments", f'"{name}" names two of: country, language, segment')
    actors = {actor.name for actor in scenario.actors}
    for operation in sorted({actor.operation for actor in scenario.actors} & actors):
        yield Problem(f"actors.{operation}", f'"{operation}" names an actor and an operation')
    first = {entry.name: entry for entry in scenario.timeline}
    for place, entry in entries(scenario):
        inherited = place.startswith("responses.") and entry.name in {one.name for one in scenario.timeline}
        if inherited or first.setdefault(entry.name, entry) != entry:
            yield Problem(place, f'another entry is called "{entry.name}"', advice="Give it a name of its own.")
