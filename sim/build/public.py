"""The public: who the ordinary accounts are, where they live, what they think, how they live online."""

from __future__ import annotations

import numpy as np

from sim import catalogue
from sim.ground import csr
from sim.ground.draws import Draws
from sim.ground.network import Network
from sim.ground.types import I32, I64, AnyArray
from sim.scenario import Country, Scenario
from sim.scenario.reading import entries
from sim.settings import Settings
from sim.state.accounts import Accounts
from sim.state.codes import Kind
from sim.state.graph import Graph
from sim.state.names import Names, members_of

COMMUNITY_PULL = 0.6  # assumed: weight of the community in opinions, where the graph brings none


def name_parts(scenario: Scenario, graph: Graph) -> Names:
    """The words behind the numbers of this world."""
    countries = tuple(one.name for one in scenario.countries) or graph.words.get("country", ("everywhere",))
    spoken = [one.language for one in scenario.countries] or list(graph.words.get("language", ("any",)))
    spoken += [segment.language for segment in scenario.segments if segment.language]
    spoken += [actor.language for actor in scenario.actors if actor.language]
    spoken += [entry.language for _, entry in entries(scenario) if entry.language]
    techniques = ["any", *(claim.technique for claim in scenario.claims)]
    return Names(
        claims=tuple(claim.name for claim in scenario.claims), countries=countries,
        languages=tuple(dict.fromkeys(spoken)), segments=tuple(one.name for one in scenario.segments),
        techniques=tuple(dict.fromkeys(techniques)),
        operations=tuple(dict.fromkeys(actor.operation for actor in scenario.actors if actor.operation)),
        deeds=tuple(act.name for act in scenario.acts), images=tuple(image.name for image in scenario.images),
    )  # fmt: skip


def fill_public(accounts: Accounts, settings: Settings, graph: Graph, names: Names, draws: Draws) -> None:
    """Fill the rows of the graph's own accounts (actors that join later are filled by their spec)."""
    n = graph.network.n
    rows = np.arange(n, dtype=np.int32)
    accounts.community[:n] = graph.columns.get("community", np.zeros(n, np.int32))
    accounts.opinion[:n] = _opinions(graph, rows, draws)
    accounts.group[:n] = graph.columns.get("group", accounts.opinion[:n] >= 0)
    accounts.country[:n] = homes(settings.scenario, graph)
    _give_languages(accounts, settings.scenario, graph, n)
    _fill_kinds(accounts, settings, graph, draws)
    _mark_segments(accounts, settings.scenario, names, n, draws)
    if len(names.languages) > 1:
        teach_languages(accounts, settings.scenario, names, n, draws)


def _opinions(graph: Graph, rows: AnyArray, draws: Draws) -> AnyArray:
    if "opinion" in graph.columns:
        return graph.columns["opinion"]
    own = 2.0 * draws.uniform("opinion", 0, rows) - 1.0
    if "community" not in graph.columns:
        return own
    shared = 2.0 * draws.uniform("opinion of community", 0, graph.columns["community"]) - 1.0
    return COMMUNITY_PULL * shared + (1.0 - COMMUNITY_PULL) * own


def homes(scenario: Scenario, graph: Graph) -> I64:
    """Country of each account: the graph's own, or countries filled community by community by their shares."""
    n = graph.network.n
    known = graph.words.get("country", ())
    wanted = [one.name for one in scenario.countries]
    if "country" in graph.columns and (not wanted or (len(known) > 1 and set(known) <= set(wanted))):
        codes = np.array([wanted.index(name) if wanted else place for place, name in enumerate(known)])
        return np.asarray(codes[graph.columns["country"]], np.int64)
    if len(wanted) < 2:
        return np.zeros(n, np.int64)
    # neighbours live together: order by language and community, then cut into shares
    zeros = np.zeros(n, np.int64)
    order = np.lexsort((graph.columns.get("community", zeros), graph.columns.get("language", zeros)))
    shares = np.cumsum([one.share for one in scenario.countries])
    place = np.searchsorted(shares / shares[-1], (np.arange(n) + 0.5) / n)
    country = np.empty(n, np.int64)
    country[order] = place
    return country


