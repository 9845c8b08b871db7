"""Take pictures of products from files: small ones for lists, larger ones beside them (R16).

`scaled` runs on a worker thread. A file is looked at before it is decoded: what is too large, or
unpacks to more than a PC should hold, is refused, and so is what is no picture.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from jdfulfil_desktop.domain.errors import FileProblem
from jdfulfil_desktop.domain.product import Picture

KINDS = "PNG, JPEG, WebP, GIF, BMP (*.png *.jpg *.jpeg *.webp *.gif *.bmp)"
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes of a file; phones take some 5 MB."""
LARGEST_AREA = 100_000_000
"""Pixels; a picture that promises more is a bomb rather than a photograph."""
MEMORY_MIB = 512
SMALL, LARGE = 64, 480
"""Longest sides in pixels: a list's at twice the density, a pane's."""
_QUALITY = 85


def scaled(path: Path) -> Picture:
    """Read a picture file and scale it; the file itself is not kept.

    Raises FileProblem `picture_too_large`, `not_a_picture`, `not_found`.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise FileProblem("not_found", subject=path.name) from error
    if size > LARGEST_FILE:
        raise FileProblem("picture_too_large", subject=path.name)
    QImageReader.setAllocationLimit(MEMORY_MIB)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    told = reader.size()
    if told.isValid():
        if told.width() * told.height() > LARGEST_AREA:
            raise FileProblem("picture_too_large", subject=path.name)
        # A JPEG is decoded at a fraction of its size then: less memory, less time.
        reader.setScaledSize(_within(told, LARGE))
    image = reader.read()
    if image.isNull():
        raise FileProblem("not_a_picture", subject=path.name)
    return Picture(_packed(image, SMALL), _packed(image, LARGE))


def _within(size: QSize, side: int) -> QSize:
    """Give the size that fits into a square; a smaller one stays."""
    if max(size.width(), size.height()) <= side:
        return size
    return size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)


def _packed(image: QImage, side: int) -> bytes:
    """Scale and pack; what is see-through stays so."""
    wanted = _within(image.size(), side)
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    clear = small.hasAlphaChannel()
    writer = QImageWriter(buffer, QByteArray(b"PNG" if clear else b"JPEG"))
    writer.setQuality(-1 if clear else _QUALITY)
    writer.write(small)
    return bytes(packed.data())
