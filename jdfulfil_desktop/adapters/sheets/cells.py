"""Read single cells: text first, exact ids, whole quantities, rupiah, dates in Jakarta's time.

A cell is what the workbook reader gives: text, float, int, bool, date, time. Nothing is guessed:
what cannot be read exactly raises `BadCell` with the row problem's code.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from jdfulfil_desktop.adapters.sheets.profiles.layout import DateOrder

Cell = str | float | int | bool | date | datetime | time | timedelta | None

JAKARTA = ZoneInfo("Asia/Jakarta")
EXACT_DIGITS = 15
"""A spreadsheet number keeps 15 digits; a longer id saved as a number is lost."""
QUANTITY_LIMIT = 999_999
"""Units on one line. JD takes an int; more than this is a slip of the keyboard."""
BLANK_WORDS = frozenset({"", "-"})

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
_ID_INVISIBLE = re.compile("[\t\r\n\u00a0]|" + _INVISIBLE.pattern)
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE]\+?\d+")
_FRACTION = re.compile(r"\d+[.,]\d+")
_QUOTED_FORMULA = re.compile(r'="(.*)"')
_WHOLE = re.compile(r"\d+(?:\.0{1,2})?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NO_MONEY = frozenset({"", "-", "rp", "non tunai"})
_DATE = re.compile(
    r"(\d{1,4})[-/. ]([A-Za-z]+|\d{1,2})[-/. ](\d{1,4})"
    r"(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp][Mm])?)?"
    r"\s*(Z|[+-]\d{2}:?\d{2})?"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januari", "january"),
            ("feb", "februari", "february"),
            ("mar", "maret", "march"),
            ("apr", "april"),
            ("may", "mei"),
            ("jun", "juni", "june"),
            ("jul", "juli", "july"),
            ("aug", "agu", "agt", "agustus", "august"),
            ("sep", "sept", "september"),
            ("oct", "okt", "oktober", "october"),
            ("nov", "november"),
            ("dec", "des", "desember", "december"),
        ),
        start=1,
    )
    for name in names
}


class BadCell(Exception):
    """A cell that cannot be read; `code` is a row problem's code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def show(cell: Cell) -> str:
    """Give a cell as the user would recognise it, for problems and plain text fields."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, (datetime, date, time)):
        return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()
    return str(cell)


def text(cell: Cell) -> str:
    """Read free text: trimmed, without control characters and bidi marks; `-` stays."""
    if cell is None or cell == "":
        return ""
    value = cell if isinstance(cell, str) else show(cell)
    if not value.isprintable():
        value = _INVISIBLE.sub("", value)
    value = value.strip()
    return _unguarded(value) if value.startswith("'") else value


def word(cell: Cell) -> str:
    """Read a short text in which `-` means empty; inner blanks and line ends become one blank."""
    if cell is None or cell in {"", "-"}:
        return ""
    value = text(cell)
    if value in BLANK_WORDS:
        return ""
    return value if value.isprintable() and "  " not in value else " ".join(value.split())


def identifier(cell: Cell, code: str = "id_not_exact") -> str:
    """Read an id exactly or raise BadCell(code): no rounded number, no fraction, no `1.2E+12`."""
    if not isinstance(cell, str):
        return _numeric_identifier(cell, code)
    value = cell.strip()
    if not (value.isascii() and value.isprintable()):
        value = _ID_INVISIBLE.sub("", value).strip()
    if value.startswith(("=", "'")):
        quoted = _QUOTED_FORMULA.fullmatch(value)
        value = quoted[1].strip() if quoted else _unguarded(value)
        value = value[1:] if value[:1] == "'" and value[1:].isdigit() else value
    if value == "-":
        return ""
    if value and value[0] in "0123456789+-" and not value.isdigit():
        if _SCIENTIFIC.fullmatch(value) and "+" in value:
            raise BadCell(code)
        if _FRACTION.fullmatch(value):
            raise BadCell(code)
    return value


def _numeric_identifier(cell: Cell, code: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        raise BadCell(code)
    if isinstance(cell, float) and not cell.is_integer():
        raise BadCell(code)
    if cell < 0 or cell >= 10**EXACT_DIGITS:
        raise BadCell(code)
    return str(int(cell))


def tracking_number(cell: Cell) -> str:
    """Read a tracking number; a numeric cell may have lost leading zeros and is refused."""
    if cell is not None and not isinstance(cell, str):
        raise BadCell("tracking_number_not_text")
    return identifier(cell, "tracking_number_not_text")


def sku(cell: Cell) -> str:
    """Read a SKU: an id in which letters and digits are the seller's own (`12E3` is one)."""
    if isinstance(cell, str):
        value = text(cell)
        quoted = _QUOTED_FORMULA.fullmatch(value)
        value = " ".join((quoted[1] if quoted else value).split())
        return "" if value in BLANK_WORDS else value
    return _numeric_identifier(cell, "id_not_exact")


