"""Keep what the user arranged between runs: columns, language, theme. One ini file, small texts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

FILE = "window.ini"
LANGUAGE, THEME = "language", "theme"
PLACE = "place"
"""Where a window stood that closed to be opened again in another language."""
RESTORE = "restore"
"""The copy of the data that the window is to be opened on next."""


class Kept:
    """Hold small texts by name in `window.ini` of a folder; fulfils the tables' `ViewSettings`.

    A damaged file is set aside: the window opens with its defaults.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = folder / FILE
        if _is_damaged(path):
            # Defaults from now on; what it was is kept for whoever wants to look.
            path.replace(path.with_suffix(".damaged.ini"))
        if folder.is_dir():
            path.touch(mode=0o600)  # Qt keeps the rights of a file that is there
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

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


def _is_damaged(path: Path) -> bool:
    """Tell whether a file is no settings file: zeros after a power cut, or anything but text."""
    if not path.is_file():
        return False
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return True
    found = QSettings(str(path), QSettings.Format.IniFormat)
    return "\0" in text or found.status() is QSettings.Status.FormatError
