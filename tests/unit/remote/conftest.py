from __future__ import annotations

import pytest

from tests.unit.remote.counter import Counter
from tests.unit.remote.lists import draw_up


@pytest.fixture
def counter() -> Counter:
    """A PC that nobody has authorized yet."""
    return Counter()


@pytest.fixture
def connected(counter: Counter) -> Counter:
    """A PC whose merchant has logged in (Quick, subscribed) with department EBU1, warehouse W1."""
    counter.connect()
    return counter


@pytest.fixture
def drawn(connected: Counter) -> tuple[Counter, str]:
    """An authorized PC with a draft, and the draft's number."""
    return connected, draw_up(connected)


@pytest.fixture
def shop(counter: Counter) -> Counter:
    """A merchant (Basic, Manual) with a store and one product at JD."""
    counter.set_up()
    return counter
