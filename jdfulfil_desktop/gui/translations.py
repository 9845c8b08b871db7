"""Load the window's own translations; words of the business come from `texts`."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.gui.spoken import speak_locale

_LOCALES = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
}
_FILES = {
    "id": ("jdfulfil_id.qm", "qtbase_id.qm"),
    "en": (),
    "zh": ("jdfulfil_zh_CN.qm", "qtbase_zh_CN.qm"),
}
_installed: list[QTranslator] = []


def install_translators(app: QApplication, lang: str) -> list[str]:
    """Speak `lang` (`id`, `en`, `zh`) from now on; gives the files loaded.

    No `qtbase_id.qm` ships with Qt, so ours stands beside the window's own; Qt's own Chinese is
    taken from where Qt lies.
    """
    QLocale.setDefault(_LOCALES[lang])
    speak_locale(_LOCALES[lang])
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    loaded = []
    folder = resources.files("jdfulfil_desktop") / "_resources" / "i18n"
    for name in _FILES[lang]:
        with resources.as_file(folder / name) as ours:
            translator = QTranslator(app)
            path = ours if ours.exists() else _qts_own(name)
            if path.exists() and translator.load(str(path)):
                app.installTranslator(translator)
                _installed.append(translator)
                loaded.append(name)
    return loaded


def _qts_own(name: str) -> Path:
    """Give where Qt keeps its own translation of this name."""
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / name