def quantity(cell: Cell, *, least: int = 1) -> int:
    """Read whole units from `least` to the limit; raise BadCell("quantity_invalid") otherwise."""
    if isinstance(cell, str):
        value = text(cell)
        if not (value.isascii() and _WHOLE.fullmatch(value)):
            raise BadCell("quantity_invalid")
        units = int(value.split(".", 1)[0]) if len(value) < 12 else QUANTITY_LIMIT + 1
    elif isinstance(cell, bool) or not isinstance(cell, (int, float)) or cell % 1:
        raise BadCell("quantity_invalid")
    else:
        units = int(cell)
    if not least <= units <= QUANTITY_LIMIT:
        raise BadCell("quantity_invalid")
    return units


def returned(cell: Cell) -> int:
    """Read the units that came back: from 0 on; raise BadCell("quantity_invalid") otherwise."""
    return quantity(cell, least=0)


def number(cell: Cell) -> Decimal | None:
    """Read an amount: dots before three digits are thousands; blanks, `-`, `Non Tunai` are None."""
    if isinstance(cell, bool):
        raise BadCell("bad_number")
    if isinstance(cell, (int, float)):
        if cell - cell != 0:
            raise BadCell("bad_number")
        return Decimal(str(cell))
    if cell is not None and not isinstance(cell, str):
        raise BadCell("bad_number")
    value = text(cell).casefold().replace("\u00a0", " ").strip()
    if value in _NO_MONEY:
        return None
    value = value.removeprefix("idr").removeprefix("rp").removeprefix(".").strip()
    negative = value.startswith("-")
    value = value.removeprefix("-").removeprefix("rp").strip()
    if _THOUSANDS.fullmatch(value):
        value = value.replace(".", "").replace(",", ".")
    elif _ENGLISH_THOUSANDS.fullmatch(value):
        value = value.replace(",", "")
    elif not _PLAIN_NUMBER.fullmatch(value) and not _PLAIN_NUMBER.fullmatch(
        value.replace(",", ".")
    ):
        raise BadCell("bad_number")
    amount = Decimal(value.replace(",", "."))
    return -amount if negative else amount


def rupiah(cell: Cell) -> int | None:
    """Read money as whole rupiah; None where the cell is empty or says `Non Tunai`."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, str) and cell.isascii() and cell.isdigit():
        return int(cell)
    amount = number(cell)
    return None if amount is None else int(amount.to_integral_value(ROUND_HALF_UP))


def moment(cell: Cell, order: DateOrder) -> int | None:
    """Read a date and time of Jakarta as UTC seconds since 1970; None where empty.

    `01/08/2026` is 1 August: day first unless a four-digit year leads. Raises BadCell("bad_date").
    """
    if cell is None or cell == "":
        return None
    if isinstance(cell, datetime):
        return _seconds(cell if cell.tzinfo else cell.replace(tzinfo=JAKARTA))
    if isinstance(cell, date):
        return _seconds(datetime(cell.year, cell.month, cell.day, tzinfo=JAKARTA))
    if not isinstance(cell, str):
        raise BadCell("bad_date")
    value = " ".join(text(cell).split())
    if value in BLANK_WORDS:
        return None
    parts = _DATE.fullmatch(value)
    if not parts:
        raise BadCell("bad_date")
    try:
        return _seconds(_assembled(parts, order))
    except (ValueError, KeyError) as error:
        raise BadCell("bad_date") from error


def _assembled(parts: re.Match[str], order: DateOrder) -> datetime:
    first, second, third, hour, minute, second_of, half, zone = parts.groups()
    month = int(second) if second.isdigit() else _MONTHS[second.casefold()]
    if len(first) == 4:
        year, day = int(first), int(third)
    elif order is DateOrder.DAY_FIRST and len(third) == 4:
        year, day = int(third), int(first)
    else:
        raise ValueError(first)
    hours = int(hour or 0)
    if half:
        if not 1 <= hours <= 12:
            raise ValueError(hour)
        hours = hours % 12 + (12 if half.casefold() == "pm" else 0)
    naive = datetime(year, month, day, hours, int(minute or 0), int(second_of or 0))  # noqa: DTZ001  # the zone follows below
    if not zone:
        return naive.replace(tzinfo=JAKARTA)
    return datetime.fromisoformat(naive.isoformat() + ("+00:00" if zone == "Z" else zone))


def _seconds(when: datetime) -> int:
    return int(when.timestamp())


def _unguarded(value: str) -> str:
    """Take off the apostrophe that an export of ours puts before `= + - @`."""
    return value[1:] if value[:1] == "'" and value[1:2] in {"=", "+", "-", "@"} else value
