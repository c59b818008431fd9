"""Access: who may come in, and under which names this server is asked for. A password is kept as its hash alone."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import os
import secrets
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SECRET = ".secret"  # in the results folder, for the owner's eyes alone
BYTES = 32
MOST, MOST_OF_ALL, WITHIN = 5, 50, 60.0  # wrong words of one address and of all together, in so many seconds


@dataclass(frozen=True)
class Access:
    """Words that let people in (none: everybody on this machine), and the names this server answers to (none: any)."""

    password: str = field(default="", repr=False)  # as typed, or its argon2 hash
    token: str = field(default="", repr=False)
    names: tuple[str, ...] = ()
    https: bool = False  # somebody in front speaks TLS for us

    @property
    def guarded(self) -> bool:
        """Whether one has to sign in."""
        return bool(self.password or self.token)

    def known_as(self, host: str) -> bool:
        """Whether a request to this host is meant for us; a page elsewhere may give its own name to our address."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return not self.names or name in self.names


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a host."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


class Doorkeeper:
    """Lets in whoever knows the password or the token, and nobody who guesses fast."""

    def __init__(self, access: Access) -> None:
        from argon2 import PasswordHasher

        self._hasher = PasswordHasher()
        told = access.password
        self._hash = told if told.startswith("$argon2") or not told else self._hasher.hash(told)
        self._token = _digest(access.token) if access.token else b""
        self._wrong: deque[tuple[float, str]] = deque()
        self._one_at_a_time = threading.Lock()  # a hash takes 64 MB, and tries are counted one by one

    def lets_in(self, word: str, who: str) -> bool | None:
        """Whether a word is right; None: too many tries, come again in a minute."""
        with self._one_at_a_time:
            if self._too_many(who):
                return None
            right = self._is_token(word) or self._is_password(word)
            if not right:
                self._wrong.append((time.monotonic(), who))
            return right

    def _too_many(self, who: str) -> bool:
        while self._wrong and self._wrong[0][0] < time.monotonic() - WITHIN:
            self._wrong.popleft()
        return len(self._wrong) >= MOST_OF_ALL or sum(one == who for _, one in self._wrong) >= MOST

    def _is_token(self, word: str) -> bool:
        return bool(self._token) and hmac.compare_digest(_digest(word), self._token)

    def _is_password(self, word: str) -> bool:
        from argon2.exceptions import InvalidHashError, VerificationError

        if not self._hash:
            return False
        try:
            return self._hasher.verify(self._hash, word)
        except (VerificationError, InvalidHashError):
            return False


def session_key(results: Path, access: Access) -> bytes:
    """What signs the cookies: known to this folder alone, and another one as soon as password or token change."""
    return hmac.digest(_secret(results), _digest(access.password) + _digest(access.token), "sha256")


def _secret(results: Path) -> bytes:
    """The random number of a results folder, made by whichever server comes first."""
    path = results / SECRET
    results.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{SECRET}.{secrets.token_hex(8)}")
    if not path.exists():
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(BYTES))
        try:
            os.link(fresh, path)  # all of it or nothing, and never over that of another
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_bytes()


def _digest(word: str) -> bytes:
    return hashlib.sha256(word.encode()).digest()
