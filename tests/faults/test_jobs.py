"""Jobs survive those who start them, are never begun twice, and end when they are told to."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sim import Problems
from sim.dashboard import apart
from sim.dashboard.jobs import Jobs

# Stands for `parley run`: what it does hangs on the seed it is given.
FAKE = """
import json, os, signal, subprocess, sys, time
seed, tell = sys.argv[1], sys.argv[sys.argv.index("--tell") + 1]
def say(**told):
    with open(tell + ".w", "w") as out: json.dump(told, out)
    os.replace(tell + ".w", tell)
with open(os.path.join(os.path.dirname(tell), "begun"), "a") as begun: begun.write("x")
print("begun with", sys.argv[1:], flush=True)
if seed == "seed=1": say(state="done", runs=2, finished=2, finished_ids=["a", "b"], comparison="c.json")
elif seed == "seed=3": say(state="problems", problems=["scenario: no scenario"]); sys.exit(2)
elif seed == "seed=4": say(state="failed", runs=2, finished=1, failures=[{"run": "r", "reason": "no memory"}])
elif seed == "seed=5": open(tell, "w").write('{"state": "do'); time.sleep(60)
elif seed == "seed=6": signal.signal(signal.SIGTERM, signal.SIG_IGN); say(state="running"); time.sleep(60)
elif seed == "seed=7":
    hand = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], process_group=0)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    say(state="running", under_way={"hand": hand.pid}); time.sleep(60)
elif seed == "seed=8": open(tell, "w").write(json.dumps([1])); time.sleep(60)
else: say(state="running", runs=4, finished=1, share=0.25, seconds=3.0, left=9.0, under_way={"r": 0.5}); time.sleep(60)
"""


@pytest.fixture
def fake(tmp_path):
    file = tmp_path / "fake.py"
    file.write_text(FAKE)
    return sys.executable, str(file)


@pytest.fixture
def results(tmp_path):
    return tmp_path / "results"


@pytest.fixture
def jobs(results, fake):
    made = Jobs(results, command=fake, most=2, grace=0.2)
    yield made
    for job in made.all():
        if process := apart.claimed(made.folder / job.id / "claim"):
            process.end(signal.SIGKILL)
    for child in list(apart.CHILDREN):
        child.kill()
        child.wait(30)
    apart.take_leave()


def until(what, seconds=30.0):
    """Wait for something to come true."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)
    return what()


def state(jobs, name):
    return jobs.job(name).state


def told(jobs, name):
    return until(lambda: (job := jobs.job(name)).seconds and job)


def begun(jobs, name):
    file = jobs.folder / name / "begun"
    return len(file.read_text()) if file.exists() else 0


def test_that_a_job_is_followed_while_it_runs(jobs):
    job = told(jobs, jobs.start(["seed=2", "scenario=embassy_rumour"], question="0123456789ab"))
    assert (job.state, job.share, job.left, job.runs, job.finished) == ("running", 0.25, 9.0, 4, 1)
    assert (job.under_way, job.question, job.active) == ({"r": 0.5}, "0123456789ab", True)
    assert "begun with" in job.out


def test_that_a_finished_job_says_what_it_made(jobs):
    name = jobs.start(["seed=1"])
    until(lambda: state(jobs, name) == "done")
    job = jobs.job(name)
    assert (job.share, job.finished_ids, job.comparison, job.active) == (1.0, ("a", "b"), "c.json", False)


def test_that_problems_and_failures_are_told_in_words(jobs):
    wrong, failed = jobs.start(["seed=3"]), jobs.start(["seed=4"])
    until(lambda: (state(jobs, wrong), state(jobs, failed)) == ("problems", "failed"))
    assert jobs.job(wrong).problems == ("scenario: no scenario",)
    assert jobs.job(failed).failures == (("r", "no memory"),)


def test_that_words_reach_the_command_unchanged_and_through_no_shell(jobs, results):
    words = ["seed=1", "+scenario.own='$HOME; touch x'", "~scenario.timeline.bots", "graph=upload:0123456789abcdef"]
    name = jobs.start(words)
    until(lambda: state(jobs, name) == "done")
    heard = jobs.job(name).out
    assert "$HOME; touch x" in heard
    assert "'~scenario.timeline.bots'" in heard
    assert f"graph={results.resolve()}/.uploads/0123456789abcdef/graph" in heard


