"""Translate the window's own words; those of the business come from `texts`.

`lupdate` files a bare `tr("…")` under the empty context, so that is where it is looked up: one
English sentence has one translation in all pages.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(words: str) -> str:
    """Give words in the language of the window; `words` is the English source, a literal."""
    return QCoreApplication.translate("", words)
