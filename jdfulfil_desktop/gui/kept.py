"""Keep what the user arranged between runs: columns, language, theme. One ini file, small texts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

FILE = "window.ini"
LANGUAGE, THEME = "language", "theme"
RESTORE = "restore"
"""The copy of the data that the window is to be opened on next."""


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

    def take(self, name: str) -> str | None:
        """Give what was kept under a name, and forget it."""
        found = self.load(name)
        if found is not None:
            self._settings.remove(name)
            self.flush()
        return found

    def flush(self) -> None:
        """Write now."""
        self._settings.sync()
