"""The index lists every run as it is on disk, whatever happens to the index itself."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from stored import store

from sim.dashboard.desk import Desk
from sim.dashboard.index import FILE, Index, varying


def rows_of(results):
    return {row.id: row for row in Index(results).rows()}


@pytest.fixture
def results(tmp_path):
    """Four finished runs: two answers in two futures."""
    for number, (response, seed) in enumerate([("none", 1), ("none", 2), ("label", 1), ("label", 2)]):
        store(tmp_path, number, response, seed, value=0.1 * (number + 1))
    return tmp_path


def test_that_a_run_is_listed_with_what_its_manifest_and_outcomes_say(results):
    row = rows_of(results)[f"{2:016x}"]
    assert (row.scenario, row.state, row.response, row.seed) == ("story", "finished", "label", 1)
    assert (row.belief, row.platform, row.accounts, row.ticks) == ("log_odds", "engagement", 300, 192)
    assert row.label == {"en": "Answer label", "fr": "Answer label"}
    assert row.outcomes == {"false_belief_average": pytest.approx(0.3), "reach": None}
    assert row.seconds == 2.0


def test_that_labels_in_both_languages_are_kept(tmp_path):
    store(tmp_path, 1, response_labels={"en": "A label", "fr": "Une étiquette"})
    rows_of(tmp_path)
    assert rows_of(tmp_path)[f"{1:016x}"].label["fr"] == "Une étiquette"


def test_that_the_newest_run_comes_first(results):
    assert [row.seed for row in Index(results).rows()] == [2, 2, 1, 1]


def test_that_runs_are_looked_through_before_anybody_asks(results, monkeypatch):
    ready = Desk(results)
    ready.make_ready()
    assert (results / FILE).is_file()
    monkeypatch.setattr("sim.dashboard.index._look", lambda _: pytest.fail("looked again at once"))
    assert len(ready.runs.index.rows()) == 4


def test_that_a_second_reader_reads_no_run_again(results, monkeypatch):
    first = Index(results).rows()
    monkeypatch.setattr("sim.dashboard.index._listed", lambda *_: pytest.fail("read again"))
    assert Index(results).rows() == first


def test_that_only_new_and_changed_runs_are_read(results, monkeypatch):
    from sim.dashboard import index

    index.Index(results).rows()
    read, listed = [], index._listed
    monkeypatch.setattr(index, "_listed", lambda place, key, stamp: read.append(key[1]) or listed(place, key, stamp))
    store(results, 9, "none", 3)
    store(results, 2, "label", 1, value=0.77)
    rows = rows_of(results)
    assert sorted(read) == [f"{2:016x}", f"{9:016x}"]
    assert rows[f"{2:016x}"].outcomes["false_belief_average"] == 0.77


def test_that_a_run_that_was_deleted_is_listed_no_more(results):
    import shutil

    watching = Index(results)
    assert len(watching.rows()) == 4
    shutil.rmtree(results / "story" / f"{0:016x}")
    assert len(watching.rows(max_age=0)) == len(rows_of(results)) == 3


@pytest.mark.parametrize("content", [b"", b"PAR1 and rubbish", b"\x00" * 5000])
def test_that_a_broken_index_is_made_anew(results, content):
    good = rows_of(results)
    (results / FILE).write_bytes(content)
    assert rows_of(results) == good
    assert (results / FILE).read_bytes() != content


def test_that_an_index_of_another_version_is_made_anew(results):
    from pyarrow import parquet as pq

    good = rows_of(results)
    table = pq.read_table(results / FILE)
    pq.write_table(table.drop_columns(["cpu"]).replace_schema_metadata({b"parley_index": b"0"}), results / FILE)
    assert rows_of(results) == good


def test_that_an_index_whose_file_breaks_off_is_made_anew(results):
    good = rows_of(results)
    (results / FILE).write_bytes((results / FILE).read_bytes()[:-100])
    assert rows_of(results) == good


def test_that_a_folder_that_nobody_may_write_to_is_read(results, monkeypatch):
    monkeypatch.setattr("sim.dashboard.index.write", lambda *_: (_ for _ in ()).throw(PermissionError()))
    assert len(rows_of(results)) == 4


def test_that_nothing_is_listed_where_nothing_is(tmp_path):
    assert Index(tmp_path / "nowhere").rows() == ()


def test_that_failed_and_partial_runs_are_listed_as_such(results):
    failed, partial, both = (f"{number:016x}" for number in (20, 21, 0))
    (results / "story" / f"{failed}.failed.txt").write_text("Traceback ...\nValueError: no such claim\n")
    (results / "story" / f"{partial}.partial").mkdir()
    (results / "story" / f"{both}.partial").mkdir()  # a finished run that is simulated anew
    rows = rows_of(results)
    assert (rows[failed].state, rows[failed].reason) == ("failed", "ValueError: no such claim")
    assert rows[partial].state == "partial"
    assert rows[both].state == "finished"


def test_that_folders_that_are_no_runs_are_not_listed(results):
    (results / "story" / "comparisons").mkdir()
    (results / ".jobs" / "abc").mkdir(parents=True)
    (results / "story" / f"{7:016x}.writing").mkdir()
    (results / "story" / f"{7:016x}.lock").touch()
    assert len(rows_of(results)) == 4


@pytest.mark.parametrize("file", ["manifest.json", "final.json"])
def test_that_a_damaged_run_is_listed_as_such(results, file):
    place = results / "story" / f"{1:016x}" / file
    place.write_text(place.read_text().replace("0.2", "0.3").replace('"seed": 2', '"seed": 3'))
    rows = rows_of(results)
    assert rows[f"{1:016x}"].state == "damaged"
    assert rows[f"{1:016x}"].reason
    assert sum(row.state == "finished" for row in rows.values()) == 3


def test_that_the_settings_in_which_runs_differ_are_told(tmp_path):
    store(tmp_path, 1)
    store(tmp_path, 2, facts={"belief.name": "bounded_confidence"})
    store(tmp_path, 3, "label", 2)
    found = varying(Index(tmp_path).rows())
    assert {name: set(values) for name, values in found.items()} == {"belief.name": {"log_odds", "bounded_confidence"}}


def test_that_writers_and_readers_may_work_at_once(results):
    code = (
        "import sys; sys.path.insert(0, 'tests'); from pathlib import Path; from stored import store\n"
        "from sim.dashboard.index import Index\n"
        "results, first = Path(sys.argv[1]), int(sys.argv[2])\n"
        "for number in range(first, first + 5):\n"
        "    store(results, number)\n"
        "    seen = {row.id for row in Index(results).rows()}\n"
        "    assert all(f'{mine:016x}' in seen for mine in range(first, number + 1)), number\n"
    )
    hands = [subprocess.Popen([sys.executable, "-c", code, str(results), str(first)], env=os.environ)
             for first in (100, 200, 300)]  # fmt: skip
    assert [hand.wait(60) for hand in hands] == [0, 0, 0]
    rows = rows_of(results)
    assert len(rows) == 4 + 15
    assert {row.state for row in rows.values()} == {"finished"}
    assert [file.name for file in results.glob(".index*")] == [FILE]  # nobody left a half-written one
