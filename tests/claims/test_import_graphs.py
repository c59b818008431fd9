"""An imported graph is the same whatever format it came in; direction is said, ids are hidden, all else is counted."""

from __future__ import annotations

import gzip
import json

import networkx as nx
import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from sim.graphs import imported
from sim.graphs.imported import ImportOptions, load_graph, read_graph, save_graph
from sim.ground.draws import Draws
from sim.ground.problems import Problems
from sim.state.codes import Kind

FOLLOWS = "source follows target"
ARCS = [(10, 2), (2, 10), (2, 33), (33, 400), (400, 10), (10, 400)]  # in the order of ids: 2 10 33 400
KEPT = ImportOptions(direction=FOLLOWS, keep_ids=True)


def arcs_of(graph):
    """The arcs by the ids that the file gave."""
    ids = graph.columns["id"]
    return sorted((int(ids[u]), int(ids[v])) for u, v in zip(*graph.network.arc_list(), strict=True))


def text_of(separator=",", header="", end="\n"):
    return header + "".join(f"{u}{separator}{v}{end}" for u, v in ARCS)


def directed():
    graph = nx.DiGraph()
    graph.add_edges_from(ARCS)
    return graph


def write_packed_zstd(path):
    with pa.CompressedOutputStream(pa.OSFile(str(path), "wb"), "zstd") as file:
        file.write(text_of("\t").encode())


SNAP = "# Directed graph\n# FromNodeId\tToNodeId\n"
WRITERS = {
    "plain.csv": lambda path: path.write_text(text_of()),
    "header.csv": lambda path: path.write_text(text_of(header="source,target\n")),
    "semicolon.csv": lambda path: path.write_text(text_of(";", "von;nach\n")),
    "windows.csv": lambda path: path.write_bytes(b"\xef\xbb\xbf" + text_of(header="a,b\r\n", end="\r\n").encode()),
    "macintosh.csv": lambda path: path.write_text(text_of(end="\r")),
    "quoted.csv": lambda path: path.write_text("".join(f'"{u}","{v}"\n' for u, v in ARCS)),
    "tabs.tsv": lambda path: path.write_text(text_of("\t")),
    "bars.edges": lambda path: path.write_text(text_of("|")),
    "snap.txt": lambda path: path.write_text(SNAP + text_of("\t")),
    "konect.out": lambda path: path.write_text("% asym unweighted\n" + text_of(" ")),
    "blanks.txt": lambda path: path.write_text("".join(f"  {u}   {v} \n" for u, v in ARCS)),
    "between.txt": lambda path: path.write_text("# one\n\n10 2\n# two\n" + text_of(" ")[5:]),
    "packed.csv.gz": lambda path: path.write_bytes(gzip.compress(text_of().encode())),
    "in_two_parts.csv.gz": lambda path: path.write_bytes(
        gzip.compress(text_of()[:5].encode()) + gzip.compress(text_of()[5:].encode())
    ),
    "packed_unnamed.csv": lambda path: path.write_bytes(gzip.compress(text_of().encode())),
    "packed.tsv.zst": write_packed_zstd,
    "g.graphml": lambda path: nx.write_graphml(directed(), path),
    "g.graphml.gz": lambda path: nx.write_graphml(directed(), path),
    "g.gexf": lambda path: nx.write_gexf(directed(), path),
    "g.net": lambda path: nx.write_pajek(directed(), path),
    "links.json": lambda path: path.write_text(json.dumps(nx.node_link_data(directed(), edges="links"))),
    "edges.json": lambda path: path.write_text(json.dumps(nx.node_link_data(directed(), edges="edges"))),
    "table.parquet": lambda path: parquet.write_table(
        pa.table({"source": [u for u, _ in ARCS], "target": [v for _, v in ARCS]}), path
    ),
}


@pytest.mark.parametrize("name", WRITERS)
def test_that_every_format_gives_the_same_graph(name, tmp_path):
    WRITERS[name](tmp_path / name)
    graph = read_graph(tmp_path / name, KEPT)
    assert arcs_of(graph) == sorted(ARCS)
    assert sorted(graph.columns["id"], key=int) == ["2", "10", "33", "400"]
    if not name.endswith(".net"):  # Pajek labels are words
        assert graph.columns["id"].tolist() == ["2", "10", "33", "400"]


def test_that_a_networkx_graph_is_read_as_it_is():
    graph = read_graph(directed(), KEPT)
    assert arcs_of(graph) == sorted(ARCS)
    assert graph.report.origin == "networkx graph"


def edges(tmp_path, text, name="edges.csv"):
    path = tmp_path / name
    path.write_text(text)
    return path


def test_that_the_direction_decides_who_follows_whom_and_is_echoed(tmp_path):
    path = edges(tmp_path, "1,2\n")
    for direction, arcs in ((FOLLOWS, [(1, 2)]), ("source is followed by target", [(2, 1)]),
                            ("undirected", [(1, 2), (2, 1)])):  # fmt: skip
        graph = read_graph(path, ImportOptions(direction=direction, keep_ids=True))
        assert arcs_of(graph) == arcs
        assert direction in graph.report.direction
        assert any(direction in line for line in graph.report.lines())


