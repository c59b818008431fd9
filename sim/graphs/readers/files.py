"""A file as its uncompressed bytes, with a problem that says where a broken one breaks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sim.ground.problems import Problem, Problems

MAGIC = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"BZh": "bz2"}
CHUNK = 1 << 16  # bytes read at a time


@dataclass(frozen=True)
class File:
    """A file to import; problems name it without its folders."""

    path: Path

    @property
    def name(self) -> str:
        """The name that problems and reports show."""
        return self.path.name

    @cached_property
    def compression(self) -> str | None:
        """How the file is packed, told by its first bytes."""
        with self.path.open("rb") as file:
            first = file.read(4)
        return next((name for magic, name in MAGIC.items() if first.startswith(magic)), None)

    def sha256(self) -> str:
        """Hash of the file as it lies on disk."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def bytes(self) -> bytes:
        """The whole file, unpacked."""
        if not self.compression:
            return self.path.read_bytes()
        import pyarrow as pa

        parts: list[bytes] = []
        try:
            with pa.input_stream(self.path, compression=self.compression) as stream:
                while part := stream.read(CHUNK):
                    parts.append(part)
        except OSError as error:
            line = sum(part.count(b"\n") for part in parts) + 1
            found = f"the file breaks off or is damaged ({self.compression}: {error})"
            raise Problems([Problem(f"{self.name}, line {line}", found, advice="Copy or download it again.")]) from None
        return b"".join(parts)

    def problem(self, found: str, line: int = 0, advice: str = "") -> Problem:
        """A problem in this file, in a line if it is known."""
        return Problem(f"{self.name}, line {line}" if line else self.name, found, advice=advice)
