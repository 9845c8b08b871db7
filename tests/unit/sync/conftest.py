from __future__ import annotations

import pytest

from tests.unit.sync.desk import Desk


@pytest.fixture
def desk() -> Desk:
    """A PC whose merchant is authorized (Basic, Manual) and has one product at JD."""
    made = Desk()
    made.set_up()
    return made
