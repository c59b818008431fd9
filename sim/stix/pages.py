"""Pages: the files of a pack that was made of an incident, in two languages, with what is left to fill in by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from sim import catalogue, disarm
from sim.ground.cards import Text
from sim.packs.writing import skeleton
from sim.stix.fiction import Fiction
from sim.stix.incident import Incident
from sim.stix.plot import Plot, hour_of, player, stand_in

BOTS = {"individual": 5, "club": 15, "contest": 20, "team": 40, "organization": 80, "government": 120}  # assumed
PARTS = {"bots": ("bot", 0, 0.001), "trolls": ("troll", 10, 0.001), "pages": ("influencer", 3, 0.03)}  # assumed
HOME = ("velmora", Text("Velmora", "Velmora"))
ABROAD = ("ostrania", Text("Ostrania", "Ostranie"))
CHAT = "chat: {label: {en: Closed chat, fr: Messagerie fermée}, platform: closed_chat, closed: true}"
CHOSEN = ("picked_out", Text("Picked out by the operation", "Ciblés par l’opération"))
TITLE = Text("Imported incident", "Incident importé")


def pages(incident: Incident, fiction: Fiction, plot: Plot) -> dict[str, str]:
    """Every file by name."""
    kept = skeleton("")
    return {
        "pack.yaml": _pack(incident, fiction, plot),
        "claims.yaml": _claims(fiction),
        "actors.yaml": _actors(incident, fiction),
        "timeline.yaml": _timeline(incident, fiction, plot),
        "responses.yaml": _responses(incident, fiction, plot),
        "expected.yaml": kept["expected.yaml"].replace("share.rumour", f"share.{claims_of(fiction)[0][0]}"),
        "briefing.en.md": _briefing(incident, plot, "en"),
        "briefing.fr.md": _briefing(incident, plot, "fr"),
        "README.md": _readme(incident, plot),
    }


def claims_of(fiction: Fiction) -> list[tuple[str, Text]]:
    """The claims of the pack: one for each narrative, and one if there is none."""
    return fiction.of("claims") or [("claim_1", Text("Claim 1", "Affirmation 1"))]


def countries_of(fiction: Fiction) -> list[tuple[str, Text]]:
    """The countries of the pack: one for each place, with the own side's among them."""
    told = fiction.of("places") or [ABROAD]
    return told if HOME[0] in dict(told) else [*told, HOME]


def operations_of(fiction: Fiction) -> list[tuple[str, Text]]:
    """The operations of the pack: one for each crew, and one if none is named."""
    return fiction.of("crews") or [("network_1", Text("Network 1", "Réseau 1"))]


def _pack(incident: Incident, fiction: Fiction, plot: Plot) -> str:
    countries = countries_of(fiction)
    share = round(1 / len(countries), 3)
    numbers = ", ".join(dict.fromkeys([*(use.number for use in incident.uses), *incident.counters]))
    lines = [
        "# Made of a STIX bundle; real names were replaced. README.md says what is to be filled in.",
        f"label: {_label(TITLE)}",
        'question: {en: "Which answer would have helped?", fr: "Quelle réponse aurait été utile ?"}',
        "start: 2031-03-03T07:00   # UTC; not the real date",
        f"horizon_hours: {plot.horizon:g}",
        "burn_in_hours: 24",
        "accounts: 5000            # to be filled in: size of the public",
        f"sources: [{numbers}]   # {disarm.FRAMEWORK}",
        *([f'tlp: "{incident.tlp}"'] if incident.tlp else []),
        "", "countries:                # to be filled in: shares, languages, local time",
    ]  # fmt: skip
    for place, (name, label) in enumerate(countries):
        part = share if place else round(1 - share * (len(countries) - 1), 3)
        lines += [f"  {name}: {{label: {_label(label)}, language: {name}_language, utc_offset: 1, share: {part:g}}}"]
    if any(getattr(catalogue.idea("tactics", scene.idea), "NEEDS_LAYERS", False) for scene in plot.scenes):
        lines += [
            "",
            "layers:                   # a second platform, since what the operation did needs one",
            f"  {CHAT}",
        ]
    segments = [f"  {name}: {{label: {_label(label)}, country: {countries[0][0]}, share: 0.1}}"
                for name, label in fiction.of("groups")]  # fmt: skip
    if any(_fills(scene.idea) for scene in plot.scenes):
        segments += [f"  {CHOSEN[0]}: {{label: {_label(CHOSEN[1])}, share: 0}}   # an entry fills it"]
    if segments:
        lines += ["", "segments:                 # to be filled in: shares", *segments]
    return _text(lines)


