"""The day: one file for each phase; `DAY` in `sim.model` lists them in order.

A phase is a function of the world. It reads the world as the phases before it left it, and its own
changes land together at its end. It draws only from streams named after what is decided, keyed by
account (and post), so that nothing depends on the order of rows or the number of threads.
"""
