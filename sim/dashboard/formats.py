"""Formats: which kind of graph file some bytes are, by what stands in them and never by a name."""

from __future__ import annotations

import io
import re

from sim.ground.problems import Problem, Problems

HEAD = 65_536  # bytes that are looked at
PACKED = {b"\x1f\x8b": (".gz", "gzip"), b"\x28\xb5\x2f\xfd": (".zst", "zstd"), b"BZh": (".bz2", "bz2")}
NO_GRAPHS = {
    b"PK": "a zip archive or a spreadsheet",
    b"%PDF": "a PDF",
    b"\x89HDF": "an HDF5 file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"SQLite": "a database",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet",
}
PICKLE = re.compile(rb"\x80[\x00-\x05]|c[\w.]+\n\w+\n|\([lditc]p0\n|\]q\x00|\}q\x00")
UTF16 = (b"\xff\xfe", b"\xfe\xff")
KNOWN = ("csv", "tsv", "GraphML", "GEXF", "Pajek", "JSON (node-link)", "Parquet")


def ending_of(content: bytes) -> str:
    """The ending by which the importer knows the format of some bytes; raises `Problems` for what is no graph."""
    packed = next((known for magic, known in PACKED.items() if content.startswith(magic)), None)
    if packed is None:
        return _plain(content[:HEAD])
    inner = _plain(_unpacked(content, packed[1]))
    if inner == ".parquet":
        raise _refused("a packed Parquet file", "Send it as it is.")
    return inner + packed[0]


def _plain(head: bytes) -> str:
    if head.startswith(b"PAR1"):
        return ".parquet"
    if PICKLE.match(head):
        raise _refused("a Python pickle, which could run programs", "Save the edges as CSV.")
    named = next((what for magic, what in NO_GRAPHS.items() if head.startswith(magic)), "")
    if named:
        raise _refused(named, "Save the edges as CSV.")
    if head.startswith(UTF16):
        return ".csv"  # the importer says what to do about it
    if b"\0" in head or any(head.startswith(magic) for magic in PACKED):
        raise _refused("binary data of no known format", "Save the edges as CSV.")
    return _of_text(head.removeprefix(b"\xef\xbb\xbf").lstrip())


def _of_text(text: bytes) -> str:
    lower = text.lower()
    if lower.startswith(b"<"):
        if b"<graphml" in lower:
            return ".graphml"
        if b"<gexf" in lower:
            return ".gexf"
        raise _refused("XML that is neither GraphML nor GEXF", "Save it in one of these.")
    if lower.startswith((b"*vertices", b"*network", b"*arcs", b"*edges")):
        return ".net"
    return ".json" if lower.startswith((b"{", b"[")) else ".csv"


def _unpacked(content: bytes, compression: str) -> bytes:
    """The first bytes of what is packed; none when it is damaged, of which the importer will tell."""
    import pyarrow as pa

    try:
        with pa.input_stream(io.BytesIO(content), compression=compression) as stream:
            return bytes(stream.read(HEAD))
    except (OSError, pa.ArrowException):
        return b""


def _refused(what: str, advice: str) -> Problems:
    return Problems([Problem("upload", f"it is {what}", KNOWN, advice)])
