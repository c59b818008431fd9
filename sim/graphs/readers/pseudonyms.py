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
    secret = (key or secrets.token_bytes(KEY_BYTES))[:64]
    words = (str(one).encode() for one in ids.to_pylist())
    hashed = (hashlib.blake2b(word, digest_size=DIGEST_BYTES, key=secret).digest() for word in words)
    return np.frombuffer(b"".join(hashed).hex().encode(), f"S{2 * DIGEST_BYTES}").astype(f"U{2 * DIGEST_BYTES}")
