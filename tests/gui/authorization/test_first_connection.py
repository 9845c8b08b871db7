"""The first connection: the answer pasted by hand, then what JD already has is taken over."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, connect
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.bootstrap import Application, build
from jdfulfil_desktop.cli.desk import Options
from jdfulfil_desktop.domain.connection import Mode
from jdfulfil_desktop.gui.authorization import page as pages
from jdfulfil_desktop.gui.authorization.adopting import AdoptDialog
from jdfulfil_desktop.gui.authorization.connecting import ConnectDialog, Known
from jdfulfil_desktop.gui.authorization.waiting import WaitingDialog
from jdfulfil_desktop.gui.theme import StatusKind
from tests.e2e.cli.program import Sandbox
from tests.helpers.office import OfficeThread
from tests.helpers.pages import agree, dialog_of, nameless, press, words_of
from tests.helpers.program import add_products, open_program

PATIENCE_MS = 20_000


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Application]:
    """A PC whose browser cannot come back: it is another PC's."""
    options = Options(data_dir=tmp_path / "data", lang="en")
    opened = build(options, actor="Ani", browser=lambda _address: True)
    yield opened
    opened.close()


def fill_jd(sandbox: Sandbox, folder: Path, *skus: str) -> None:
    """Let another PC put goods into JD."""
    other, merchant = open_program(folder), sandbox.merchant()
    house = merchant["warehouse_nos"][0]
    request = ConnectRequest(
        Mode.QUICK,
        sandbox.info["gateway_url"],
        merchant["department_no"],
        house,
        merchant["pin"],
    )

    async def work() -> None:
        def log_in(address: str) -> None:
            listener.hand_in(*sandbox.code_of(address))

        listener = other.login_listener()
        loop = asyncio.get_running_loop()

        def later(address: str) -> None:
            loop.call_later(0.05, log_in, address)

        await connect(other.office, request, listener, later)
        await push_products(other.office, house, list(skus))

    add_products(other, *skus)
    office = OfficeThread()
    office.submit(work).result(30)
    office.close()
    other.close()


def test_r5_r20_an_answer_is_pasted_and_jds_goods_are_taken_over(
    program, shell, sandbox, tmp_path, qtbot
) -> None:
    fill_jd(sandbox, tmp_path / "other", "KOPI", "TEH")
    page = pages.build(shell)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    merchant = sandbox.merchant()
    numbers = (merchant["department_no"], merchant["warehouse_nos"][0], merchant["pin"])
    page.begin(Mode.QUICK, Known(sandbox.info["gateway_url"], *numbers))
    agree(qtbot, dialog_of(qtbot, page, ConnectDialog))
    waiting = dialog_of(qtbot, page, WaitingDialog)
    qtbot.waitUntil(lambda: bool(waiting.address), timeout=PATIENCE_MS)
    assert nameless(waiting) == []
    press(qtbot, waiting, "handInButton")
    assert waiting.answer.error() == "Paste the address or the code first."
    edit = waiting.answer.field
    assert isinstance(edit, QLineEdit)
    edit.setText("https://oauth.jd.id/help")
    press(qtbot, waiting, "handInButton")
    qtbot.waitUntil(lambda: "holds no code" in waiting.answer.error())
    edit.setText(sandbox.answer(waiting.address))
    press(qtbot, waiting, "handInButton")
    dialog = dialog_of(qtbot, page, AdoptDialog)
    qtbot.waitUntil(lambda: dialog.deed_button.text() == "Take over 2 goods", timeout=PATIENCE_MS)
    assert nameless(dialog) == []
    assert "JD has 2 goods" in words_of(dialog)
    agree(qtbot, dialog)
    said = (StatusKind.DONE, "2 goods taken over, 2 of them new products.")
    qtbot.waitUntil(lambda: said in shell.said, timeout=PATIENCE_MS)
    found = program.bus.writer.submit(lambda uow: uow.products.get_many()).result(10)
    assert sorted(found) == ["KOPI", "TEH"]
