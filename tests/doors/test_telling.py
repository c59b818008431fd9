"""Whoever follows a command from outside finds one whole document at any moment, whatever happens; dry runs nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from sim.__main__ import main
from sim.door import carry_out
from sim.door.bars import Tally
from sim.run import RunFailures
from sim.run.job import Job
from sim.run.many import Failure

SMALL = ["scenario=embassy_rumour", "population.accounts=120", "time.days=0.5", "time.burn_in_days=0",
         "time.minutes=30"]  # fmt: skip
TWO = [*SMALL, "response=none,label@1"]


@pytest.fixture
def parley(tmp_path, monkeypatch, capfd):
    """Type a command line in an empty folder; gives exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def typed(*words):
        code = main(list(words))
        told = capfd.readouterr()
        return code, told.out, told.err

    return typed


def told(folder, name="tell.json"):
    return json.loads((folder / name).read_text("utf-8"))


def test_that_the_last_word_names_every_run_and_the_comparison(parley, tmp_path):
    assert parley("run", *TWO, "--tell", "tell.json")[0] == 0
    last = told(tmp_path)
    stored = {file.parent.name for file in tmp_path.glob("results/*/*/manifest.json")}
    assert set(last["finished_ids"]) == stored
    assert (last["state"], last["runs"], last["finished"], last["share"]) == ("done", 2, 2, 1.0)
    assert (last["under_way"], last["failures"], last["problems"], last["left"]) == ({}, [], [], None)
    assert last["pid"] == os.getpid()
    assert last["words"] == TWO
    assert json.loads(Path(last["comparison"]).read_text())["baseline"] == "none"
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["tell.json"]
    again = parley("run", *TWO, "--tell", "again.json")
    assert again[0] == 0
    assert told(tmp_path, "again.json")["finished_ids"] == last["finished_ids"]  # stored answers are finished too


def test_that_what_is_wrong_with_the_question_is_told_as_it_is_said(parley, tmp_path):
    code, _, err = parley("run", *SMALL, "response=lable", "seed=many", "--tell", "tell.json")
    assert code == 2
    assert told(tmp_path)["state"] == "problems"
    assert told(tmp_path)["problems"] == err.strip().splitlines()
    assert any('Did you mean "label"?' in line for line in told(tmp_path)["problems"])


def test_that_a_document_that_cannot_be_written_is_a_problem_at_once(parley):
    code, out, err = parley("run", *SMALL, "--tell", "nowhere/tell.json")
    assert (code, out) == (2, "")
    assert "nowhere/tell.json cannot be written: No such file or directory" in err


def test_that_a_failed_run_is_told_with_its_reason(parley, tmp_path, monkeypatch):
    def fail(settings, **_):
        raise RunFailures([Failure(Job.asking(settings[1], None).name, "no memory")], [])

    monkeypatch.setattr(carry_out, "run_many", fail)
    assert parley("run", *TWO, "--tell", "tell.json")[0] == 1
    last = told(tmp_path)
    assert last["state"] == "failed"
    (failure,) = last["failures"]
    assert failure["run"].startswith("label@1 · seed 1")
    assert failure["reason"] == "no memory"
    assert failure["id"][:6] == failure["run"][-6:]


def test_that_a_defect_is_told_too(parley, tmp_path, monkeypatch):
    monkeypatch.setattr(carry_out, "run", lambda *_, **__: 1 / 0)
    code, _, err = parley("run", *SMALL, "--tell", "tell.json")
    Path(err.split("report it with ")[1].split(";")[0]).unlink()
    assert code == 1
    assert told(tmp_path)["state"] == "failed"
    assert told(tmp_path)["failures"][0]["reason"].startswith("ZeroDivisionError")


def start(folder, *words):
    def listen():  # a shell's background jobs are born deaf to Ctrl-C
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    return subprocess.Popen([sys.executable, "-m", "sim", *words], cwd=folder, text=True, preexec_fn=listen,
                            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)  # fmt: skip


