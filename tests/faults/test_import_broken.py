"""A broken file gets a problem with file and line, all problems at once, and never a traceback."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

import networkx as nx
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from sim.graphs.imported import ImportOptions, load_graph, read_graph, save_graph
from sim.ground.problems import Problems

FOLLOWS = "source follows target"
GOOD = "".join(f"{u},{u + 1}\n" for u in range(1, 2000))


def problems_of(path, **options):
    with pytest.raises(Problems) as told:
        read_graph(path, ImportOptions(**{"direction": FOLLOWS, **options}))
    return [str(problem) for problem in told.value.problems]


def written(tmp_path, content, name="edges.csv"):
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


BROKEN = {
    "a field too few": ("1,2\n3\n4,5\n", "line 2: 1 fields where 2 are expected"),
    "a field too many": (GOOD + "7,8,9\n" + GOOD, "line 2000: 3 fields where 2 are expected"),
    "no id": ("source,target\n1,2\n,3\n", 'line 3: no id in column "source"'),
    "a negative id": ("# made by hand\n1,2\n\n-3,4\n", "line 4: negative id -3"),
    "no edges but a header": ("source,target\n", "no edges"),
    "nothing": ("", "no rows"),
    "only comments": ("# a\n# b\n", "no rows"),
    "one line of a million letters": ("x" * 10**6, "line 1: a line of more than 100,000 characters"),
    "a later line of a million letters": (GOOD + "y" * 10**6 + "\n", "line 2000: a line of 1,000,000 characters"),
    "a million letters and a comma": (GOOD + "y" * 10**6 + ",2\n", "line 2000: a line of 1,000,002 characters"),
    "a very long id": ("a,b\nc," + "z" * 5000 + "\n", "line 2: an id of 5,000 characters"),
    "a header of one word": ("source\n1,2\n3,4\n", 'line 1: no column "2"'),
    "one word a line": ("alpha\nbeta\n", 'line 1: no separator between fields in "alpha"'),
    "binary rubbish": (bytes(range(256)) * 40, "line 1: no text but binary data"),
    "rubbish without zeros": (b"\xfe\xfa,\xf8\n" * 9, "line 1: bytes that are no UTF-8 text"),
    "one line in an old encoding": (
        b"a,b\nc,d\n" + "é,f\n".encode("latin-1"),
        "line 3: bytes that are no UTF-8",
    ),
    "UTF-16": ("1,2\n".encode("utf-16"), "line 1: text in UTF-16. Save it as UTF-8"),
    "a truncated gzip": (gzip.compress(GOOD.encode() * 200)[:-500], "breaks off or is damaged (gzip"),
    "a damaged zstd": (b"\x28\xb5\x2f\xfd" + b"rubbish" * 30, "breaks off or is damaged (zstd"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_that_a_broken_edge_list_is_told_with_file_and_line(fault, tmp_path):
    content, wanted = BROKEN[fault]
    found = problems_of(written(tmp_path, content))
    assert found[0].startswith("edges.csv")
    assert wanted in found[0]
    assert str(tmp_path) not in found[0]
    assert all(len(line) < 300 for line in found)


def test_that_the_line_at_which_a_gzip_breaks_off_is_told(tmp_path):
    packed = gzip.compress("".join(f"{u},{u * 7919 % 100_003}\n" for u in range(300_000)).encode(), 1)
    found = problems_of(written(tmp_path, packed[: len(packed) // 2], "edges.csv.gz"))
    line = int(found[0].split("line ")[1].split(":")[0])
    assert 1 < line < 200_000


def test_that_all_bad_lines_are_told_at_once_up_to_ten(tmp_path):
    assert len(problems_of(written(tmp_path, "1,2\n-3,4\n5\n6,-7\n"))) == 3
    assert len(problems_of(written(tmp_path, "1,2\n" + "8\n" * 50))) == 10


def test_that_an_unknown_column_is_told_with_the_known_ones(tmp_path):
    path = written(tmp_path, "follower,followee\n1,2\n")
    found = problems_of(path, source_column="folower", target_column="followee")
    assert found == ['edges.csv, line 1: no column "folower". Known: followee, follower. Did you mean "follower"?']
    assert 'no column "5"' in problems_of(path, source_column="5")[0]
    assert "the same column" in problems_of(path, source_column="followee", target_column="2")[0]


def test_that_a_direction_must_be_said_and_known(tmp_path):
    path = written(tmp_path, "1,2\n")
    assert "it is not said what an edge means" in problems_of(path, direction="")[0]
    found = problems_of(path, direction="source folows target")
    assert found[0].endswith('Did you mean "source follows target"?')


def test_that_a_separator_is_one_sign(tmp_path):
    assert '"::" is not one sign' in problems_of(written(tmp_path, "1::2\n"), separator="::")[0]


def test_that_a_wrong_direction_and_missing_files_are_told_together(tmp_path):
    found = problems_of(tmp_path / "none.csv", direction="up", nodes=str(tmp_path / "nodes.csv"))
    assert len(found) == 3
    assert "no such file" in found[1]
    assert "no such file" in problems_of(tmp_path)[0]  # a folder is no file


def test_that_broken_graph_files_are_told_with_their_names(tmp_path):
    nx.write_graphml(nx.DiGraph([(1, 2)]), tmp_path / "good.graphml")
    cut = (tmp_path / "good.graphml").read_bytes()[:-30]
    line = cut.count(b"\n") + 1
    assert f"cut.graphml, line {line}: cannot be read" in problems_of(written(tmp_path, cut, "cut.graphml"))[0]
    for name in ("rubbish.graphml", "rubbish.gexf", "rubbish.net", "rubbish.json", "rubbish.parquet"):
        assert problems_of(written(tmp_path, bytes(range(1, 200)) * 9, name))[0].startswith(name)
    for name, text in (("a.json", "[1, 2]"), ("b.json", '{"nodes": [], "links": 3}'), ("c.json", '{"nodes": ['),
                       ("d.json", '{"nodes": [{"id": 1}], "links": [{"source": 1}]}'), ("e.net", "1 2\n"),
                       ("f.gexf", "<gexf/>"), ("g.graphml", "<a/>")):  # fmt: skip
        assert problems_of(written(tmp_path, text, name))[0].startswith(name)


def test_that_graph_files_without_edges_are_told(tmp_path):
    nx.write_graphml(nx.empty_graph(3), tmp_path / "g.graphml")
    assert problems_of(tmp_path / "g.graphml") == ["g.graphml: no edges."]
    parquet.write_table(
        pa.table({"a": pa.array([], pa.int64()), "b": pa.array([], pa.int64())}), tmp_path / "g.parquet"
    )
    assert problems_of(tmp_path / "g.parquet") == ["g.parquet: no edges."]
    assert "no edges" in problems_of(written(tmp_path, '{"nodes": [{"id": 1}], "links": []}', "g.json"))[0]


def test_that_bad_ids_in_parquet_are_told_by_row(tmp_path):
    parquet.write_table(pa.table({"source": [1, -2, 3], "target": [2, 3, None]}), tmp_path / "g.parquet")
    assert problems_of(tmp_path / "g.parquet")[0].startswith("g.parquet, row 2: no id, or a negative one")


NODES = """id,opinion,kind
1,0.5,citizen
2,much,citzen
# a comment
3,1.5,robot
"""


def test_that_bad_attributes_are_told_with_line_and_column_all_at_once(tmp_path):
    nodes = written(tmp_path, NODES, "nodes.csv")
    found = problems_of(written(tmp_path, "1,2\n2,3\n"), nodes=str(nodes))
    assert len(found) == 4
    assert 'nodes.csv, line 3, column "opinion": "much" is no number.' in found
    assert 'nodes.csv, line 5, column "opinion": 1.5 is out of range. Allowed: -1 to 1.' in found
    assert any(line.endswith('Did you mean "citizen"?') and "line 3" in line for line in found)


def test_that_too_many_countries_are_told(tmp_path):
    nodes = written(tmp_path, "id,country\n" + "".join(f"{u},land{u}\n" for u in range(1, 200)), "nodes.csv")
    assert "199 different words" in problems_of(written(tmp_path, GOOD), nodes=str(nodes))[0]


def test_that_a_broken_node_table_is_told_by_its_own_name(tmp_path):
    nodes = written(tmp_path, "id,country\n1\n", "nodes.csv")
    assert problems_of(written(tmp_path, "1,2\n"), nodes=str(nodes))[0].startswith("nodes.csv, line 2")


@pytest.mark.parametrize("lost", ["graph.json", "in_node.npy", "column_id.npy"])
def test_that_half_a_saved_graph_is_never_taken_for_whole(tmp_path, lost):
    graph = read_graph(written(tmp_path, GOOD), ImportOptions(direction=FOLLOWS))
    save_graph(graph, tmp_path / "saved")
    (tmp_path / "saved" / lost).unlink()
    with pytest.raises(Problems, match="no whole saved graph"):
        load_graph(tmp_path / "saved")


def test_that_changed_arcs_are_noticed(tmp_path):
    graph = read_graph(written(tmp_path, GOOD), ImportOptions(direction=FOLLOWS))
    save_graph(graph, tmp_path / "saved")
    place = tmp_path / "saved" / "in_node.npy"
    content = bytearray(place.read_bytes())
    content[-1] ^= 1
    place.write_bytes(content)
    with pytest.raises(Problems, match="not those that were saved"):
        load_graph(tmp_path / "saved")


SOUND = {
    "a.csv": b'source,target,w\n1,2,3\n4,"5",6\n',
    "a.txt": b"# comment\n1 2\n3   4\n",
    "a.csv.gz": gzip.compress(b"1,2\n3,4\n"),
    "a.json": b'{"nodes": [{"id": 1}, {"id": 2}], "links": [{"source": 1, "target": 2}]}',
    "a.net": b'*Vertices 2\n1 "x"\n2 "y"\n*Arcs\n1 2\n',
    "a.graphml": b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">'
    b'<node id="1"/><node id="2"/><edge source="1" target="2"/></graph></graphml>',
}
DAMAGE = (b"", b"\n", b",", b'"', b"\0", b"\xff", b"-", b" ", b"\r", b"#", b"<", b"{", b"9" * 30, b"\xe2\x80\xa8")


@settings(deadline=None, max_examples=200, derandomize=True)
@given(st.sampled_from(sorted(SOUND)), st.integers(0, 200), st.integers(0, 6), st.sampled_from(DAMAGE))
def test_that_damage_anywhere_ends_in_a_graph_or_in_problems(name, place, lost, put):
    sound = SOUND[name]
    place %= len(sound)
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), sound[:place] + put + sound[place + lost :], name)
        try:
            outcome = [name] * read_graph(path, ImportOptions(direction=FOLLOWS)).network.n
        except Problems as told:
            outcome = [problem.where[: len(name)] for problem in told.problems]
    assert set(outcome) == {name}