def _fills(tactic: str) -> bool:
    """Whether a tactic picks people out and puts them into a segment."""
    return bool(getattr(catalogue.idea("tactics", tactic), "FILLS_AUDIENCE", False))


def _claims(fiction: Fiction) -> str:
    lines = ["# To be filled in: what is claimed, how plausible it is, and from when the truth can be shown."]
    for name, label in claims_of(fiction):
        lines += [f"{name}:", f"  label: {_label(label)}", "  true: false", "  verified_hour: 6   # assumed",
                  "  side: rival", "  appeal: 0.8        # assumed", "  plausibility: -1   # assumed", ""]  # fmt: skip
    return _text(lines)


def _actors(incident: Incident, fiction: Fiction) -> str:
    abroad = countries_of(fiction)[0][0]
    home = f"country: {HOME[0]}"
    lines = [
        "# To be filled in: sizes and followers; all of them are assumed.",
        "ministry: {label: {en: Foreign ministry of Velmora, fr: Ministère des affaires étrangères du Velmora}, "
        f"kind: state_account, source: own_state, {home}, followers: 0.1}}",
        'truthline: {label: {en: "TruthLine, fact-checkers", fr: "TruthLine, vérificateurs de faits"}, '
        f"kind: fact_checker, source: fact_checkers, {home}, followers: 0.04}}",
    ]
    sizes = [BOTS.get(crew.resources, 40) for crew in incident.crews] or [40]
    reach = f"country: {abroad}, audience: {abroad}"
    for (name, label), bots in zip(operations_of(fiction), sizes, strict=True):
        for part, (kind, count, followers) in PARTS.items():
            told = Text(f"{label.en}: {part}", f"{label.fr} : {part}")
            lines += [f"{name}_{part}: {{label: {_label(told)}, kind: {kind}, count: {count or bots}, {reach}, "
                      f"followers: {followers}, operation: {name}}}"]  # fmt: skip
    first = operations_of(fiction)[0][0]
    press = f"kind: media_outlet, source: press, {reach}, followers: 0.03, operation: {first}"
    lines += [f"{name}: {{label: {_label(label)}, {press}}}"
              for name, label in fiction.of("channels")]  # fmt: skip
    lines += [f"{name}: {{label: {_label(label)}, kind: influencer, {reach}, followers: 0.03}}"
              for name, label in fiction.of("persons")]  # fmt: skip
    return _text(lines)


def _timeline(incident: Incident, fiction: Fiction, plot: Plot) -> str:
    operations, claims = operations_of(fiction), claims_of(fiction)
    lines = ["# Techniques in the order in which they were used, or else in which operations are played.",
             "# To be filled in: sizes and params (`parley list tactics/flood` shows them), and times."]  # fmt: skip
    for place, (claim, _) in enumerate(claims):
        lines += _entry(f"first_word_{place + 1}", "publish", place * 1.0, 24, f"{operations[0][0]}_pages", claim)
    whens = [channel.when for channel in incident.channels]
    for place, ((name, _), when) in enumerate(zip(fiction.of("channels"), whens, strict=True)):
        at = hour_of(incident, when, plot.scale)
        lines += _entry(f"{name}_publishes", "publish", at, 24, name, claims[place % len(claims)][0])
    for place, scene in enumerate(plot.scenes):
        operation, claim = operations[place % len(operations)][0], claims[place % len(claims)][0]
        lines += ["", *(f"# {_told(use.number, use.given)}" for use in scene.uses)]
        part = stand_in("tactics", scene.idea, operation)
        by = f"{operation}_{part}" if part in ("bots", "trolls", "pages") else part
        lines += _entry(scene.idea, scene.idea, scene.at, scene.hours, by, claim)
        lines += [f"  audience: {CHOSEN[0]}"] if _fills(scene.idea) else []
    lines += ["", *(f"# Not played: {_told(use.number, use.given)}" for use in plot.unplayed)]
    return _text(lines)


