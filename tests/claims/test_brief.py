"""A brief says on one page what the comparison found, in both languages, and is honest where nothing is sure."""

from __future__ import annotations

import csv
import io
import json
import math
import re
import zipfile
import zlib
from functools import cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

pytest.importorskip("fpdf", reason="the app's libraries are not installed")
pytest.importorskip("fluent.runtime", reason="the app's libraries are not installed")

from pyarrow import parquet as pq

from sim.brief import Asked, brief_html, brief_pdf, data_zip, written
from sim.brief.as_html import ROOM, WIDER
from sim.brief.as_pdf import fitting, safe, shortened
from sim.brief.drawing import Box, Dot
from sim.brief.figures import FLOOR, dot_plot, ticks
from sim.compare import compare, dots
from sim.ground.problems import Problems
from sim.i18n import words
from sim.packs import known_packs, read_pack
from sim.results import RunResult
from sim.scenario import plain

METRICS = {
    "false_belief_average": {
        "label": {"en": "False belief", "fr": "Croyance erronée"},
        "unit": "share of people",
        "better": "lower",
    },
    "discernment": {"label": {"en": "Discernment", "fr": "Discernement"}, "unit": "probability", "better": "higher"},
    "cost": {"label": {"en": "Cost", "fr": "Coût"}, "unit": "€", "better": "lower"},
    "staff_hours": {"label": {"en": "Staff hours", "fr": "Heures de travail"}, "unit": "h", "better": "lower"},
    "voices_lowered": {"label": {"en": "Voices", "fr": "Voix"}, "unit": "posts", "better": "lower"},
    "wrongful_removals": {"label": {"en": "Removals", "fr": "Retraits"}, "unit": "posts", "better": "lower"},
}
MAIN = "false_belief_average.burning_papers"
ENGLISH = re.compile(
    r"\b(?:the|and|with|of|better|worse|futures?|which|runs?|answer|rule|response|from|seeds?)\b", re.I
)


class MadeUp(RunResult):
    """A run whose tables were never on a disk."""

    def table(self, name):
        return pa.table(self.manifest["tables"][name])


@pytest.fixture
def made_up(story):
    """Finished runs of a story with these values: `{arm: [value of seed 1, of seed 2 ...]}`, compared."""

    def make(values, pack="embassy_rumour", belief="log_odds", asked=None, main=MAIN):
        runs = [_made(story(pack), arm, seed, belief, {main: value})
                for arm, several in values.items() for seed, value in enumerate(several, 1)]  # fmt: skip
        return compare(runs, **(asked or {})) if asked != {"only": "runs"} else runs

    return make


@pytest.fixture(scope="module")
def story():
    """A story as the settings of its runs tell it, read once."""
    return cache(lambda pack: plain(read_pack(pack)) | {"name": pack})


def _made(scenario, arm, seed, belief, values):
    settings = {
        "scenario": scenario, "response": arm, "seed": seed, "belief": {"name": belief, "params": {"claim_step": 0.08}},
        "platform": {"share_rate": 0.01}, "time": {"days": 2}, "execution": {"threads": 1},
    }  # fmt: skip
    price = 0.0 if arm == "none" else 4000.0
    rest = {"cost": price, "staff_hours": 21.5, "voices_lowered": 2.0, "wrongful_removals": math.nan}
    entries = list((scenario["responses"].get(arm) or {}).get("entries", {}))
    name = f"{arm}-{seed}-{belief}"
    manifest = {
        "id": name, "scenario": scenario["name"], "response": arm, "response_label": arm, "seed": seed, "accounts": 396,
        "code": {"version": "0.1.0", "hash": "c0de"}, "inputs": {}, "metrics": METRICS,
        "times": {"finished": "2031-01-02T03:04:05+00:00"},
        "assumed": ["population.bots", f"scenario.responses.{arm}.entries.x.params.y", "execution.threads"],
    }  # fmt: skip
    events = [(1, 3.5, "begin", entries[0], "statement")] if entries else []
    final = {**values, **rest}
    columns = ("tick", "hour", "what", "who", "detail")
    manifest["tables"] = {
        "events": {column: [row[place] for row in events] for place, column in enumerate(columns)},
        "metrics": {column: [value] for column, value in {"tick": 0.0, "hour": 0.0, **final}.items()},
    }
    run = MadeUp(Path(name), manifest, final)
    run.__dict__["settings"] = settings
    return run


