"""JD's loose typing, value by value."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.wire.scalars import Malformed, as_int, as_rows, as_text, as_words, pick


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (12, 12), ([12], 12), ("12", 12), (" 12 ", 12), ("12.00", 12), ("-3", -3), (12.0, 12),
        (["12"], 12), ([[12]], 12), (True, 1), (None, 7), ("", 7), ([], 7), ([None], 7),
    ],
)  # fmt: skip
def test_whole_numbers(value: object, number: int) -> None:
    assert as_int(value, 7) == number


@pytest.mark.parametrize("value", ["many", "1.5", 1.5, {}, "1e5", "9" * 30, float("inf")])
def test_no_number_is_invented(value: object) -> None:
    with pytest.raises(Malformed):
        as_int(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a ", "a"), (["a", "b"], "a"), (7, "7"), (7.0, "7"), (7.5, "7.5"),
        (None, ""), ([], ""), ({}, ""), (True, ""),
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


def test_pick_prefers_the_exact_name() -> None:
    assert pick({"WayBill": "x", "wayBill": "y"}, "wayBill") == "y"
    assert pick({"WAYBILL": "x"}, "wayBill") == "x"
    assert pick({}, "wayBill") is None
