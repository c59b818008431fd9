"""What a browser uploads is told by its content, read within limits, and kept under pseudonyms only."""

from __future__ import annotations

import base64
import gzip
import io
import pickle
import sys
import threading

import networkx as nx
import pyarrow as pa
import pytest
from pyarrow import parquet

from sim import Problems, compose
from sim.dashboard.asked import Asked, Question
from sim.dashboard.formats import ending_of
from sim.dashboard.uploads import Uploads

FOLLOWS = "source follows target"
NAMES = "".join(f"alice{u},bob{(u * 7) % 400}\n" for u in range(400))


@pytest.fixture
def uploads(tmp_path):
    return Uploads(tmp_path / "results")


def refused(uploads, content, direction=FOLLOWS, **columns):
    with pytest.raises(Problems) as told:
        uploads.receive(content, direction, **columns)
    return str(told.value)


def left(uploads):
    return [path.name for path in uploads.folder.rglob("*")] if uploads.folder.exists() else []


def test_that_a_graph_is_read_reported_and_usable_in_a_question(uploads, tmp_path):
    found = uploads.receive(b"source,target\n" + NAMES.encode(), FOLLOWS)
    assert (found.report["accounts"], found.report["follows"]) == (800, 400)
    assert any("pseudonyms" in line for line in found.lines)
    asked = Asked(tmp_path / "results")
    question = Question(("scenario=embassy_rumour", "time.days=1", found.word), ("none",))
    assert asked.load(asked.save(question)) == question
    (wanted,) = asked.wanted(question)
    assert wanted.settings.graph.file.endswith(f"{found.hash}/graph")
    assert wanted.accounts == 800
    assert f"graph={uploads.folder}/{found.hash}/graph" in asked.command(question)
    assert compose([f"graph={uploads.folder}/{found.hash}/graph", "scenario=embassy_rumour", "time.days=1"])


def test_that_no_name_of_a_person_stays_on_the_disk(uploads):
    uploads.receive(NAMES.encode(), FOLLOWS)
    files = [path for path in uploads.folder.rglob("*") if path.is_file()]
    assert files
    for file in files:
        content = file.read_bytes()
        assert b"alice" not in content
        assert "alice7".encode("utf-32-le") not in content
    assert not [name for name in left(uploads) if name.endswith((".csv", "out.txt", "claim"))]


def test_that_the_same_file_is_read_once(uploads, monkeypatch):
    first = uploads.receive(NAMES.encode(), FOLLOWS)
    monkeypatch.setattr("sim.dashboard.apart.start", lambda *_: pytest.fail("read again"))
    assert uploads.receive(NAMES.encode(), FOLLOWS) == first
    assert uploads.upload(first.hash) == first
    assert uploads.all() == [first]
    uploads.forget(first.hash)
    assert uploads.all() == []


def test_that_columns_may_be_named_and_are_never_options(uploads):
    found = uploads.receive(b"x,--out,b\n1,2,3\n2,3,4\n", FOLLOWS, source_column="--out", target_column="b")
    assert found.report["follows"] == 2
    assert "line 1" in refused(uploads, b"a,b\n1,2\n", source_column="--keep-ids")
    assert "is no name" in refused(uploads, b"a,b\n1,2\n", source_column="a\n--keep-ids")
    assert "no direction" in refused(uploads, b"a,b\n1,2\n", direction="--keep-ids")


def graph_as(write):
    out = io.BytesIO()
    write(nx.path_graph(5, create_using=nx.DiGraph), out)
    return out.getvalue()


def as_parquet():
    out = io.BytesIO()
    parquet.write_table(pa.table({"source": [1, 2], "target": [2, 3]}), out)
    return out.getvalue()


FORMATS = {
    ".csv": b"1,2\n2,3\n",
    ".csv.gz": gzip.compress(b"1\t2\n2\t3\n"),
    ".csv.zst": bytes(pa.compress(b"1 2\n2 3\n", codec="zstd", asbytes=True)),
    ".graphml": graph_as(nx.write_graphml),
    ".gexf": graph_as(nx.write_gexf),
    ".graphml.gz": gzip.compress(graph_as(nx.write_graphml)),
    ".net": graph_as(nx.write_pajek),
    ".json": b'{"directed": true, "nodes": [{"id": 1}, {"id": 2}], "links": [{"source": 1, "target": 2}]}',
    ".parquet": as_parquet(),
}


@pytest.mark.parametrize("ending", FORMATS)
def test_that_a_format_is_told_by_content(ending):
    assert ending_of(FORMATS[ending]) == ending


@pytest.mark.parametrize("ending", [".graphml", ".json", ".parquet"])
def test_that_a_format_told_by_content_is_read(uploads, ending):
    assert uploads.receive(FORMATS[ending], FOLLOWS).report["follows"] > 0


STRANGE = {
    "a Python pickle": [pickle.dumps([(1, 2)], protocol) for protocol in range(6)] + [b"cos\nsystem\n(S'x'\ntR."],
    "a zip archive": [b"PK\x03\x04" + bytes(40)],
    "a PDF": [b"%PDF-1.7 ..."],
    "a program": [b"\x7fELF" + bytes(40), b"MZ" + bytes(40)],
    "binary data of no known format": [bytes(range(256)) * 9, gzip.compress(gzip.compress(b"1,2\n" * 99))],
    "neither GraphML nor GEXF": [b"<html><body>1,2</body></html>", b"<?xml version='1.0'?><x/>"],
    "a packed Parquet": [gzip.compress(FORMATS[".parquet"])],
}


