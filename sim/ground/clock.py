"""The clock: ticks, calendar dates, and the local hour of each country."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass
class Clock:
    """Simulated time. Tick 0 is the scenario's start; the burn-in has negative hours.

    `minutes` is the length of a tick; `start` the calendar moment (UTC) of scenario hour 0;
    `burn_in_ticks` ordinary ticks come first.
    """

    minutes: float
    start: datetime
    burn_in_ticks: int
    horizon_ticks: int
    tick: int = 0

    @property
    def hours_per_tick(self) -> float:
        """Length of a tick in hours."""
        return self.minutes / 60.0

    @property
    def hour(self) -> float:
        """Hours since the scenario's start (negative during the burn-in)."""
        return self.hour_of(self.tick)

    @property
    def last_tick(self) -> int:
        """The number of ticks in the whole run, burn-in included."""
        return self.burn_in_ticks + self.horizon_ticks

    @property
    def day(self) -> int:
        """Whole days since the first tick, for draws that hold for a day."""
        return int(self.tick * self.minutes // 1440)

    def hour_of(self, tick: int) -> float:
        """Scenario hour at which a tick begins."""
        return (tick - self.burn_in_ticks) * self.minutes / 60.0

    def tick_of(self, hour: float) -> int:
        """The first tick that begins at or after a scenario hour."""
        ticks = hour * 60.0 / self.minutes
        whole = int(ticks)
        return self.burn_in_ticks + whole + (1 if ticks > whole + 1e-9 else 0)

    def ticks_in(self, hours: float) -> int:
        """How many ticks a span of hours takes, at least one."""
        return max(1, round(hours * 60.0 / self.minutes))

    def moment(self) -> datetime:
        """Calendar moment (UTC) at which the present tick begins."""
        return self.start + timedelta(hours=self.hour)

    def local_hour(self, utc_offset: float) -> float:
        """Hour of the day, 0 to 24, where clocks run `utc_offset` hours ahead of UTC."""
        moment = self.moment()
        hours = moment.hour + moment.minute / 60.0 + moment.second / 3600.0
        return (hours + utc_offset) % 24.0

    def starts_every(self, hours: float) -> bool:
        """Whether a period of `hours` begins with this tick (or inside it)."""
        ticks = self.tick * self.minutes / 60.0
        return self.tick == 0 or int(ticks / hours + 1e-9) != int((ticks - self.hours_per_tick) / hours + 1e-9)


def calendar_start(text: str) -> datetime:
    """Read a pack's start such as `2031-03-14T07:00` as UTC.

    Raises ValueError when the text is no date.
    """
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
