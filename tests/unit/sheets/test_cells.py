"""Cells are read exactly or refused."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from jdfulfil_desktop.adapters.sheets import cells
from jdfulfil_desktop.adapters.sheets.cells import BadCell
from jdfulfil_desktop.adapters.sheets.profiles.layout import DateOrder


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("260801AAAA0001", "260801AAAA0001"),
        (" 580000000000000001\t", "580000000000000001"),
        ("\u200e580000000000000001\u202c\ufeff", "580000000000000001"),
        ("INV/20240801/XX/VIII/200000001", "INV/20240801/XX/VIII/200000001"),
        ('="580000000000000001"', "580000000000000001"),
        ("'580000000000000001", "580000000000000001"),
        (240000000001.0, "240000000001"),
        (999_999_999_999_999.0, "999999999999999"),
        ("-", ""),
        (None, ""),
        ("#1001", "#1001"),
        ("12E3", "12E3"),
    ],
)
def test_ids_that_are_whole(cell: cells.Cell, wanted: str) -> None:
    assert cells.identifier(cell) == wanted


@pytest.mark.parametrize(
    "cell",
    [
        5.812345678901235e17,
        1_000_000_000_000_000.0,
        12.5,
        -3.0,
        True,
        "5.812345678901235e+17",
        "1.2E+12",
        "1,2E+12",
        "580000000000000001.0",
        datetime(2026, 8, 1),  # noqa: DTZ001  # cells carry no zone
    ],
)
def test_ids_that_are_lost(cell: cells.Cell) -> None:
    with pytest.raises(BadCell) as bad:
        cells.identifier(cell)
    assert bad.value.code == "id_not_exact"


@pytest.mark.parametrize("cell", [12345678.0, 8, "1.23E+11"])
def test_a_numeric_tracking_number_may_have_lost_zeros(cell: cells.Cell) -> None:
    with pytest.raises(BadCell) as bad:
        cells.tracking_number(cell)
    assert bad.value.code == "tracking_number_not_text"


def test_a_tracking_number_of_digits_is_fine_as_text() -> None:
    assert cells.tracking_number("000000000006") == "000000000006"


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [("2", 2), (3.0, 3), (4, 4), ("5.0", 5), (" 6 ", 6), (str(cells.QUANTITY_LIMIT), 999_999)],
)
def test_quantities(cell: cells.Cell, wanted: int) -> None:
    assert cells.quantity(cell) == wanted


@pytest.mark.parametrize(
    "cell",
    [
        "0",
        0.0,
        "-1",
        -2.0,
        "1.5",
        1.5,
        "dua",
        "",
        "1.000",
        "1,5",
        "1000000",
        1e9,
        True,
        "٣",
        "9" * 40,
    ],
)
def test_quantities_that_are_refused(cell: cells.Cell) -> None:
    with pytest.raises(BadCell) as bad:
        cells.quantity(cell)
    assert bad.value.code == "quantity_invalid"


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("82.500", 82_500),
        ("1.082.500", 1_082_500),
        ("Rp 12.345", 12_345),
        ("Rp12.345,00", 12_345),
        ("Rp. 9.000", 9_000),
        ("45000", 45_000),
        (45000.0, 45_000),
        (12.4, 12),
        ("45000.00", 45_000),
        ("12,345", 12_345),
        ("-5.000", -5_000),
        ("0", 0),
        ("Non Tunai", None),
        ("-", None),
        ("", None),
        (None, None),
    ],
)
def test_money(cell: cells.Cell, wanted: int | None) -> None:
    assert cells.rupiah(cell) == wanted


@pytest.mark.parametrize("cell", ["gratis", "12a", "1.2.3", float("nan"), True, "1e5"])
def test_money_that_is_none(cell: cells.Cell) -> None:
    with pytest.raises(BadCell) as bad:
        cells.rupiah(cell)
    assert bad.value.code == "bad_number"


def utc(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("cell", "order", "wanted"),
    [
        ("2026-08-01 09:58", DateOrder.YEAR_FIRST, utc(2026, 8, 1, 2, 58)),
        ("01/08/2026 09:15:00", DateOrder.DAY_FIRST, utc(2026, 8, 1, 2, 15)),
        ("01-08-2024 08:30:15", DateOrder.DAY_FIRST, utc(2024, 8, 1, 1, 30, 15)),
        ("01 Aug 2026 09:40", DateOrder.DAY_FIRST, utc(2026, 8, 1, 2, 40)),
        ("1 Agustus 2026", DateOrder.DAY_FIRST, utc(2026, 7, 31, 17)),
        ("01/08/2026 9:15 PM", DateOrder.DAY_FIRST, utc(2026, 8, 1, 14, 15)),
        ("2026-08-01 09:58:00 +0000", DateOrder.YEAR_FIRST, utc(2026, 8, 1, 9, 58)),
        ("2026-08-01 00:30", DateOrder.DAY_FIRST, utc(2026, 7, 31, 17, 30)),
        (datetime(2026, 8, 1, 7), DateOrder.DAY_FIRST, utc(2026, 8, 1)),  # noqa: DTZ001  # cells carry no zone
        (date(2026, 8, 1), DateOrder.DAY_FIRST, utc(2026, 7, 31, 17)),
        ("-", DateOrder.DAY_FIRST, None),
        ("  ", DateOrder.DAY_FIRST, None),
        (None, DateOrder.DAY_FIRST, None),
    ],
)
def test_dates_are_jakartas(cell: cells.Cell, order: DateOrder, wanted: int | None) -> None:
    assert cells.moment(cell, order) == wanted


@pytest.mark.parametrize(
    ("cell", "order"),
    [
        ("01/08/2026", DateOrder.YEAR_FIRST),
        ("32/08/2026 09:00", DateOrder.DAY_FIRST),
        ("01/13/2026", DateOrder.DAY_FIRST),
        ("kemarin", DateOrder.DAY_FIRST),
        ("01 Foo 2026", DateOrder.DAY_FIRST),
        ("01/08/26", DateOrder.DAY_FIRST),
        ("01/08/2026 13:00 PM", DateOrder.DAY_FIRST),
        (46235.4, DateOrder.DAY_FIRST),
    ],
)
def test_dates_are_never_guessed(cell: cells.Cell, order: DateOrder) -> None:
    with pytest.raises(BadCell) as bad:
        cells.moment(cell, order)
    assert bad.value.code == "bad_date"


def test_text_keeps_people_and_loses_what_nobody_sees() -> None:
    assert cells.text(" Siti 🌺\u202e\x07 Aminah ") == "Siti 🌺 Aminah"
    assert cells.text("'=1+1") == "=1+1"
    assert cells.text("'s-Gravenhage") == "'s-Gravenhage"
    assert cells.word("Transaksi selesai..\nDana akan") == "Transaksi selesai.. Dana akan"
    assert cells.word("-") == ""


def test_numbers_show_as_the_user_sees_them() -> None:
    assert [cells.show(each) for each in (2.0, 0.5, True, None, 8990001000010.0)] == [
        "2",
        "0.5",
        "TRUE",
        "",
        "8990001000010",
    ]


def test_a_sku_is_the_sellers_own() -> None:
    assert cells.sku(" TEH  02-M ") == "TEH 02-M"
    assert cells.sku("12E3") == "12E3"
    assert cells.sku(12345.0) == "12345"
    with pytest.raises(BadCell):
        cells.sku(1e16)
