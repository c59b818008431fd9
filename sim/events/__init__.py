"""Events: what happens to everybody and nobody in the scenario chose; one file an event.

An event is one file with
    CARD    label, the idea in one sentence, sources
    Params  a frozen dataclass of numbers with unit, range and source
    begin(world, entry), during(world, entry), end(world, entry): any of them, as on the shelf of tactics
    READS_AUDIENCE, BY_COUNTRY, CUTS_SERVICE, NEEDS  as there

An event may queue posts through `sim.state.acts` or as ordinary drafts, and may change columns of accounts,
posts or claims for as long as it lasts; what it changed for a time it gives back in `end`. It has no side,
no cost and no rights class. Its luck comes from streams of its own, keyed by account. With strength zero it
leaves the world as it was, bit for bit.
"""
