"""Find JD's carrier number for a marketplace's courier (PROTOCOL 10)."""

from __future__ import annotations

import re
from collections.abc import Mapping

JD_EXPRESS = "CYS0000010"
"""JD's own carrier: what it takes when no number is given, so it is never chosen by default."""
_ALIASES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("grab",), "grab"),
    (("gosend", "gojek"), "gosend"),
    (("spx", "shopee"), "shopee"),
    (("jtcargo", "jntcargo"), "jtcargo"),
    (("jnt", "jt"), "jtexpress"),
    (("jne",), "jne"),
    (("sicepat",), "sicepat"),
    (("anteraja",), "anteraja"),
    (("ninja",), "ninja"),
    (("idexpress", "idx"), "idexpress"),
    (("pos",), "pos"),
    (("tiki",), "tiki"),
    (("lion",), "lion"),
    (("lex", "lel", "lazada"), "lazada"),
    (("wahana",), "wahana"),
    (("sap",), "sap"),
    (("rpx",), "rpx"),
    (("paxel",), "paxel"),
    (("bes", "blibli"), "blibli"),
    (("bluebird",), "bluebird"),
    (("gtl",), "gtl"),
)
"""How a courier's name may begin -> how its carrier's name at JD begins; the first counts."""
_ANYONE = ("pihak ketiga", "third party", "third-party", "第三方", "lainnya", "other")


def plain(text: str) -> str:
    """Reduce a name to its letters and digits."""
    return re.sub(r"[\W_]+", "", text.casefold())


def carrier_for(courier: str, carriers: Mapping[str, str]) -> str:
    """Give the number of the courier's carrier; "" where JD's list does not have it.

    `courier` is a canonical code or clean name; `carriers` is number by name as JD lists them.
    """
    wanted = plain(courier)
    if not wanted:
        return ""
    known = {plain(name): number for name, number in carriers.items() if number != JD_EXPRESS}
    fitting = [name for name in known if name and wanted.startswith(name)]
    if fitting:
        return known[max(fitting, key=len)]
    for beginnings, target in _ALIASES:
        if wanted.startswith(beginnings):
            return next((known[name] for name in known if name.startswith(target)), "")
    return ""


def anyone(carriers: Mapping[str, str]) -> str:
    """Give the carrier that stands for all that JD does not list; "" where there is none."""
    for word in _ANYONE:
        for name, number in carriers.items():
            if word in name.casefold() and number != JD_EXPRESS:
                return number
    return ""
