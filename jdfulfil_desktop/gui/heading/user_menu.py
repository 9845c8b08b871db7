"""The user's menu: language, theme, leaving. What is chosen is kept for the next start."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from jdfulfil_desktop.gui.kept import LANGUAGE, THEME, Kept
from jdfulfil_desktop.gui.theme import ThemeMode, theme
from jdfulfil_desktop.gui.words import tr

_LANGUAGES = (("id", "Bahasa Indonesia"), ("en", "English"), ("zh", "中文"))


class UserMenu(QMenu):
    """Choose language and theme; `languageChosen(code)`, `leaveWanted`."""

    languageChosen = Signal(str)
    leaveWanted = Signal()

    def __init__(self, kept: Kept, lang: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("userMenu")
        self._kept = kept
        self._lang = lang
        self._add_choices(tr("Language"), _LANGUAGES, lang, self._choose_language)
        modes = (
            (ThemeMode.SYSTEM.value, tr("As the system")),
            (ThemeMode.LIGHT.value, tr("Light")),
            (ThemeMode.DARK.value, tr("Dark")),
        )
        self._add_choices(tr("Theme"), modes, theme().mode.value, self._choose_theme)
        self.addSeparator()
        leave = self.addAction(tr("Quit"))
        leave.triggered.connect(self.leaveWanted)

    def _add_choices(
        self,
        title: str,
        choices: Sequence[tuple[str, str]],
        current: str,
        chosen: Callable[[str], None],
    ) -> None:
        self.addSection(title)
        group = QActionGroup(self)
        for key, words in choices:
            action = QAction(words, self)
            action.setObjectName(f"choose_{key}")
            action.setCheckable(True)
            action.setChecked(key == current)
            action.triggered.connect(lambda _checked=False, key=key: chosen(key))
            group.addAction(action)
            self.addAction(action)

    def _choose_language(self, lang: str) -> None:
        if lang != self._lang:
            self._lang = lang
            self._kept.save(LANGUAGE, lang)
            self._kept.flush()
            self.languageChosen.emit(lang)

    def _choose_theme(self, mode: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme().apply(app, ThemeMode(mode))
        self._kept.save(THEME, mode)
