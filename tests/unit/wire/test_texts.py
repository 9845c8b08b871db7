"""Names longer or stranger than JD takes."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.wire.texts import clean, shorten


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Budi\n Santoso\t", "Budi Santoso"),
        ("Siti\u202eabc\u0000", "Siti abc"),
        ("bad\ud800surrogate", "bad surrogate"),
        ("👨\u200d👩 é", "👨\u200d👩 é"),
        ("", ""),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
    cleaned.encode()


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("Budi", 4, "Budi"),
        ("Budiman", 4, "Bud…"),
        ("Jalan Raya", 7, "Jalan…"),
        ("abe\u0301fgh", 4, "ab…"),
        ("ab👨\u200d👩xyz", 5, "ab👨…"),
        ("\u0301\u0301\u0301", 2, "…"),
    ],
)
def test_shorten_shows_that_it_cut(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short
    assert len(short) <= limit
