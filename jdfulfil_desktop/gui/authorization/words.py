"""Words of the authorization page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(words: str) -> str:
    """Translate words of the authorization page."""
    return QCoreApplication.translate("AuthorizationPage", words)
