"""Start the window: application object, theme, language, loop; end it in order."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.gui import aio
from jdfulfil_desktop.gui.bridge import Bridge
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.pages import page_specs
from jdfulfil_desktop.gui.program import Program
from jdfulfil_desktop.gui.theme import ThemeMode, apply_theme
from jdfulfil_desktop.gui.theme.resources import register_resources
from jdfulfil_desktop.gui.translations import install_translators
from jdfulfil_desktop.gui.window import MainWindow

Story = Callable[[MainWindow], Awaitable[int]]
"""What happens in the window once it stands: `until_closed`, a demo, a measurement."""


def application(lang: str, theme: ThemeMode | str = ThemeMode.LIGHT) -> QApplication:
    """Give the one application object, dressed and speaking `lang` (`id`, `en`, `zh`)."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("JD Fulfil")
    app.setOrganizationName("jdfulfil")
    app.setQuitOnLastWindowClosed(False)
    register_resources()
    install_translators(app, lang)
    apply_theme(app, theme)
    return app


async def until_closed(window: MainWindow) -> int:
    """Wait until the user closes the window."""
    closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def close() -> None:
        if not closed.done():
            closed.set_result(None)

    window.closing.connect(close)
    await closed
    return 0


async def open_window(program: Program, story: Story = until_closed, page: str = "") -> int:
    """Build the window on a program, let the story run in it, and close everything in order.

    `page`: the tab that it opens on (`outboundTab` …); default: the first.
    """
    bridge = Bridge()
    program.subscribe(bridge)
    desk = Desk(program, program.start_sync(), bridge)
    window = MainWindow(desk, page_specs)
    if page:
        window.show_page(page)
    window.show()
    try:
        return await story(window)
    finally:
        window.hide()
        await desk.close()
        await asyncio.to_thread(program.close)
        window.deleteLater()


def run(
    program: Program,
    *,
    lang: str = "id",
    theme: ThemeMode | str = ThemeMode.SYSTEM,
    story: Story = until_closed,
    page: str = "",
) -> int:
    """Run the window until the story ends; gives the exit code."""
    app = application(lang, theme)
    return aio.run(app, lambda: open_window(program, story, page))