def test_that_repeated_edges_and_self_follows_are_dropped_and_counted(tmp_path):
    path = edges(tmp_path, "1,2\n1,2\n2,1\n3,3\n2,3\n")
    report = read_graph(path, KEPT).report
    assert (report.follows, report.duplicates_removed, report.self_follows_removed) == (3, 1, 1)
    report = read_graph(path, ImportOptions(direction="undirected")).report
    assert (report.follows, report.duplicates_removed, report.self_follows_removed) == (4, 2, 1)
    assert report.reciprocity == 1.0


def test_that_an_account_that_only_follows_itself_stays_as_an_isolated_one(tmp_path):
    report = read_graph(edges(tmp_path, "1,2\n5,5\n"), KEPT).report
    assert (report.accounts, report.isolated, report.largest_component) == (3, 1, 2)


def test_that_accounts_which_a_graph_file_lists_without_edges_are_isolated(tmp_path):
    graph = directed()
    graph.add_node(7)
    nx.write_graphml(graph, tmp_path / "g.graphml")
    report = read_graph(tmp_path / "g.graphml", KEPT).report
    assert (report.accounts, report.isolated) == (5, 1)


def test_that_an_undirected_file_is_taken_both_ways_and_the_report_says_so(tmp_path):
    nx.write_gexf(nx.Graph(ARCS), tmp_path / "g.gexf")
    report = read_graph(tmp_path / "g.gexf", KEPT).report
    assert report.reciprocity == 1.0
    assert report.direction.startswith("undirected")
    assert any("says that its edges are undirected" in note for note in report.notes)


def test_that_columns_are_chosen_by_name_or_number_and_the_others_named_in_the_report(tmp_path):
    path = edges(tmp_path, "weight,followee,follower\n0.5,2,1\n0.5,3,1\n")
    for source, target in (("follower", "followee"), ("3", "2")):
        options = ImportOptions(direction=FOLLOWS, source_column=source, target_column=target, keep_ids=True)
        graph = read_graph(path, options)
        assert arcs_of(graph) == [(1, 2), (1, 3)]
        assert any("not used: weight" in note for note in graph.report.notes)


def test_that_columns_called_source_and_target_are_found_wherever_they_stand(tmp_path):
    graph = read_graph(edges(tmp_path, "time,target,source\n5,2,1\n"), KEPT)
    assert arcs_of(graph) == [(1, 2)]


def test_that_another_separator_can_be_said(tmp_path):
    path = edges(tmp_path, "1~2\n2~3\n")
    assert arcs_of(read_graph(path, ImportOptions(direction=FOLLOWS, separator="~", keep_ids=True))) == [(1, 2), (2, 3)]


def test_that_ids_may_be_words_of_any_alphabet(tmp_path):
    graph = read_graph(edges(tmp_path, "Élodie,张伟\n张伟,bob smith\n"), KEPT)
    assert graph.columns["id"].tolist() == sorted(["Élodie", "张伟", "bob smith"], key=str.encode)
    assert any("ids are text" in note for note in graph.report.notes)


def test_that_numbers_too_large_for_the_machine_are_words(tmp_path):
    graph = read_graph(edges(tmp_path, f"{10**30},2\n2,7\n"), KEPT)
    assert str(10**30) in graph.columns["id"]


def test_that_far_apart_numbers_keep_their_order(tmp_path):
    graph = read_graph(edges(tmp_path, f"{10**15},7\n900,{10**15}\n"), KEPT)
    assert graph.columns["id"].tolist() == ["7", "900", str(10**15)]


@pytest.mark.parametrize("text", [text_of(), text_of().replace("10", "ten")], ids=["numbers", "words"])
def test_that_neither_the_order_of_rows_nor_the_key_changes_the_network(tmp_path, text):
    shuffled = "".join(sorted(text.splitlines(keepends=True), reverse=True))
    networks = {
        read_graph(edges(tmp_path, told), ImportOptions(direction=FOLLOWS), key=key).network.digest()
        for told in (text, shuffled)
        for key in (b"one", b"two", None)
    }
    assert len(networks) == 1


def test_that_ids_become_pseudonyms_that_only_the_key_makes_again(tmp_path):
    path = edges(tmp_path, "anna,bruno\n")
    options = ImportOptions(direction=FOLLOWS)
    one, again, other, unknown = (read_graph(path, options, key=key).columns["id"].tolist()
                                  for key in (b"one", b"one", b"two", None))  # fmt: skip
    assert one == again
    assert not set(one) & {*other, *unknown, "anna", "bruno"}
    assert all(len(word) == 16 for word in one)


def test_that_no_file_of_a_saved_graph_holds_an_id_or_the_key(tmp_path):
    path = edges(tmp_path, "annabella,brunhilde\n")
    key = b"a secret of thirty-two bytes ..."
    save_graph(read_graph(path, ImportOptions(direction=FOLLOWS), key=key), tmp_path / "saved")
    held = b"".join(file.read_bytes() for file in (tmp_path / "saved").iterdir())
    for word in (b"annabella", b"brunhilde", key, "annabella".encode("utf-32-le")):
        assert word not in held


