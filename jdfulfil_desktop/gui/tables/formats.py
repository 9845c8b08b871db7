"""Write numbers, money and times for a cell as the user's country writes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from PySide6.QtCore import QDate, QLocale

from jdfulfil_desktop.gui.spoken import spoken_locale

NOTHING = "–"
"""What an empty cell shows."""

WIB = timezone(timedelta(hours=7), "WIB")


@dataclass(frozen=True)
class CellFormat:
    """Format cell values; times are shown in `zone` and named after it, default WIB."""

    locale: QLocale = field(default_factory=spoken_locale)
    zone: tzinfo = WIB

    def number(self, value: int) -> str:
        """Return a whole number with separators, such as `1.234`."""
        return str(self.locale.toString(value))

    def money(self, value: int) -> str:
        """Return whole rupiah, such as `Rp 12.500`."""
        return f"Rp {self.number(value)}" if value >= 0 else f"-Rp {self.number(-value)}"

    def time(self, value: datetime) -> str:
        """Return day and time without the year, such as `23 Nov 14.02`; naive times are refused."""
        return f"{self.date(value)} {self.clock(value)}"

    def date(self, value: datetime) -> str:
        """Return the day without the year, such as `23 Nov`."""
        local = self._local(value)
        if self._is_chinese:
            return f"{local:%m-%d}"
        return f"{local.day} {self._month(local)}"

    def clock(self, value: datetime) -> str:
        """Return hours and minutes, such as `14.02`."""
        return self._local(value).strftime(f"%H{self._between}%M")

    def time_in_full(self, value: datetime) -> str:
        """Return day, year, seconds and zone for a tooltip: `23 Nov 2025 14.02.11 WIB`."""
        local = self._local(value)
        zone = local.tzname() or ""
        clock = local.strftime(self._between.join(("%H", "%M", "%S")))
        if self._is_chinese:
            return f"{local:%Y-%m-%d} {clock} {zone}".rstrip()
        return f"{local.day} {self._month(local)} {local.year} {clock} {zone}".rstrip()

    @property
    def _is_chinese(self) -> bool:
        return self.locale.language() is QLocale.Language.Chinese

    @property
    def _between(self) -> str:
        """Give what stands between hours and minutes: Indonesians write 14.02."""
        return "." if self.locale.language() is QLocale.Language.Indonesian else ":"

    def _local(self, value: datetime) -> datetime:
        if value.tzinfo is None:
            raise ValueError("a time in a cell must be aware (UTC)")
        return value.astimezone(UTC).astimezone(self.zone)

    def _month(self, local: datetime) -> str:
        short = QLocale.FormatType.ShortFormat
        day = QDate(local.year, local.month, local.day)
        return str(self.locale.monthName(day.month(), short))
