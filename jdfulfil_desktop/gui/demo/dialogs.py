"""Photograph pages and dialogs, light and dark, on what the demo left (`demo --every-dialog`).

Each area has a table of scenes: a name, and what a person presses to open the dialog.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.gui.demo import (
    scenes_of_accounts,
    scenes_of_care,
    scenes_of_goods,
    scenes_of_imports,
    scenes_of_orders,
    scenes_of_shelves,
)
from jdfulfil_desktop.gui.demo.pictures import open_dialog
from jdfulfil_desktop.gui.demo.scene import Scene
from jdfulfil_desktop.gui.demo.stage import Stage
from jdfulfil_desktop.gui.theme import ThemeMode, theme

SCENES: tuple[Scene, ...] = (
    *scenes_of_accounts.SCENES,
    *scenes_of_goods.SCENES,
    *scenes_of_care.SCENES,
    *scenes_of_orders.SCENES,
    *scenes_of_imports.SCENES,
    *scenes_of_shelves.SCENES,
)
_BOTH = (ThemeMode.LIGHT, ThemeMode.DARK)


async def photograph(stage: Stage) -> None:
    """Take every scene's picture in both themes, and leave the window as it was."""
    before = theme().mode
    await scenes_of_goods.prepare(stage)
    try:
        for mode in _BOTH:
            _dress(mode)
            for page in _pages(stage):
                await stage.show(page, f"page-{page.removesuffix('Tab')}-{mode.value}")
            for name, show in (*scenes_of_goods.VIEWS, *scenes_of_orders.VIEWS):
                await show(stage)
                await stage.settle()
                await stage.picture(f"view-{name}-{mode.value}")
        for scene in SCENES:
            await _take(stage, scene)
    finally:
        _dress(before)


def _pages(stage: Stage) -> list[str]:
    tabs = stage.window.tabs
    shown = [tabs.widget(at) for at in range(tabs.count())]
    return [page.objectName() for page in shown if page is not None]


async def _take(stage: Stage, scene: Scene) -> None:
    if scene.page:
        stage.window.go(scene.page)
    scene.open(stage)

    async def stands() -> bool:
        return open_dialog(stage.window) is not None

    await stage.until(scene.name, stands)
    for mode in _BOTH:
        _dress(mode)
        await stage.picture(f"dialog-{scene.name}-{mode.value}")
    while (dialog := open_dialog(stage.window)) is not None:
        dialog.reject()
        await stage.settle()


def _dress(mode: ThemeMode) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme().apply(app, mode)
