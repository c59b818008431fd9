"""In wild worlds, whose every column is noise, each kernel of the day does bit for bit what its twin does."""

from __future__ import annotations

import copy
import dataclasses
import importlib
from collections import Counter
from typing import Any

import numpy as np
import pytest
from worlds import Ties, pass_ticks, world_of

from sim import catalogue
from sim.day.act import act
from sim.day.author import author
from sim.day.believe import believe
from sim.day.deliver import deliver, push_one_by_one
from sim.day.hand_over import hand_over
from sim.day.heed import heed
from sim.day.in_turn import in_turn
from sim.day.look import look
from sim.day.rank import rank
from sim.day.rewire import rewire
from sim.day.see import see
from sim.day.share import share
from sim.day.turns import take_turns
from sim.day.wake import wake
from sim.ground.rules import TWINS, use_threads
from sim.state import limits
from sim.state.acts import HOSTILE
from sim.state.codes import Act, Form, Kind, Label, Source, Stage
from sim.state.questions import LEARNED
from sim.state.screens import Screens
from sim.state.timeline import Entry
from sim.state.world import World

N, POSTS = 150, 700
RULES = (("log_odds", "engagement"), ("bounded_confidence", "bridging"), ("friedkin_johnsen", "chronological"),
         ("complex_contagion", "engagement"))  # fmt: skip
RECORDERS = ("sim.day.record.", "sim.day.sample_feeds.")  # write down what happened; tests/contracts/test_records.py
SINGLE_ACTS = (take_turns, look, believe, act, hand_over, in_turn)
DAY = (wake, author, rank, see, believe, heed, share, deliver, rewire)


def wild_world(seed: int, belief: str, feed: str) -> World:
    """People of all sorts, posts of all sorts, inboxes full of them; everything at random."""
    noise = np.random.default_rng(seed)
    follows = noise.integers(0, N, (12 * N, 2))
    rules = {"belief": catalogue.idea("beliefs", belief).Params(), "feed": catalogue.idea("feeds", feed).Params()}
    world = world_of(
        Ties(N, follows), claims=3, **rules, seed=seed, patience=6.0, recommended=0.3,
        merge_duplicates=bool(seed % 2), share_rate=0.2, like_ratio=2.0, reply_rate=0.6, claim_talk=0.7,
        report_rate=0.1, unfollow_rate=0.3, discord_unfollow=0.2, offence=0.5, replace_unfollowed=0.5,
        follow_rate=0.5, rewire_hours=0.25,
    )  # fmt: skip
    scramble_people(world, noise)
    scramble_posts(world, noise)
    ids = noise.integers(-world.posts.last, world.posts.last + 1, (N, world.inbox.width))
    world.inbox.lines[:, :-1], world.inbox.lines[:, -1] = ids, noise.integers(0, 400, N)
    world.clock.tick, world.memory[HOSTILE] = 100, np.ones(1)
    world.influence, world.tolerance = 0.2, 0.8
    assert [world.hashtags.number(tag) for tag in ("harbour", "aid")] == [0, 1]
    world.hashtags.claim[:], world.hashtags.recent[:] = 0, (30.0, 9.0)
    limits.limit(world, Entry("cap", "", "", None), np.full(N, 2, np.int32), hours=1.0)
    return world


def scramble_people(world: World, noise: np.random.Generator) -> None:
    accounts = world.accounts
    for name in ("opinion", "belief", "prior", "anchor", "gain", "corrected"):
        getattr(accounts, name)[:] = noise.uniform(-1, 1, getattr(accounts, name).shape)
    for name in ("online", "literacy", "susceptibility", "inoculation"):
        getattr(accounts, name)[:] = noise.random(getattr(accounts, name).shape)
    for name in ("heard", "denied", "labels_seen", "warned", "group"):
        getattr(accounts, name)[:] = noise.integers(0, 2, getattr(accounts, name).shape)
    accounts.denied_firmly[:] = accounts.denied * noise.random(accounts.denied.shape)
    for name in ("heard_from", "denied_from"):
        getattr(accounts, name)[:] = noise.integers(0, 1 << len(Source), getattr(accounts, name).shape)
    for name in ("trust_for", "trust_against"):
        getattr(accounts, name)[:] = noise.uniform(0.1, 4, getattr(accounts, name).shape)
    accounts.kind[:], accounts.source[:] = noise.integers(0, len(Kind), N), noise.integers(0, len(Source), N)
    accounts.activity[:], accounts.sessions[:] = noise.uniform(0, 40, N), noise.uniform(10, 200, N)
    accounts.attention[:], accounts.harassment[:] = noise.uniform(0, 20, N), noise.uniform(0, 5, N)
    accounts.pace[:] = noise.uniform(0, 300, N)
    accounts.stage[:], accounts.grievance[:] = noise.integers(0, len(Stage), N), noise.random(N)
    accounts.image = noise.random((N, 2)).astype(np.float32)
    accounts.image_start, world.image_half_lives = accounts.image.copy(), (480.0, 480.0)
    accounts.language[:], accounts.speaks[:] = noise.integers(0, 3, N), noise.integers(0, 8, N)
    world.names = dataclasses.replace(world.names, languages=("fr", "en", "es"))
    claims = world.claims
    claims.image[:], claims.tone[:], claims.extremist[:] = (0, 1, -1), noise.uniform(-1, 1, 3), (1, 0, 1)
    for name in ("lean", "pitch", "appeal"):
        getattr(claims, name)[:] = noise.uniform(-1, 1, 3)
    claims.true[:], claims.silence[:], claims.attention_prompt[:] = (0, 1, 0), noise.random(3), noise.random(3)
    claims.verified_hour[:] = (0, 0, 99)
    claims.label_share[:], claims.downrank[:] = (0.5, 0, 0.2), (1, 0.3, 1)
    for name in ("flaw", "listed", "proof", "stickiness", "backfire", "smear"):
        getattr(claims, name)[:] = noise.random(3)
    claims.smears[:], claims.searched[:] = noise.integers(0, len(Source), 3), noise.random(3)
    named = noise.integers(0, N, 30)
    world.standings.pose(named[:20], Source.PRESS, 0.7)
    world.standings.doubt(named[10:], 0.4)


