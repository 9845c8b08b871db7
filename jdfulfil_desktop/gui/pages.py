"""The table of pages: name, title, icon, and where each is built when first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Protocol, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui.frame import PageSpec
from jdfulfil_desktop.gui.shell import Shell

_PAGES = (
    ("homeTab", QT_TRANSLATE_NOOP("Pages", "Home"), "home-outline", "home"),
    (
        "authorizationTab",
        QT_TRANSLATE_NOOP("Pages", "Authorization"),
        "key-outline",
        "authorization",
    ),
    ("warehouseTab", QT_TRANSLATE_NOOP("Pages", "Warehouses"), "warehouse", "warehouses"),
    ("productTab", QT_TRANSLATE_NOOP("Pages", "Products"), "tag-outline", "products"),
    ("stockTab", QT_TRANSLATE_NOOP("Pages", "Stock"), "layers-outline", "stock"),
    ("locationTab", QT_TRANSLATE_NOOP("Pages", "Locations"), "map-marker-outline", "locations"),
    ("inboundTab", QT_TRANSLATE_NOOP("Pages", "Inbound"), "tray-arrow-down", "inbound"),
    ("outboundTab", QT_TRANSLATE_NOOP("Pages", "Outbound"), "truck-check-outline", "outbound"),
    ("reportTab", QT_TRANSLATE_NOOP("Pages", "Reports"), "chart-bar", "reports"),
)


class _PageModule(Protocol):
    def build(self, shell: Shell) -> QWidget: ...


def page_specs(shell: Shell) -> list[PageSpec]:
    """Describe the tabs; a page's module is imported when it is first shown."""
    return [
        PageSpec(
            name, QCoreApplication.translate("Pages", str(title)), icon, _builder(folder, shell)
        )
        for name, title, icon, folder in _PAGES
    ]


def _builder(folder: str, shell: Shell) -> Callable[[], QWidget]:
    def build() -> QWidget:
        module = cast(_PageModule, import_module(f"jdfulfil_desktop.gui.{folder}.page"))
        return module.build(shell)

    return build
