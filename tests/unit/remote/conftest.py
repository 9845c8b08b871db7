from __future__ import annotations

import pytest

from tests.unit.remote.counter import Counter


@pytest.fixture
def counter() -> Counter:
    """A PC that nobody has authorized yet."""
    return Counter()


@pytest.fixture
def connected(counter: Counter) -> Counter:
    """A PC whose merchant has logged in (Quick, subscribed) with department EBU1, warehouse W1."""
    counter.connect()
    return counter
