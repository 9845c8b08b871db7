"""Read lines that people paste or scan: location and SKU (R26), SKU and quantity (R27)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SEPARATORS = re.compile(r"\t|;|,|\s+")
_THOUSANDS = re.compile(r"\d{1,3}([.,]\d{3})+")

Pair = tuple[int, str, str]
"""Line number from 1, first word, rest; what a line lacks is empty."""


def location_pairs(text: str) -> list[Pair]:
    """Read lines `LOCATION SKU`, apart by tab, semicolon, comma or blanks; skip blank lines."""
    pairs = []
    for number, line in _lines(text):
        place, _, sku = _SEPARATORS.sub("\t", line, count=1).partition("\t")
        pairs.append((number, place.strip(), sku.strip(" \t;,")))
    return pairs


def quantity_lines(text: str) -> list[Pair]:
    """Read lines `SKU QUANTITY`, apart by tab, semicolon, comma or blanks; the last word counts.

    A SKU may hold blanks; a line of one word has no quantity.
    """
    lines = []
    for number, line in _lines(text):
        words = [word.strip(" ;,") for word in re.split(r"\t|;", line) if word.strip(" ;,")]
        if len(words) < 2:
            words = re.split(r"[\s,]+", line.strip(" ;,"))
        sku = " ".join(words[:-1]) if len(words) > 1 else words[0]
        lines.append((number, sku, words[-1] if len(words) > 1 else ""))
    return lines


def units_of(text: str) -> int | None:
    """Read a quantity, `1.200` and `1,200` too; None where it is no whole number above 0."""
    plain = re.sub(r"[.,]", "", text) if _THOUSANDS.fullmatch(text) else text
    return int(plain) if plain.isascii() and plain.isdigit() and int(plain) > 0 else None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if line.strip(" \t;,"):
            yield number, line.strip()
