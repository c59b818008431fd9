"""The command line answers at once, takes settings in any order, and tells trouble in words and exit codes."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sim.__main__ import main
from sim.doctor import installation
from sim.door import bars
from sim.door.screen import Screen
from sim.door.words import VERBS, read

SMALL = ["scenario=embassy_rumour", "population.accounts=120", "time.days=0.5", "time.burn_in_days=0",
         "time.minutes=30"]  # fmt: skip


@pytest.fixture
def parley(tmp_path, monkeypatch, capfd):
    """Type a command line in an empty folder; gives exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def typed(*words):
        code = main(list(words))
        told = capfd.readouterr()
        return code, told.out, told.err

    return typed


@pytest.mark.parametrize("verb", VERBS)
def test_that_every_verb_explains_itself(verb, capsys):
    with pytest.raises(SystemExit) as left:
        read([verb, "--help"])
    assert left.value.code == 0
    assert f"parley {verb}" in capsys.readouterr().out


@pytest.mark.parametrize("line", [["rnu"], ["run", "--frehs"], ["warmup", "seed=1"], ["run", "--workers", "0"], []])
def test_that_a_line_nobody_understands_ends_with_code_2(line, capsys):
    with pytest.raises(SystemExit) as left:
        read(line)
    assert left.value.code == 2
    assert "parley" in capsys.readouterr().err


def test_that_settings_may_stand_anywhere():
    args = read(["run", "seed=1", "--workers", "3", "response=none", "-m", "scenario=quiet_week"])
    assert args.words == ["seed=1", "response=none", "scenario=quiet_week"]
    assert (args.workers, args.multirun) == (3, True)


def test_that_all_problems_are_told_at_once_without_a_traceback(parley):
    code, out, err = parley("run", "scenario=embassy_rumour", "platfrom=microblog", "population.accounts=many")
    assert (code, out) == (2, "")
    assert 'Did you mean "platform"' in err
    assert "population.accounts" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("verb", ["run", "compare"])
def test_that_an_entry_whose_claim_was_taken_away_is_not_played(verb, parley, tmp_path):
    entry = "scenario.responses.fast_statement.entries.facts"
    code, out, err = parley(verb, *SMALL, "response=none,fast_statement", f"~{entry}.claim", "seed=1,2", "x=1")
    assert (code, out) == (2, "")
    assert f"{entry}: statement is about a claim, and none is named. Name one as its claim:." in err
    assert err.count("is about a claim") == 1
    assert 'no setting "x"' in err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []
    code, _, _ = parley(verb, *SMALL, "response=none,fast_statement-facts", f"~{entry}.claim", "time.days=0.1")
    assert code == 0


def test_that_a_run_tells_what_came_out_what_it_took_and_where_it_is(parley, tmp_path):
    code, out, _ = parley("run", *SMALL, "seed=4")
    assert code == 0
    assert re.search(r"False belief: burning papers +\d+\.\d %", out)
    assert re.search(r"1 run in [\d.]+ s, .* peak memory [\d,]+ MB.* visits, .* exposures, .* deliveries", out)
    folder = out.split("Results: ")[1].strip()
    assert sorted(file.name for file in (tmp_path / folder).iterdir()) == [
        "beliefs.parquet", "cascades.parquet", "communities.parquet", "events.parquet", "feeds.parquet", "final.json",
        "manifest.json", "metrics.parquet", "moderation.parquet", "settings.json", "settings.yaml", "ties.parquet",
        "trees.parquet",
    ]  # fmt: skip
    assert "1 run answered from disk" in parley("run", *SMALL, "seed=4")[1]
    assert "answered from disk" not in parley("run", *SMALL, "seed=4", "--fresh")[1]


def test_that_the_manifest_names_no_person_place_or_machine(parley, tmp_path):
    parley("run", *SMALL)
    text = next(tmp_path.glob("results/*/*/manifest.json")).read_text()
    facts = json.loads(text)
    assert {"versions", "machine", "times", "counts", "per_second", "peak_memory_mb", "assumed", "files"} <= set(facts)
    assert "population.influencers" in facts["assumed"]
    for private in (os.uname().nodename, str(tmp_path), str(Path.home())):
        assert private not in text


