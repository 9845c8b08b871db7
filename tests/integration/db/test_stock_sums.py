from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError, IntegrityError

from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.stock import Figure, LedgerEntry, LedgerKind, StockRow, sums
from jdfulfil_desktop.domain.warehouse import Placement, PlacementState
from tests.integration.db.making import NOW, W1, Desk, later

ENTRIES = st.builds(
    LedgerEntry,
    at=st.just(NOW),
    warehouse_no=st.sampled_from(["W1", "W2"]),
    sku=st.sampled_from(["A", "B", "Ç"]),
    kind=st.sampled_from(LedgerKind),
    quantity=st.integers(-1000, 1000),
    document=st.sampled_from(["D1", "D2", "D3", "D3#2"]),
    by=st.just("me"),
)


def key(entry: LedgerEntry) -> tuple[str, str, str, str]:
    return entry.document, entry.warehouse_no, entry.sku, entry.kind


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(chunks=st.lists(st.lists(ENTRIES, max_size=12), max_size=5))
def test_stock_is_always_the_sum_of_the_ledger(desk: Desk, chunks: list[list[LedgerEntry]]) -> None:
    """Write into a run of its own (the document's name), and add up what the ledger then holds."""
    run = str(desk.write(lambda uow: int(str(uow.settings.get("run", 0))) + 1))
    desk.write(lambda uow: uow.settings.put("run", int(run)))
    named = [
        [LedgerEntry(e.at, WarehouseNo(f"{run}-{e.warehouse_no}"), e.sku, e.kind, e.quantity,
                     e.document, e.by) for e in chunk]
        for chunk in chunks
    ]  # fmt: skip
    written: list[LedgerEntry] = []
    for chunk in named:
        written += desk.write(lambda uow, chunk=chunk: uow.ledger.add(iter(chunk)))
    first: dict[tuple[str, ...], LedgerEntry] = {}
    for entry in (entry for chunk in named for entry in chunk):
        first.setdefault(key(entry), entry)
    assert {key(e): e for e in written} == first
    houses = {entry.warehouse_no for entry in written}
    rows = desk.write(lambda uow: uow.ledger.rows(houses))
    assert set(rows) == {(e.warehouse_no, e.sku) for e in written}
    for (house, sku), row in rows.items():
        total = sums(e for e in written if (e.warehouse_no, e.sku) == (house, sku))
        assert {f: getattr(row, f.value) for f in Figure} == total
        kept = desk.read(lambda q, house=house, sku=sku: q.ledger(sku, house))
        assert sum(r.quantity for r in kept) == sum(total.values())


def test_a_second_entry_of_one_kind_is_left_out(desk: Desk) -> None:
    entry = LedgerEntry(NOW, W1, Sku("A"), LedgerKind.RECEIVED, 5, "IN-1", "JD")
    assert desk.write(lambda uow: uow.ledger.add([entry, entry])) == [entry]
    assert desk.write(lambda uow: uow.ledger.add([entry])) == []
    assert desk.write(lambda uow: uow.ledger.add([])) == []
    assert desk.write(lambda uow: uow.ledger.rows()) == {
        ("W1", "A"): StockRow(W1, Sku("A"), on_hand=5)
    }


@pytest.mark.parametrize("statement", ["DELETE FROM ledger", "UPDATE ledger SET quantity = 9"])
def test_the_ledger_cannot_be_rewritten(desk: Desk, statement: str) -> None:
    entry = LedgerEntry(NOW, W1, Sku("A"), LedgerKind.RECEIVED, 5, "IN-1", "JD")
    desk.write(lambda uow: uow.ledger.add([entry]))
    with pytest.raises(DBAPIError, match="append-only"), desk.database.engines[0].begin() as raw:
        raw.exec_driver_sql(statement)


def test_jds_figure_stands_beside_ours(desk: Desk, account: int) -> None:
    def work(uow):
        uow.ledger.add([LedgerEntry(NOW, W1, Sku("A"), LedgerKind.OPENING, 5, "open", "me")])
        uow.ledger.set_jd_figures(W1, {"A": 4, "B": 0}, later(minutes=1))
        uow.ledger.set_jd_figures(W1, {"A": 3}, later(minutes=2))
        uow.ledger.set_jd_figures(W1, {}, later(minutes=3))
        return uow.ledger.rows([W1], ["A", "B"])

    assert desk.write(work) == {
        (W1, "A"): StockRow(W1, Sku("A"), 5, 0, 0, 3, later(minutes=2)),
        (W1, "B"): StockRow(W1, Sku("B"), 0, 0, 0, 0, later(minutes=1)),
    }


def test_a_placed_product_has_a_row_of_zeros_and_keeps_its_sums(desk: Desk, account: int) -> None:
    placement = Placement(W1, Sku("A"), PlacementState.WAITING)

    def work(uow):
        uow.products.save_placements([placement])
        zeros = uow.ledger.rows()
        uow.ledger.add([LedgerEntry(NOW, W1, Sku("A"), LedgerKind.OPENING, 5, "open", "me")])
        uow.products.save_placements([placement])
        return zeros, uow.ledger.rows()

    zeros, after = desk.write(work)
    assert zeros == {(W1, "A"): StockRow(W1, Sku("A"))}
    assert after == {(W1, "A"): StockRow(W1, Sku("A"), on_hand=5)}


def test_a_product_is_placed_in_a_warehouse_that_there_is(desk: Desk) -> None:
    placement = Placement(W1, Sku("A"), PlacementState.WAITING)
    with pytest.raises(IntegrityError):
        desk.write(lambda uow: uow.products.save_placements([placement]))
