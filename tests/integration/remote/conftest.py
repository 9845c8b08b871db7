from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.sandbox.practice import Practice
from tests.contract.sandbox.serving import serve
from tests.integration.remote.pc import Pc


@pytest.fixture
def practice() -> Iterator[Practice]:
    """A practice gateway of this test alone, without limits: what it holds is all ours."""
    gateway = serve()
    yield gateway
    gateway.stop()


@pytest.fixture
def pc(practice: Practice, tmp_path: Path) -> Iterator[Pc]:
    """A PC that nobody has authorized yet."""
    made = Pc(practice, tmp_path / "pc")
    yield made
    made.close()


@pytest.fixture
def merchant(pc: Pc) -> Pc:
    """An authorized merchant (Quick, Manual) with a store bound to its warehouse."""
    pc.set_up()
    return pc
