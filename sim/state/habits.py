"""Habits of those who post by plan or profession: they come to write, not to read."""

from __future__ import annotations

from sim.ground.types import I32
from sim.state.accounts import Accounts


def on_duty(accounts: Accounts, rows: I32, activity: float, source: int) -> None:
    """Let accounts be online every day, open one session for each ordinary post, and read nothing."""
    accounts.activity[rows] = activity
    accounts.online[rows] = 1.0
    accounts.sessions[rows] = activity
    accounts.attention[rows] = 0.0
    accounts.source[rows] = source
