"""A practice gateway as a child process, and the program connected to it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, connect
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.connection import Mode
from tests.e2e.cli.program import Sandbox, running_sandbox


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

    asyncio.run(connect(program.office, request, program.login_listener(), log_in))
    return number
