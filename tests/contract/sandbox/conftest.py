from collections.abc import Iterator

import pytest

from tests.contract.sandbox.inside import inside
from tests.contract.sandbox.practice import Practice
from tests.contract.sandbox.serving import serve, wait_for_ended


@pytest.fixture(scope="session", autouse=True)
def ended() -> Iterator[None]:
    """Let no gateway outlive the tests."""
    yield
    wait_for_ended()


@pytest.fixture
def practice() -> Iterator[Practice]:
    """A fresh gateway, without limits, manual, with the first merchant logged in.

    It answers without a server; modules that test what HTTP does take `served` instead.
    """
    gateway = inside()
    gateway.authorize()
    yield gateway
    gateway.stop()


@pytest.fixture
def served() -> Iterator[Practice]:
    """The same behind a server of its own."""
    gateway = serve()
    gateway.authorize()
    yield gateway
    gateway.stop()


@pytest.fixture(scope="module")
def shared() -> Iterator[Practice]:
    """One gateway for the tests of a module that change nothing."""
    gateway = inside()
    gateway.authorize()
    yield gateway
    gateway.stop()


@pytest.fixture(scope="module")
def shared_server() -> Iterator[Practice]:
    """The same behind a server."""
    gateway = serve()
    gateway.authorize()
    yield gateway
    gateway.stop()