def _responses(incident: Incident, fiction: Fiction, plot: Plot) -> str:
    claim = claims_of(fiction)[0][0]
    text = skeleton("")["responses.yaml"].replace("claim: rumour", f"claim: {claim}")
    facts = text[text.index("    facts:") : text.index("\ndebunk:")]
    text = text.replace(facts, "").replace("hours: 71", f"hours: {plot.horizon - 1:g}")
    lines = [text.rstrip()]
    ideas = {player(number, "countermeasures"): number for number in incident.counters}
    for idea, number in ideas.items():
        if idea and idea not in ("statement", "debunk", "label", *plot.refused):
            told = catalogue.card("countermeasures", idea).label
            lines += [
                "",
                f"{idea}_of_report:   # {number}, named in the bundle",
                f"  label: {_label(told)}",
                "  entries:",
            ]
            by = stand_in("countermeasures", idea, "ministry")
            lines += ["  " + line for line in _entry(f"  {idea}_entry", idea, 6.0, plot.horizon - 6.0, by, claim)]
    return _text(lines)


def _entry(name: str, idea: str, at: float, hours: float, by: str, claim: str) -> list[str]:
    indent = " " * (len(name) - len(name.lstrip()) + 2)
    told = {"do": idea, "at": f"{at:g}", "hours": f"{hours:g}", "by": by, "claim": claim}
    return [f"{name}:", *(f"{indent}{key}: {value}" for key, value in told.items() if value)]


def _readme(incident: Incident, plot: Plot) -> str:
    lines = [
        "# What this pack was made of", "",
        f"A STIX bundle{f', marked TLP:{incident.tlp.upper()}' if incident.tlp else ''}. Real names were replaced by",
        "invented ones; the list of them is kept outside the pack, in the file that was written beside it.",
        "Pass neither on further than the mark allows.",
        "", "## In order", "",
        *(f"- hour {scene.at:g}: `{scene.idea}` plays {'; '.join(_told(use.number, use.given) for use in scene.uses)}"
          for scene in plot.scenes),
        *(f"- not played: {_told(use.number, use.given)}" for use in plot.unplayed),
        "", "## To be filled in by hand", "",
        "- sizes: accounts of the public, shares of countries and segments, numbers and followers of all actors",
        "- claims: what they say, how plausible they are, when the truth can be shown",
        "- times that the bundle did not tell, and the params of every entry",
        "- responses, what you expect of them, and both briefings",
    ]  # fmt: skip
    if plot.scale < 1:
        lines += [
            "",
            f"The incident lasted longer than a pack should; its time was pressed to {plot.scale:.2g} of its length.",
        ]
    return _text(lines)


def _briefing(incident: Incident, plot: Plot, language: str) -> str:
    names = [disarm.techniques()[use.number].name.in_language(language) for use in incident.uses]
    mark = f" · TLP:{incident.tlp.upper()}" if incident.tlp else ""
    text = (Path(__file__).parent / "briefings" / f"{language}.md").read_text("utf-8")
    none = "none is named" if language == "en" else "aucune n’est nommée"
    return text.format(mark=mark, names="; ".join(dict.fromkeys(names)) or none, days=f"{plot.horizon / 24:.0f}")


def _told(number: str, given: str) -> str:
    name = disarm.techniques()[number].name.en
    return f"{number} {name}" + (f" (given as {given})" if given != number else "")


def _label(label: Text) -> str:
    return f"{{en: {json.dumps(label.en, ensure_ascii=False)}, fr: {json.dumps(label.fr, ensure_ascii=False)}}}"


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"
