"""Ids become pseudonyms by a keyed hash: without the key nobody can tell who is who, or test a guess."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

import numpy as np

from sim.ground.types import AnyArray

KEY_BYTES = 32
DIGEST_BYTES = 8


def pseudonyms(ids: Any, key: bytes | None) -> AnyArray:
    """A word of 16 hexadecimal digits for each id; without a key a new one is made and thrown away."""
    keyed = hashlib.blake2b(digest_size=DIGEST_BYTES, key=(key or secrets.token_bytes(KEY_BYTES))[:64])
    hashed = []
    for word in ids.cast("string").cast("binary").to_pylist():
        one = keyed.copy()  # the key is mixed in once for all
        one.update(word)
        hashed.append(one.digest())
    return np.frombuffer(b"".join(hashed).hex().encode(), f"S{2 * DIGEST_BYTES}").astype(f"U{2 * DIGEST_BYTES}")