def test_that_a_job_whose_process_is_killed_is_cut_off_and_can_go_on(jobs):
    name = jobs.start(["seed=2"])
    told(jobs, name)
    os.kill(apart.claimed(jobs.folder / name / "claim").pid, signal.SIGKILL)
    until(lambda: state(jobs, name) == "cut off")
    jobs.go_on(name)
    assert told(jobs, name).state == "running"
    assert begun(jobs, name) == 2


def test_that_a_job_outlives_the_server_that_started_it_and_is_found_again(results, fake):
    code = (
        "import sys, os, signal\nfrom sim.dashboard.jobs import Jobs\n"
        "jobs = Jobs(sys.argv[1], command=sys.argv[2:], most=1)\n"
        "print(jobs.start(['seed=2']), flush=True); print(jobs.start(['seed=1']), flush=True)\n"
        "os.killpg(0, signal.SIGKILL)\n"
    )
    server = [sys.executable, "-c", code, str(results), *fake]
    done = subprocess.run(server, capture_output=True, text=True, check=False, start_new_session=True)
    assert done.returncode == -signal.SIGKILL
    first, second = done.stdout.split()
    again = Jobs(results, command=fake, most=1, grace=0.2)
    assert told(again, first).state == "running"
    assert state(again, second) == "waiting"
    again.cancel(first)
    again.watch()
    until(lambda: state(again, second) == "done")
    assert state(again, first) == "stopped"


def test_that_a_number_that_another_process_bears_now_is_not_believed(jobs):
    name = jobs.start(["seed=2"])
    told(jobs, name)
    claim = jobs.folder / name / "claim"
    right = apart.claimed(claim)
    claim.write_text(json.dumps({"pid": os.getpid(), "born": "long ago"}))
    assert state(jobs, name) == "cut off"
    apart.claimed(claim).end(signal.SIGKILL)  # and we are still here
    right.end(signal.SIGKILL)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": "x"}', '{"pid": -1, "born": "x"}'])
def test_that_a_damaged_claim_harms_nobody(jobs, text):
    name = jobs.start(["seed=1"])
    until(lambda: state(jobs, name) == "done")
    (jobs.folder / name / "claim").write_text(text)
    (jobs.folder / name / "tell.json").unlink()
    assert state(jobs, name) == "cut off"
    jobs.cancel(name)
    jobs.advance()
    assert begun(jobs, name) == 1


@pytest.mark.parametrize("seed", [5, 8])
def test_that_a_broken_word_of_a_job_is_passed_over(jobs, seed):
    name = jobs.start([f"seed={seed}"])
    until(lambda: (jobs.folder / name / "tell.json").exists())
    job = jobs.job(name)
    assert (job.state, job.share, job.left) == ("running", 0.0, None)
    jobs.cancel(name)
    until(lambda: state(jobs, name) == "stopped")


def test_that_words_of_a_wrong_kind_are_passed_over(jobs):
    name = jobs.start(["seed=2"])
    told(jobs, name)
    strange = {"state": ["done"], "share": "half", "left": {}, "runs": 1e99, "under_way": 3, "failures": [3],
               "problems": "no", "finished_ids": None, "seconds": float("nan")}  # fmt: skip
    (jobs.folder / name / "tell.json").write_text(json.dumps(strange))
    job = jobs.job(name)
    assert (job.state, job.share, job.under_way, job.failures) == ("running", 0.0, {}, ())


def test_that_a_cancelled_job_stops(jobs):
    name = jobs.start(["seed=2"])
    told(jobs, name)
    jobs.cancel(name)
    until(lambda: state(jobs, name) == "stopped")
    assert apart.claimed(jobs.folder / name / "claim").alive is False


def test_that_a_job_that_will_not_stop_is_ended_with_its_workers(jobs):
    name = jobs.start(["seed=7"])
    hand = int(until(lambda: jobs.job(name).under_way.get("hand")))
    assert apart.born(hand)
    jobs.cancel(name)
    assert state(jobs, name) == "stopping"
    jobs.watch()
    until(lambda: state(jobs, name) == "stopped")
    until(lambda: not apart.born(hand))


def test_that_no_more_jobs_run_at_once_than_there_is_room_for(jobs):
    names = [jobs.start(["seed=2", f"time.days={day}"]) for day in range(1, 6)]
    assert [state(jobs, name) for name in names] == ["running", "running", "waiting", "waiting", "waiting"]
    jobs.cancel(names[3])
    assert state(jobs, names[3]) == "stopped"
    jobs.cancel(names[0])
    until(lambda: jobs.advance() or state(jobs, names[2]) == "running")
    assert (state(jobs, names[4]), begun(jobs, names[3])) == ("waiting", 0)