def children(pid):
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_that_whoever_follows_sees_it_move_and_a_stop_ends_every_worker(tmp_path, stop):
    process = start(tmp_path, "run", *TWO, "time.days=300", "--tell", "tell.json")
    seen = []
    while not seen or not seen[-1]["share"]:
        assert process.poll() is None
        with suppress(FileNotFoundError):  # before its first word; after that each is whole
            seen.append(told(tmp_path))
    workers = children(process.pid)
    assert len(workers) == 2
    assert {one["state"] for one in seen} == {"running"}
    under_way = seen[-1]["under_way"]
    assert {name.partition(" ")[0] for name in under_way} <= {"none", "label@1"}
    assert seen[-1]["share"] == pytest.approx(sum(under_way.values()) / 2, abs=1e-4)
    assert seen[-1]["left"] > 0
    assert seen[-1]["pid"] == process.pid
    process.send_signal(stop)
    _, err = process.communicate()
    assert process.returncode == 130, err
    assert "Stopped." in err
    last = told(tmp_path)
    assert (last["state"], last["finished"], last["under_way"]) == ("stopped", 0, {})
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]


def test_that_time_left_counts_only_what_was_simulated():
    tally = Tally(4)
    tally.at("stored", 1, 1)
    assert tally.left(10.0) is None
    tally.at("made", 50, 100)
    assert tally.left(10.0) == pytest.approx(10.0 * 2.5 / 0.5)


def test_that_an_import_tells_its_report_or_what_is_wrong_with_the_file(parley, tmp_path):
    (tmp_path / "edges.csv").write_text("who,whom\n1,2\n2,3\n3,1\n3,3\n")
    line = ["import", "edges.csv", "--direction"]
    assert parley(*line, "source follows target", "--tell", "tell.json")[0] == 0
    last = told(tmp_path)
    assert last["state"] == "done"
    assert (last["report"]["accounts"], last["report"]["follows"], last["report"]["self_follows_removed"]) == (3, 3, 1)
    assert Path(last["out"]) == tmp_path / "edges.graph"
    code, _, err = parley(*line, "sideways", "--tell", "tell.json")
    assert code == 2
    assert told(tmp_path)["problems"] == err.strip().splitlines()
    assert told(tmp_path)["report"] is None


def test_that_a_dry_run_only_says_which_runs_there_are(parley, tmp_path):
    code, out, _ = parley("run", *TWO, "seed=1,2", "--dry", "--json")
    asked = json.loads(out)
    assert code == 0
    assert [(one["response"], one["seed"]) for one in asked["runs"]] == [
        ("none", 1), ("none", 2), ("label@1", 1), ("label@1", 2),
    ]  # fmt: skip
    assert not (tmp_path / "results").exists()
    assert {(one["accounts"], one["ticks"], one["belief"], one["stored"]) for one in asked["runs"]} == {
        (120, 24, "log_odds", False)
    }
    parley("run", *SMALL, "response=label@1", "seed=2")
    (made,) = tmp_path.glob("results/*/*/manifest.json")
    ticks = json.loads(made.read_text())["ticks"]
    again = json.loads(parley("run", *TWO, "seed=1,2", "--dry", "--json")[1])["runs"]
    assert [(one["id"], one["ticks"]) for one in again if one["stored"]] == [(made.parent.name, ticks)]
    assert "4 runs, 1 of them stored." in parley("run", *TWO, "seed=1,2", "--dry")[1]


def test_that_a_dry_run_says_what_is_wrong(parley):
    code, out, _ = parley("run", *SMALL, "response=lable", "--dry", "--json")
    assert code == 2
    assert 'Did you mean "label"?' in json.loads(out)["problems"][0]
    code, _, err = parley("run", *SMALL, "response=lable", "--dry")
    assert code == 2
    assert 'Did you mean "label"?' in err
    assert "it goes with --dry" in parley("run", *SMALL, "--json")[2]
