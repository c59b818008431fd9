"""Detectors: early warning from what anybody can count; one file a method.

A detector is one file with
    CARD    label, how it differs from its neighbours, sources
    Params  a frozen dataclass of numbers with unit, range and source
    watch(world, params) -> bool

`watch` is called at every hour of measurement and says whether there is an alarm; the detect phase writes
`world.alerts` and the journal. It reads only what is public: numbers of posts and reshares on a claim
(`world.tallies.originals`, `.reshares`), hashtags, the text of posts; never beliefs, operations or plans.
What it must remember stands in `world.memory["detectors/<name>/..."]`, as arrays with one entry a claim.
A detector changes nothing else, so that a world with it and one without it live the same life until a plan
answers its alert.
"""
