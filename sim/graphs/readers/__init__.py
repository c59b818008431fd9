"""Readers: one file format a file, each turning what it reads into `Ties`: ids, not yet rows.

A reader offers `read(file, options) -> Ties` and knows nothing of networks. It raises `Problems` that name file
and line. `FORMATS` in `formats.py` maps endings of file names to readers; compression is told by a file's first
bytes, whatever its name.
"""
