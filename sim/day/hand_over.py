"""Hand over: posts of this tick reach the screens of followers, copies of one message merged (SimSoM)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.day.send import send
from sim.ground.rules import rule
from sim.ground.types import B8, I32, I64
from sim.state.screens import Screen
from sim.state.world import World


class Mail(NamedTuple):
    """What goes out, in its order."""

    ids: I32
    roots: I32
    authors: I32
    copies: I32  # as how many each counts


class Fresh(NamedTuple):
    """What has come for each account and was not on its screen: the first that there is room for."""

    post: I32  # (account, slot)
    via: I32
    copies: I32
    size: I32  # (account)
    known: B8  # (account), whether something came that was on the screen


def hand_over(world: World) -> None:
    """Make posts of this tick's drafts, in order, and put them on the screens of their authors' followers."""
    ids = send(world)
    if not len(ids):
        return
    posts, network = world.posts, world.network
    rows = posts.rows(ids)
    authors = posts.author[rows]
    mail = Mail(ids.astype(np.int32), posts.root[rows], authors, world.screens.weight[authors])
    world.tallies.count("deliveries", int((network.in_start[authors + 1] - network.in_start[authors]).sum()))
    merge = world.platform.merge_duplicates
    _hand_over(mail, network.in_start, network.in_node, world.screens.screen(), merge)


@rule()
def blank(accounts: int, width: int) -> Fresh:
    """Nothing has come for anybody yet."""
    room = (accounts, width)
    return Fresh(np.zeros(room, np.int32), np.zeros(room, np.int32), np.zeros(room, np.int32),
                 np.zeros(accounts, np.int32), np.zeros(accounts, np.bool_))  # fmt: skip


@rule()
def settle(screen: Screen, fresh: Fresh, i: int) -> None:
    """Put what has come for account i on top of its screen; the oldest make room.

    If something came that was there already, all that was there grows older by one; else its age becomes 1:
    so does the released SimSoM.
    """
    post, via, copies, age, size = screen
    new, new_via, new_copies, new_size, known = fresh
    count, width = new_size[i], new.shape[1]
    if count == 0 and not known[i]:
        return
    total = min(width, count + size[i])
    for slot in range(total - 1, count - 1, -1):
        old = slot - count
        post[i, slot], via[i, slot], copies[i, slot] = post[i, old], via[i, old], copies[i, old]
        age[i, slot] = age[i, old] + 1 if known[i] else 1
    for slot in range(count):
        post[i, slot], via[i, slot], copies[i, slot] = new[i, slot], new_via[i, slot], new_copies[i, slot]
        age[i, slot] = 0
    size[i], new_size[i], known[i] = total, 0, False


def hand_over_one_by_one(mail: Mail, start: I64, follower: I32, screen: Screen, merge: bool) -> None:
    """The readable twin of `_hand_over`: the rule of delivery, reader by reader, as SimSoM states it."""
    arrived: dict[int, dict[int, list[int]]] = {}
    for root, via, author, weight in zip(mail.roots, mail.ids, mail.authors, mail.copies, strict=True):
        for reader in follower[start[author] : start[author + 1]]:
            came = arrived.setdefault(reader, {})
            name = root if merge else via
            came.setdefault(name, [root, via, 0])[2] += weight
    for reader, came in arrived.items():
        feed = [[row[reader, slot] for row in screen[:4]] for slot in range(screen.size[reader])]
        there = {entry[0]: entry for entry in feed} if merge else {}
        known = any(name in there for name in came)
        for entry in feed:
            entry[3] = entry[3] + 1 if known else 1
        for name in there.keys() & came.keys():
            there[name][2] += came[name][2]
        feed = [[*letter, 0] for name, letter in came.items() if name not in there] + feed
        feed = sorted(feed, key=lambda entry: entry[3])[: screen.post.shape[1]]
        for slot, entry in enumerate(feed):
            for row, value in zip(screen[:4], entry, strict=True):
                row[reader, slot] = value
        screen.size[reader] = len(feed)


@rule(twin=hand_over_one_by_one)
def _hand_over(mail: Mail, start: I64, follower: I32, screen: Screen, merge: bool) -> None:
    """Without sorting: of what comes, only the first few that fit on a screen need to be kept in mind."""
    ids, roots, authors, weights = mail
    post, _, copies, _, size = screen
    fresh = blank(size.size, post.shape[1])
    new, new_via, new_copies, new_size, known = fresh
    width = post.shape[1]
    for n in range(ids.size):
        root, weight = roots[n], weights[n]
        old = merge and root != ids[n]  # what has just been written can be nowhere yet
        for place in range(start[authors[n]], start[authors[n] + 1]):
            i = follower[place]
            found = False
            if old:
                for slot in range(new_size[i]):
                    if new[i, slot] == root:
                        new_copies[i, slot] += weight
                        found = True
                        break
            room = new_size[i] < width
            if old and room and not found:  # without room nothing of what is there will stay
                for slot in range(size[i]):
                    if post[i, slot] == root:
                        copies[i, slot] += weight
                        known[i], found = True, True
                        break
            if room and not found:
                slot = new_size[i]
                new[i, slot], new_via[i, slot], new_copies[i, slot] = root, ids[n], weight
                new_size[i] += 1
    for i in range(size.size):
        settle(screen, fresh, i)
