"""ODD.md says what the code is: tables as made now, numbers as they stand, every id explained, every link alive."""

from __future__ import annotations

import dataclasses
import re

import pytest
from odd_tables import columns, constants, filled, form_of, ideas_with_params, plain, table

from sim import catalogue
from sim.dashboard import parameters
from sim.model import DAY

RENEW = "renew the tables: python tests/odd_tables.py"
ELEMENTS = ("1 Purpose and patterns", "2 Entities, state variables and scales", "3 Process overview and scheduling",
            "4 Design concepts", "5 Initialisation", "6 Input data", "7 Submodels")  # fmt: skip
NAMED = re.compile(r"`([A-Za-z_]+(?:\.[a-z_]+)?) = (-?[\w.]+)`")
ID = re.compile(r"\b(?:[AV]\d{1,3}|E\d{1,2})\b")
FORMS = {"population": "Population", "platform": "Platform", "time": "TimeSettings"}


@pytest.fixture(scope="module")
def odd(root) -> str:
    return (root / "ODD.md").read_text("utf-8")


def slug(heading: str) -> str:
    """The anchor of a heading, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def dead_anchors(text: str) -> list[str]:
    known = {slug(line.lstrip("#")) for line in text.splitlines() if line.startswith("#")}
    return [anchor for anchor in re.findall(r"\]\(#([^)]+)\)", text) if anchor not in known]


def numbers_of_the_code() -> dict[str, str]:
    """Every number by the name that the text may give it: `LASTING`, `platform.patience`, `log_odds.claim_step`."""
    known = {}
    for names, values, *_ in constants():
        parts = values.strip("()").split(", ") if ", " in names else [values]
        known |= {name: number(value) for name, value in zip(names.strip("`").split(", "), parts, strict=True)}
    forms = {name: catalogue.idea(shelf, name).Params for shelf, name in ideas_with_params()}
    forms |= {part: form_of(name) for part, name in FORMS.items()}
    for part, form in forms.items():
        known |= {f"{part}.{field.name}": plain(field.default) for field in dataclasses.fields(form)}
    return known


def number(value: str) -> str:
    try:
        return plain(float(value))
    except ValueError:
        return value


def wrong_numbers(text: str, known: dict[str, str]) -> list[str]:
    told = [(name, value) for name, value in NAMED.findall(text) if name != "NAME"]
    return [f"{name} = {value}, not {known.get(name)}" for name, value in told if known.get(name) != number(value)]


def test_that_the_tables_are_those_of_the_code(odd):
    assert filled(odd) == odd, RENEW


def test_that_the_seven_elements_of_the_protocol_are_there_in_order(odd):
    headings = [line.removeprefix("## ") for line in odd.splitlines() if line.startswith("## ")]
    assert tuple(headings[: len(ELEMENTS)]) == ELEMENTS


def test_that_numbers_in_the_text_are_those_of_the_code(odd):
    assert wrong_numbers(odd, numbers_of_the_code()) == []


def test_that_every_shelf_every_number_and_every_form_has_its_table(odd):
    wanted = {f"ideas {shelf}" for shelf in catalogue.TITLES} | {f"form {name}" for name in parameters.FORMS}
    wanted |= {f"params {shelf}" for shelf, _ in ideas_with_params()}
    assert wanted - set(re.findall(r"<!-- table: (.*?) -->", odd)) == set()


def test_that_every_phase_of_the_day_has_its_section(odd):
    headings = [line.split()[2].lower().rstrip(":") for line in odd.splitlines() if line.startswith("### 7.")]
    assert headings[: len(DAY)] == [phase.__name__ for phase in DAY]


def test_that_every_evidence_id_of_the_product_is_explained(odd, files, root):
    product = [path for path in files if path.relative_to(root).parts[0] in ("sim", "conf", "scenarios")]
    used = {found for path in product for found in ID.findall(path.read_text("utf-8"))}
    explained = set(re.findall(r"^\| ([AVE]\d+) \|", odd, re.MULTILINE))
    assert (used | set(ID.findall(odd))) - explained == set()


def test_that_every_anchor_is_there(odd):
    assert dead_anchors(odd) == []


def test_that_a_table_out_of_date_is_noticed(odd):
    assert filled(odd.replace("| `happen` |", "| `occur` |", 1)) == odd


def test_that_a_wrong_number_or_anchor_is_noticed():
    known = numbers_of_the_code()
    assert wrong_numbers("`LASTING = 0.25`", known) == ["LASTING = 0.25, not 0.15"]
    assert wrong_numbers("`DISTANCE = 1.5`, `platform.patience = 20`", known) == []
    assert dead_anchors("# One\n[here](#one), [there](#two)") == ["two"]


def test_that_a_column_is_told_with_unit_range_and_shape():
    row = "| `belief` | belief in the claim | log-odds | -20 to 20 | row × claim | f4 |"
    assert row in columns("accounts", "Accounts").splitlines()
    assert table(("a", "b"), [("x|y", "")]) == "| a | b |\n| --- | --- |\n| x\\|y |   |"
