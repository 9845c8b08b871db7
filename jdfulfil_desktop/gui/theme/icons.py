"""Icons from QtAwesome's Material Design Icons 6, tinted at the moment they are painted.

`icon("truck", Role.DIM)` gives a QIcon that never needs refreshing: its engine asks the theme for
the colour each time, so a theme change is one repaint. The font and its table are read straight
from QtAwesome's files: importing the package pulls in qtpy and costs 80 ms of the start.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from jdfulfil_desktop.gui.theme.tokens import Role

_FONT = "materialdesignicons6-webfont-*.ttf"
_TABLE = "materialdesignicons6-webfont-charmap-*.json"


class UnknownIconError(LookupError):
    """Tell a developer that Material Design Icons 6 has no icon of this name."""


def _fonts_dir() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("QtAwesome is not installed")
    return Path(next(iter(spec.submodule_search_locations))) / "fonts"


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Give the code of each icon's character, as hexadecimal digits."""
    table = next(iter(sorted(_fonts_dir().glob(_TABLE))))
    codes: dict[str, str] = json.loads(table.read_text(encoding="utf-8"))
    return codes


@lru_cache(maxsize=1)
def _family() -> str:
    file = next(iter(sorted(_fonts_dir().glob(_FONT))))
    number = QFontDatabase.addApplicationFont(str(file))
    return QFontDatabase.applicationFontFamilies(number)[0]


def glyph(name: str) -> str:
    """Return the character of an icon, such as `truck-fast-outline`.

    Raises:
        UnknownIconError: there is no such icon.
    """
    try:
        return chr(int(_codes()[name], 16))
    except KeyError as error:
        raise UnknownIconError(name) from error


@lru_cache(maxsize=8)
def _glyph_font(size: int) -> QFont:
    font = QFont(_family())
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: str, colour: QColor) -> None:
    """Paint an icon into a rectangle; for delegates and widgets that paint themselves."""
    area = QRectF(rect)
    side = max(1, round(min(area.width(), area.height())))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(_glyph_font(side))
    painter.setPen(colour)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, glyph(name))
    painter.restore()


class _GlyphEngine(QIconEngine):
    def __init__(self, name: str, role: Role, active_role: Role) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._active_role = active_role

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        from jdfulfil_desktop.gui.theme.theme import theme

        if mode is QIcon.Mode.Disabled:
            return theme().color(Role.DISABLED)
        return theme().color(self._active_role if state is QIcon.State.On else self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        left = QRect(rect.x(), rect.y() + (rect.height() - side) // 2, side, side)
        paint_icon(painter, left, self._name, self._colour(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name, self._role, self._active_role)


def icon(name: str, role: Role = Role.DIM, active_role: Role | None = None) -> QIcon:
    """Return a themed icon.

    `name` is a Material Design Icons 6 name without prefix; `active_role` colours the On state
    (a checked button, the current tab) and defaults to `role`. Disabled is always grey.

    Raises:
        UnknownIconError: there is no such icon.
    """
    glyph(name)
    return QIcon(_GlyphEngine(name, role, active_role or role))
