"""What pages show of a run is in its records: whole columns, sound ranges, and totals that agree with the metrics."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest
from town import TOWN, columns, town

from sim import Problems, catalogue, run
from sim.day import record, sample_feeds
from sim.ground.rules import TWINS
from sim.model import Model
from sim.results import RunResult, load_run
from sim.results.files import sealed, unsealed
from sim.results.found import RECORDS
from sim.scenario import EntrySpec
from sim.settings import Execution, GraphSettings, Settings, TimeSettings
from sim.state import recorded, tree_rows, trees
from sim.state.codes import SOURCES, Act, Form, Kind, Label
from sim.state.records import BINS, COMMUNITIES, EACH, READERS, STRETCHES, WHAT

CLAIMS = [claim.name for claim in TOWN.claims]
MINDS = [*(f"belief.{claim}" for claim in CLAIMS), *(f"trust.{source}" for source in SOURCES)]
COLUMNS = {
    "communities": ["hour", "community", "people", "bots",
                    *(f"{what}.{claim}" for claim in CLAIMS for what in ("belief", "exposure")), "bot_posts"],
    "ties": ["from", "to", "follows"],
    "beliefs": ["hour", "what", "bin", "people"],
    "trees": ["tree", "claim", "stance", "node", "parent", "tick", "hour", "kind", "depth", "post"],
    "feeds": ["account", "segment", "country", "hour", "position", "claim", "stance", "form", "label", "author_kind",
              "reshared"],
    "moderation": ["hour", "what", "by", "claim", "author_kind", "wrongful", "count"],
}  # fmt: skip


def asked(session: str = "reading", days: float = 2.0, **changes) -> Settings:
    """The town, on the usual graph with its communities."""
    settings = town(300, rules=("log_odds", "engagement", session))
    usual = {"graph": GraphSettings(), "time": TimeSettings(days=days)}
    return dataclasses.replace(settings, **usual | changes)


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> RunResult:
    return run(asked(execution=Execution(results=str(tmp_path_factory.mktemp("results")))))


@pytest.fixture(scope="module")
def tables(lived):
    return {name: lived.table(name).to_pandas() for name in RECORDS}


def people_of(settings: Settings) -> int:
    return int(np.count_nonzero(Model(settings).world.accounts.people()))


def test_that_each_table_has_its_columns_and_rows(tables):
    assert {name: list(table.columns) for name, table in tables.items()} == COLUMNS
    assert all(len(table) for table in tables.values())


def test_that_a_run_is_looked_at_some_sixty_times_from_its_first_hour_to_its_last(tables, lived):
    hours = tables["communities"]["hour"].unique()
    assert 40 <= len(hours) <= 61
    assert (hours[0], hours[-1]) == (lived.series("hour")[0], lived.series("hour")[-1])
    assert tables["beliefs"]["hour"].unique().tolist() == hours.tolist()


def test_that_a_long_run_is_not_looked_at_more_often():
    model = Model(asked(days=8.0, metrics=("reach",)))
    model.keep_records()
    model.run_until_end()
    hours = np.unique(model.world.records.communities.column("hour"))
    assert 40 <= len(hours) <= 62
    assert (hours[0], hours[-1]) == (0.0, 192.0)


def test_that_the_people_and_bots_of_all_communities_are_all_there_are(tables, lived):
    world = Model(asked()).world
    kinds = world.accounts.column("kind")
    looks = tables["communities"].groupby("hour")
    assert set(looks["people"].sum()) == {people_of(asked())}
    assert set(looks["bots"].sum()) == {int(np.isin(kinds, (Kind.BOT, Kind.TROLL)).sum())}
    assert looks["community"].nunique().max() == looks["community"].size().max() <= COMMUNITIES + 1


def test_that_small_communities_are_pooled():
    settings = asked()
    many = Model(settings)
    many.world.accounts.community[:300] = np.arange(300) // 3
    many.keep_records()
    called = many.world.records.grounds.called
    assert len(called) == COMMUNITIES + 1
    assert called[-1] == -1
    many.step()
    many.world.clock.tick = many.world.clock.last_tick - 1
    many.step()
    assert int(many.world.records.communities.column("people").sum()) == people_of(settings)


def test_that_beliefs_and_exposures_of_communities_add_up_to_the_metrics(tables, lived):
    metrics, rows = lived.metrics.set_index("hour"), tables["communities"]
    for claim in CLAIMS:
        total = metrics[f"total_exposure.{claim}"]
        step = rows.groupby("hour")[f"exposure.{claim}"].sum()
        assert step.cumsum().tolist() == total[step.index].tolist()
        some = rows[rows["people"] > 0]
        believing = (some[f"belief.{claim}"] * some["people"]).groupby(some["hour"]).sum() / people_of(asked())
        assert believing.tolist() == pytest.approx(metrics[f"mean_belief.{claim}"][believing.index].tolist())
        assert some[f"belief.{claim}"].between(0, 1).all()
    assert metrics["total_exposure.papers"].iloc[-1] > 0


def test_that_distributions_hold_everybody_and_have_the_mean_of_the_metrics(tables, lived):
    rows, metrics = tables["beliefs"], lived.metrics.set_index("hour")
    assert rows["what"].unique().tolist() == MINDS
    assert set(rows.groupby(["hour", "what"])["people"].sum()) == {people_of(asked())}
    assert rows["bin"].between(0, BINS - 1).all()
    rows = rows.assign(middle=(rows["bin"] + 0.5) / BINS * rows["people"])
    for what in MINDS:
        name = what.replace("belief.", "mean_belief.")
        means = rows[rows["what"] == what].groupby("hour")["middle"].sum() / people_of(asked())
        assert np.abs(means - metrics[name][means.index]).max() <= 0.5 / BINS


def test_that_ties_are_all_follows(tables, lived):
    ties = tables["ties"]
    assert ties["follows"].sum() == lived.manifest["follows"]
    assert set(ties["from"]) | set(ties["to"]) <= set(tables["communities"]["community"])
    assert not ties.duplicated(["from", "to"]).any()


def test_that_trees_are_the_largest_cascades_post_by_post(tables, lived):
    trees, cascades = tables["trees"], lived.cascades
    about = cascades[(cascades["claim"] >= 0) & (cascades["size"] > 1)].sort_values("size", ascending=False)
    sizes = trees.groupby("tree").size()
    assert sizes.tolist() == about["size"].head(12).tolist()
    for _, tree in trees.groupby("tree"):
        told = cascades.set_index("root").loc[tree["post"].iloc[0]]
        assert (len(tree), tree["depth"].max()) == (told["size"], told["depth"])
        assert CLAIMS.index(tree["claim"].iloc[0]) == told["claim"]
        assert tree["node"].tolist() == list(range(len(tree)))
        assert tree["parent"].iloc[0] == -1
        parent = tree["parent"].to_numpy()[1:]
        assert (parent < tree["node"].to_numpy()[1:]).all()
        assert (tree["depth"].to_numpy()[1:] == tree["depth"].to_numpy()[parent] + 1).all()
        assert (tree["hour"].to_numpy()[1:] >= tree["hour"].to_numpy()[parent]).all()
    assert set(trees["kind"]) <= {kind.name.lower() for kind in Kind}
    assert set(trees["stance"]) <= {"support", "deny", "neutral"}


def test_that_feeds_are_those_of_a_dozen_people_and_never_long(tables):
    feeds = tables["feeds"]
    lengths = feeds.groupby("account").size()
    assert READERS // 2 <= len(lengths) <= READERS
    assert lengths.max() <= STRETCHES * EACH
    assert set(feeds["claim"]) <= {"", *CLAIMS}
    assert set(feeds["form"]) <= {form.name.lower() for form in Form}
    assert set(feeds["label"]) <= {label.name.lower() for label in Label}
    assert {"velmora", "ostrania"} == set(feeds["country"])
    assert "diaspora" in set(feeds["segment"])
    assert feeds["reshared"].dtype == bool
    assert feeds["reshared"].any()


@pytest.mark.parametrize("session", ["reading", "one_act", "in_turn"])
def test_that_feeds_and_bots_are_noted_as_they_were(session):
    model = Model(asked(session))
    model.keep_records()
    world = model.world
    records, posted, seen = world.records, 0, {}
    while world.clock.hour < 24.0:
        hour, before = world.clock.hour, world.posts.last
        model.step()
        posts = world.posts
        rows = posts.rows(np.arange(before + 1, posts.last + 1))
        made = rows[(posts.removed[rows] == 0) | (session != "in_turn")]
        bots = np.isin(world.accounts.kind[posts.author[made]], (Kind.BOT, Kind.TROLL))
        posted += int(bots.sum()) if hour >= 0 else 0
        for post, reader, place in zip(*(world.exposures.column(name) for name in ("post", "reader", "position")),
                                       strict=True):  # fmt: skip
            claim = int(posts.claim[posts.rows(post)])
            reshared = bool(posts.act[posts.rows(post)] == Act.RESHARE)
            seen.setdefault((int(reader), hour), []).append((int(place), claim, reshared))
    noted = {}
    feeds = records.feeds
    for n in range(feeds.n):
        key = (int(feeds.account[n]), float(feeds.hour[n]))
        noted.setdefault(key, []).append((int(feeds.position[n]), int(feeds.claim[n]), bool(feeds.reshared[n])))
    assert noted
    assert all(seen[key][: len(rows)] == rows for key, rows in noted.items())
    assert int(records.communities.column("bot_posts").sum() + records.bot_posts.sum()) == posted > 0


def test_that_the_log_of_moderation_agrees_with_the_ledger(tables, lived):
    log = tables["moderation"]
    assert set(log["what"]) <= set(WHAT)
    assert {"labelling", "moderators"} <= set(log["by"])
    assert set(log["claim"]) <= {"", *CLAIMS}
    assert log["hour"].is_monotonic_increasing
    assert not log.duplicated(["hour", "what", "by", "claim", "author_kind", "wrongful"]).any()
    restored = log[log["what"] == "restore"]
    assert restored["wrongful"].isna().all()
    assert restored[restored["by"] == "appeal"]["count"].sum() == lived.final["appeals_upheld"]
    assert log[log["what"] != "restore"]["wrongful"].notna().all()
    labels = log[(log["by"] == "labelling") & (log["what"] == "label")]
    assert labels["hour"].min() >= 15.0  # A81: the delay
    assert labels[labels["claim"] == "papers"]["count"].sum() > 0


# entries that act at once, each with what it does and the metric that counts it
ACTING = {
    "removal": ("remove", {"delay": 0.0, "false_alarm": 0.1}),
    "dedupe": ("remove", {"delay": 0.0, "cap": 0, "false_alarm": 0.5}),
    "takedown": ("suspend", {"delay": 0.0, "false_alarm": 0.1, "appeal_hours": 2.0, "appeal_success": 1.0}),
    "remove_accounts": ("suspend", {"lag": 1.0, "precision": 0.5, "appeal_hours": 2.0, "appeal_success": 1.0}),
    "suspension": ("suspend", {"strikes": 1, "delay": 0.0, "false_alarm": 0.5}),
    "deplatform": ("suspend", {"target": "bots", "delay": 0.0}),
    "downrank": ("downrank", {"delay": 0.0, "false_alarm": 0.1}),
    "circuit_breaker": ("downrank", {"delay": 0.0, "threshold": 1.0, "cut": 0.5}),
    "forensic_verdict": ("label", {"delay": 0.0, "recall": 1.0, "coverage": 1.0}),
}


@pytest.mark.parametrize("idea", ACTING)
def test_that_whatever_acts_on_posts_or_accounts_is_in_the_log(idea):
    what, params = ACTING[idea]
    module = catalogue.idea("countermeasures", idea)
    entry = EntrySpec("acting", do=idea, at=3.0, hours=8.0, claim="papers", params=module.Params(**params))
    forged = EntrySpec("forging", do="deepfake", at=0.5, hours=12.0, claim="papers", by="bots")
    scenario = dataclasses.replace(TOWN, timeline=(*TOWN.timeline, forged, entry), responses=())
    quiet = dataclasses.replace(asked().platform, flag_share=0.0, report_rate=0.0)
    model = Model(asked(days=0.5, scenario=scenario, response="none", platform=quiet))
    model.keep_records()
    model.run_until_end()
    log = recorded.tables(model.world, trees.summary(model.world))["moderation"]
    done = (log["what"] == what) & (log["by"] == "acting")
    assert log["count"][done].sum() > 0
    assert log["hour"][done].min() >= 3.0
    ledger = model.world.ledger
    if what in ("remove", "suspend"):
        wrong = log["wrongful"].filled(False) & done
        assert log["count"][wrong].sum() == ledger.wrongful_removals
        assert log["count"][done].sum() == ledger.wrongful_removals + ledger.removals
    if idea in ("takedown", "remove_accounts"):
        assert log["count"][log["what"] == "reinstate"].sum() == ledger.appeals_upheld > 0
    if idea in ("downrank", "circuit_breaker"):
        assert log["count"][log["what"] == "restore"].sum() > 0


def test_that_the_fast_kernels_note_what_their_twins_note(monkeypatch):
    def noted():
        model = Model(asked(days=0.25))
        model.keep_records()
        model.run_until_end()
        cascades = trees.summary(model.world)
        return recorded.tables(model.world, cascades)

    fast = noted()
    for module in (record, sample_feeds, recorded, tree_rows):
        for name, (_, twin) in TWINS.items():
            if name.rpartition(".")[0] == module.__name__:
                monkeypatch.setattr(module, name.rpartition(".")[2], twin)
    slow = noted()
    for table, columns_of in fast.items():
        for name, values in columns_of.items():
            assert values.tolist() == slow[table][name].tolist(), (table, name)


def test_that_whoever_is_looked_at_lives_as_if_nobody_looked():
    watched, alone = Model(asked()), Model(asked())
    watched.keep_records()
    for model in (watched, alone):
        while model.world.clock.hour < 6.0:
            model.step()
    found = {name: word for name, word in columns(watched.world).items() if not name.startswith("records/")}
    assert found == columns(alone.world)


def test_that_a_run_of_before_records_says_so(lived, tmp_path):
    facts = unsealed(lived.folder / "manifest.json")
    place = tmp_path / "old"
    place.mkdir()
    gone = {f"{name}.parquet" for name in RECORDS}
    for file in lived.folder.iterdir():
        if file.name not in gone:
            (place / file.name).write_bytes(file.read_bytes())
    facts["files"] = {name: stamp for name, stamp in facts["files"].items() if name not in gone}
    (place / "manifest.json").write_bytes(sealed(facts))
    old = load_run(place)
    assert len(old.table("cascades"))
    with pytest.raises(Problems, match=r"holds no trees: it is older than such records. Run it again with --fresh"):
        old.table("trees")
    with pytest.raises(Problems, match=r'no such table. Known: .* Did you mean "trees"'):
        old.table("tress")
    assert json.loads((place / "settings.json").read_text()) == old.settings