def texts(sheet):
    """Everything that a reader of the sheet sees, but the command."""
    shown = [sheet.kind, sheet.warning, sheet.title, sheet.advice, sheet.grounds, sheet.table_title, sheet.table_note]
    shown += [text for figure, caption in sheet.figures for text in (figure.title, figure.told, caption)]
    shown += [column.heading for column in sheet.columns] + [cell for row in sheet.rows for cell in row.cells]
    shown += [text for one in (*sheet.left, *sheet.right) for text in (one.heading, *one.says)]
    return [*shown, sheet.provenance, sheet.command_title]


def pages_of(pdf):
    return len(re.findall(rb"/Type /Page\b", pdf))


def letters_of(pdf):
    """What is written on the page, without the spaces between the pieces."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S)
    shown = []
    for stream in streams:
        try:
            inside = zlib.decompress(stream)
        except zlib.error:
            continue
        shown += re.findall(rb"\((.*?)(?<!\\)\) Tj", inside, re.S)
    return " ".join(piece.replace(b"\\(", b"(").replace(b"\\)", b")").decode("cp1252") for piece in shown)


TWENTY = {"none": [0.30] * 20, "label": [0.25] * 17 + [0.31] * 2 + [0.30], "debunk": [0.29] * 20}


def test_that_the_first_line_gives_the_answer_with_its_odds(made_up):
    sheet = written(made_up(TWENTY), "en")
    assert sheet.advice == (
        "Recommended: “The platform labels the posts”. "
        "Better than “No response” in 17 of 20 futures, worse in 2, equal in 1."
    )
    assert "stands at 30.0\u202f%" in sheet.grounds
    assert "the median difference is −5.0 points" in sheet.grounds
    assert sheet.title.startswith("How much does it matter whether the embassy speaks at once")
    assert sheet.warning == "This is not a forecast"


def test_that_the_french_first_line_says_the_same(made_up):
    assert written(made_up(TWENTY), "fr").advice == (
        "À recommander\u202f: «\u202fLa plateforme étiquette les publications\u202f». "
        "Meilleure que «\u202fAucune réponse\u202f» dans 17 avenirs sur 20, pire dans 2, égale dans 1."
    )


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ([0.30, 0.29, 0.31, 0.28, 0.305, 0.29], "No answer tried is surely better than"),
        ([0.31, 0.32, 0.31, 0.33, 0.31, 0.32], "No answer tried improves on"),
        ([0.25, 0.26], "Too few draws of chance (2) to recommend anything"),
        ([0.25], "Too few draws of chance (1) to recommend anything"),
        ([math.nan] * 6, "cannot be compared"),
    ],
)
def test_that_the_page_is_honest_where_nothing_is_surely_better(made_up, label, says):
    found = made_up({"none": [0.30] * len(label), "label": label})
    for lang in ("en", "fr"):
        assert pages_of(brief_pdf(found, lang)) == 1
        assert "nan" not in " ".join(texts(written(found, lang))).lower().replace("finance", "")
    assert written(found, "en").advice.startswith(says) or says in written(found, "en").advice


def test_that_an_answer_that_does_as_well_is_named(made_up):
    values = {"none": [0.3] * 8, "label": [0.25, 0.24, 0.26, 0.25] * 2, "debunk": [0.251, 0.241, 0.259, 0.252] * 2}
    assert "Fact-checkers debunk both claims” cannot be told apart" in written(made_up(values), "en").grounds
    assert "cannot be told apart" not in written(made_up(TWENTY), "en").grounds


def test_that_the_numbers_on_the_page_are_those_of_the_comparison(made_up):
    rng = np.random.default_rng(5)
    values = {arm: (0.2 + 0.02 * rng.random(9)).tolist() for arm in ("none", "label", "debunk", "prebunk")}
    found, t = made_up(values), words("en")
    sheet = written(found, "en")
    arms = [found.baseline, *(arm for arm in found.ranking if arm != found.baseline)]
    assert [row.cells[0][0] for row in sheet.rows] == ["A", "B", "C", "D"]
    table = np.array([values[arm] for arm in arms])
    regrets = (table - table.min(axis=0)).max(axis=1)
    for place, (arm, row) in enumerate(zip(arms, sheet.rows, strict=True)):
        shown = [cell.replace("\u00a0", " ") for cell in row.cells]
        assert float(shown[6]) == pytest.approx(100 * regrets[place], abs=0.006)
        assert shown[3:5] == [t.euros(found.mean(arm, "cost")), "21.5"]
        assert shown[7:9] == ["2", "–"]  # nobody measured wrongful removals
        if arm == found.baseline:
            continue
        steps = 100 * (np.array(values[arm]) - np.array(values["none"]))
        numbers = [float(word.replace("−", "-")) for word in re.findall(r"[−+]?\d+\.\d+", shown[1])]
        assert numbers == pytest.approx(np.quantile(steps, [0.5, 0.05, 0.95]), abs=0.006)
        assert shown[2] == f"{np.count_nonzero(steps < 0)} of 9"


def test_that_a_measure_of_which_more_is_better_is_read_the_right_way(made_up):
    values = {"none": [0.5] * 6, "label": [0.6, 0.61, 0.62, 0.6, 0.61, 0.6], "debunk": [0.4] * 6}
    found = made_up(values, main="discernment", asked={"measure": "discernment"})
    sheet = written(found, "en")
    assert "labels the posts”. Better than “No response” in 6 of 6 futures" in sheet.advice
    assert float(sheet.rows[0].cells[6]) == pytest.approx(0.12)


def test_that_another_answer_and_a_threshold_can_be_asked_for(made_up):
    found = made_up(TWENTY)
    sheet = written(found, "en", Asked(arm="debunk", threshold=0.295))
    assert sheet.advice.startswith("“Fact-checkers debunk both claims”, the answer asked about: better than")
    assert "stays within 29.5\u202f% in 20 of 20 futures" in sheet.grounds
    place = [column.heading for column in sheet.columns].index("Within 29.5\u202f%")
    assert [row.cells[place].replace("\u00a0", " ") for row in sheet.rows] == ["0 of 20", "17 of 20", "20 of 20"]
    assert [row.chosen for row in sheet.rows] == [False, False, True]
    with pytest.raises(Problems, match="lable"):
        written(found, "en", Asked(arm="lable"))


def test_that_the_rule_under_which_it_fails_is_named(made_up):
    only = {"only": "runs"}
    good = made_up({"none": [0.3] * 6, "label": [0.2] * 6, "debunk": [0.28] * 6}, asked=only)
    bad = made_up(
        {"none": [0.3] * 6, "label": [0.31] * 5 + [0.29], "debunk": [0.28] * 6}, belief="friedkin_johnsen", asked=only
    )
    says = written(compare([*good, *bad]), "en").left[0].says
    assert says[0] == "… people change their minds by the rule “Friedkin-Johnsen (DeGroot)”: better in only 1 of 6."
    assert "C by “Friedkin-Johnsen (DeGroot)”" in says[1]
    assert "B by “Bayesian log-odds”" in says[1]


def test_that_a_rule_is_told_where_futures_are_many_enough_to_find_one(made_up):
    runs = []
    for belief, label in (("log_odds", 0.2), ("bounded_confidence", 0.22), ("friedkin_johnsen", 0.35)):
        values = {"none": [0.3] * 15, "label": [label] * 15, "debunk": [0.29] * 15}
        runs += made_up(values, belief=belief, asked={"only": "runs"})
    found = compare(runs)
    assert written(found, "en", Asked(arm="label")).left[0].says[0] == (
        "… the belief rule is Friedkin-Johnsen (DeGroot): this covers 100\u202f% of its 15 failures, "
        "and 100\u202f% of what lies within fails."
    )
    assert "la règle de croyance vaut Friedkin" in written(found, "fr", Asked(arm="label")).left[0].says[0]
    assert "the belief rule for 100\u202f%" in written(found, "en", Asked(arm="label")).left[1].says[-1]


def test_that_where_only_chance_varied_the_page_says_that_it_cannot_know(made_up):
    assert "Where it fails is therefore not known" in written(made_up(TWENTY), "en").left[0].says[0]


def test_that_rights_carry_the_published_class_and_the_price_of_it(made_up):
    sheet = written(made_up(TWENTY), "en")
    assert [row.cells[-1] for row in sheet.rows] == ["–", "potentially problematic", "potentially problematic"]
    assert "Warning label (C00142, potentially problematic)" in sheet.right[1].says[0]
    assert "DISARM Foundation" in sheet.table_note
    assert sheet.rows[1].cells[5] == "3.5\u202fh"  # the journal says when it began


def test_that_what_is_assumed_is_counted(made_up):
    says = written(made_up(TWENTY), "en").left[1].says
    assert says[0].startswith("2 inputs are assumed, not measured; 1 of them")
    assert any("1.0\u202f% are reshared" in text for text in says)


@pytest.mark.parametrize("pack", sorted(set(known_packs()) - {"quiet_week"}))  # there nothing happens
def test_that_no_pack_leaves_english_on_a_french_page_or_runs_over(made_up, pack):
    scenario = read_pack(pack)
    longest = sorted(scenario.responses, key=lambda one: -len(one.label.fr))
    arms = ["none", *[one.name for one in longest if one.name != "none"][:6]]
    claim = next(one.name for one in scenario.claims)
    main = f"false_belief_average.{claim}"
    found = made_up(
        {arm: [0.2 + 0.01 * place, 0.21, 0.2, 0.22, 0.2] for place, arm in enumerate(arms)}, pack, main=main
    )
    for lang in ("en", "fr"):
        sheet = written(found, lang)
        assert fitting(sheet) >= 0.8
        assert fitting(sheet, WIDER, ROOM) >= 0.72
        assert pages_of(brief_pdf(found, lang)) == 1
    for text in texts(sheet):
        plainly = re.sub(r"Companion Guide|TruthLine", "", text)
        assert not ENGLISH.search(plainly), text
        assert not re.search(r"[^\s\u202f\d/][;!?»]|[ \u00a0][;:!?»%€]|«[^\u202f]|\w'\w|\w:(?=\s|$)|\d [%€]", text), (
            text
        )


def test_that_a_sheet_that_cannot_fit_is_shortened_and_says_so(made_up):
    import dataclasses

    sheet = written(made_up(TWENTY), "en")
    long = dataclasses.replace(sheet, command="parley brief " + "0123456789abcdef " * 900)
    assert not fitting(long)
    short = shortened(long)
    assert fitting(short)
    assert short.command.endswith("… (shortened)")


def test_that_the_pdf_holds_real_french_text_its_language_and_its_title(made_up):
    pdf = brief_pdf(made_up(TWENTY), "fr")
    assert b"/Lang (fr)" in pdf
    shown = letters_of(pdf)
    for text in ("À recommander", "Croyance", "été", "Ceci n’est pas une prévision", "4\u00a0000\u00a0€", "–5,0"):
        assert safe(text).lower() in shown.lower(), text
    assert "?" not in shown.replace("\u00a0?", "")  # every sign has its letter


def test_that_the_same_comparison_gives_the_same_bytes(made_up):
    found = made_up(TWENTY)
    again = compare(list(found.paired.runs.values())[::-1], baseline="none")
    assert brief_pdf(found, "fr") == brief_pdf(again, "fr")
    assert brief_html(found, "fr") == brief_html(again, "fr")
    assert data_zip(found) == data_zip(again)


def test_that_the_page_is_self_contained_and_every_figure_has_words_beside_it(made_up):
    page = brief_html(made_up(TWENTY), "fr")
    assert '<html lang="fr">' in page
    assert not re.search(r"<script|<link|<img|@import|url\(|\bon\w+=|https?://(?!www\.w3\.org/2000/svg)", page)
    figures = re.findall(r"<figure>.*?</figure>", page, re.S)
    assert len(figures) == 2
    for figure in figures:
        assert re.search(r"<strong>[^<]{10,}</strong><span>[^<]{40,}</span>", figure)
        assert re.search(r'role="img" aria-label="[^"]{40,}"', figure)
    assert page.count('scope="col"') == 10
    assert page.count('scope="row"') == 3
    assert page.count("<h1>") == 1


def test_that_dots_are_full_where_it_is_better_and_never_reach_over_zero(made_up):
    shown = dots(made_up(TWENTY), "label").values
    marks = dot_plot(np.array(shown), True, lambda value, _step: f"{value:.2f}", ("better", "worse"))
    round_ones = [mark for mark in marks if isinstance(mark, Dot)]
    full, hollow = ([dot for dot in round_ones if dot.hollow == kind] for kind in (False, True))
    squares = [mark for mark in marks if isinstance(mark, Box)]
    assert len(full) / len(hollow) == pytest.approx(17 / 2, rel=0.15)
    assert len(round_ones) + len(squares) == 50
    zero = squares[0].x + squares[0].width / 2
    assert all(dot.x + dot.r <= zero for dot in full)
    assert all(dot.x - dot.r >= zero for dot in hollow)
    assert all(dot.y + dot.r <= FLOOR + 0.01 for dot in round_ones)


@pytest.mark.parametrize(("low", "high"), [(-0.0123, 0.004), (-3.0, 17.0), (0.0, 1e-6), (-2500.0, 10.0)])
def test_that_the_marks_of_an_axis_are_few_and_round(low, high):
    shown = ticks(low, high)
    assert 2 <= len(shown) <= 7
    assert all(low <= one <= high for one in shown)
    step = shown[1] - shown[0]
    assert f"{step:.0e}"[0] in "125"


def test_that_the_data_are_whole_and_told_in_both_languages(made_up):
    found = made_up(TWENTY)
    archive = zipfile.ZipFile(io.BytesIO(data_zip(found)))
    assert archive.testzip() is None
    rows = list(csv.DictReader(io.StringIO(archive.read("differences.csv").decode())))
    mine = next(row for row in rows if (row["arm"], row["measure"]) == ("label", MAIN))
    assert (float(mine["better"]), float(mine["mean"])) == (17, found.differences["label", MAIN].mean)
    futures = pq.read_table(io.BytesIO(archive.read("futures.parquet"))).to_pandas()
    label = futures[futures["arm"] == "label"].sort_values("seed")
    assert label[MAIN].tolist() == TWENTY["label"]
    assert label["wrongful_removals"].isna().all()
    series = pq.read_table(io.BytesIO(archive.read("series.parquet"))).to_pandas()
    assert len(series) == 60
    settings = [name for name in archive.namelist() if name.startswith("settings/")]
    assert len(settings) == 60
    assert "execution" not in json.loads(archive.read(settings[0]))
    assert "not a forecast" in archive.read("README.en.md").decode()
    assert "Ceci n’est pas une prévision" in archive.read("README.fr.md").decode()
