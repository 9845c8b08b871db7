"""The use cases' own tests once more, on the real database instead of the one in memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jdfulfil_desktop.adapters.db.store import open_database
from tests.helpers.fakes import FakeClock, RecordingNotifier
from tests.helpers.shop import Shop
from tests.integration.db.shops import a_shop
from tests.unit.application import (
    test_accounts,
    test_deciding,
    test_history,
    test_import,
    test_news,
    test_orders,
    test_parcels,
    test_records,
    test_users,
)


@pytest.fixture
def shop(place: str) -> Iterator[Shop]:
    clock, notifier = FakeClock(), RecordingNotifier()
    database = open_database(place, notifier, clock)
    yield a_shop(database, clock, notifier)
    database.close()


for module in (
    test_accounts,
    test_deciding,
    test_history,
    test_import,
    test_news,
    test_orders,
    test_parcels,
    test_records,
    test_users,
):
    for name, test in vars(module).items():
        if name.startswith("test_") and callable(test):
            globals()[name.replace("test_", f"{module.__name__.rsplit('.', 1)[-1]}_", 1)] = test
