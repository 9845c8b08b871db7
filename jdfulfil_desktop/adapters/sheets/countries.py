"""Turn a country as a file names it into ISO 3166 alpha-2.

`countries.tsv` holds the codes with their English, Indonesian and Chinese names (Unicode CLDR) and
the spellings that exports add. A name nobody knows is kept, in capitals, and held as foreign (R15).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    table = files("jdfulfil_desktop.adapters.sheets").joinpath("countries.tsv")
    codes: dict[str, str] = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        code, *names = line.split("\t")
        for name in (code, *names):
            codes.setdefault(_comparable(name), code)
    return codes


def country_code(name: str) -> str:
    """Give the alpha-2 code of a name or code; an empty text stays empty, an unknown one stays."""
    if not name:
        return ""
    return _codes().get(_comparable(name), name.upper())


def _comparable(name: str) -> str:
    return " ".join(name.replace(".", " ").replace(",", " ").split()).casefold()
