"""Belief rules: how an exposure to a claim changes a mind.

A belief rule is one file with
    CARD    label, the idea in one sentence, sources
    Params  a frozen dataclass of numbers with unit, range and source
    update(world) -> None

`update` reads `world.impressions` (one row for each exposure to a claim in this tick, reader by
reader) and the belief columns, and writes `world.impressions.change`: the step in log-odds that each
impression makes, positive towards the claim. It changes nothing else. Common to all rules, and not
theirs to do: labels (C5), limits of correction (A61), forgetting (A59, A68), trust (C7).

The change of an impression must not depend on impressions of other readers, must grow with trust in
the source and must shrink with resistance (inoculation). Several impressions of one reader in a tick
may build on each other.
"""
