"""The reader of results verifies each run once, compares what is there, and tells what is wrong in words."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from stored import manifest_of, outcome_of, store

from sim import Problems
from sim.compare import compare
from sim.dashboard.asked import Question
from sim.dashboard.kept import Kept
from sim.dashboard.runs import Runs
from sim.dashboard.viewer import Viewer
from sim.results import load_run, write_run

NONE, LABEL = [f"{number:016x}" for number in (0, 1)], [f"{number:016x}" for number in (2, 3)]
STORED = Question(runs=(*NONE, *LABEL))


@pytest.fixture
def results(tmp_path):
    """Two answers in two futures."""
    for number, (response, seed) in enumerate([("none", 1), ("none", 2), ("label", 1), ("label", 2)]):
        store(tmp_path, number, response, seed, value=0.5 - 0.1 * number)
    return tmp_path


@pytest.fixture
def runs(results):
    return Runs(results)


def test_that_a_run_is_verified_once(runs, monkeypatch):
    first = runs.run(NONE[0])
    monkeypatch.setattr("sim.dashboard.runs.load_run", lambda *_: pytest.fail("verified again"))
    assert runs.run(NONE[0]) is first
    assert first.final["false_belief_average.rumour"] == 0.5


def test_that_a_run_that_was_simulated_anew_is_read_anew(runs, results):
    assert runs.run(NONE[0]).final["false_belief_average.rumour"] == 0.5
    store(results, 0, "none", 1, value=0.25)
    assert runs.run(NONE[0]).final["false_belief_average.rumour"] == 0.25


def test_that_a_changed_run_is_told_with_its_id_and_no_place_on_the_disk(runs, results):
    (results / "story" / NONE[0] / "final.json").write_text("{}")
    with pytest.raises(Problems, match=f"run {NONE[0]}, final.json: damaged or changed") as told:
        runs.run(NONE[0])
    assert str(results) not in str(told.value)


@pytest.mark.parametrize("name", ["../../etc", "", "0" * 15, "*" * 16, "0123456789abcdef", "0" * 16 + "/.."])
def test_that_a_run_that_is_not_there_is_told_with_its_id(runs, name):
    with pytest.raises(Problems, match="no finished run of this id"):
        runs.run(name)


def test_that_a_run_that_went_away_is_told_in_words(runs, results):
    import shutil

    runs.run(NONE[0])
    shutil.rmtree(results / "story" / NONE[0])
    with pytest.raises(Problems, match=NONE[0]):
        runs.run(NONE[0])


def test_that_tables_are_read_once_and_missing_ones_told(runs):
    table = runs.table(NONE[0], "metrics")
    assert table.column("reach").to_pylist() == [0.0, 9.0]
    assert runs.table(NONE[0], "metrics") is table
    for name in ("communities", "../final", "manifest.json"):
        with pytest.raises(Problems, match=f"run {NONE[0]}: no table"):
            runs.table(NONE[0], name)


def test_that_a_comparison_is_that_of_the_stored_runs(runs, results):
    found = runs.comparison(STORED)
    wanted = compare([load_run(results / "story" / run) for run in STORED.runs])
    assert found.as_dict() == wanted.as_dict()
    assert found.differences["label", "false_belief_average.rumour"].mean == pytest.approx(-0.2)
    assert runs.comparison(STORED) is found


def test_that_a_comparison_follows_its_runs(runs, results):
    first = runs.comparison(STORED)
    store(results, 2, "label", 1, value=0.0)
    assert runs.comparison(STORED) is not first


def test_that_runs_without_partner_are_refused_in_words(runs):
    with pytest.raises(Problems, match="compare"):
        runs.comparison(replace(STORED, runs=tuple(NONE)))


ASKED = Question(("scenario=embassy_rumour", "population.accounts=300", "time.days=2"), ("none", "fast_statement"), 2)


def answer(runs, number):
    """Store the run that stands at a place in the list of those wanted."""
    wanted = runs.asked.wanted(ASKED)[number]
    outcome = outcome_of(wanted.settings.response, wanted.settings.seed, value=0.1 * number)
    write_run(wanted.place, outcome, manifest_of(wanted.id, wanted.settings.response, wanted.settings.seed))


def test_that_a_question_is_compared_over_the_futures_that_every_arm_has_met(runs):
    with pytest.raises(Problems, match="no future is answered yet"):
        runs.comparison(ASKED)
    answer(runs, 0), answer(runs, 3)  # nothing in the first future, a statement in the second
    assert (runs.stored(ASKED).ids, len(runs.stored(ASKED).missing)) == ((), 2)
    answer(runs, 2)
    assert len(runs.comparison(ASKED).paired.futures) == 1
    assert not runs.stored(ASKED).complete
    answer(runs, 1)
    assert len(runs.comparison(ASKED).paired.futures) == 2
    assert runs.stored(ASKED).complete


def test_that_recent_comparisons_lead_back_to_their_runs(runs, results):
    _, facts = runs.comparison(STORED).save(results)
    os.utime(facts, (1000, 1000))
    store(results, 4, "none", 3), store(results, 5, "label", 3)
    runs.comparison(Question(runs=(f"{4:016x}", f"{5:016x}"))).save(results)
    newest, oldest = runs.recent()
    assert (newest.futures, oldest.futures, oldest.arms) == (1, 2, ("none", "label"))
    assert oldest.when == 1000
    assert set(runs.asked.load(oldest.question).runs) == set(STORED.runs)
    assert len(runs.recent(most=1)) == 1


def test_that_what_a_recent_comparison_found_is_told_in_either_language(runs, results):
    pytest.importorskip("dash", reason="the app's libraries are not installed")
    from sim.dashboard.parts.stories import lately

    # two seeds, each 0.2 lower: (0.3, 0.2) against (0.5, 0.4)
    found = runs.comparison(STORED)
    found.save(results)
    (recent,) = runs.recent()
    assert recent.best == found.differences["label", "false_belief_average.rumour"]
    for lang, said in (("en", "does better than “No response” in 2 of 2 futures"),
                       ("fr", "fait mieux que «\u202fAucune réponse\u202f» dans 2 avenirs sur 2")):  # fmt: skip
        assert said in lately(recent, None, Viewer(lang, "light")).children[1].children


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"arms": [{"name": "none"}], "runs": {"none": ["../x"]}}'])
def test_that_a_damaged_comparison_is_passed_over(runs, results, text):
    _, facts = runs.comparison(STORED).save(results)
    facts.write_text(text)
    assert runs.recent() == []


def test_that_a_comparison_whose_runs_are_gone_is_passed_over(runs, results):
    import shutil

    runs.comparison(STORED).save(results)
    shutil.rmtree(results / "story" / NONE[1])
    assert Runs(results).recent() == []


def test_that_eight_threads_may_read_at_once(runs, monkeypatch):
    loaded = []
    monkeypatch.setattr("sim.dashboard.runs.load_run", lambda place: loaded.append(place) or load_run(place))
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: runs.comparison(STORED), range(40)))
    assert len({id(one) for one in found}) == 1
    assert len(loaded) == 4


def test_that_what_is_kept_is_bounded_and_the_longest_unused_goes_first():
    kept = Kept(2)
    assert [kept.get(key, lambda key=key: key * 2) for key in (1, 2, 1, 3)] == [2, 4, 2, 6]
    assert list(kept.values) == [1, 3]
    with pytest.raises(ZeroDivisionError):
        kept.get(9, lambda: 1 // 0)
    assert kept.get(9, lambda: "made after all") == "made after all"
    assert kept.making == {}
