"""Keep what the user arranged between runs: columns, language, theme. One ini file, small texts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

FILE = "window.ini"
LANGUAGE, THEME = "language", "theme"


class Kept:
    """Hold small texts by name in `window.ini` of a folder; fulfils the tables' `ViewSettings`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._settings = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    def load(self, name: str) -> str | None:
        """Give what was kept under a name, or None."""
        value = self._settings.value(name)
        return None if value is None else str(value)

    def save(self, name: str, value: str) -> None:
        """Keep a text under a name; it is written by itself a moment later."""
        self._settings.setValue(name, value)

    def flush(self) -> None:
        """Write now."""
        self._settings.sync()
