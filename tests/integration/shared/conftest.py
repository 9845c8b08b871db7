from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.sandbox.practice import Practice
from tests.contract.sandbox.serving import start
from tests.helpers.postgresql import Server, binaries, running
from tests.integration.shared.pcs import Pc, SharedMerchant


@pytest.fixture(scope="module")
def practice() -> Iterator[Practice]:
    """A practice gateway of its own process, without limits."""
    gateway = start("--rate", "0", "--daily", "0")
    yield gateway
    assert gateway.process is not None
    gateway.process.terminate()
    gateway.process.communicate(timeout=10)
    gateway.http.close()


@pytest.fixture
def merchant(practice: Practice, tmp_path: Path, shared: str) -> Iterator[SharedMerchant]:
    """An authorized merchant with one product at JD, on a shared database, at the first PC."""
    practice.control("DELETE", "faults")
    made = SharedMerchant(practice, tmp_path / "pc1", shared)
    made.set_up()
    yield made
    made.close()
    practice.control("DELETE", "faults")


@pytest.fixture
def others(merchant: SharedMerchant, tmp_path: Path, shared: str) -> list[Pc]:
    """Three more PCs that were given the key of the tokens."""
    pcs = [Pc(tmp_path / f"pc{n}", shared) for n in (2, 3, 4)]
    for pc in pcs:
        assert pc.run("key", "import", stdin=merchant.key() + "\n") == {"imported": True}
    return pcs


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A server of this test alone, to be stopped and started."""
    if binaries() is None:
        pytest.skip("PostgreSQL's server is not installed (apt-get install postgresql)")
    with running() as server:
        yield server