def test_that_several_answers_are_compared_and_saved(parley, tmp_path):
    code, out, _ = parley("run", *SMALL, "response=none,label", "seed=1,2")
    assert code == 0
    assert "2 answers, each in the same 2 seeds" in out
    assert "better than “No response” in" in out
    assert "not a forecast" in out
    assert "\x1b" not in out  # plain without a terminal
    table = next((tmp_path / "results/embassy_rumour/comparisons").glob("*.csv"))
    assert {row["arm"] for row in csv.DictReader(table.read_text().splitlines())} == {"label"}


def test_that_changed_answers_are_asked_for_unquoted_and_named_in_words(tmp_path):
    asked = "response=none,label@6+fast_statement-facts,debunk?z_score"
    process = start(tmp_path, "run", *SMALL, asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate()
    assert process.returncode == 0, err
    for words in (
        "6 h later",
        "without facts",
        "Fact-checkers debunk both claims, on the first alert",
    ):  # others are cut
        assert words in re.sub(r"[\s│]+", " ", out)
    told = {one["response"]: one for one in map(json.loads, _texts(tmp_path, "results/*/*/manifest.json"))}
    assert set(told) == {"none", "label@6+fast_statement-facts", "debunk?z_score"}
    assert "Fast and honest, without facts" in told["label@6+fast_statement-facts"]["response_label"]
    labels = told["debunk?z_score"]["response_labels"]
    assert labels["fr"] == "Les vérificateurs démentent les deux affirmations, à la première alerte"
    assert labels["en"] == told["debunk?z_score"]["response_label"]


def test_that_finished_runs_are_compared_by_id(parley, tmp_path):
    parley("run", *SMALL, "response=none,label", "seed=1,2")
    places = {
        (m["response"], m["seed"]): m["id"] for m in map(json.loads, _texts(tmp_path, "results/*/*/manifest.json"))
    }
    ids = [places[response, seed] for response in ("none", "label") for seed in (1, 2)]
    code, out, _ = parley("compare", *ids, "--baseline", "label", "--csv", "out.csv", "--json", "out.json", "--all")
    assert code == 0
    assert "Every measure" in out
    assert json.loads((tmp_path / "out.json").read_text())["baseline"] == "label"
    assert (tmp_path / "out.csv").read_text().startswith("measure,label,unit")
    code, _, err = parley("compare", *ids[:3])
    assert code == 2
    assert "seed 2 was run with response none only" in err


def _texts(folder, pattern):
    return [file.read_text() for file in sorted(folder.glob(pattern))]


def test_that_every_belief_rule_can_be_asked(parley):
    code, out, _ = parley("compare", *SMALL, "response=none,label", "--beliefs", "all")
    assert code == 0
    assert "False belief over the run: burning papers under every belief rule" in out
    assert re.search(r"is best under \d of 4 belief rules", out)


def test_that_a_defect_is_told_in_short_and_written_down(parley, monkeypatch):
    monkeypatch.setattr("sim.door.check.check_report", lambda _pack: 1 / 0)
    code, _, err = parley("check", "embassy_rumour")
    assert code == 1
    assert "A defect of Parley: ZeroDivisionError" in err
    story = Path(re.search(r"with (\S+);", err)[1])
    assert "Traceback" in story.read_text()
    story.unlink()
    with pytest.raises(ZeroDivisionError):
        main(["check", "embassy_rumour", "--debug"])


def test_that_packs_are_checked_and_listed(parley, tmp_path):
    code, out, _ = parley("check", "embassy_rumour", "quiet_week")
    assert code == 0
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.yaml").write_text("label: {en: Mine")
    assert parley("check", "./mine")[0] == 2
    code, out, _ = parley("list", "--language", "fr")
    assert "Scénarios (scenario=)" in out
    assert "embassy_rumour" in out


def test_that_an_imported_graph_can_be_run_on(parley, tmp_path):
    edges = "".join(f"{a},{(a * step + 1) % 90}\n" for a in range(90) for step in (1, 7, 11))
    (tmp_path / "edges.csv").write_text("who,whom\n" + edges)
    code, out, _ = parley("import", "edges.csv", "--direction", "source follows target")
    assert code == 0
    assert "source follows target" in out
    assert (tmp_path / "edges.graph" / "report.txt").read_text().splitlines()[0] in out
    assert parley("run", *SMALL[:1], *SMALL[2:], "graph=edges.graph")[0] == 0
    code, _, err = parley("import", "edges.csv", "--direction", "source folows target")
    assert code == 2
    assert 'Did you mean "source follows target"' in err
    (tmp_path / "precious").mkdir()
    code, _, err = parley("import", "edges.csv", "--direction", "undirected", "--out", "precious")
    assert code == 2
    assert "holds no graph" in err


def test_that_the_demo_shows_a_planner_the_answers_and_what_to_try(parley):
    code, out, _ = parley("demo", "--accounts", "120", "--seeds", "1")
    assert code == 0
    for told in ("Rumour about the embassy", "No response", "What it takes", "not a forecast", "Try next:", "assumed"):
        assert told in out


def start(folder, *words, **more):
    def listen():  # a shell's background jobs are born deaf to Ctrl-C
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    command = [sys.executable, "-m", "sim", *words]
    return subprocess.Popen(command, cwd=folder, text=True, preexec_fn=listen, **more)


def test_that_ctrl_c_says_how_to_go_on(tmp_path):
    words = ["run", *SMALL, "time.days=5", "execution.checkpoint_seconds=0.01", "seed=1,2"]
    process = start(tmp_path, *words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    while not list(tmp_path.glob("results/*/*.partial/checkpoint-*")):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert "goes on from the last checkpoint" in err
    assert "Traceback" not in err


def test_that_a_reader_may_leave(tmp_path):
    process = start(tmp_path, "list", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() == 1


def test_that_a_terminal_gets_bars_with_rate_and_time_left(tmp_path):
    ours, theirs = pty.openpty()
    long = [*SMALL, "time.days=30"]  # many turns of the bars, which are drawn ten times a second
    process = start(tmp_path, "run", *long, "response=none,label", stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # the other end has closed
        os.close(ours)
    assert process.wait() == 0
    for told in ("━", "of 2 runs", "ticks/s", "╭"):
        assert told in shown.decode()


def test_that_plain_lines_tell_share_and_time_left(monkeypatch, capfd):
    moments = iter([0.0, 5.0, 20.0])
    monkeypatch.setattr(bars, "monotonic", lambda: next(moments))
    lines = bars.Lines(Screen(plain=True), runs=4)
    lines.at("a", 100, 100)  # too soon for a line
    lines.at("b", 50, 100)
    assert capfd.readouterr().err == "1 of 4 runs, 38 %, 20 s gone, about 33 s left\n"


def test_that_the_doctor_finds_a_sound_installation_sound(parley):
    code, out, _ = parley("doctor")
    assert (code, "All " in out, "!!" in out) == (0, True, False)
    for told in ("Python", "numba", "threads", "kernel cache", "results", "disk", "cores"):
        assert told in out


def test_that_the_doctor_says_what_is_amiss_and_what_to_do(parley, monkeypatch):
    monkeypatch.setattr(installation, "version", lambda _: "0.1")
    code, out, _ = parley("doctor")
    assert code == 1
    assert re.search(r"!!  numba +0\.1\n +Parley needs numba .*pip install", out)


def test_that_the_doctor_tells_of_levers_in_a_table_and_as_json(parley, tmp_path):
    line = ["doctor", "--levers", "share_nudge", "platform.like_ratio", "--workers", "1", "--seeds", "2"]
    code, out, _ = parley(*line, "--accounts", "100", "--json", "found.json")
    assert "platform.like_ratio | sound" in re.sub(" +", " ", out)
    found = json.loads((tmp_path / "found.json").read_text())
    assert {one["name"] for one in found["levers"]} == {
        "platform.like_ratio", "countermeasures/share_nudge", "countermeasures/share_nudge.strength",
        "countermeasures/share_nudge.everything",
    }  # fmt: skip
    assert code == (0 if {one["verdict"] for one in found["levers"]} == {"sound"} else 1)


def test_that_the_doctor_refuses_a_lever_nobody_knows(parley):
    code, _, err = parley("doctor", "--levers", "platform.share_rat")
    assert code == 2
    assert 'Did you mean "platform.share_rate"' in err


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["--shelf", "tactics"], "--shelf: it goes with --levers"),
        (["--levers", "flood", "--shelf", "metrics"], 'no lever of these names stands on the shelf "metrics"'),
        (["--levers", "flood", "--accounts", "5"], "--accounts: 5 are too few. Use at least 60."),
        (["--levers", "flood", "--json", "nowhere/found.json"], '--json: no folder "nowhere"'),
    ],
)
def test_that_the_doctor_says_what_would_come_to_nothing_before_it_begins(parley, line, words):
    code, _, err = parley("doctor", *line)
    assert code == 2
    assert words in err
