"""Kinds of account: what sort of people and institutions there are, and what is usual for each.

A kind is one file with
    CARD    label, the idea in one sentence, sources
    KIND    its number in `sim.state.codes.Kind`
    Params  a frozen dataclass of the numbers that are its own
    fill(accounts, rows, public, params, draws) -> None

`fill` sets the columns of the accounts in `rows` at the start of a run: activity, sessions, attention,
literacy, susceptibility, and as whom readers take them. `public` are the population settings of the
run (what is usual for ordinary people). It draws from streams named after the quantity, by account,
so that one more account of another kind changes nobody's draws.
"""
