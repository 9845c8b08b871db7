from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QLocale

from jdfulfil_desktop.gui.tables import NOTHING, CellFormat, Column, ColumnKind, ReasonCell
from jdfulfil_desktop.gui.tables.cells import accessible_text, cell_text, cell_tooltip

SHAPES = CellFormat()
AT = datetime(2025, 11, 23, 7, 2, 11, tzinfo=UTC)


def column(kind: ColumnKind) -> Column:
    return Column("x", "Title", kind, 80, lambda row: row)


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (ColumnKind.TEXT, "Shopee", "Shopee"),
        (ColumnKind.TEXT, "", NOTHING),
        (ColumnKind.CODE, None, NOTHING),
        (ColumnKind.CODE, "000123", "000123"),
        (ColumnKind.NUMBER, 1234, "1.234"),
        (ColumnKind.NUMBER, 0, "0"),
        (ColumnKind.NUMBER, -1234567, "-1.234.567"),
        (ColumnKind.MONEY, 12500, "Rp 12.500"),
        (ColumnKind.MONEY, -12500, "-Rp 12.500"),
        (ColumnKind.TIME, AT, "23 Nov 14.02"),
        (ColumnKind.REASON, ReasonCell("R36"), "R36"),
    ],
)
def test_cells_are_written_as_indonesians_write(kind, value, shown) -> None:
    assert cell_text(column(kind), value, SHAPES) == shown


def test_numbers_beyond_32_bits_keep_their_digits() -> None:
    assert SHAPES.number(58_000_000_000_000_007) == "58.000.000.000.000.007"


def test_tooltip_of_a_time_names_year_and_zone() -> None:
    assert cell_tooltip(column(ColumnKind.TIME), AT, SHAPES) == "23 Nov 2025 14.02.11 WIB"


def test_zone_can_be_another() -> None:
    wit = CellFormat(zone=timezone(timedelta(hours=9), "WIT"))
    assert wit.time_in_full(AT) == "23 Nov 2025 16.02.11 WIT"


def test_naive_times_are_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        SHAPES.time(datetime(2025, 1, 1))  # noqa: DTZ001  the point of the test


def test_screen_readers_hear_title_and_text() -> None:
    assert accessible_text(column(ColumnKind.NUMBER), 5, SHAPES) == "Title: 5"


def test_own_tooltip_wins() -> None:
    told = Column("x", "T", ColumnKind.TEXT, 80, lambda r: r, tooltip=lambda r: f"<{r}>")
    assert cell_tooltip(told, "a", SHAPES) == "<a>"
    assert cell_tooltip(column(ColumnKind.TEXT), "", SHAPES) is None


def test_times_are_written_as_chinese_tables_do() -> None:
    chinese = CellFormat(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    assert chinese.time(AT) == "11-23 14:02"
    assert chinese.time_in_full(AT) == "2025-11-23 14:02:11 WIB"