def test_that_a_full_line_takes_no_more_jobs(jobs, monkeypatch):
    monkeypatch.setattr("sim.dashboard.jobs.MOST", 4)
    names = [jobs.start(["seed=2", f"time.days={day}"]) for day in range(1, 5)]
    with pytest.raises(Problems, match="4 jobs are in line already"):
        jobs.start(["seed=1"])
    assert jobs.start(["seed=2", "time.days=4"]) == names[3]
    jobs.cancel(names[3])
    assert state(jobs, jobs.start(["seed=1"])) == "waiting"


def test_that_a_full_disk_is_told_in_words(jobs, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(jobs, "_note", full)
    with pytest.raises(Problems, match="no room on the disk"):
        jobs.start(["seed=1"])
    assert jobs.all() == ()


def test_that_the_same_job_is_not_started_twice_by_two_clicks(jobs):
    assert jobs.start(["seed=2"]) == jobs.start(["seed=2"])
    assert len(jobs.all()) == 1


def test_that_two_servers_begin_no_job_twice(results, fake):
    code = (
        "import sys\nfrom sim.dashboard.jobs import Jobs\njobs = Jobs(sys.argv[1], command=sys.argv[2:], most=3)\n"
        "for _ in range(60): jobs.advance()\n"
    )
    jobs = Jobs(results, command=fake, most=1)
    names = [jobs.start(["seed=1", f"time.days={day}"]) for day in range(1, 6)]
    servers = [subprocess.Popen([sys.executable, "-c", code, str(results), *fake]) for _ in range(3)]
    assert [server.wait(60) for server in servers] == [0, 0, 0]
    until(lambda: jobs.advance() or all(state(jobs, name) == "done" for name in names))
    assert [begun(jobs, name) for name in names] == [1] * 5


def test_that_a_claim_is_given_once(tmp_path):
    line = [sys.executable, "-c", "import time; time.sleep(0.5)"]
    children = [apart.start(line, tmp_path / "claim", tmp_path / "out.txt") for _ in range(4)]
    assert sorted(child.wait(30) for child in children) == [0, apart.TAKEN, apart.TAKEN, apart.TAKEN]


def test_that_a_command_that_cannot_be_begun_is_not_begun_again_and_again(results):
    jobs = Jobs(results, command=["/no/such/program"])
    name = jobs.start(["seed=1"])
    until(lambda: state(jobs, name) == "cut off")
    jobs.advance()
    assert "No such file" in jobs.job(name).out


def test_that_a_forgotten_job_is_gone_and_a_running_one_is_not_forgotten(jobs):
    done, running = jobs.start(["seed=1"]), jobs.start(["seed=2"])
    until(lambda: state(jobs, done) == "done")
    jobs.forget(done)
    with pytest.raises(Problems, match="under way"):
        jobs.forget(running)
    assert [job.id for job in jobs.all()] == [running]


@pytest.mark.parametrize("name", ["../../etc", "", "0123456789ab", "0123456789AB", "0123456789ab/.."])
def test_that_a_job_that_is_not_there_is_told_in_words(jobs, name):
    for ask in (jobs.job, jobs.cancel, jobs.go_on, jobs.forget):
        with pytest.raises(Problems, match="no job"):
            ask(name)


@pytest.mark.parametrize("word", ["execution.results=x", "graph.file=/etc/passwd", "--fresh", "scenario=../x"])
def test_that_no_job_is_made_of_words_that_are_not_allowed(jobs, results, word):
    with pytest.raises(Problems):
        jobs.start(["seed=1", word])
    assert jobs.all() == ()


def test_that_a_damaged_job_is_passed_over(jobs):
    name = jobs.start(["seed=1"])
    until(lambda: state(jobs, name) == "done")
    (jobs.folder / "0123456789ab").mkdir()
    (jobs.folder / "0123456789ac").mkdir()
    (jobs.folder / "0123456789ac" / "job.json").write_text("{")
    assert [job.id for job in jobs.all()] == [name]


def test_that_the_birth_of_a_process_tells_it_from_another():
    mine = apart.born(os.getpid())
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    assert mine
    assert apart.born(os.getpid()) == mine != apart.born(other.pid)
    other.kill()
    until(lambda: not apart.born(other.pid))  # ended, though nobody has asked for it yet
    other.communicate()


def test_that_the_birth_is_told_without_proc_too(monkeypatch):
    monkeypatch.setattr(apart, "PROC", Path("/no/proc"))
    monkeypatch.setattr(
        apart.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, "Ss Mon Nov 3\n", "")
    )
    assert apart.born(os.getpid()) == "Mon Nov 3"
