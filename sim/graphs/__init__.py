"""Graphs: who follows whom, and what is known of each account; one generator or importer a file.

Each module (or folder) offers

- `CARD`: label in English and French, one sentence how it differs from its neighbours, sources;
- `Params`: a frozen dataclass of `param(...)` fields with unit, range and source;
- `generate(n, params, draws) -> Graph`: a `sim.state.graph.Graph` of n accounts (an importer's file says how many).

An arc u -> v always means "u follows v"; undirected graphs hold both arcs. Columns of the graph are named as
in `Accounts` (community, group, opinion, language, country, kind) and override what the population draws;
`words` holds the names behind codes. All luck comes from `draws` (streams `graph/...`), keyed by account, so
the graph does not hang on threads. A graph changes nothing in the world; it only describes the start.
`readers/` holds the file formats of the importer, one a file.
"""
