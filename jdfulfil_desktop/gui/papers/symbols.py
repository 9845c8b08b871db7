"""Turn a text into the dark and light modules of a barcode: Code 128, EAN-13 or QR."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_EAN13 = re.compile(r"\d{13}")
_LINEAR_QUIET = 10
_QR_QUIET = 4
"""Light modules that each kind wants around it."""


class SymbolKind(StrEnum):
    """Kinds of barcodes that every scanner of a warehouse reads."""

    CODE128 = "code128"
    EAN13 = "ean13"
    QR = "qr"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A barcode's modules, row by row, without the quiet zone; a linear one has a single row."""

    kind: SymbolKind
    text: str
    rows: tuple[tuple[bool, ...], ...]

    @property
    def quiet(self) -> int:
        """Give the light modules needed on each side."""
        return _QR_QUIET if self.kind is SymbolKind.QR else _LINEAR_QUIET

    @property
    def width(self) -> int:
        """Give the modules from edge to edge, quiet zones included."""
        return len(self.rows[0]) + 2 * self.quiet


def is_ean13(text: str) -> bool:
    """Tell whether a text is thirteen digits with the right check digit."""
    if not _EAN13.fullmatch(text) or not text.isascii():
        return False
    digits = [int(character) for character in text]
    return (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 == 0


def fits_code128(text: str) -> bool:
    """Tell whether Code 128 can hold a text so that scanners type it: printable ASCII."""
    return bool(text) and all(" " <= character <= "~" for character in text)


def linear_kind(text: str) -> SymbolKind:
    """Choose the bars for a text; what bars cannot hold becomes a QR code."""
    if is_ean13(text):
        return SymbolKind.EAN13
    return SymbolKind.CODE128 if fits_code128(text) else SymbolKind.QR


def symbol(text: str, kind: SymbolKind) -> Symbol:
    """Encode a text. Raises ValueError where the kind cannot hold it."""
    if kind is SymbolKind.QR:
        import segno  # both are imported when first needed: pages open quicker without

        matrix = segno.make(text, error="m", micro=False).matrix
        return Symbol(kind, text, tuple(tuple(bool(module) for module in row) for row in matrix))
    if kind is SymbolKind.EAN13 and not is_ean13(text):
        raise ValueError(f"no EAN-13: {text!r}")
    if kind is SymbolKind.CODE128 and not fits_code128(text):
        raise ValueError(f"not for Code 128: {text!r}")
    import barcode

    [bars] = barcode.get_barcode_class(kind.value)(text).build()
    return Symbol(kind, text, (tuple(module == "1" for module in bars),))
