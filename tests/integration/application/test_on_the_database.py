"""The use cases once more, on the real database: what holds in memory holds on disk."""

from __future__ import annotations

from types import ModuleType

from tests.unit.application import test_import, test_importing, test_news, test_orders, test_records
from tests.unit.application.test_bus import test_causes_find_what_they_can_change

MODULES: tuple[ModuleType, ...] = (
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
