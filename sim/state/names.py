"""Names: the words behind the numbers that columns hold, and who belongs to what they name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.types import B8
from sim.state.accounts import Accounts


@dataclass
class Names:
    """Each tuple gives the word for a number: `countries[accounts.country[row]]`."""

    claims: tuple[str, ...] = ()
    countries: tuple[str, ...] = ("velmora",)
    languages: tuple[str, ...] = ("fr",)
    segments: tuple[str, ...] = ()
    techniques: tuple[str, ...] = ("any",)
    operations: tuple[str, ...] = ()


def members_of(accounts: Accounts, names: Names, part: str) -> B8:
    """Mask of the accounts of a segment, country or language; everybody for an empty name."""
    if not part:
        return np.ones(accounts.n, np.bool_)
    if part in names.segments:
        bit = np.uint32(1 << names.segments.index(part))
        return np.asarray((accounts.column("segments") & bit) != 0)
    if part in names.countries:
        return np.asarray(accounts.column("country") == names.countries.index(part))
    return np.asarray(accounts.column("language") == names.languages.index(part))
