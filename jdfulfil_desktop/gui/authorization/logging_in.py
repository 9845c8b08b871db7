"""Log in at JD.ID's page and wait visibly for the answer, by itself or by hand (R5)."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.ports import LoginListener
from jdfulfil_desktop.application.remote.addresses import CALLBACK
from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, connect
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.pasted_answer import hand_in
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.gui.authorization.waiting import WaitingDialog
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.words import tr


async def log_in(shell: Shell, request: ConnectRequest, over: QWidget) -> bool:
    """Open the login page and wait until JD sends the user back; False where the user stopped.

    Raises FulfilError.
    """
    desk, waiting = shell.desk, WaitingDialog(over)
    loop = asyncio.get_running_loop()
    listener = desk.program.login_listener()
    waiting.pasted.connect(lambda text: _take_answer(shell, listener, waiting, text))
    comes_back = request.callback in ("", CALLBACK)

    def open_login(address: str) -> None:
        opened = desk.program.open_browser(address)
        loop.call_soon_threadsafe(
            lambda: waiting.show_address(address, opened=opened, comes_back=comes_back)
        )

    async def use_case(office: Office) -> Connection:
        return await connect(office, request, listener, open_login)

    login = asyncio.ensure_future(desk.remote(use_case))
    waiting.rejected.connect(login.cancel)
    waiting.open()
    try:
        saved = await login
    except asyncio.CancelledError:
        shell.say(StatusKind.WAITING, tr("The authorization was cancelled."))
        return False
    finally:
        waiting.close()
        waiting.deleteLater()
    shell.say(StatusKind.DONE, tr("Connected. News: {0}.").format(desk.texts.news(saved.news)))
    return True


def _take_answer(shell: Shell, listener: LoginListener, waiting: WaitingDialog, text: str) -> None:
    """Hand a pasted answer to the login that waits; what is wrong with it is said there."""
    desk = shell.desk

    async def take() -> None:
        try:
            await desk.remote(lambda _office: hand_in(listener, text))
        except RuleError as error:
            words = desk.texts.error(error)
            waiting.refuse_answer(f"{words.what} {words.fix}")

    desk.start(take(), waiting)
