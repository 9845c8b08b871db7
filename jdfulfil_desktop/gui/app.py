"""Start the window: application object, theme, language, loop; end it in order."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.gui import aio
from jdfulfil_desktop.gui.bridge import Bridge
from jdfulfil_desktop.gui.crashes import CrashWatch, log_qt_messages
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.garbage import GarbageWatch
from jdfulfil_desktop.gui.pages import page_specs
from jdfulfil_desktop.gui.painted import painted
from jdfulfil_desktop.gui.program import Program, Rescue, SyncThread
from jdfulfil_desktop.gui.theme import ThemeMode, apply_theme
from jdfulfil_desktop.gui.theme.resources import register_resources
from jdfulfil_desktop.gui.translations import install_translators
from jdfulfil_desktop.gui.window import MainWindow

Story = Callable[[MainWindow], Awaitable[int]]
"""What happens in the window once it stands: `until_closed`, a demo, a measurement."""

_TURN_S = 0.0005
"""So long a thread that computes keeps the GUI thread from its turn; Python's own 5 ms add up
to stalls, since a repaint gives its turn away many times."""
_PATIENCE_S = 0.5


def application(lang: str, theme: ThemeMode | str = ThemeMode.LIGHT) -> QApplication:
    """Give the one application object, dressed and speaking `lang` (`id`, `en`, `zh`)."""
    log_qt_messages()
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("JD Fulfil")
    app.setOrganizationName("jdfulfil")
    app.setQuitOnLastWindowClosed(False)
    register_resources()
    install_translators(app, lang)
    apply_theme(app, theme)
    return app


REOPEN = -1
"""What `run` gives where the window closed to be opened again: another language, other data."""
UNOPENED = 3
"""What `run` gives where the data could not be opened and no copy was put back."""


async def until_closed(window: MainWindow) -> int:
    """Wait until the user closes the window; `REOPEN` where another language was chosen."""
    closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def close() -> None:
        if not closed.done():
            closed.set_result(None)

    window.closing.connect(close)
    if window.isVisible():  # else it was closed while the program was being opened
        await closed
    return REOPEN if window.reopen else 0


async def open_window(
    opening: Callable[[], Program],
    story: Story = until_closed,
    *,
    practice: bool = False,
    page: str = "",
    place: str = "",
    stood: Callable[[], None] = lambda: None,
    rescue: Rescue | None = None,
) -> int:
    """Show the window, open the program behind it, let the story run, close all in order.

    `page`: the tab that it opens on (`outboundTab` …); default: the first. `place`: where a window
    stood before. `stood` is called when
    the frame is on the screen; the database's libraries and file come after it, in a thread.
    """
    window = MainWindow(page_specs, practice=practice)
    window.stand_at(place or page)
    garbage = GarbageWatch()
    window.ready.connect(garbage.begin)
    window.show()
    try:
        await _on_screen(window)
        stood()
        try:
            program, sync = await asyncio.to_thread(_opened, opening)
        except FulfilError as failure:
            if rescue is None:
                raise
            return await _rescued(window, rescue, failure)
        else:
            return await _live(window, program, sync, story)
    finally:
        window.hide()
        window.deleteLater()
        garbage.stop()


async def _live(window: MainWindow, program: Program, sync: SyncThread, story: Story) -> int:
    try:
        return await _furnished(window, program, sync, story)
    finally:
        await asyncio.to_thread(program.close)


async def _rescued(window: MainWindow, rescue: Rescue, failure: FulfilError) -> int:
    """Say why there is no data, and offer the copies; `REOPEN` where one is to be put back."""
    from jdfulfil_desktop.gui.keeping.rescue import RescueDialog
    from jdfulfil_desktop.gui.widgets import ask

    copies = await asyncio.to_thread(rescue.copies)
    chosen: Path | None = await ask(RescueDialog(rescue, failure, copies, window))
    if chosen is None:
        return UNOPENED
    rescue.put_back_next(chosen)
    return REOPEN


async def _furnished(window: MainWindow, program: Program, sync: SyncThread, story: Story) -> int:
    """Let the story run in a window that stands on an open program."""
    from jdfulfil_desktop.gui.front import FrontDoor, to_the_front

    bridge = Bridge()
    program.subscribe(bridge)
    desk = Desk(program, sync, bridge)
    window.take(desk)
    crashes = CrashWatch(window)
    crashes.crashed.connect(window.report)
    crashes.install(asyncio.get_running_loop())
    door = FrontDoor(program.places.data, window)
    door.knocked.connect(lambda: to_the_front(window))
    try:
        return await story(window)
    finally:
        door.close()
        window.hide()
        crashes.remove()
        desk.kept.flush()
        await desk.close()


def _opened(opening: Callable[[], Program]) -> tuple[Program, SyncThread]:
    program = opening()
    try:
        return program, program.start_sync()
    except BaseException:
        program.close()
        raise


async def _on_screen(window: MainWindow) -> None:
    """Wait for the window's first painting; one that is kept from the screen is not waited for."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(painted(window.header), _PATIENCE_S)


def start(
    opening: Callable[[], Program],
    *,
    lang: str = "id",
    theme: ThemeMode | str = ThemeMode.SYSTEM,
    story: Story = until_closed,
    practice: bool = False,
    page: str = "",
    place: str = "",
    stood: Callable[[], None] = lambda: None,
    rescue: Rescue | None = None,
) -> int:
    """Show the window, open the program with `opening()` in a thread, run until the story ends.

    Gives the exit code; raises what `opening` raises.
    """
    sys.setswitchinterval(_TURN_S)
    app = application(lang, theme)
    return aio.run(
        app,
        lambda: open_window(
            opening, story, practice=practice, page=page, place=place, stood=stood, rescue=rescue
        ),
    )


def run(
    program: Program,
    *,
    lang: str = "id",
    theme: ThemeMode | str = ThemeMode.SYSTEM,
    story: Story = until_closed,
) -> int:
    """Run the window on an open program until the story ends; gives the exit code."""
    return start(lambda: program, lang=lang, theme=theme, story=story, practice=program.practice)
