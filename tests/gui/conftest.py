"""The real program in an empty folder, and a window's services on it, for tests of pages.

`house` connects it to a practice gateway in a process of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, connect
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.connection import Mode
from jdfulfil_desktop.gui.theme import apply_theme
from jdfulfil_desktop.gui.theme.resources import register_resources
from tests.e2e.cli.program import Sandbox, running_sandbox
from tests.helpers.office import OfficeThread
from tests.helpers.program import StubShell, open_program, open_shell


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Application]:
    opened = open_program(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def shell(qapp: QApplication, program: Application) -> Iterator[StubShell]:
    register_resources()
    apply_theme(qapp, "light")
    with open_shell(qapp, program) as opened:
        yield opened


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with running_sandbox() as running:
        yield running


@pytest.fixture
def house(program: Application, sandbox: Sandbox) -> str:
    """Connect to the practice gateway's first merchant; gives the warehouse's number."""
    merchant = sandbox.merchant()
    number = str(merchant["warehouse_nos"][0])
    request = ConnectRequest(
        mode=Mode.QUICK,
        gateway_url=sandbox.info["gateway_url"],
        department_no=merchant["department_no"],
        warehouse_no=number,
        pin=merchant["pin"],
    )

    def log_in(address: str) -> None:
        login = threading.Thread(
            target=sandbox.log_in,
            args=(address,),
            kwargs={"merchant": 0, "subscribe": False},
        )
        login.start()

    office = OfficeThread()
    office.submit(
        lambda: connect(program.office, request, program.login_listener(), log_in)
    ).result(30)
    office.close()
    return number
