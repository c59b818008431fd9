"""Broken, careless and hostile packs: each fault is told with file and line, and nothing is ever run."""

from __future__ import annotations

import re
import shutil

import pytest

from sim.ground.problems import Problems
from sim.packs import check_report, known_packs, read_pack

CLAIMS = """papers:
  label: {en: The papers burn, fr: On brûle les documents}
"""
ACTORS = """embassy:
  label: {en: Embassy, fr: Ambassade}
  kind: state_account
  followers: 0.1
"""
TIMELINE = """rumour:
  do: publish
  at: T+0:20
  by: embassy
  claim: papers
"""
RESPONSES = """speak:
  label: {en: Speak, fr: Parler}
  entries:
    word:
      do: statement
      at: 1
      by: embassy
      claim: papers
"""
EXPECTED = """orderings:
  speaking_helps:
    metric: false_belief_share.papers
    best_to_worst: [speak, none]
    because: {en: It is read., fr: On la lit.}
"""
PACK = """label: {en: Small, fr: Petit}
question: {en: "Speak?", fr: "Parler ?"}
horizon_hours: 48
"""
LIMIT = "limits:\n  quiet: {metric: reach.papers, response: none, because: {en: a, fr: b}}\n"
TINY = "segments:\n  a: {label: {en: A, fr: A}, share: 0.001}\n"
FILES = {
    "pack.yaml": PACK, "claims.yaml": CLAIMS, "actors.yaml": ACTORS, "timeline.yaml": TIMELINE,
    "responses.yaml": RESPONSES, "expected.yaml": EXPECTED,
    "briefing.en.md": "word " * 150, "briefing.fr.md": "mot " * 150,
}  # fmt: skip


