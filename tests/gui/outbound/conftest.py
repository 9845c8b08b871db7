"""The outbound page, and a store whose orders go."""

from __future__ import annotations

from typing import Any

import pytest

from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.gui.outbound.page import OutboundPage, build
from tests.helpers.outbound_page import make_ready


@pytest.fixture
def ready(program: Application) -> Application:
    """A store whose product lies at JD: orders with a number go."""
    make_ready(program)
    return program


@pytest.fixture
def page(shell: Any, qtbot: Any) -> OutboundPage:
    made = build(shell)
    assert isinstance(made, OutboundPage)
    qtbot.addWidget(made)
    made.resize(1366, 650)
    made.show()
    return made
