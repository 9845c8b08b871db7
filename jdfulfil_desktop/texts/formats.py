"""Write numbers, money, times and sizes as the user's country writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from datetime import date as day_of_year

from jdfulfil_desktop.texts.catalogue import Catalogue

ZONES: dict[str, timezone] = {
    "WIB": timezone(timedelta(hours=7), "WIB"),
    "WITA": timezone(timedelta(hours=8), "WITA"),
    "WIT": timezone(timedelta(hours=9), "WIT"),
}
"""Indonesia's three zones; none has summer time."""
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


class Formats:
    """Format values in one language; times are shown in `zone` (WIB, WITA or WIT)."""

    def __init__(self, words: Catalogue, zone: str = "WIB") -> None:
        self._words = words
        self.zone = ZONES.get(zone, ZONES["WIB"])
        self._indonesian = words.lang == "id"

    def number(self, value: int) -> str:
        """Return a whole number with separators: `1.234`, in English and Chinese `1,234`."""
        text = f"{value:,}"
        return text.replace(",", ".") if self._indonesian else text

    def decimal(self, value: float, places: int = 1) -> str:
        """Return a number with at most `places` decimals: `1.234,5`; closing zeros fall away."""
        text = f"{value:,.{places}f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        return text.translate(str.maketrans(",.", ".,")) if self._indonesian else text

    def money(self, rupiah: int) -> str:
        """Return whole rupiah: `Rp 12.500`."""
        return f"-Rp {self.number(-rupiah)}" if rupiah < 0 else f"Rp {self.number(rupiah)}"

    def weight(self, grams: int) -> str:
        """Return grams below a kilogram, else kilograms: `250 g`, `1,25 kg`."""
        return f"{grams} g" if abs(grams) < 1000 else f"{self.decimal(grams / 1000, 3)} kg"

    def length(self, millimetres: int) -> str:
        """Return centimetres: `12,5 cm`."""
        return f"{self.decimal(millimetres / 10)} cm"

    def date(self, at: datetime) -> str:
        """Return day and month: `23 Nov`, in Chinese `11月23日`."""
        local = self._local(at)
        month = self._words.say(f"month.m{local.month}")
        return f"{month}{local.day}日" if self._words.lang == "zh" else f"{local.day} {month}"

    def day(self, on: day_of_year) -> str:
        """Return a calendar day with its year: `23 Nov 2025`, in Chinese `2025年11月23日`."""
        month = self._words.say(f"month.m{on.month}")
        if self._words.lang == "zh":
            return f"{on.year}年{month}{on.day}日"
        return f"{on.day} {month} {on.year}"

    def clock(self, at: datetime) -> str:
        """Return hour and minute: `14.02`, elsewhere `14:02`."""
        return f"{self._local(at):%H.%M}" if self._indonesian else f"{self._local(at):%H:%M}"

    def time(self, at: datetime) -> str:
        """Return day and time without the year: `23 Nov 14.02`."""
        return f"{self.date(at)} {self.clock(at)}"

    def time_in_full(self, at: datetime) -> str:
        """Return day, year, time with seconds and zone: `23 Nov 2025 14.02.11 WIB`."""
        local = self._local(at)
        mark = "." if self._indonesian else ":"
        day = f"{local.year}年{self.date(at)}" if self._words.lang == "zh" else ""
        day = day or f"{self.date(at)} {local.year}"
        return f"{day} {self.clock(at)}{mark}{local:%S} {local.tzname()}"

    def span(self, seconds: float) -> str:
        """Return a length of time in its largest unit: `3 menit`, `2 hari`."""
        rest = abs(seconds)
        for unit, size in (("days", _DAY), ("hours", _HOUR), ("minutes", _MINUTE)):
            if rest >= size:
                return self._words.count(f"count.{unit}", int(rest // size))
        return self._words.count("count.seconds", int(rest))

    def when(self, at: datetime | None, now: datetime) -> str:
        """Return how long ago or ahead a time is: `3 menit lalu`; `belum pernah` for none."""
        if at is None:
            return self._words.say("when.never")
        seconds = (now - at).total_seconds()
        if abs(seconds) < 10:
            return self._words.say("when.now")
        return self._words.say("when.ago" if seconds > 0 else "when.ahead", span=self.span(seconds))

    def _local(self, at: datetime) -> datetime:
        if at.tzinfo is None:
            raise ValueError("times are UTC-aware")
        return at.astimezone(UTC).astimezone(self.zone)


def masked(secret: str) -> str:
    """Return a PIN as it is shown until asked for: its ends only, `jd••••01` (R9)."""
    if len(secret) <= 4:
        return "•" * len(secret)
    return f"{secret[:2]}{'•' * (len(secret) - 4)}{secret[-2:]}"
