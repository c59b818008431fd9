"""Kept: values that are dear to make, remembered by key up to a number, and never made by two threads at once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """Values by key, the longest unused dropped first; made by one thread at a time for each key."""

    def __init__(self, most: int) -> None:
        self.most, self.lock = most, threading.Lock()
        self.values: OrderedDict[Hashable, Any] = OrderedDict()
        self.making: dict[Hashable, threading.Lock] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, made if it is not there."""
        with self.lock:
            turn = self.making.setdefault(key, threading.Lock())
        try:
            with turn:
                found, value = self._known(key)
                return value if found else self._keep(key, make())
        finally:
            with self.lock:
                self.making.pop(key, None)

    def _known(self, key: Hashable) -> tuple[bool, Any]:
        with self.lock:
            if key not in self.values:
                return False, None
            self.values.move_to_end(key)
            return True, self.values[key]

    def _keep(self, key: Hashable, value: T) -> T:
        with self.lock:
            self.values[key] = value
            while len(self.values) > self.most:
                self.values.popitem(last=False)
        return value
