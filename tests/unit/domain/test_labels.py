"""Whose a label page is: the numbers on it, and when nobody is guessed (R36, R39)."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.domain.labels import numbers_on, owner_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("No. Resi: SPXID 0123 4567 89", "SPXID0123456789"),
        ("JNE REG\nJX1234567890\nBandung", "JX1234567890"),
        ("Invoice INV/20261124/MPL/123", "INV/20261124/MPL/123"),
        ("Order ID：577123456789012345", "577123456789012345"),
        ("Order 2608AB12CD34, 1 dari 2", "2608AB12CD34"),
    ],
)
def test_a_number_is_found_however_it_is_set(text: str, number: str) -> None:
    assert number in numbers_on(text)


def test_words_and_short_figures_are_no_numbers() -> None:
    assert numbers_on("Penerima: Budi Santoso\nJalan Merdeka") == ()


def test_the_tracking_number_decides_and_two_owners_are_nobodys() -> None:
    numbers = ("SPX00000001", "ORDER0001", "ORDER0002")
    assert owner_of(numbers, {"SPX00000001": [7]}, {"ORDER0001": [8]}) == (7, "SPX00000001")
    assert owner_of(numbers, {}, {"ORDER0002": [9]}) == (9, "ORDER0002")
    assert owner_of(numbers, {}, {"ORDER0001": [8], "ORDER0002": [9]}) is None
    assert owner_of(numbers, {"SPX00000001": [7, 8]}, {"ORDER0001": [8]}) is None
    assert owner_of((), {}, {}) is None
