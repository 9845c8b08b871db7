from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.db.repositories.batches import UNDOABLE
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.order import Channel
from tests.integration.db.making import NOW, Desk, an_order


def begin(uow: UnitOfWork) -> int:
    return uow.batches.begin("f.xlsx", Channel.SHOPEE, "Toko", NOW, NOW, "me")


def put_one(uow: UnitOfWork) -> int:
    """Change two known orders in a batch of their own."""
    orders = uow.orders.save_many([an_order(1), an_order(2)])
    batch = begin(uow)
    uow.orders.save_many([replace(order, file_time=NOW) for order in orders], batch)
    return batch


def test_batches_count_and_complete(desk: Desk) -> None:
    batch = desk.write(begin)
    opened = desk.write(lambda uow: uow.batches.get(batch))
    assert opened is not None
    assert (opened.file, opened.file_time, opened.complete) == ("f.xlsx", NOW, False)
    assert desk.write(lambda uow: uow.batches.incomplete()) == [batch]
    desk.write(lambda uow: uow.batches.add_counts(batch, {"new": 2}))
    assert desk.write(lambda uow: uow.batches.add_counts(batch, {"new": 1, "x": 1})) == {
        "new": 3,
        "x": 1,
    }
    desk.write(lambda uow: uow.batches.complete(batch, {}, NOW))
    done = desk.write(lambda uow: uow.batches.get(batch))
    assert done is not None
    assert done.complete
    assert desk.write(lambda uow: uow.batches.incomplete()) == []


def test_old_batches_are_final_and_leave_no_copies(desk: Desk, account: int, path: Path) -> None:
    batch = desk.write(put_one)
    desk.write(lambda uow: uow.batches.complete(batch, {}, NOW))
    for _ in range(UNDOABLE):
        assert desk.write(lambda uow: uow.batches.get(batch).complete)
        desk.write(lambda uow: uow.batches.complete(begin(uow), {}, NOW))
    with closing(sqlite3.connect(path)) as other:
        (kept,) = other.execute("SELECT count(*) FROM undo_orders").fetchone()
        desk.write(begin)
        (after,) = other.execute("SELECT count(*) FROM undo_orders").fetchone()
    assert (kept, after) == (2, 0)
    assert desk.write(lambda uow: uow.batches.get(batch).complete)
    with pytest.raises(RuleError, match="batch_too_old"):
        desk.write(lambda uow: uow.batches.undo(batch))


UNKNOWN: list[Callable[[UnitOfWork], object]] = [
    lambda uow: uow.batches.undo(404),
    lambda uow: uow.batches.add_counts(404, {}),
]


@pytest.mark.parametrize("ask", UNKNOWN)
def test_an_unknown_batch_is_refused(desk: Desk, ask: Callable[[UnitOfWork], object]) -> None:
    with pytest.raises(RuleError, match="batch_not_found"):
        desk.write(ask)
