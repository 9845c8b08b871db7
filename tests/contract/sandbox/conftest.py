from collections.abc import Iterator

import pytest

from tests.contract.sandbox.practice import Practice
from tests.contract.sandbox.serving import serve


@pytest.fixture
def practice() -> Iterator[Practice]:
    """A fresh gateway, without limits, manual, with the first merchant logged in."""
    gateway = serve()
    gateway.authorize()
    yield gateway
    gateway.stop()


@pytest.fixture(scope="module")
def shared() -> Iterator[Practice]:
    """One gateway for the tests of a module that change nothing."""
    gateway = serve()
    gateway.authorize()
    yield gateway
    gateway.stop()
