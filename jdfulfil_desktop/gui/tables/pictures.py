"""Unpack kept pictures for cells and panes, once each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QPixmapCache


def pixmap_of(data: bytes, side: int, ratio: float = 1.0) -> QPixmap:
    """Give a kept picture to be shown within `side` logical pixels; null where there is none.

    In the GUI thread. Unpacked pictures are remembered by their content.
    """
    if not data:
        return QPixmap()
    key = f"goods:{hash(data)}:{side}:{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    found.loadFromData(data)
    if not found.isNull():
        pixels = round(side * ratio)
        if max(found.width(), found.height()) > pixels:
            keep = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            found = found.scaled(pixels, pixels, keep, smooth)
        found.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, found)
    return found
