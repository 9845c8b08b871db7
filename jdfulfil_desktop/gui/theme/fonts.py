"""Fonts: one family for words (Inter where it is installed, else the system's), one for codes."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from jdfulfil_desktop.gui.theme.tokens import SIZE_BODY, SIZE_SMALL

_FAMILY = "Inter"


def body_font(size: int = SIZE_BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of words; `size` in logical pixels."""
    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font = QFont(general)
    font.setFamilies([_FAMILY, *general.families()])
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def table_font(size: int = SIZE_BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of table cells, whose figures all have one width."""
    font = body_font(size, weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def code_font(size: int = SIZE_SMALL) -> QFont:
    """Return the fixed-width font of order numbers, SKUs and tracking numbers."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(size)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font
