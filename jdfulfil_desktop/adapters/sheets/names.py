"""Reduce headers to what is compared: spelling drifts between exports, meaning does not."""

from __future__ import annotations

import re

from jdfulfil_desktop.adapters.sheets.cells import Cell, text

_CURRENCY = re.compile(r"\s*\((?:rp\.?|idr)\)")


def normalise(header: Cell) -> str:
    """Reduce a header to what is compared: no case, no trailing `*`, `(Rp)` as `(Rp.)`."""
    value = " ".join(text(header).split()).casefold()
    value = value.rstrip("*").rstrip()
    return value.replace("(rp.)", "(rp)")


def without_currency(header: str) -> str:
    """Drop a currency in brackets, which some account languages add to money headers."""
    return _CURRENCY.sub("", header).strip()
