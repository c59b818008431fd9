"""Which reader reads which file, by the ending of its name."""

from __future__ import annotations

import importlib
from types import ModuleType

from sim.graphs.readers.files import File

PACKED = (".gz", ".gzip", ".zst", ".zstd", ".bz2")
FORMATS = {
    ".graphml": "graphml",
    ".gexf": "gexf",
    ".net": "pajek",
    ".paj": "pajek",
    ".pajek": "pajek",
    ".json": "node_link",
    ".parquet": "parquet",
    ".pq": "parquet",
}


def reader_of(file: File) -> ModuleType:
    """The reader module; whatever has no ending of its own is read as an edge list in text."""
    endings = [ending.lower() for ending in file.path.suffixes]
    while endings and endings[-1] in PACKED:
        endings.pop()
    format_ = FORMATS.get(endings[-1], "delimited") if endings else "delimited"
    return importlib.import_module(f"sim.graphs.readers.{format_}")
