"""Tell couriers apart by what exports write (R36, FORMATS "Couriers").

Shopee writes `<service group>-<carrier service>`, either half may be missing; Tokopedia writes
`GoSend(Same Day 8 Jam)`. The couriers whose driver is called last get a code (`GRAB_SAMEDAY`);
every other keeps the carrier's own name, cleaned.
"""

from __future__ import annotations

import re

INSTANT_BY_DEFAULT: tuple[str, ...] = (
    "GRAB_SAMEDAY",
    "SPX_INSTANT",
    "GRAB_INSTANT",
    "GOSEND_SAMEDAY",
    "POS",
)
"""R36's five, taken literally; the list is a setting. `POS` stands for every `POS_…` service."""

_OLD_VERSION = re.compile(r"\s*\(versi lama\)", re.IGNORECASE)
_POS_WORD = re.compile(r"\bpos\b", re.IGNORECASE)
_CARRIERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("GRAB", ("grab",)),
    ("GOSEND", ("gosend", "gojek")),
    ("SPX", ("spx", "shopeexpress", "shopeeexpress")),
    ("ANTERAJA", ("anteraja",)),
    ("GTL", ("gtl",)),
    ("BLUEBIRD", ("bluebird",)),
)


def courier_of(raw: str, *, grouped: bool = False) -> str:
    """Reduce a courier as a file writes it to a code or the carrier's own clean name.

    `grouped`: the text is Shopee's `<group>-<service>`, split at the first `-` only. An empty text
    stays empty.
    """
    text = _OLD_VERSION.sub("", " ".join(raw.split()))
    if grouped and "-" in text:
        text = text.split("-", 1)[1].strip() or text.split("-", 1)[0].strip()
    if not text:
        return ""
    return _pos_code(text) or _fast_code(text) or text


def _pos_code(text: str) -> str:
    if text.casefold() == "pkh":
        return "POS_KILAT_KHUSUS"
    if not _POS_WORD.search(text):
        return ""
    words = re.sub(r"[^A-Za-z0-9]+", "_", text).strip("_").upper()
    return words if words.startswith("POS") else f"POS_{words}"


def _fast_code(text: str) -> str:
    compact = re.sub(r"[^a-z0-9]+", "", text.casefold())
    pace = "SAMEDAY" if "sameday" in compact else "INSTANT" if "inst" in compact else ""
    for carrier, spellings in _CARRIERS:
        if pace and any(spelling in compact for spelling in spellings):
            return f"{carrier}_{pace}"
    return ""


def is_listed(courier: str, listed: tuple[str, ...] | frozenset[str]) -> bool:
    """Tell whether a courier is on R36's list; a listed `POS` covers every `POS_…`."""
    return courier in listed or any(courier.startswith(f"{name}_") for name in listed)