@pytest.fixture
def pack(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def told_of(pack, file=None, old="", new=""):
    """The report once a piece of a file has been replaced (or added, where there was nothing to replace)."""
    if file:
        text = (pack / file).read_text("utf-8") if (pack / file).exists() else ""
        assert old in text
        (pack / file).write_text(text.replace(old, new, 1) if old else text + new, "utf-8")
    lines, sound = check_report(pack)
    assert not sound
    return "\n".join(lines)


def test_that_the_sound_pack_is_sound(pack):
    assert check_report(pack)[1]


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "words"),
    [
        ("timeline.yaml", "do: publish", "do: publsh", 2, 'no tactic, countermeasure or event "publsh"'),
        ("timeline.yaml", "claim: papers", "claim: paper", 5, 'Known: papers. Did you mean "papers"?'),
        ("timeline.yaml", "by: embassy", "by: embasy", 4, 'Did you mean "embassy"?'),
        ("timeline.yaml", "do: publish", "do: segment", 1, "fills a segment, and none is named"),
        ("timeline.yaml", "at: T+0:20", "at: soon", 3, "'soon' is no time"),
        ("timeline.yaml", "at: T+0:20", "at: T+50:00", 3, "hour 50 is after the horizon. It ends at 48 h."),
        ("timeline.yaml", "at: T+0:20", "at: T-99:00", 3, "hour -99 is before the burn-in"),
        ("timeline.yaml", "claim: papers", "claim: papers\n  params: {posts: many}", 6, "'many' is not a whole number"),
        ("timeline.yaml", "claim: papers", "claim: papers\n  params: {post: 1}", 6, 'Did you mean "posts"?'),
        ("timeline.yaml", "claim: papers", "claim: papers\n  colour: red", 6, 'no setting "colour"'),
        ("timeline.yaml", "rumour:", "rumour:\n  at: 3", 4, '"at" is here twice, first in line 2'),
        ("timeline.yaml", "  do:", "\tdo:", 2, "it is not YAML"),
        ("timeline.yaml", "do: publish", "do: [publish", 3, "it is not YAML"),
        ("claims.yaml", "}", "}\n  appeal: 9", 3, "9 is out of range. Allowed: -4 to 4 log-odds."),
        ("pack.yaml", "horizon_hours: 48", "people: -3", 3, "-3 is out of range. Allowed: 0 to 10000000000 people."),
        ("pack.yaml", "horizon_hours: 48", "people: 2.5", 3, "2.5 is not a whole number"),
        ("pack.yaml", "horizon_hours: 48", "people: many", 3, "'many' is not a whole number"),
        ("claims.yaml", "}", "}\n  true: perhaps", 3, "'perhaps' is not true or false"),
        ("claims.yaml", "}", "}\nidle:\n  label: {en: Idle, fr: Oisif}", 3, "no entry uses this claim"),
        ("claims.yaml", ", fr: On brûle les documents", "", 2, "the label is missing in French"),
        ("actors.yaml", "state_account", "state_acount", 3, 'Did you mean "state_account"?'),
        ("actors.yaml", "followers: 0.1", "followers: 0", 1, "no account follows it, so nobody hears it"),
        ("actors.yaml", "followers: 0.1", "count: 0", 4, "0 is out of range"),
        ("actors.yaml", "followers: 0.1", "audience: moon", 4, 'no segment, country or language "moon"'),
        ("responses.yaml", "speak:", "wait:\n  label: {en: W, fr: A}\nspeak:", 1, "the response does nothing"),
        ("responses.yaml", "do: statement", "do: alert\n      hours: 1\n      params: {lag: 2}", 6, "its delay of 2 h"),
        ("responses.yaml", "at: 1", "at: 1\n      params: {times: 0}", 4, "statement has no strength here"),
        ("responses.yaml", "", RESPONSES.replace("speak", "again"), 9, 'does the same as the response "speak"'),
        ("responses.yaml", "at: 1", "when: {measure: false_belief_share.papers, above: 1.2}", 6, "waits in vain"),
        ("timeline.yaml", "by: embassy", "audience: moon", 4, 'no segment, country or language "moon"'),
        ("actors.yaml", "followers: 0.1", "placed: top\n  count: 20000", 5, "its audience has about 10000"),
        ("timeline.yaml", "  by: embassy\n", "", 1, "publish does nothing where nobody does it"),
        ("timeline.yaml", "  claim: papers\n", "", 1, "publish is about a claim, and none is named"),
        ("timeline.yaml", "do: publish", "do: rival_claims\n  params: {rivals: [paper]}", 3, 'Did you mean "papers"?'),
        ("timeline.yaml", "do: publish", "do: event_hijack\n  params: {event: rumor}", 3, 'Did you mean "rumour"?'),
        ("timeline.yaml", "do: publish", "do: segment\n  params: {traits: [leen]}", 3, 'Did you mean "lean"?'),
        ("timeline.yaml", "do: publish", "do: segment\n  params: {among: moon}", 3, '"moon"'),
        ("timeline.yaml", "claim: papers", "claim: papers\n  language: xx", 6, 'no language here "xx"'),
        ("responses.yaml", "do: statement", "do: friction", 4, "friction does nothing in no time. Give it hours:"),
        ("responses.yaml", "at: 1", "at: 1\n      params: {members: [embasy]}", 7, 'Did you mean "embassy"?'),
        ("responses.yaml", "at: 1", "when: {measure: reach, above: 2}", 6, "told by claim, and none is named"),
        ("responses.yaml", "at: 1", "when: {measure: reach.paper, above: 2}", 6, 'Did you mean "papers"?'),
        ("responses.yaml", "at: 1", "when: {measure: reach.papers@moon, above: 2}", 6, 'no segment or country "moon"'),
        ("responses.yaml", "at: 1", "when: {measure: trust.own_stat, below: 0.2}", 6, 'Did you mean "own_state"?'),
        ("responses.yaml", "at: 1", "when: {measure: false_belief_peak.papers, above: 0.2}", 6, "told at the end only"),
        ("responses.yaml", "at: 1", "at: 1\n      hours: 5\n      params: {times: 3, every: 4}", 7,
         "its last repetition, after 8 h, comes when it is over"),
        ("claims.yaml", "The papers burn, fr: On brûle les documents", "They burn it all, fr: They burn it all", 2,
         "the label says the same in French as in English"),
        ("expected.yaml", "share.papers", "share.paper", 3, 'Did you mean "papers"?'),
        ("expected.yaml", "share.papers", "share.papers@moon", 3, 'no segment or country "moon"'),
        ("pack.yaml", "", "sources: [T0009]\n", 4, "T0009 is retired in DISARM 1.7. Write T0097.108."),
        ("pack.yaml", "", "sources: [T0099.999]\n", 4, "has no number T0099.999"),
        ("pack.yaml", "", "accounts: 100\n" + TINY, 6, "nobody is in this segment. It is a share of a share of 100"),
        ("responses.yaml", "word:", "rumour:", 4, 'another entry is called "rumour"'),
        ("responses.yaml", "do: statement", "do: label", 4, "it ends before its delay of 15 h is over"),
        ("responses.yaml", "at: 1", "at: 99", 6, "hour 99 is after the horizon"),
        ("expected.yaml", "false_belief_share", "false_believe_share", 3, 'Did you mean "false_belief_share"?'),
        ("expected.yaml", "[speak, none]", "[speek, none]", 2, 'Did you mean "speak"?'),
        ("expected.yaml", "[speak, none]", "[speak]", 4, "it needs at least two responses"),
        ("expected.yaml", ", fr: On la lit.", "", 2, "its reason is missing in French"),
        ("expected.yaml", "", LIMIT, 7, "needs low: or high:"),
        ("pack.yaml", "horizon_hours: 48", "horizon_hours: long", 3, "'long' is not a number"),
        ("pack.yaml", "horizon_hours", "horizon", 3, 'Did you mean "horizon_hours"?'),
        ("pack.yaml", "", "start: tomorrow\n", 4, '"tomorrow" is no date and time'),
        ("pack.yaml", "", "claims: {}\n", 4, "claims stand in a file of their own, claims.yaml"),
        ("pack.yaml", "", "segments:\n  a: {label: {en: A, fr: A}, share: 0}\n", 5, "nobody is in this segment"),
        ("pack.yaml", "", "countries:\n  a: {label: {en: A, fr: A}, share: 0.4}\n", 4, "add up to 0.4, not to 1"),
        ("pack.yaml", "", "detectors:\n  z_scor: {}\n", 5, 'Did you mean "z_score"?'),
        ("pack.yaml", "{en: Small, fr: Petit}", "{en: Small, fr: '${oc.env:HOME}'}", 1, "${...} is not used in packs"),
    ],
)  # fmt: skip
def test_that_a_fault_is_told_with_file_and_line(pack, file, old, new, line, words):
    report = told_of(pack, file, old, new).splitlines()
    here = [one for one in report if re.match(rf"\S*small/{file}, line {line}\b", one)]
    assert [one for one in here if words in one], report


