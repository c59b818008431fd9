"""Detectors: early warning from what anybody can count; one file a method.

A detector is one file with
    CARD    label, how it differs from its neighbours, sources
    ABOUT   what it watches: "claims", "segments" or "accounts"
    Params  a frozen dataclass of numbers with unit, range and source; `staff` is the work that one alarm makes
    watch(world, params) -> Look, or None where it does not look in this hour

`watch` is called at every hour from hour 0 on. A `Look` has a score and a mark of alarm for each claim or
segment; one that watches accounts has one score, and the accounts that it suspects. The detect phase keeps
the scores (`world.sightings`, `world.suspects`) and writes `world.alerts` and the journal. It reads only what
is public: numbers of posts and reshares on a claim (`world.tallies.originals`, `.reshares`), who posted what
where it is not closed (`public_posts`), hashtags; never kinds, beliefs, operations or plans, as a test shows.
What it must remember stands in `world.memory["detectors/<name>/..."]`. A detector changes nothing else, so
that a world with it and one without it live the same life until a plan answers its alert.
"""
