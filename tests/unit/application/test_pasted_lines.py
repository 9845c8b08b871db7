from __future__ import annotations

import pytest

from jdfulfil_desktop.application.pasted_lines import location_pairs, quantity_lines, units_of


def test_locations_and_products_apart_by_whatever_people_use():
    text = "\ufeffA-01\tTEH\nA-02 ; KOPI\n\nA-03,GULA AREN\nA-04  SUSU\nA-05\n"
    assert location_pairs(text) == [
        (1, "A-01", "TEH"),
        (2, "A-02", "KOPI"),
        (4, "A-03", "GULA AREN"),
        (5, "A-04", "SUSU"),
        (6, "A-05", ""),
    ]


def test_a_sku_may_hold_blanks_before_its_quantity():
    text = "TEH\t12\nKOPI BUBUK;24\nGULA AREN 6\nSUSU,1.200\n\nMADU\n"
    assert quantity_lines(text) == [
        (1, "TEH", "12"),
        (2, "KOPI BUBUK", "24"),
        (3, "GULA AREN", "6"),
        (4, "SUSU", "1.200"),
        (6, "MADU", ""),
    ]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("12", 12),
        ("1.200", 1200),
        ("1,200,000", 1_200_000),
        ("0", None),
        ("-3", None),
        ("1.5", None),
        ("dua", None),
        ("", None),
        ("١٢", None),
    ],
)
def test_units_are_whole_and_above_zero(text: str, units: int | None):
    assert units_of(text) == units
