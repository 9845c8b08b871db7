"""JD's loose typing, value by value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jdfulfil_desktop.wire.scalars import (
    Malformed,
    as_decimal,
    as_int,
    as_rows,
    as_text,
    as_truth,
    as_words,
    pick,
)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (12, 12), ([12], 12), ("12", 12), (" 12 ", 12), ("12.00", 12), ("-3", -3), (12.0, 12),
        (["12"], 12), ([[12]], 12), (True, 1), (None, 7), ("", 7), ([], 7), ([None], 7),
    ],
)  # fmt: skip
def test_whole_numbers(value: object, number: int) -> None:
    assert as_int(value, 7) == number


@pytest.mark.parametrize(
    "value", ["many", "1.5", 1.5, {}, "1e5", "9" * 30, float("inf"), float("nan"), 10**18]
)
def test_no_number_is_invented(value: object) -> None:
    with pytest.raises(Malformed):
        as_int(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a ", "a"), (["a", "b"], "a"), (7, "7"), (7.0, "7"), (7.5, "7.5"),
        (None, ""), ([], ""), ({}, ""), (True, ""), (float("inf"), ""), (float("nan"), ""),
        (8991002101401234567890, "8991002101401234567890"), (10**60, ""), (1e30, "1e+30"),
        ("\ud83d kopi", "? kopi"), ("Kopi ☕", "Kopi ☕"),
    ],
)  # fmt: skip
def test_texts(value: object, text: str) -> None:
    assert as_text(value) == text


def test_rows_leave_out_what_is_no_record() -> None:
    assert as_rows([{"a": 1}, "x", None, {"b": 2}]) == [{"a": 1}, {"b": 2}]
    assert as_rows({"a": 1}) == [{"a": 1}]
    assert as_rows(None) == as_rows("") == as_rows([]) == []
    with pytest.raises(Malformed):
        as_rows(5)


def test_words_come_joined_or_listed() -> None:
    assert as_words("a, b,,c ") == ("a", "b", "c")
    assert as_words(["a", ["b,c"], None, 5]) == ("a", "b", "c", "5")
    assert as_words(None) == ()
    deep: object = "a"
    for _ in range(50):
        deep = [deep]
    with pytest.raises(Malformed):
        as_words(deep)


@pytest.mark.parametrize(
    ("value", "number"),
    [(0.25, "0.25"), ([0.25], "0.25"), ("1.5", "1.5"), (3, "3"), (None, "0"), ("", "0")],
)
def test_decimals(value: object, number: str) -> None:
    assert as_decimal(value) == Decimal(number)


def test_no_decimal_is_invented() -> None:
    for value in ("heavy", 1e-9, "1e5", "NaN", "9" * 40):
        with pytest.raises(Malformed):
            as_decimal(value)


def test_yes_and_no() -> None:
    assert all(map(as_truth, (True, 1, "1", "true", "TRUE", [True], ["1"])))
    assert not any(map(as_truth, (False, 0, "0", "false", None, [], {}, "no", 2)))


def test_pick_prefers_the_exact_name() -> None:
    assert pick({"WayBill": "x", "wayBill": "y"}, "wayBill") == "y"
    assert pick({"WAYBILL": "x"}, "wayBill") == "x"
    assert pick({}, "wayBill") is None
