"""Import files as a whole: look first, write in chunks, undo when cancelled (R16, R20, R31)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jdfulfil_desktop.application import importing
from jdfulfil_desktop.application.order_files import import_file
from jdfulfil_desktop.application.ports import RowProblem, SheetInfo
from jdfulfil_desktop.application.results import ImportReport
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import ActionCancelled, FileProblem, UsageError
from jdfulfil_desktop.domain.order import Channel, OrderSnapshot
from tests.helpers.sheets import FakeSheet, FakeSheets
from tests.helpers.shop import TOKO, Shop, line, snapshot

FILE = Path("Order.all.xlsx")


def sheets(shop: Shop, *orders: OrderSnapshot, **more: Any) -> FakeSheets:
    channel = orders[0].channel if orders else Channel.SHOPEE
    info = SheetInfo(FILE.name, "shopee", channel, (), shop.clock.now(), orders=len(orders))
    return FakeSheets({FILE.name: FakeSheet(replace(info, **more), orders)})


def orders(count: int) -> tuple[OrderSnapshot, ...]:
    return tuple(snapshot(str(n), number=f"N{n}") for n in range(count))


def run(shop: Shop, reader: FakeSheets, **more: Any) -> ImportReport:
    return import_file(shop.bus, reader, FILE, **more)


def test_a_file_is_written_chunk_by_chunk(shop: Shop) -> None:
    shop.open()
    bad = RowProblem(9, "Jumlah", "x", "quantity_invalid", {})
    reader = sheets(
        shop,
        *orders(15),
        rows_read=17,
        refused_orders=1,
        problems=(bad,),
        unknown_statuses=("Aneh",),
    )
    steps: list[tuple[int, int]] = []
    report = run(shop, reader, progress=lambda done, total: steps.append((done, total)))
    assert (report.file, report.channel, report.store) == (FILE.name, "shopee", TOKO)
    assert (report.rows_read, report.orders_new, report.orders_refused) == (17, 15, 1)
    assert (report.problems, report.unknown_statuses) == ((bad,), ("Aneh",))
    assert steps == [(6, 15), (12, 15), (15, 15)]  # three chunks a transaction
    assert reader.orders[FILE.name].closed
    batch = shop.write(lambda uow: uow.batches.get(report.batch_id))
    assert batch.complete
    assert shop.state("4") == "queued"


def test_looking_writes_nothing(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("0", number="N0"), snapshot("1", number=""))
    shop.do(c.AddStore("Cabang", Channel.SHOPEE))
    shop.import_(snapshot("2"), store="Cabang")
    reader = sheets(shop, *orders(4), snapshot("9", lines=(line("BARU"),)))
    looked = run(shop, reader, store=TOKO, dry_run=True)
    assert (looked.orders_new, looked.orders_updated, looked.orders_unchanged) == (2, 1, 1)
    assert (looked.orders_refused, looked.unknown_skus, looked.batch_id) == (1, ("BARU",), None)
    assert [problem.code for problem in looked.problems] == ["order_in_other_store"]
    assert shop.write(lambda uow: uow.orders.get(Channel.SHOPEE, "3")) == []
    done = run(shop, reader, store=TOKO)
    assert replace(done, batch_id=None) == looked


def test_problems_stand_in_the_files_order(shop: Shop) -> None:
    shop.open()
    shop.do(c.AddStore("Cabang", Channel.SHOPEE))
    shop.import_(snapshot("1"))
    late = RowProblem(9, "Jumlah", "x", "quantity_invalid", {})
    reader = sheets(shop, snapshot("1", rows=(3,)), problems=(late,))
    report = run(shop, reader, store="Cabang")
    assert [problem.row for problem in report.problems] == [3, 9]


def test_the_channels_only_store_is_taken(shop: Shop) -> None:
    reader = sheets(shop, *orders(1))
    with pytest.raises(UsageError, match="store_needed"):
        run(shop, reader)
    shop.do(c.AddStore(TOKO, Channel.SHOPEE))
    shop.do(c.AddStore("Lain", Channel.LAZADA))
    assert run(shop, reader, dry_run=True).store == TOKO
    shop.do(c.AddStore("Dua", Channel.SHOPEE))
    with pytest.raises(UsageError) as caught:
        run(shop, reader)
    assert caught.value.data == {"known": f"Dua, {TOKO}"}
    assert run(shop, reader, store="Dua", dry_run=True).store == "Dua"


def test_a_store_of_another_channel(shop: Shop) -> None:
    shop.do(c.AddStore("Lain", Channel.LAZADA))
    reader = sheets(shop, *orders(1))
    for more in ({}, {"channel": Channel.SHOPEE}):
        with pytest.raises(FileProblem) as caught:
            run(shop, reader, store="Lain", **more)
        assert (caught.value.code, caught.value.subject) == ("wrong_channel", FILE.name)
    with pytest.raises(UsageError, match="store_not_found"):
        run(shop, reader, store="Tidak ada")


@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_cancelling_undoes_the_whole(shop: Shop, after: int) -> None:
    shop.open()
    reader = sheets(shop, *orders(18))
    asked = iter([False] * after + [True] * 9)
    with pytest.raises(ActionCancelled):
        run(shop, reader, cancelled=lambda: next(asked))
    assert shop.write(lambda uow: uow.orders.get(Channel.SHOPEE, "0")) == []
    assert (shop.figures_of(), shop.write(lambda uow: uow.batches.incomplete())) == ((0, 0, 0), [])
    assert run(shop, reader, cancelled=lambda: False).orders_new == 18


def test_a_failing_chunk_undoes_the_whole(shop: Shop) -> None:
    shop.open()
    good = orders(2)
    bad: Any = object()
    reader = sheets(shop, *good)
    reader.orders[FILE.name].orders = (*good, bad)
    with pytest.raises(AttributeError):
        run(shop, reader)
    assert shop.write(lambda uow: uow.orders.get(Channel.SHOPEE, "0")) == []


def test_what_a_crash_left_is_taken_back(shop: Shop) -> None:
    shop.open()
    batch = shop.begin()
    shop.do(c.ImportOrders(batch, orders(1)))
    assert importing.undo_interrupted(shop.bus) == 1
    assert shop.write(lambda uow: uow.orders.get(Channel.SHOPEE, "0")) == []
    assert importing.undo_interrupted(shop.bus) == 0


# --- products
