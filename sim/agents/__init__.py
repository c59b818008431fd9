"""Agents: the accounts as Mesa agents, which are views over rows of columns, never a million objects.

`install(model, world)` gives a `mesa.Model` the face of a world. From then on `model.agents`,
`model.agents_by_type[Citizen]`, `DataCollector` and `mesa.batch_run` answer as Mesa's own do, from columns.
"""

from sim.agents.account import (
    Account,
    Bot,
    Business,
    Citizen,
    CivilSociety,
    FactChecker,
    Influencer,
    InternationalOrganisation,
    MediaOutlet,
    StateAccount,
    Troll,
)
from sim.agents.roster import Roster, install
from sim.agents.sets import AccountSet

__all__ = [
    "Account",
    "AccountSet",
    "Bot",
    "Business",
    "Citizen",
    "CivilSociety",
    "FactChecker",
    "Influencer",
    "InternationalOrganisation",
    "MediaOutlet",
    "Roster",
    "StateAccount",
    "Troll",
    "install",
]
