"""Ground: columns, network, draws, rules, clock, cards and problems; no social words here."""
