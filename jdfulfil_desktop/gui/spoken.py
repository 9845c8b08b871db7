"""Know the locale of the window's language: figures, money and times are written as it does."""

from __future__ import annotations

from PySide6.QtCore import QLocale

_spoken = QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)


def spoken_locale() -> QLocale:
    """Give the locale of the window's language; Indonesian until another is chosen."""
    return _spoken


def speak_locale(locale: QLocale) -> None:
    """Write figures and times as this locale does, in what is made from now on."""
    global _spoken  # noqa: PLW0603  one window, one language; a format is a value made from it
    _spoken = locale