def _give_languages(accounts: Accounts, scenario: Scenario, graph: Graph, n: int) -> None:
    if scenario.countries:
        spoken = list(dict.fromkeys(one.language for one in scenario.countries))
        codes = np.array([spoken.index(one.language) for one in scenario.countries], np.int8)
        accounts.language[:n] = codes[accounts.country[:n]]
    else:
        accounts.language[:n] = graph.columns.get("language", 0)


def _fill_kinds(accounts: Accounts, settings: Settings, graph: Graph, draws: Draws) -> None:
    """Citizens first; then the accounts with most followers become influencers and media outlets."""
    n, public = graph.network.n, settings.population
    rows = np.arange(n, dtype=np.int32)
    kinds = np.array(graph.columns.get("kind", np.zeros(n, np.int8)))
    if "kind" not in graph.columns:
        by_followers = most_followed(graph.network)
        shares = ((Kind.INFLUENCER, public.influencers), (Kind.MEDIA_OUTLET, public.media),
                  (Kind.FACT_CHECKER, public.fact_checkers))  # fmt: skip
        start = 0
        for kind, share in shares:
            kinds[by_followers[start : start + round(share * n)]] = kind
            start += round(share * n)
        free = rows[kinds == Kind.CITIZEN]
        kinds[free[draws.uniform("ordinary bot", 0, free) < public.bots]] = Kind.BOT
    accounts.kind[:n] = kinds
    fill_kind(accounts, rows, Kind.CITIZEN, settings, draws)
    for kind in Kind:
        if kind != Kind.CITIZEN:
            fill_kind(accounts, rows[kinds == kind], kind, settings, draws)


def most_followed(network: Network) -> I32:
    """All accounts, those with most followers first, then by row."""
    below_most = (network.in_degree.max(initial=0) - network.in_degree).astype(np.int32)
    order: I32 = csr.grouped(int(below_most.max(initial=0)) + 1, below_most, np.arange(network.n, dtype=np.int32))[1]
    return order


def fill_kind(accounts: Accounts, rows: AnyArray, kind: Kind, settings: Settings, draws: Draws) -> None:
    """Let a kind fill the columns of some rows with what is usual for it."""
    if len(rows):
        name = kind.name.lower()
        catalogue.idea("kinds", name).fill(accounts, rows, settings.population, settings.params_of(name), draws)


def _mark_segments(accounts: Accounts, scenario: Scenario, names: Names, n: int, draws: Draws) -> None:
    rows = np.arange(n)
    for place, segment in enumerate(scenario.segments):
        chosen = draws.uniform(f"segment/{segment.name}", 0, rows) < segment.share
        if segment.country:
            chosen &= accounts.country[:n] == names.countries.index(segment.country)
        accounts.segments[:n] |= np.where(chosen, np.uint32(1 << place), np.uint32(0))


def teach_languages(accounts: Accounts, scenario: Scenario, names: Names, n: int, draws: Draws) -> None:
    """Let the bilingual share of each country understand all languages, and segments the one that is theirs."""
    shares = np.array([one.bilingual for one in scenario.countries] or [Country("").bilingual])
    home = accounts.country[:n] if scenario.countries else np.zeros(n, np.int64)
    bilingual = draws.uniform("bilingual", 0, np.arange(n)) < shares[home]
    every = np.uint32((1 << len(names.languages)) - 1)
    accounts.speaks[:n] |= np.where(bilingual, every, np.uint32(0))
    for segment in scenario.segments:
        if segment.language:
            own = members_of(accounts, names, segment.name)[:n]
            accounts.speaks[:n] |= np.where(own, np.uint32(1 << names.languages.index(segment.language)), np.uint32(0))