def test_that_a_saved_graph_is_read_back_whole(tmp_path):
    WRITERS["g.graphml"](tmp_path / "g.graphml")
    graph = read_graph(tmp_path / "g.graphml", KEPT)
    save_graph(graph, tmp_path / "saved")
    loaded = load_graph(tmp_path / "saved")
    assert loaded.network.digest() == graph.network.digest()
    assert loaded.report == graph.report
    assert loaded.words == graph.words
    assert {name: column.tolist() for name, column in loaded.columns.items()} == {
        name: column.tolist() for name, column in graph.columns.items()
    }


NODES = """user,country,language,opinion,side,kind,joined
10,velmora,fr,-0.5,left,citizen,2019
2,osk,en,0.25,right,media outlet,2020
33,velmora,,,left,,2021
99,osk,en,1,right,bot,2022
"""


@pytest.fixture(params=["nodes.csv", "nodes.csv.gz", "nodes.parquet"])
def joined(request, tmp_path):
    path = tmp_path / request.param
    if request.param.endswith("parquet"):
        rows = [line.split(",") for line in NODES.splitlines()]
        columns = {name: [row[place] or None for row in rows[1:]] for place, name in enumerate(rows[0])}
        parquet.write_table(pa.table(columns), path)
    else:
        path.write_bytes(gzip.compress(NODES.encode()) if path.suffix == ".gz" else NODES.encode())
    options = ImportOptions(direction=FOLLOWS, nodes=str(path), keep_ids=True)
    return read_graph(edges(tmp_path, text_of()), options)


def test_that_attributes_are_joined_by_id_and_missing_ones_get_the_stated_default(joined):
    named = {name: [words[code] for code in joined.columns[name]] for name, words in joined.words.items()}
    assert joined.columns["id"].tolist() == ["2", "10", "33", "400"]
    assert named["country"] == ["osk", "velmora", "velmora", "velmora"]
    assert named["language"] == ["en", "fr", "en", "en"]  # of two equally frequent ones, the first
    assert named["group"] == ["right", "left", "left", "left"]
    assert joined.columns["opinion"].tolist() == [0.25, -0.5, 0.0, 0.0]
    assert joined.columns["kind"].tolist() == [Kind.MEDIA_OUTLET, Kind.CITIZEN, Kind.CITIZEN, Kind.CITIZEN]


def test_that_the_report_counts_what_did_not_fit(joined):
    notes = "\n".join(joined.report.notes)
    assert "whose id is in no edge: 1" in notes
    assert 'accounts without country: 1, taken as "velmora"' in notes
    assert "accounts without opinion: 2, taken as neutral" in notes
    assert "accounts without kind: 2, taken as citizen" in notes
    assert "attributes not used: joined" in notes


def test_that_attributes_inside_a_graph_file_are_used_too(tmp_path):
    graph = directed()
    nx.set_node_attributes(graph, {node: "osk" if node > 20 else "velmora" for node in graph}, "country")
    nx.write_graphml(graph, tmp_path / "g.graphml")
    read = read_graph(tmp_path / "g.graphml", KEPT)
    assert [read.words["country"][code] for code in read.columns["country"]] == ["velmora", "velmora", "osk", "osk"]


def test_that_a_third_side_counts_as_missing(tmp_path):
    nodes = edges(tmp_path, "id,party\n10,D\n2,R\n33,I\n400,D\n", "nodes.csv")
    read = read_graph(edges(tmp_path, text_of()), ImportOptions(direction=FOLLOWS, nodes=str(nodes)))
    assert set(read.words["group"]) < {"D", "R", "I"}
    assert len(read.words["group"]) == 2
    assert any("the two most frequent of 3 are kept" in note for note in read.report.notes)


def test_that_the_report_is_plain_data_and_lines(tmp_path):
    report = read_graph(edges(tmp_path, text_of()), KEPT).report
    told = json.loads(json.dumps(report.as_dict()))
    assert (told["accounts"], told["follows"], told["reciprocity"]) == (4, 6, 4 / 6)
    assert len(told["file_sha256"]) == 64
    assert any("4, of which isolated 0" in line for line in report.lines())


def test_that_the_shelf_reads_the_file_that_its_params_name(tmp_path):
    path = edges(tmp_path, text_of())
    graph = imported.generate(999, ImportOptions(file=str(path), direction=FOLLOWS, keep_ids=True), Draws(1))
    assert arcs_of(graph) == sorted(ARCS)
    with pytest.raises(Problems, match="needs a file"):
        imported.generate(10, ImportOptions(), Draws(1))


def test_that_a_long_list_is_read_right_to_its_end(tmp_path):
    count = 200_000
    path = edges(tmp_path, "".join(f"{u},{u + 1}\n" for u in range(count)))
    network = read_graph(path, KEPT).network
    assert (network.n, network.arcs) == (count + 1, count)
    assert np.array_equal(network.out_node, np.arange(1, count + 1))
