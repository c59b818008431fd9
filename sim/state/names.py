"""Names: the words behind the numbers that columns hold, and who belongs to what they name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.types import B8, AnyArray
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
    deeds: tuple[str, ...] = ()
    images: tuple[str, ...] = ()


def members_of(accounts: Accounts, names: Names, part: str, rows: AnyArray | slice = slice(None)) -> B8:
    """Mask of those of the rows that belong to a segment, country or language; all of them for an empty name."""
    country = accounts.column("country")[rows]
    if not part:
        return np.ones(len(country), np.bool_)
    if part in names.segments:
        bit = np.uint32(1 << names.segments.index(part))
        return np.asarray((accounts.column("segments")[rows] & bit) != 0)
    if part in names.countries:
        return np.asarray(country == names.countries.index(part))
    return np.asarray(accounts.column("language")[rows] == names.languages.index(part))
