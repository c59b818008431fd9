"""The ledger: what the measures cost in money and hours, and in wrongful removals and lowered voices."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass
class Ledger:
    """Running totals of one run; the rights side stands beside the money side."""

    money: float = 0.0  # euros spent by the responding side
    staff_hours: float = 0.0
    removals: int = 0  # posts and accounts removed rightly
    wrongful_removals: int = 0  # posts and accounts removed that broke no rule
    voices_lowered: int = 0  # accounts whose true or ordinary posts were down-ranked or labelled
    newcomers_lost: float = 0.0  # people who did not sign up since that was made harder, an expected number
    appeals: int = 0  # complaints about decisions that were heard
    appeals_upheld: int = 0
    statements: int = 0  # statements of reasons given to those whose posts or accounts were acted on
    unmasked: int = 0  # false names that were publicly exposed
    wrongly_unmasked: int = 0  # genuine accounts that were publicly called false
    records_touched: int = 0  # personal records that somebody published, leaked or collected
    first_statement_hour: float = -1.0  # hour of the first post of the own side on the claim, -1 = none

    def spend(self, money: float, staff_hours: float) -> None:
        """Book the cost of an action."""
        self.money += money
        self.staff_hours += staff_hours

    def as_dict(self) -> dict[str, float]:
        """Plain numbers for checkpoints and results."""
        return asdict(self)
