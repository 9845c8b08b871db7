from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.sandbox.practice import Practice
from tests.contract.sandbox.serving import start
from tests.integration.sync.merchant import Merchant


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
def merchant(practice: Practice, tmp_path: Path) -> Iterator[Merchant]:
    """An authorized merchant (Manual) with one product at JD, on a database of its own."""
    practice.control("DELETE", "faults")
    made = Merchant(practice, tmp_path)
    made.set_up()
    yield made
    made.close()
    practice.control("DELETE", "faults")
