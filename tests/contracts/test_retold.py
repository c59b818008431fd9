"""Whatever the engine says to somebody who uses the app, it says in French too: read off its own code, both ways."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fluent.runtime", reason="the app's libraries are not installed")

import networkx as nx
from spoken import HOLE, Code

from sim import Problems
from sim.compose import GROUPS
from sim.dashboard.asked import Asked, Question
from sim.dashboard.formats import NO_GRAPHS, ending_of
from sim.dashboard.jobs import Jobs
from sim.dashboard.parts.states import reasons
from sim.dashboard.runs import Runs
from sim.dashboard.told import Job
from sim.dashboard.uploads import Uploads
from sim.dashboard.viewer import Viewer
from sim.graphs.imported import ImportOptions, read_graph
from sim.ground.problems import Problem, did_you_mean
from sim.i18n import Words, retold, words
from sim.i18n.retold import HERE, sentence, sentences
from sim.results.files import NO_ROOM
from sim.results.store import FREE_SOME
from sim.run import checkpoints

SPEAKERS = (  # those of the engine whose words reach the app's pages
    *("dashboard", "graphs/readers", "graphs/imported.py", "state/graph_store.py", "scenario/answers.py"),
    *("scenario/played.py", "build/actors.py", "brief/asked.py", "run/many.py", "results/files.py", "results/found.py"),
    *("compare/bands.py", "compare/comparison.py", "compare/leaving_out.py", "compare/measures.py"),
    *("compare/objectives.py", "compare/pairs.py", "compare/variance.py"),
)
UNHEARD = {  # functions among them that answer the command line, or Python, alone
    "serving.py": {"_refusal"},
    "imported.py": {"generate", "_problems"},
    "found.py": {"find_run", "_missing"},
    "pairs.py": {"pair", "split"},
    "files.py": {"problem"},  # passes words on
    "uploads.py": {"_problem"},
    "attributes.py": {"_read"},
}
OPTIONS = {"--better"}  # that the app never gives
PLACES = {"Problem": (0, 1, 3), "problem": (0, 2), "unknown": (0, 1), "Failure": (1,)}  # of what is said to people
ENGLISH = re.compile(r"\b(the|is|no|not|of|and|was|were|with|its|than|it|or|an|in)\b(?!\u202f»)")
BESIDE = {  # what is put together in ways that cannot be read off the code
    *(f"it is {what}" for what in NO_GRAPHS.values()),
    *(f"no room on the disk ({os.strerror(error)})" for error in NO_ROOM),
    *(FREE_SOME, checkpoints.FREE_SOME, "Free some room, and ask again.", "Free some room, and start it again."),
    *(f'no {noun} "x"' for noun in (*GROUPS, "setting", "actor", "claim", "timeline entry", "entry of this response")),
    *("scenario", "seed", 'graph.parquet, row 3', "run 0123456789abcdef, manifest.json", "none · seed 3 · 0a1b2c"),
    *(f"the {what} of label is undefined in 2 of 3 futures" for what in ("value", "difference")),
    *(f"1 of 8 combinations of {one} were not run" for one in
      ("chance and parameters", "chance and model", "parameters and model", "chance and parameters and model")),
    *("seed 3 was run with response none only", "seed 3, belief.name x was run with response none only"),
    'Did you mean "x"?',
    "damaged or changed: its content does not match its own hash",
}  # fmt: skip


class Heard(Words):
    """French that remembers which sentences were said."""

    def __init__(self) -> None:
        super().__init__("fr")
        self.keys: set[str] = set()

    def __call__(self, key: str, /, **facts: object) -> str:
        self.keys.add(key)
        return super().__call__(key, **facts)


def spoken() -> Iterator[tuple[str, str]]:
    """Where something is said, and what."""
    files = [file for one in SPEAKERS for file in sorted((HERE.parent / one).rglob("*.py")) or [HERE.parent / one]]
    for file in files:
        code = Code(file)
        for name, call, inside in code.calls(tuple(PLACES)):
            told = dict(enumerate(call.args)) | {3 if name == "Problem" else 2: one.value for one in call.keywords}
            if (inside and inside.name in UNHEARD.get(file.name, ())) or code.texts(told[0], inside) & OPTIONS:
                continue
            for place in PLACES[name]:
                for text in code.texts(told.get(place), inside) - {"", HOLE}:
                    yield (
                        f"{file.name}, line {call.lineno}",
                        f'no {text} "x"' if (name, place) == ("unknown", 1) else text,
                    )


GRAPHS = {  # files of which the importer has much to report
    "comma.csv": b"source,target,since\nann,bob,1\nbob,cy,2\nbob,cy,2\n",
    "tab.csv": b"1\t2\n2\t3\n3\t3\n",
    "blank.csv": b"source target\n1 2\n",
    "semicolon.csv": b"1;2\n2;3\n",
    "bar.csv": b"1|2\n2|3\n",
}


def attributed(kind: type[nx.Graph]) -> str:
    """A graph whose accounts have attributes, though not all of them."""
    graph = nx.path_graph(1200, create_using=kind)
    graph.add_node(5000)
    for node in range(9):
        graph.nodes[node].update(party="abc"[node % 3], country="AB"[node % 2], language="", opinion=0.5, hobby="chess")
    graph.nodes[0]["kind"] = "bot"
    return "\n".join(nx.generate_graphml(graph))


def reported(folder) -> set[str]:
    """Every line of the reports on some graphs."""
    files = {**GRAPHS, "tied.graphml": attributed(nx.Graph).encode(), "arcs.graphml": attributed(nx.DiGraph).encode()}
    lines = set()
    for name, content in files.items():
        (folder / name).write_bytes(content)
        direction = {"tied": "source follows target", "tab": "source is followed by target"}.get(name.split(".")[0])
        for way in {direction or "undirected", "source follows target"} if name[0] in "tc" else {"undirected"}:
            lines |= set(read_graph(folder / name, ImportOptions(way)).report.lines())
    return lines


def left_in_english(texts) -> dict[str, str | None]:
    french = words("fr")
    told = {text: retold(text, french) for text in texts}
    return {text: said for text, said in told.items() if said is None or ENGLISH.search(said)}


def test_that_every_sentence_that_a_person_may_meet_is_there_in_french():
    said = list(spoken())
    assert len(said) > 200
    untold = [(place, text) for place, text in said if sentence(text, words("fr")) is None and not is_setting(text)]
    assert untold == []
    assert left_in_english({text for _, text in said if not is_setting(text)} | BESIDE) == {}


def is_setting(text: str) -> bool:
    """Whether it is the dotted name of a setting, which is the same in all languages."""
    return re.fullmatch(rf"[a-z_{HOLE}]+(\.[a-z_{HOLE}]+)+", text) is not None


def test_that_the_report_on_a_graph_is_there_in_french(tmp_path):
    assert left_in_english(reported(tmp_path)) == {}


def test_that_no_sentence_is_kept_that_nobody_says(tmp_path):
    french = Heard()
    for text in {text for _, text in spoken()} | BESIDE | reported(tmp_path) | strange_nodes(tmp_path):
        retold(text, french)
    assert {one.key for one in sentences()} - french.keys == set()


def strange_nodes(folder) -> set[str]:
    """What is said of a graph whose accounts have values that cannot be."""
    graph = nx.path_graph(3)
    graph.add_node(0, opinion="much")
    nx.write_graphml(graph, folder / "odd.graphml")
    return set(told_of(lambda _: read_graph(folder / "odd.graphml", ImportOptions("undirected")), folder))


def told_of(provoke: Callable[[Path], Any], folder: Path) -> list[str]:
    """The problems that something comes to, as lines."""
    with pytest.raises(Problems) as told:
        provoke(folder)
    return [str(problem) for problem in told.value.problems]


STORY = ("scenario=embassy_rumour",)
PROVOKED: dict[str, Callable[[Path], Any]] = {
    "an address that is none": lambda at: Asked(at).load("<b>"),
    "a question that is gone": lambda at: Asked(at).load("0" * 12),
    "a job that is gone": lambda at: Jobs(at).job("0" * 12),
    "a run that is gone": lambda at: Runs(at).run("0" * 16),
    "runs that are none": lambda at: Asked(at).save(Question(runs=("x", "y"))),
    "nothing answered yet": lambda at: Runs(at).comparison(Question((*STORY, "time.days=1"), ("none",))),
    "a story that nobody wrote": lambda at: Asked(at).save(Question(("scenario=embasy_rumour",), ("none",))),
    "settings that are ours": lambda at: Asked(at).save(Question(("execution.workers=9", "seed=3", "=", "a=${b}"))),
    "a thousand futures": lambda at: Asked(at).save(Question(STORY, ("none",), 3000, ("log_ods",))),
    "too many runs": lambda at: Asked(at).save(Question(STORY, ("none", "prebunk", "label"), 1500)),
    "a graph that is gone": lambda at: Asked(at).wanted(Question((*STORY, f"graph=upload:{'a' * 16}"), ("none",))),
    "answers that cannot be": lambda at: Asked(at).wanted(Question(STORY, ("fast_statment@6", "label@99999", "label?x",
                                                                           "label@2000", "label-x", "label@1@2"))),
    "an upload that is gone": lambda at: Uploads(at).upload("a" * 16),
    "too large a file": lambda at: Uploads(at, most=1000).receive(b"1,2\n" * 999, "undirected"),
    "no name of a column": lambda at: Uploads(at).receive(b"1,2\n", "undirected", "a\nb"),
    "a broken address": lambda at: Uploads(at).receive_base64("data:text/csv;base64,@", "undirected"),
    "a picture": lambda _: ending_of(b"\x89PNG"),
    "lines that are broken": lambda at: Uploads(at).receive(b"1,2\n3\n4,-5\n", "undirected"),
    "columns that are not there": lambda at: Uploads(at).receive(b"a,b\n1,2\n", "undirected", "c"),
}  # fmt: skip


@pytest.mark.parametrize("what", PROVOKED)
def test_that_what_can_be_provoked_is_told_in_french(what, tmp_path):
    assert left_in_english(told_of(PROVOKED[what], tmp_path / "results")) == {}


def test_that_facts_are_written_as_the_language_does_and_a_persons_own_words_stay():
    french, known = words("fr"), ("none", "not", "label")
    line = Problem("response", 'no response "lable"', known, did_you_mean("lable", known))
    assert retold(line, french) == (
        "réponse\u202f: aucune réponse «\u202flable\u202f» dans cette histoire. "
        "Choix possibles\u202f: none, not, label. Vouliez-vous dire «\u202flabel\u202f»\u202f?"
    )
    assert retold("graph.csv, line 12,000: a line of 1,234 characters.", french) == (
        "graph.csv, ligne 12\u202f000\u202f: une ligne de 1\u202f234 caractères."
    )
    assert retold('column: "upload" is no name.', french) == "colonne\u202f: «\u202fupload\u202f» n’est pas un nom."
    assert retold(line, words("en")) == str(line)


def test_that_what_nobody_put_into_french_is_not_half_said():
    french = words("fr")
    assert retold("ZeroDivisionError: division by zero", french) is None
    assert retold("question: what no one wrote. Ask it again.", french) is None
    assert retold("a line of " + "9" * 2000 + " characters", french) is None


def test_that_a_job_says_why_it_failed_in_french_and_marks_what_stays_english():
    died = "its process ended by signal 9, perhaps for lack of memory; run it again and it goes on"
    job = Job("0" * 12, "failed", (), problems=('response: no response "x". Known: none.',),
              failures=(("none · seed 3 · 0a1b2c", died), ("", "ZeroDivisionError: division by zero")))  # fmt: skip
    asked, run, defect = reasons(job, Viewer("fr", "light"))
    assert asked.children == (
        "réponse\u202f: aucune réponse «\u202fx\u202f» dans cette histoire. Choix possibles\u202f: none."
    )
    assert "".join(run.children) == (
        "none · tirage 3 · 0a1b2c\u202f: son processus s’est arrêté (signal 9, peut-être faute de mémoire)\u202f; "
        "relancez-la et elle reprendra où elle en était"
    )
    assert (defect.children[-1].lang, defect.children[-1].children) == ("en", "ZeroDivisionError: division by zero")
    assert "".join(reasons(job, Viewer("en", "light"))[1].children) == f"none · seed 3 · 0a1b2c: {died}"
