"""Tactics: what an operation does to spread a claim or to silence others; one file a mechanism.

A tactic is one file with
    CARD    label, how it differs from its neighbours, sources, DISARM ids of the red framework 1.7, `cost` of one act
    Params  a frozen dataclass of numbers with unit, range and source; rates are per day and account
    begin(world, entry), during(world, entry), end(world, entry): any of them
    waits(params, accounts)  hours until it first acts, where that is not its `delay`
    READS_AUDIENCE  True if it is aimed at `entry.audience`; an audience named for another is told to the author
    FILLS_AUDIENCE  True if that audience is a segment which it fills (declared with share 0)
    BY_COUNTRY, NEEDS_LAYERS  True if that must be a country, or if it takes several platforms; told likewise
    NEEDS   which of `by`, `claim` and `hours` an entry cannot do without; told likewise; no run lacks a claim
    CUTS_SERVICE  True if it can keep people from platforms, so that their dark hours are counted

`begin` is called in the entry's first tick, `during` in every tick while it lasts (the first included),
`end` in the tick after. `entry.actors` are the rows that act, `entry.claim` the claim's row or -1,
`entry.audience` a segment or "". What tactics have in common stands in `sim.state.plans`.

A tactic queues posts through `sim.state.acts` and writes nothing else but `world.shared`, hashtags, names,
takeovers, campaigns, what the press takes up and through how many hands content came, who is in a segment, what
is shown and searched on its claim, engagement that it fakes, the strength of its operation's entries, the follows of
its own accounts and of those whom it brings together, on single-act platforms their rows of `world.screens`, and on
layers the service (through `sim.state.service`) and who is there for how much time; accounts that cannot act do
nothing. Its luck comes from streams of its own, keyed by account and by `posts.key`, never by a post's id. With
strength zero it leaves the world as it was, bit for bit.
It represents effects on artificial accounts; it holds no text and no how-to.
"""
