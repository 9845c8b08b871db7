"""Spell shelf numbers out: lists, and patterns such as A{01-12}-{1-4}."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.location import location_code

MOST = 5000
_APART = re.compile(r"[\s;,]+")
_PIECE = re.compile(r"\{([^{}]*)\}")
_NUMBERS = re.compile(r"(\d{1,6})-(\d{1,6})")
_LETTERS = re.compile(r"([A-Za-z])-([A-Za-z])")


@dataclass(frozen=True, slots=True)
class Expanded:
    """Codes in their order, each once; what is no code; whether there were more than `MOST`."""

    codes: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    too_many: bool = False


def expand(text: str) -> Expanded:
    """Expand every word of a text."""
    codes: dict[str, None] = {}
    bad: list[str] = []
    for word in filter(None, _APART.split(text)):
        for made in _spelled(word):
            if len(codes) >= MOST:
                return Expanded(tuple(codes), tuple(bad), too_many=True)
            try:
                codes[location_code(made)] = None
            except RuleError:
                bad.append(made)
                break
    return Expanded(tuple(codes), tuple(bad))


def _spelled(word: str) -> Iterator[str]:
    """Give every spelling of a word; a piece that is no range stays and spoils the code."""
    pieces = _PIECE.split(word)
    choices = [[piece] if at % 2 == 0 else _range(piece) for at, piece in enumerate(pieces)]
    return ("".join(chosen) for chosen in product(*choices))


def _range(piece: str) -> list[str]:
    """Spell `01-12` with its leading zeros, `A-D`, or a list `1|3|5`."""
    numbers, letters = _NUMBERS.fullmatch(piece), _LETTERS.fullmatch(piece)
    if numbers:
        first, last = numbers.groups()
        width = len(first) if first.startswith("0") else 0
        steps = range(int(first), min(int(last), int(first) + MOST) + 1)
        return [str(number).zfill(width) for number in steps] or [f"{{{piece}}}"]
    if letters:
        first, last = (letter.upper() for letter in letters.groups())
        return [chr(at) for at in range(ord(first), ord(last) + 1)] or [f"{{{piece}}}"]
    return piece.split("|") if "|" in piece else [f"{{{piece}}}"]
