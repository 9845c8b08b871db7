"""Apply the theme to the application and tell widgets when it changed.

Usage: `apply_theme(app, ThemeMode.SYSTEM)` once at start and again whenever the user chooses
another; widgets that paint themselves read `theme().color(Role.X)` in `paintEvent` and need no
signal; widgets that cache colours connect to `theme().changed`.
"""

from __future__ import annotations

from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from jdfulfil_desktop.gui.theme.fonts import body_font
from jdfulfil_desktop.gui.theme.palette import make_palette
from jdfulfil_desktop.gui.theme.resources import read_text, register_resources
from jdfulfil_desktop.gui.theme.tokens import DARK, LIGHT, Role, Tokens


class ThemeMode(StrEnum):
    """Name the user's choice."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


_SCHEMES = {
    ThemeMode.LIGHT: Qt.ColorScheme.Light,
    ThemeMode.DARK: Qt.ColorScheme.Dark,
    ThemeMode.SYSTEM: Qt.ColorScheme.Unknown,
}


class Theme(QObject):
    """Hold the colours in force; `changed` is emitted after the application was restyled."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jdfulfilTheme")
        self._tokens = LIGHT
        self._mode = ThemeMode.LIGHT
        self._applied: Tokens | None = None
        self._colours: dict[Role, QColor] = {}
        self._take(LIGHT)

    @property
    def mode(self) -> ThemeMode:
        """Return what the user chose."""
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """Return the colours in force as text."""
        return self._tokens

    @property
    def is_dark(self) -> bool:
        """Tell whether the dark colours are in force."""
        return self._tokens is DARK

    def color(self, role: Role) -> QColor:
        """Return the colour of a role; do not change the returned object."""
        return self._colours[role]

    def apply(self, app: QApplication, mode: ThemeMode) -> None:
        """Restyle the whole application."""
        self._mode = mode
        app.styleHints().setColorScheme(_SCHEMES[mode])
        self._restyle(app)

    def follow_system(self) -> None:
        """Restyle when the desktop changed its scheme and the user chose to follow it."""
        app = QApplication.instance()
        if self._mode is ThemeMode.SYSTEM and isinstance(app, QApplication):
            self._restyle(app)

    def _restyle(self, app: QApplication) -> None:
        """Restyle only where that changes something: it costs 0.3 ms a widget."""
        wanted = self._wanted(app)
        if self._applied is wanted:
            return
        self._applied = wanted
        self._take(wanted)
        app.setPalette(make_palette(self._tokens))
        app.setFont(body_font())
        app.setStyleSheet(style_sheet(self._tokens, dark=self.is_dark))
        self.changed.emit()

    def _wanted(self, app: QApplication) -> Tokens:
        if self._mode is ThemeMode.SYSTEM:
            return DARK if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode is ThemeMode.DARK else LIGHT

    def _take(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._colours = {role: QColor(tokens.get(role)) for role in Role}


_current: list[Theme] = []


def theme() -> Theme:
    """Return the theme in force; before `apply_theme` it answers with the light colours."""
    if not _current:
        _current.append(Theme())
    return _current[0]


def apply_theme(app: QApplication, mode: ThemeMode | str = ThemeMode.SYSTEM) -> Theme:
    """Give the application our style, palette, fonts and style sheet; call again to switch."""
    current = theme()
    first = current.property("styled") is None
    if first:
        current.setProperty("styled", True)
        app.setStyle("Fusion")
        register_resources()
        app.styleHints().colorSchemeChanged.connect(current.follow_system)
    current.apply(app, ThemeMode(mode))
    return current


def style_sheet(tokens: Tokens, *, dark: bool) -> str:
    """Return the one style sheet with the tokens filled in."""
    folder = ":/icons/glyphs/" + ("dark" if dark else "light")
    return Template(read_text(":/qss/app.qss")).substitute(tokens.as_dict(), glyphs=folder)


def set_role(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a dynamic property that the style sheet selects on, and restyle just that widget."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
