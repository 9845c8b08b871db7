"""Every word of the window has a finished translation in Indonesian and Chinese."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.gui.spoken import speak_locale, spoken_locale
from jdfulfil_desktop.gui.translations import install_translators
from jdfulfil_desktop.gui.words import tr

ROOT = Path(__file__).parents[2]
I18N = ROOT / "resources" / "i18n"
GAPS = re.compile(r"\{\d+\}|%\d")
TERMS = {
    "Start Sync": "Mulai Sinkronisasi",
    "Accept order": "Terima Pesanan",
    "Arrange shipment": "Atur Pengiriman",
    "Refresh Status": "Refresh Status",
    "Add department": "Tambah Departemen",
    "Add single": "Tambah Satuan",
    "Add in bulk": "Tambah Massal",
    "Add product to location": "Tambah Produk ke Lokasi",
    "Create 1 location": "Buat 1 Lokasi",
    "Create several locations": "Buat Beberapa Lokasi",
    "Create inbound list": "Buat Daftar Inbound",
    "Submit": "Kirim",
    "Completed": "Selesai",
    "Quick authorization": "Otorisasi Cepat",
    "Basic authorization": "Otorisasi Dasar",
    "Update stock": "Update Stok",
    "Update warehouse stock": "Update Stok Gudang",
    "Authorization": "Otorisasi",
    "Warehouse management": "Manajemen Gudang",
    "Stock": "Manajemen Stok",
    "Product locations": "Manajemen Lokasi Produk",
    "Inbound lists": "Manajemen Inbound",
    "Outbound orders": "Manajemen Pesanan Outbound",
    "Bind store to warehouse": "Hubungkan Gudang Toko",
}
"""The requirements' own terms (R1-R46): the Indonesian interface uses them to the letter."""


def load(name: str) -> ModuleType:
    """Import a chore from `packaging/`, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def translations(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return load("translations")


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[QApplication]:
    locale, spoken = QLocale(), spoken_locale()
    yield qapp
    install_translators(qapp, "en")
    QLocale.setDefault(locale)
    speak_locale(spoken)


def test_no_word_of_the_sources_lacks_a_translation(translations):
    assert translations.unfinished(ROOT) == {name: [] for name in translations.LANGUAGES}


@pytest.mark.parametrize("name", ["jdfulfil_id.ts", "jdfulfil_zh_CN.ts", "qtbase_id.ts"])
def test_gaps_are_the_same_and_nobody_shouts(translations, name):
    said = translations.messages(I18N / name)
    odd = [
        source
        for (_context, source), words in said.items()
        if sorted(GAPS.findall(source)) != sorted(GAPS.findall(words))
    ]
    assert odd == []
    assert [words for words in said.values() if "!" in words] == []
    assert len(said) > 90


def test_the_requirements_own_terms_are_used(speaking):
    assert install_translators(speaking, "id") == ["jdfulfil_id.qm", "qtbase_id.qm"]
    assert {source: tr(source) for source in TERMS} == TERMS


def test_qt_s_own_words_are_spoken_too(speaking):
    say = QCoreApplication.translate
    install_translators(speaking, "id")
    assert say("QPlatformTheme", "Cancel") == "Batal"
    assert say("QLineEdit", "&Copy") == "&Salin"
    assert say("QFileDialog", "File &name:") == "&Nama file:"
    assert install_translators(speaking, "zh") == ["jdfulfil_zh_CN.qm", "qtbase_zh_CN.qm"]
    assert say("QPlatformTheme", "Cancel") == "取消"
    install_translators(speaking, "en")
    assert say("QPlatformTheme", "Cancel") == "Cancel"
