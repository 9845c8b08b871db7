"""Take pictures of the window as a person sees it, an open dialog included."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QWidget

_VEIL = QColor(0, 0, 0, 90)


class Album:
    """Number pictures and save them; without a folder nothing is saved."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.saved: list[Path] = []
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            for old in folder.glob("[0-9][0-9]*-*.png"):
                old.unlink()

    async def take(self, window: QWidget, name: str) -> None:
        """Let the window settle, then save `NN-name.png`."""
        await settled()
        if self._folder is None:
            return
        path = self._folder / f"{len(self.saved) + 1:02d}-{name}.png"
        _picture(window).save(str(path))
        self.saved.append(path)


async def settled() -> None:
    """Let tasks, events and repaints that are due come first; the loop serves Qt between."""
    for _round in range(12):
        await asyncio.sleep(0.02)


def open_dialog(window: QWidget) -> QDialog | None:
    """Give the dialog that lies over the window, or None."""
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            return dialog
    return None


def _picture(window: QWidget) -> QPixmap:
    """Grab the window, with an open dialog over a veil in its middle."""
    picture = window.grab()
    dialog = open_dialog(window)
    if dialog is None:
        return picture
    front = dialog.grab()
    ratio = picture.devicePixelRatio()
    painter = QPainter(picture)
    painter.fillRect(window.rect(), _VEIL)
    size = front.deviceIndependentSize()
    at = QPoint(
        round((picture.width() / ratio - size.width()) / 2),
        round((picture.height() / ratio - size.height()) / 2),
    )
    painter.drawPixmap(at, front)
    painter.end()
    return picture
