"""Countermeasures: what the responding side, its partners or the platform do; one file a measure.

A countermeasure is one file with
    CARD    label, how it differs from its neighbours, sources, DISARM counters, and what a planner weighs:
            `rights` (class of the 2024 Companion Guide, the strictest of its counters), `cost`, `authority`
    Params  a frozen dataclass of numbers with unit, range and source; delays in hours, rates per day
    cost(entry)  what it costs with these params; nothing at strength zero
    begin(world, entry), during(world, entry), end(world, entry), waits(params, accounts): as on the shelf of tactics

A countermeasure queues posts through `sim.state.acts`, moves the lever columns of `world.claims`, or marks
posts and accounts (label, downrank, removed, status, inoculation). Measures of a platform have a delay and
make mistakes; whom they hit wrongly is booked in `world.ledger`. A lever stays moved until the entry ends:
such an entry needs `hours`. Its luck comes from streams of its own, keyed by account and by `posts.key`.
With strength zero (coverage, share, rate or count 0) it leaves the world as it was, bit for bit.
"""