def test_that_an_audience_is_refused_to_an_action_that_is_aimed_at_none(pack):
    (pack / "actors.yaml").write_text(ACTORS + "  language: fr\n")
    report = told_of(pack, "timeline.yaml", "claim: papers", "claim: papers\n  audience: fr")
    assert '"publish" is not aimed at an audience' in report
    (pack / "timeline.yaml").write_text(TIMELINE.replace("publish", "prebunk") + "  audience: fr\n")
    assert check_report(pack)[1]


INJECTS = """roles:
  team: {label: {en: Team, fr: Équipe}, acts_for: embassy}
objectives:
  early: {label: {en: Early, fr: Tôt}, metric: time_to_first_statement, best: 0.5, worst: 12}
injects:
  call:
    at: T+0:30
    channel: phone
    to: [team]
    text: {en: What now, fr: Et alors}
    expected_act: {en: Speak, fr: Parler}
    expects: [statement, speak]
    objective: early
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("acts_for: embassy", "acts_for: embasy", 2, 'Did you mean "embassy"?'),
        ("to: [team]", "to: [teem]", 9, 'Did you mean "team"?'),
        ("to: [team]", "to: []", 6, 'it lacks "to"'),
        (", fr: Et alors", "", 10, "text is missing in French"),
        ("at: T+0:30", "at: T+90:00", 7, "hour 90 is after the horizon"),
        ("at: T+0:30", "at: soon", 7, "'soon' is no time"),
        ("at: T+0:30", "ta: 1", 7, 'no setting "ta"'),
        ("at: T+0:30", "channel2: x", 6, "it needs either at: or when:"),
        ("at: T+0:30", "when: {measure: reech.papers, above: 3}", 7, 'Did you mean "reach"?'),
        ("at: T+0:30", "when: {measure: reach.papers}", 7, "either above: or below:"),
        ("at: T+0:30", "when: {alert: z_score}", 7, 'no detector here "z_score"'),
        ("at: T+0:30", "when: {taken: speek}", 7, 'Did you mean "speak"?'),
        ("at: T+0:30", "when: {}", 7, "it needs one of measure:"),
        ("expects: [statement", "expects: [statment", 12, 'Did you mean "statement"?'),
        ("objective: early", "objective: late", 13, 'no objective "late"'),
        ("best: 0.5", "best: soon", 4, "'soon' is not a number"),
        ("worst: 12", "worst: 0.5", 4, "every answer scores the same"),
        ("metric: time", "metric: tame", 4, 'Did you mean "time_to_first_statement"?'),
        ("acts_for: embassy", "measures: [literacy]", 2, 'no response offers "literacy"'),
        ("acts_for: embassy", "measures: statment", 2, 'Did you mean "statement"?'),
        ("acts_for: embassy", "brief: {en: You speak}", 2, "brief is missing in French"),
        ("to: [team]", "to: [team]\n    seen_by: [teem]", 10, 'Did you mean "team"?'),
        ("metric: time_to_first_statement, best: 0.5", "best: 0.5", 4, "either metric: or process:"),
        ("best: 0.5, ", "", 4, 'it lacks "best"'),
        ("best: 0.5", "weight: 0.7, best: 0.5", 3, "add up to 0.7, not to 1"),
        ("best: 0.5", "against: speek, best: 0.5", 4, 'Did you mean "speak"?'),
        ("metric: time_to_first_statement", "process: recods", 4, 'Did you mean "records"?'),
        ("metric: time_to_first_statement", "process: first_statement", 4, "within: how many hours"),
        ("metric: time_to_first_statement", "process: inject_answered, inject: cal", 4, 'Did you mean "call"?'),
        ("roles:", "content_note: {en: Fear}\nroles:", 1, "content_note is missing in French"),
        ("at: T+0:30", "when: {measure: reach.papers, above: 3, segment: moon}", 7, '"moon"'),
        ("roles:", "rolls:", 1, 'Did you mean "roles"?'),
        ("  call:", "\tcall:", 6, "it is not YAML"),
    ],
)  # fmt: skip
def test_that_a_fault_in_the_injects_is_told_with_file_and_line(pack, old, new, line, words):
    (pack / "injects.yaml").write_text(INJECTS, "utf-8")
    assert check_report(pack)[1]
    report = told_of(pack, "injects.yaml", old, new).splitlines()
    here = [one for one in report if re.match(rf"\S*small/injects.yaml, line {line}\b", one)]
    assert [one for one in here if words in one], report


def test_that_a_claim_which_only_measures_name_is_noticed(pack):
    (pack / "claims.yaml").write_text(CLAIMS + CLAIMS.replace("papers", "photo"), "utf-8")
    label = "    mark: {do: label, at: 1, hours: 40, claim: photo}\n"
    assert "claims.yaml, line 3 (photo): nobody speaks of this claim" in told_of(pack, "responses.yaml", "", label)


def test_that_an_audience_without_people_is_noticed(pack):
    shares = "countries:\n  a: {label: {en: A, fr: A}, share: 1}\n  b: {label: {en: B, fr: B}, share: 0, language: x}\n"
    (pack / "pack.yaml").write_text(PACK + shares, "utf-8")
    report = told_of(pack, "actors.yaml", "followers: 0.1", "followers: 0.1\n  country: b\n  audience: b")
    assert 'actors.yaml, line 6 (embassy.audience): nobody in the public belongs to "b"' in report


def test_that_what_can_be_read_is_judged_though_the_rest_cannot(pack):
    (pack / "timeline.yaml").write_text(TIMELINE.replace("T+0:20", "T+90:00"), "utf-8")
    report = told_of(pack, "claims.yaml", ", fr: On brûle les documents}", "}\n  colour: red")
    assert 'no setting "colour"' in report
    assert "hour 90 is after the horizon" in report
    assert "no entry uses this claim" not in report


def test_that_one_fault_is_not_told_twice(pack):
    report = told_of(pack, "timeline.yaml", "claim: papers", "claim: paper")
    assert report.endswith("1 problem.")


def test_that_a_briefing_that_was_not_translated_is_noticed(pack):
    assert "it says the same as briefing.en.md" in told_of(pack, "briefing.fr.md", "mot " * 150, "word " * 150)


def test_that_problems_of_all_files_come_at_once(pack):
    (pack / "timeline.yaml").write_text(TIMELINE.replace("publish", "publsh").replace("embassy", "nobody"))
    (pack / "claims.yaml").write_text(CLAIMS + "  appeal: 9\n  colour: red\n")
    (pack / "actors.yaml").write_text(ACTORS + "  sauce: press\n")
    report = told_of(pack, "pack.yaml", "48", "-1")
    places = re.findall(r"small/(\w+\.yaml), line (\d+)", report)
    assert places == sorted(places, key=lambda place: (place[0], int(place[1])))
    for words in ("publsh", '"nobody"', "9 is out of range", '"colour"', '"source"', "-1 is out of range"):
        assert words in report


@pytest.mark.parametrize(
    "text",
    [
        "x: !!python/object/apply:os.system ['touch gone']",
        "!!python/object/apply:os.system ['touch gone']",
        "label: !!python/name:os.system",
        "_target_: os.system",
        "label: &a {en: x, fr: y}\nquestion: *a",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "? [a, b]\n: c",
        "[" * 5000,
        "label: " + "{a: " * 3000,
        "x" * 1_100_000,
        "- one\n- two",
        "just a word",
        "label: {en: caf\x00e}",
    ],
)
def test_that_a_hostile_file_is_refused_and_runs_nothing(pack, text, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (pack / "pack.yaml").write_text(text, "utf-8")
    assert "pack.yaml" in told_of(pack)
    assert not (tmp_path / "gone").exists()
    with pytest.raises(Problems):
        read_pack(pack)


def test_that_a_file_that_is_not_text_is_refused(pack):
    (pack / "claims.yaml").write_bytes(b"papers:\n  label: \xff\xfe")
    assert "claims.yaml, line 2: it is not UTF-8 text." in told_of(pack)


@pytest.mark.parametrize("name", ["responses.yaml", "expected.yaml", "briefing.fr.md"])
def test_that_a_missing_file_is_missed(pack, name):
    (pack / name).unlink()
    assert f"small/{name}: the file is missing." in told_of(pack)


def test_that_a_strange_file_and_a_short_briefing_are_noticed(pack):
    (pack / "timelines.yaml").write_text("{}")
    (pack / "briefing.en.md").write_text("Much to say.")
    report = told_of(pack)
    assert 'Did you mean "timeline.yaml"?' in report
    assert "a briefing of 3 words briefs nobody" in report


@pytest.mark.parametrize("what", ["nowhere", ".", "embasy_rumour"])
def test_that_what_is_no_pack_is_refused(what, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines, sound = check_report(what)
    assert not sound
    assert lines[-1] == "1 problem."


def test_that_a_copy_of_a_pack_may_be_kept_anywhere(tmp_path):
    copy = tmp_path / "my_rumour"
    shutil.copytree(known_packs()["embassy_rumour"], copy)
    assert read_pack(copy).name == "my_rumour"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("away:\n  do: migrate\n  at: 2\n  by: embassy\n", "needs another platform to go to"),
        ("copies:\n  do: cross_platform\n  at: 2\n  by: embassy\n  claim: papers\n", "needs another platform"),
        ("dark:\n  do: outage\n  at: 2\n  audience: coast\n", 'no country "coast"'),
    ],
)
def test_that_what_has_no_place_to_happen_is_told(pack, entry, said):
    coast = "segments:\n  coast: {label: {en: Coast, fr: Côte}, share: 0.2}\n"
    told_of(pack, "timeline.yaml", new=entry)
    assert said in told_of(pack, "pack.yaml", new=coast)
