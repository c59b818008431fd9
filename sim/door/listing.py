"""Listings: a shelf, an idea with its params, a pack or a DISARM number, as lines that a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sim import catalogue, disarm
from sim.packs import read_pack
from sim.scenario import Scenario
from sim.translated import source_in, translated, unit_in

WIDTH = 24  # of the column of names
WORDS = {
    "scenarios": ("Scenario packs (scenario=)", "Scénarios (scenario=)"),
    "more": ("More on a shelf: parley list tactics. On one idea, with its params: parley list tactics/flood. "
             "On a pack: parley list scenarios/embassy_rumour. On a DISARM number: parley list T0049.",
             "Plus sur un rayon : parley list tactics --lang fr. Sur une idée et ses paramètres : parley list "
             "tactics/flood --lang fr. Sur un scénario : parley list scenarios/embassy_rumour --lang fr. Sur un numéro "
             "DISARM : parley list T0049 --lang fr."),
    "unproblematic": ("rights: unproblematic", "droits : peu problématique"),
    "potentially_problematic": ("rights: potentially problematic", "droits : potentiellement problématique"),
    "highly_problematic": ("rights: highly problematic, not offered", "droits : très problématique, non proposé"),
    "hours": ("h of work", "h de travail"), "sources": ("Sources", "Sources"), "cost": ("Cost", "Coût"),
    "each": ("each time", "à chaque fois"), "authority": ("Who may do it", "Qui peut le faire"),
    "params": ("Params", "Paramètres"), "nothing": ("No params.", "Aucun paramètre."),
    "heads": ("name default unit range source", "nom défaut unité étendue source"),
    "lower": ("less is better", "moins vaut mieux"), "higher": ("more is better", "plus vaut mieux"),
    "unit": ("Unit", "Unité"), "to": ("to", "à"), "no label": ("(no label)", "(sans titre)"),
    "responses": ("Responses (response=)", "Réponses (response=)"), "claims": ("Claims", "Affirmations"),
    "entries": ("entries", "actions"),
    "changed": ("Responses can be changed, all of it together", "On peut modifier les réponses, le tout ensemble"),
    "later": ("six hours later (@-1.5: an hour and a half earlier)", "six heures plus tard (@-1.5 : 1 h 30 plus tôt)"),
    "together": ("both together", "les deux ensemble"), "without": ("without this entry", "sans cette action"),
    "alert": ("from the first alert of this detector", "dès la première alerte de ce détecteur"),
    "true": ("true", "vrai"), "false": ("false", "faux"), "actors": ("Actors", "Acteurs"),
    "tactic": ("Tactic", "Tactique"), "played": ("Played by", "Joué par"), "nobody": ("nothing here", "rien ici"),
    "now": ("is retired; today it is", "n’existe plus ; aujourd’hui, c’est"),
}  # fmt: skip

AUTHORITIES = {
    "platform": "plateforme", "ministry": "ministère", "embassy": "ambassade", "press": "presse",
    "regulator": "régulateur", "fact-checker": "vérificateurs de faits", "civil society": "société civile",
    "citizens": "citoyens", "education": "éducation", "ministry IT": "informatique du ministère", "court": "tribunal",
    "state": "État", "social services": "services sociaux", "coalition": "coalition", "legislator": "législateur",
    "coalition of ministries": "coalition de ministères", "international organisation": "organisation internationale",
    "cultural institute": "institut culturel", "ministry of education": "ministère de l’éducation",
    "broadcasters": "radios et télévisions", "telecom operators": "opérateurs de télécommunications",
    "ministry (background only)": "ministère (à titre d’information)",
}  # fmt: skip


def word(key: str, language: str) -> str:
    """A word of the listings in `en` or `fr`."""
    return WORDS[key][language == "fr"]


def _head(key: str, language: str) -> str:
    return word(key, language) + _colon(language)


def _colon(language: str) -> str:
    return " :" if language == "fr" else ":"


def everything(packs: list[str], language: str) -> Iterator[str]:
    """The packs, then every shelf with one line an idea."""
    yield from packs_lines(packs, language)
    for shelf in catalogue.TITLES:
        yield ""
        yield from shelf_lines(shelf, language, brief=True)
    yield ""
    yield word("more", language)


def packs_lines(packs: list[str], language: str) -> Iterator[str]:
    """Each pack with its title and the names of its responses."""
    yield word("scenarios", language)
    for name in packs:
        pack = read_pack(name)
        yield _named(name, pack.label.in_language(language))
        yield _named("", "response=" + ",".join(["none", *(one.name for one in pack.responses if one.name != "none")]))


def shelf_lines(shelf: str, language: str, brief: bool = False) -> Iterator[str]:
    """A shelf: each idea by name and label, with DISARM numbers, rights class and cost, and then what it is."""
    yield catalogue.TITLES[shelf].in_language(language)
    for name in catalogue.names(shelf):
        card = catalogue.card(shelf, name)
        rights = word(card.rights, language) if card.rights else ""
        unit = unit_in(language, card.unit)
        parts = [card.label.in_language(language), ", ".join(card.disarm), rights, _cost(card.cost, language), unit]
        yield _named(name, " · ".join(part for part in parts if part))
        if not brief:
            yield _named("", translated(card.idea, language, shelf, name))


def idea_lines(shelf: str, name: str, language: str) -> Iterator[str]:
    """One idea: its card, and each param with default, unit, range and source."""
    card = catalogue.card(shelf, name)
    yield f"{shelf}/{name}{_colon(language)} {card.label.in_language(language)}"
    yield f"  {translated(card.idea, language, shelf, name)}"
    if card.disarm:
        yield f"  {card.framework}{_colon(language)}"
        yield from (f"    {number:<10} {_number(number, language)}" for number in card.disarm)
    if card.unit:
        better = f" ({word(card.better, language)})" if card.better else ""
        yield f"  {_head('unit', language)} {unit_in(language, card.unit)}{better}"
    if card.rights:
        yield f"  {word(card.rights, language)}"
    if card.authority:
        who = [_authority(one, language) for one in card.authority.split("; ")]
        yield f"  {_head('authority', language)} {', '.join(who)}"
    if card.cost:
        cost = _cost(card.cost, language) or "0 €"
        yield f"  {_head('cost', language)} {cost} {word('each', language)} ({source_in(language, card.cost.source)})"
    if card.sources:
        yield f"  {_head('sources', language)} {', '.join(source_in(language, one) for one in card.sources)}"
    yield from _params([_told(one, shelf, name, language) for one in catalogue.facts(shelf, name)["params"]], language)


def pack_lines(pack: Scenario, language: str) -> Iterator[str]:
    """One pack: what it asks, what is claimed, who takes part, and how one may answer."""
    yield f"{pack.name}{_colon(language)} {pack.label.in_language(language)}"
    yield f"  {pack.question.in_language(language)}"
    yield f"  {_head('sources', language)} {', '.join(pack.sources)}"
    yield f"  {_head('claims', language)}"
    for claim in pack.claims:
        verdict = word("true" if claim.true else "false", language)
        yield f"  {_named(claim.name, f'{claim.label.in_language(language)} ({verdict})')}"
    for heading, forms in (("actors", pack.actors), ("responses", pack.responses)):
        yield f"  {_head(heading, language)}"
        for one in forms:
            yield f"  {_named(one.name, one.label.in_language(language))}"
            if entries := [entry.name for entry in getattr(one, "entries", ())]:
                told = f"{_head('entries', language)} {', '.join(entries)}"
                yield f"  {_named('', told)}"
    yield from (f"  {line}" for line in answers_lines(pack, language))


def answers_lines(pack: Scenario, language: str) -> Iterator[str]:
    """How the responses of a pack can be combined and changed, with names of this pack."""
    plans = [plan for plan in pack.responses if plan.entries]
    if not plans:
        return
    yield _head("changed", language)
    name, other = plans[0].name, plans[min(1, len(plans) - 1)].name
    ways = [(f"{name}@6", "later")]
    ways += [(f"{name}+{other}", "together")] if name != other else []
    ways += [(f"{name}-{plans[0].entries[0].name}", "without")]
    ways += [(f"{name}?{pack.detectors[0].name}", "alert")] if pack.detectors else []
    yield from (f"  {way:<{2 * WIDTH}} {word(says, language)}" for way, says in ways)


def number_lines(number: str, language: str) -> Iterator[str]:
    """A DISARM number: what became of it, its name, tactic and rights class, and which ideas play it."""
    found = disarm.technique(number)
    assert found is not None  # the caller has looked
    if found.id != number:
        yield f"{number} {word('now', language)} {found.id}."
    yield f"{found.id} ({disarm.FRAMEWORK}): {found.name.in_language(language)}"
    tactic = disarm.tactics()[found.tactic]
    yield f"  {_head('tactic', language)} {tactic.id} {tactic.name.in_language(language)}"
    if found.rights:
        yield f"  {word(found.rights, language)}"
    players = [f"{shelf}/{name}" for shelf in ("tactics", "countermeasures") for name in catalogue.names(shelf)
               if found.id in catalogue.card(shelf, name).disarm]  # fmt: skip
    yield f"  {_head('played', language)} {', '.join(players) or word('nobody', language)}"


def _told(param: dict[str, Any], shelf: str, name: str, language: str) -> dict[str, Any]:
    words = {"doc": translated(param["doc"], language, shelf, name, param["name"]),
             "unit": unit_in(language, param["unit"]), "source": source_in(language, param["source"])}  # fmt: skip
    return param | words


def _params(params: list[dict[str, Any]], language: str) -> Iterator[str]:
    if not params:
        yield f"  {word('nothing', language)}"
        return
    yield f"  {_head('params', language)}"
    heads = word("heads", language).split()
    rows = [heads, *([one["name"], _plain(one["default"]), one["unit"], _range(one, language), one["source"]]
                     for one in params)]  # fmt: skip
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    docs = ["", *(one["doc"] for one in params)]
    for row, doc in zip(rows, docs, strict=True):
        cells = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"    {cells}  {doc}".rstrip()


def _range(param: dict[str, Any], language: str) -> str:
    if param["choices"]:
        return "|".join(str(one) for one in param["choices"])
    if param["low"] is None and param["high"] is None:
        return ""
    return f"{_plain(param['low'])} {word('to', language)} {_plain(param['high'])}"


def _plain(value: Any) -> str:
    if value in ("", None):
        return "-"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _cost(cost: Any, language: str) -> str:
    if cost is None:
        return ""
    money = f"{cost.money:,.0f}" if cost.money >= 10.0 else f"{cost.money:g}"  # a bot's post costs half a cent
    parts = [f"{money} €"] if cost.money else []
    parts += [f"{cost.staff_hours:g} {word('hours', language)}"] if cost.staff_hours else []
    text = " + ".join(parts)
    return text.replace(",", "\u202f").replace(".", ",") if language == "fr" else text


def _authority(who: str, language: str) -> str:
    return AUTHORITIES.get(who, who) if language == "fr" else who


def _number(number: str, language: str) -> str:
    found = disarm.technique(number)
    return found.name.in_language(language) if found else ""


def _named(name: str, text: str) -> str:
    return f"  {name:<{WIDTH}} {text}".rstrip()