def scramble_posts(world: World, noise: np.random.Generator) -> None:
    posts = world.posts
    ids = posts.add(POSTS, author=noise.integers(0, N, POSTS), tick=np.sort(noise.integers(0, 100, POSTS)),
                    key=noise.integers(0, 1 << 31, POSTS), claim=noise.integers(-1, 3, POSTS),
                    stance=noise.integers(-1, 2, POSTS), label=noise.integers(0, len(Label), POSTS),
                    engagement=noise.integers(0, 50, POSTS), removed=noise.random(POSTS) < 0.1,
                    position=noise.uniform(-1, 1, POSTS), certainty=noise.random(POSTS),
                    appeal=noise.normal(0, 1, POSTS), quality=noise.random(POSTS), leaning=noise.uniform(-1, 1, POSTS),
                    downrank=-noise.random(POSTS), form=noise.integers(0, len(Form), POSTS),
                    tongue=noise.integers(0, 4, POSTS), target=noise.integers(-1, N, POSTS),
                    hashtag=noise.integers(-1, 2, POSTS))  # fmt: skip
    rows, earlier = posts.rows(ids), (noise.random(POSTS) * (ids - 1)).astype(int) + 1
    posts.root[rows] = ids
    for one, other in zip(rows[1:], posts.rows(earlier)[1:], strict=True):  # half of them pass on another
        if noise.random() < 0.5:
            posts.root[one], posts.act[one] = posts.root[other], Act.RESHARE
    posts.group_views[rows] = noise.integers(0, 30, (POSTS, 2))
    posts.group_likes[rows] = noise.integers(0, 30, (POSTS, 2))


def bits(values: Any) -> Any:
    """Arrays as bytes, whatever they are packed in."""
    if isinstance(values, tuple):
        return tuple(bits(value) for value in values)
    return (values.dtype.str, values.tobytes()) if isinstance(values, np.ndarray) else values


def doubled(name: str, calls: Counter[str]) -> Any:
    """The kernel, each of whose calls its twin answers too, on copies."""
    fast, slow = TWINS[name]

    def run(*given: Any) -> Any:
        twin_given = copy.deepcopy(given)
        twin_result, result = slow(*twin_given), fast(*given)
        assert bits(given) == bits(twin_given), f"{name} leaves other columns than its twin"
        assert bits(result) == bits(twin_result), f"{name} returns something else than its twin"
        calls[name] += 1
        return result

    return run


def called_from_python(start: tuple[str, ...]) -> set[str]:
    """Kernels that phases and rules call; those that kernels call are compiled into them."""
    codes = [fast.py_func.__code__ for fast, _ in TWINS.values()]
    inner = {name for code in codes for name in code.co_names}
    return {name for name in TWINS if name.startswith(start) and name.rpartition(".")[2] not in inner}


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(("belief", "feed"), RULES)
def test_that_kernel_and_twin_agree_to_the_bit(belief, feed, seed, monkeypatch):
    calls: Counter[str] = Counter()
    importlib.import_module(f"sim.beliefs.{belief}")
    kernels = called_from_python(("sim.day.", "sim.state.tags.", "sim.state.limits.", f"sim.beliefs.{belief}."))
    kernels = {name for name in kernels if not name.startswith(RECORDERS)}
    for name in kernels:
        module, _, kernel = name.rpartition(".")
        monkeypatch.setattr(importlib.import_module(module), kernel, doubled(name, calls))
    world = wild_world(seed, belief, feed)
    midnight = world.clock.tick // 96 * 96 + 96
    pass_ticks(world, 2, DAY)
    world.clock.tick = midnight  # days are drawn, an hour's forgetting works
    pass_ticks(world, 1, DAY)
    world.screens = Screens(N, 4)
    world.memory["questions/asked"] = np.array([0.3, 0.5])
    world.memory[LEARNED] = np.random.default_rng(seed).random(N).astype(np.float32)
    pass_ticks(world, 3, SINGLE_ACTS)
    world.platform = dataclasses.replace(world.platform, quality_steepness=2.0)
    pass_ticks(world, 1, SINGLE_ACTS)
    assert len(kernels) > 20
    assert set(calls) == kernels
    assert world.tallies.total("reshares") > 20
    assert world.tallies.total("replies") > 5


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("posts", [1, 63, 64, 500])
def test_that_posts_reach_inboxes_in_their_order_whatever_the_blocks_and_threads(posts, threads):
    noise = np.random.default_rng(posts)
    world = world_of(Ties(333, noise.integers(0, 333, (5000, 2))))
    ids, authors = np.arange(1, posts + 1, dtype=np.int32), noise.integers(0, 333, posts).astype(np.int32)
    one, two = world.inbox.lines.copy(), world.inbox.lines.copy()
    push_one_by_one(ids, authors, world.network.in_start, world.network.in_node, one, 1)
    use_threads(threads)
    try:
        TWINS["sim.day.deliver._push"][0](ids, authors, world.network.in_start, world.network.in_node, two,
                                             threads)  # fmt: skip
    finally:
        use_threads(1)
    assert np.array_equal(one, two)
    assert one[:, -1].sum() == world.network.in_degree[authors].sum()
