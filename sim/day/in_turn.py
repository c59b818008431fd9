"""In turn: one account at a time takes a turn, and its post is on the screens before the next one looks."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.day.act import Choice, Pull, choice_of, meets_question, new_messages, picked_slot, pull_of, writes
from sim.day.hand_over import hand_over
from sim.day.look import Seen, count_views, tidy
from sim.day.send import archive
from sim.day.turns import one_after_another
from sim.ground.draws import stable_key, uniform
from sim.ground.rules import rule
from sim.ground.types import I8, I32, I64, U8
from sim.state.codes import Act
from sim.state.screens import Screen
from sim.state.world import World

CONTENT = ("claim", "stance", "form", "hashtag", "appeal", "quality", "position", "certainty", "leaning", "tongue")


class Pages(NamedTuple):
    """The posts of this tick, one for each turn, and the posts' columns that say what was passed on."""

    authors: I32
    ids: I64
    act: I8
    root: I32
    parent: I32
    removed: U8  # posts that a question kept from being made


class Ways(NamedTuple):
    """How posts travel: to whom, as how many copies, and whether copies of one message are merged."""

    start: I64
    follower: I32
    weight: I32
    merge: bool


def in_turn(world: World) -> None:
    """Send what was planned; then let as many single turns pass as the accounts take in a tick."""
    for step in world.own_steps:
        step()
    hand_over(world)
    tidy(world)
    authors = one_after_another(world)
    ids = _blank_posts(world, authors)
    exposures, posts, network = world.exposures, world.posts, world.network
    exposures.clear()
    screen = world.screens.screen()
    exposures.reserve(len(ids) * screen.post.shape[1])
    seen = Seen(exposures.reader, exposures.post, exposures.position)
    ways = Ways(network.in_start, network.in_node, world.screens.weight, world.platform.merge_duplicates)
    pages = Pages(authors, ids, posts.act, posts.root, posts.parent, posts.removed)
    exposures.n = int(_live(choice_of(world), screen, pull_of(world, len(ids)), ways, pages, seen))
    made = posts.removed[posts.rows(ids)] == 0
    _finish_posts(world, ids[made])
    _book(world, authors, authors[made])


def _blank_posts(world: World, authors: I32) -> I64:
    """A post for each turn, with what its author would write if it wrote."""
    nth, tick = np.arange(len(authors)), world.clock.tick
    told = new_messages(world, authors, nth)
    key = stable_key(authors, tick, nth)
    ids = world.posts.add(len(authors), author=authors, tick=tick, key=key,
                          leaning=world.accounts.opinion[authors], **told)  # fmt: skip
    world.posts.root[world.posts.rows(ids)] = ids
    return ids


def _finish_posts(world: World, ids: I64) -> None:
    """Give what was passed on the content of its original, and count it there."""
    posts = world.posts
    rows = posts.rows(ids)
    again = rows[posts.act[rows] == Act.RESHARE]
    roots = posts.rows(posts.root[again])
    for name in CONTENT:
        getattr(posts, name)[again] = getattr(posts, name)[roots]
    for row in again.tolist():  # in their order: one may pass on another
        posts.depth[row] = posts.depth[posts.parent[row] & posts.mask] + 1
    np.add.at(posts.reshares, roots, 1)
    np.add.at(posts.engagement, roots, 1)
    archive(world, ids)


def _book(world: World, authors: I32, sent: I32) -> None:
    """Count visits, deliveries and views; put the exposures in the order of readers."""
    network, seen = world.network, world.exposures
    world.awake = np.unique(authors)
    world.sessions = np.bincount(authors, minlength=world.n)[world.awake].astype(np.float64)
    world.tallies.count("visits", len(authors))
    world.tallies.count("deliveries", int((network.in_start[sent + 1] - network.in_start[sent]).sum()))
    order = np.argsort(seen.column("reader"), kind="stable")
    for name in seen:
        seen.column(name)[:] = seen.column(name)[order]
    count_views(world, np.ones(seen.n))


@rule()
def come(screen: Screen, i: int, letter: tuple[int, int, int], merge: bool) -> None:
    """Put one message (root, post that brings it, copies) on account i's screen, as `hand_over` does with many."""
    post, via, copies, age, size = screen
    root, bringer, weight = letter
    there = -1
    for slot in range(size[i] if merge else 0):
        if post[i, slot] == root:
            there = slot
    if there >= 0:
        copies[i, there] += weight
        age[i, : size[i]] += 1
        return
    size[i] = min(post.shape[1], size[i] + 1)
    for slot in range(size[i] - 1, 0, -1):
        post[i, slot], via[i, slot], copies[i, slot] = post[i, slot - 1], via[i, slot - 1], copies[i, slot - 1]
        age[i, slot] = 1
    post[i, 0], via[i, 0], copies[i, 0], age[i, 0] = root, bringer, weight, 0


@rule()
def _live(choice: Choice, screen: Screen, pulls: Pull, ways: Ways, pages: Pages, seen: Seen) -> int:
    post, via, _, _, size = screen
    start, follower, weight, merge = ways
    authors, ids, act, root, parent, removed = pages
    reader, seen_post, position = seen
    weights = np.empty(post.shape[1])
    count = 0
    for n in range(authors.size):
        i, row = authors[n], ids[n] & pulls.mask
        for slot in range(size[i]):
            reader[count], seen_post[count], position[count] = i, via[i, slot], slot
            count += 1
        if not writes(choice, screen, i, n):
            if meets_question(choice, pulls.learned, i, n):
                removed[row] = 1
                continue
            slot = picked_slot(screen, i, pulls, weights, uniform(choice.again, choice.tick, i, n))
            act[row], root[row], parent[row] = Act.RESHARE, post[i, slot], via[i, slot]
        letter = (root[row], ids[n], weight[i])
        for place in range(start[i], start[i + 1]):
            come(screen, follower[place], letter, merge)
    return count
