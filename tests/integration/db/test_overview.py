from __future__ import annotations

from dataclasses import replace

from jdfulfil_desktop.domain.order import OrderStatus
from jdfulfil_desktop.domain.outbound import PushState, ShipmentState
from tests.integration.db.making import NOW, Desk, an_order, held, later, put


def test_overview(desk: Desk, account: int) -> None:
    def work(uow):
        put(uow, [an_order(n) for n in (1, 2)], PushState.HELD, held("awaiting_tracking_number"))
        put(uow, [an_order(3, first_seen_at=later(hours=-20))], None, held("store_not_bound"))
        put(uow, [an_order(4, status=OrderStatus.CANCELLED)], None, held("order_closed"))
        put(uow, [an_order(5, first_seen_at=later(hours=1)), an_order(6)])
        _, (shipped,) = put(uow, [an_order(7)], PushState.PUSHED)
        done = replace(shipped, shipped_at=later(hours=6), shipment_state=ShipmentState.COMPLETED)
        uow.outbounds.save_many([done])
        put(uow, [an_order(8)], PushState.UNCERTAIN)
        put(uow, [an_order(9)], PushState.PUSHED)

    desk.write(work)
    seen = desk.read(lambda q: q.overview())
    assert [(n.code, n.count, n.oldest_at) for n in seen.needs] == [
        ("awaiting_tracking_number", 2, NOW),
        ("store_not_bound", 1, later(hours=-20)),
    ]
    assert (seen.held, seen.queued, seen.uncertain, seen.at_jd, seen.done) == (3, 2, 1, 1, 1)
    assert seen.oldest_queued_at == later(hours=1)
    assert seen.orders_by_day[-2:] == (("2026-11-23", 1, 0), ("2026-11-24", 8, 1))
    assert len(seen.orders_by_day) == 14
    assert seen.hours_to_ship == (("2026-11-24", 6.0),)
    assert (seen.has_connection, seen.has_products, seen.has_stores) == (True, False, True)


def test_an_empty_database_has_an_empty_overview(desk: Desk) -> None:
    seen = desk.read(lambda q: q.overview())
    assert (seen.needs, seen.queued, seen.hours_to_ship) == ((), 0, ())
    assert (seen.oldest_queued_at, seen.last_news_at, seen.has_connection) == (None, None, False)
    assert {count for _, orders, shipped in seen.orders_by_day for count in (orders, shipped)} == {
        0
    }
