"""The use cases once more, on the real database: what holds in memory holds on disk."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import ModuleType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.integration.application.conftest import open_shop
from tests.unit.application import (
    test_deciding,
    test_import,
    test_importing,
    test_news,
    test_orders,
    test_records,
)
from tests.unit.application.test_bus import test_causes_find_what_they_can_change
from tests.unit.application.test_invariants import Step, steps, tell

MODULES: tuple[ModuleType, ...] = (
    test_deciding,
    test_import,
    test_importing,
    test_news,
    test_orders,
    test_records,
)

for _module in MODULES:
    for _name, _test in vars(_module).items():
        if _name.startswith("test_") and callable(_test):
            assert _name not in globals(), f"{_name} twice"
            globals()[_name] = _test

__all__ = ["test_causes_find_what_they_can_change"]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(steps, min_size=3, max_size=10))
def test_stock_queue_and_verdicts_agree_on_disk(story: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_shop(Path(folder)) as shop:
        tell(shop, story)
        assert shop.notifier.events