@pytest.mark.parametrize("what", STRANGE)
def test_that_what_is_no_graph_is_refused_by_its_content(uploads, what):
    for content in STRANGE[what]:
        assert what in refused(uploads, content)
    assert left(uploads) == []


def test_that_the_importers_own_problems_come_back(uploads):
    said = refused(uploads, b"1,2\n3\n4,-5\n")
    assert "graph.csv, line 2: 1 fields where 2 are expected" in said
    assert "graph.csv, line 3: negative id -5" in said
    assert "breaks off or is damaged" in refused(uploads, gzip.compress(NAMES.encode() * 50)[:-40])
    assert "UTF-16" in refused(uploads, "1,2\n".encode("utf-16"))
    assert "no rows" in refused(uploads, b"")
    assert left(uploads) == []


def test_that_too_large_a_file_is_refused_before_it_is_read(tmp_path):
    small = Uploads(tmp_path, most=1000, command=["/no/such/program"])
    assert "larger than 0.001 MB" in refused(small, b"1,2\n" * 251)
    with pytest.raises(Problems, match="larger than"):
        small.receive_base64("data:text/csv;base64," + "A" * 2000, FOLLOWS)


def test_that_a_gzip_bomb_harms_nobody(tmp_path):
    uploads = Uploads(tmp_path, limits={"memory": 2**30})
    bomb = packed(2**30)
    assert len(bomb) < 10_000_000
    assert "more than 1 GB of memory" in refused(uploads, bomb)
    assert left(uploads) == []


def packed(size):
    """A gzip of so many bytes of an edge list: one part again and again."""
    part = b"1,2\n" * 2**22
    return gzip.compress(part, 9) * (size // len(part))


def test_that_ten_million_lines_are_read(uploads):
    lines = packed(40_000_000)
    assert uploads.receive(lines, FOLLOWS).report["duplicates_removed"] > 8_000_000


def test_that_entities_that_grow_without_end_harm_nobody(uploads):
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY e0 "lol">{entities}]><graphml>&e11;</graphml>'
    assert "upload" in refused(uploads, bomb.encode()) or "graph.graphml" in refused(uploads, bomb.encode())


def test_that_an_entity_cannot_read_a_file_of_the_server(uploads):
    evil = (
        '<?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<graphml><graph edgedefault="directed"><node id="&x;"/></graph></graphml>'
    )
    assert "root:" not in refused(uploads, evil.encode())


def test_that_a_child_that_takes_too_long_is_ended(tmp_path):
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    uploads = Uploads(tmp_path, command=command, seconds=1.0)
    assert "takes longer than 1 s" in refused(uploads, b"1,2\n")
    assert left(uploads) == []


@pytest.mark.parametrize(("code", "says"), [
    ("raise MemoryError", "more than 4 GB of memory"),
    ("import os; os.abort()", "more than 4 GB of memory"),
    ("raise ValueError('odd')", "it cannot be read (ValueError: odd)"),
    ("print('all is well')", "it cannot be read (all is well)"),
])  # fmt: skip
def test_that_a_child_that_ends_badly_is_told_in_words(tmp_path, code, says):
    uploads = Uploads(tmp_path, command=[sys.executable, "-c", code])
    assert says in refused(uploads, b"1,2\n")
    assert left(uploads) == []


def test_that_a_reader_that_breaks_off_once_reads_once_more(tmp_path, caplog):
    marker = tmp_path / "been here"
    code = (
        "import os, pathlib, sys; first = not (mark := pathlib.Path(sys.argv[1])).exists(); mark.touch();"
        "print('no thread to be had' if first else 'graph.csv, line 2: negative id -5.', flush=True);"
        "os.abort() if first else sys.exit(2)"
    )
    uploads = Uploads(tmp_path / "results", command=[sys.executable, "-c", code, str(marker)])
    assert refused(uploads, b"1,2\n3,-5\n") == "graph.csv, line 2: negative id -5."
    assert "no thread to be had" in caplog.text
    assert left(uploads) == []


def test_that_only_a_few_files_are_read_at_once(tmp_path):
    uploads = Uploads(tmp_path, command=[sys.executable, "-c", "import time; time.sleep(60)"], seconds=4.0)
    said = []
    threads = [
        threading.Thread(target=lambda n=n: said.append(refused(uploads, f"{n},2\n".encode()))) for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted("other files" in one for one in said) == [False, False, True, True]


def test_that_a_data_address_is_read_and_a_broken_one_told(uploads):
    data = "data:text/csv;base64," + base64.b64encode(NAMES.encode()).decode()
    assert uploads.receive_base64(data, FOLLOWS).report["accounts"] == 800
    with pytest.raises(Problems, match="broken on its way"):
        uploads.receive_base64("data:text/csv;base64,@@@", FOLLOWS)


@pytest.mark.parametrize("name", ["../../etc", "", "0123456789abcdef", "0123456789abcde/", "." * 16])
def test_that_an_upload_that_is_not_there_is_told_in_words(uploads, name):
    with pytest.raises(Problems, match="no upload"):
        uploads.upload(name)


def test_that_a_damaged_upload_is_told_in_words(uploads):
    found = uploads.receive(NAMES.encode(), FOLLOWS)
    (uploads.folder / found.hash / "graph" / "graph.json").write_text("{")
    with pytest.raises(Problems, match="no upload"):
        uploads.upload(found.hash)
    assert uploads.all() == []
