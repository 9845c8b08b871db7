from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdfulfil_desktop.adapters.db.baskets import BASKETS
from jdfulfil_desktop.adapters.db.schema.orders import SORTED_BY
from jdfulfil_desktop.application.ports import StoredDecision, UnitOfWork
from jdfulfil_desktop.application.queries import Filter, OutboundRow, Sort
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel, OrderLine
from jdfulfil_desktop.domain.outbound import Failure, Item, PushState, ShipmentState
from jdfulfil_desktop.domain.product import Component, SkuLink
from tests.integration.db.making import GO, NOW, Desk, an_order, an_outbound, held, later, put

KINDS: tuple[tuple[PushState | None, StoredDecision], ...] = (
    (PushState.QUEUED, GO),
    (PushState.HELD, held("awaiting_tracking_number")),
    (PushState.HELD, held("awaiting_acceptance")),
    (None, held("store_not_bound")),
    (PushState.PUSHED, GO),
    (PushState.UNCERTAIN, GO),
)
COUNT = 90


def many(uow: UnitOfWork) -> None:
    """Keep ninety orders of six kinds, with values that repeat and values that are missing."""
    for n in range(COUNT):
        order = an_order(
            (n * 37) % COUNT,
            channel=list(Channel)[n % 5],
            courier=("JNE", "SPX", "")[n % 3],
            created_at=later(minutes=n % 7) if n % 11 else None,
            ship_by=later(hours=n % 4),
            first_seen_at=later(seconds=n),
        )
        state, decision = KINDS[n % len(KINDS)]
        put(uow, [order], state, decision)


@pytest.fixture
def filled(desk: Desk, account: int) -> Desk:
    desk.write(many)
    return desk


def whole(desk: Desk, asked: Filter, sort: Sort) -> list[OutboundRow]:
    return desk.read(lambda q: q.outbound_page(asked, sort, 0, 10_000))


def key_of(row: OutboundRow, name: str) -> tuple[Any, ...]:
    """Sort as the database does: what is missing first, equals by age."""
    value = getattr(row, name) if name else None
    return (value is not None, value, row.order_id) if value is not None else (False, row.order_id)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("name", [*SORTED_BY, "first_seen_at", "store", "outbound_no", "rule"])
@pytest.mark.parametrize("basket", ["", "queued", "held"])
def test_sorted_by_every_key(filled: Desk, basket: str, name: str, descending: bool) -> None:
    rows = whole(filled, Filter(basket), Sort(name, descending))
    assert len(rows) == {"": COUNT, "queued": 15, "held": 15}[basket]
    keys = [key_of(replace(row, outbound_no=row.outbound_no or None), name) for row in rows]
    assert keys == sorted(keys, reverse=descending)


def test_age_has_two_names(filled: Desk) -> None:
    ids = [row.order_id for row in whole(filled, Filter(), Sort("first_seen"))]
    assert ids == sorted(ids)
    assert ids == [row.order_id for row in whole(filled, Filter(), Sort("first_seen_at"))]


def test_the_newest_come_first_unless_sorted(filled: Desk) -> None:
    ids = [row.order_id for row in whole(filled, Filter(), Sort())]
    assert ids == sorted(ids, reverse=True)
    assert ids == [row.order_id for row in whole(filled, Filter(), Sort("nonsense"))]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    basket=st.sampled_from(["", "queued", "tracking", "done"]),
    sort=st.builds(Sort, st.sampled_from(["", *SORTED_BY]), st.booleans()),
    offset=st.integers(0, COUNT + 5),
    limit=st.integers(0, 40),
    search=st.sampled_from(["", "2411"]),
)
def test_any_page_is_a_slice_of_the_whole(
    filled_once: Desk, basket: str, sort: Sort, offset: int, limit: int, search: str
) -> None:
    asked = Filter(basket, search)
    page = filled_once.read(lambda q: q.outbound_page(asked, sort, offset, limit))
    assert page == whole(filled_once, asked, sort)[offset : offset + limit]


@pytest.fixture
def filled_once(filled: Desk) -> Desk:
    return filled


def test_counts_and_baskets_agree_with_the_rows(filled: Desk) -> None:
    rows = whole(filled, Filter(), Sort())
    counts = filled.read(lambda q: q.outbound_baskets())
    assert counts == {b: sum(row.basket == b for row in rows) for b in BASKETS}
    assert tuple(counts) == BASKETS
    for basket in ("", *BASKETS):
        expected = [row for row in rows if basket in {"", row.basket}]
        assert whole(filled, Filter(basket), Sort()) == expected
        assert filled.read(lambda q, b=basket: q.outbound_count(Filter(b))) == len(expected)


@pytest.mark.parametrize(
    "equals",
    [
        {"channel": "lazada"},
        {"reason_code": "store_not_bound"},
        {"reason_code": ""},
        {"push_state": "queued"},
        {"outbound_no": ""},
        {"warehouse_no": "W1", "channel": "shopee"},
        {"store": "Toko", "status": "READY_TO_SHIP"},
        {"courier": ""},
        {"channel": "nobody"},
    ],
)
def test_exact_values(filled: Desk, equals: dict[str, str]) -> None:
    rows = whole(filled, Filter(), Sort())
    expected = [r for r in rows if all(getattr(r, k) == v for k, v in equals.items())]
    assert whole(filled, Filter(equals=equals), Sort()) == expected
    assert filled.read(lambda q: q.outbound_count(Filter(equals=equals))) == len(expected)


def test_an_unknown_column_is_our_mistake(filled: Desk) -> None:
    failure = filled.database.reader.submit(
        lambda q: q.outbound_count(Filter(equals={"moon": "full"}))
    ).exception(30)
    assert isinstance(failure, KeyError)


def test_a_row_says_all_of_its_order(desk: Desk, account: int) -> None:
    def work(uow):
        order = uow.orders.save_many([an_order(1, raw_courier="Reguler", ship_by=later(days=1))])[0]
        failure = Failure("gateway_rejected", "缺货")
        made = an_outbound(
            order, PushState.REJECTED, jd_no="ESL", jd_status=10010, last_error=failure,
            next_attempt_at=NOW,
        )  # fmt: skip
        uow.outbounds.save_many([made])
        reasons = (("gateway_rejected", "R46", ("缺货",)), ("quick_limit", "R3", ()))
        uow.orders.save_decision({order.id: StoredDecision("R37", True, False, reasons)})
        return order.id

    order_id = desk.write(work)
    (row,) = whole(desk, Filter(), Sort())
    assert row == OutboundRow(
        order_id=order_id,
        channel="shopee",
        store="Toko",
        order_no="2411000001",
        status="READY_TO_SHIP",
        courier="SPX Standard",
        raw_courier="Reguler",
        tracking_no="SPXID000001",
        outbound_no="SHOPEE-2411000001",
        push_state="rejected",
        shipment_state="waiting",
        warehouse_no="W1",
        jd_no="ESL",
        jd_status=10010,
        rule="R37",
        reason_code="gateway_rejected",
        reason_subject="缺货",
        reason_count=2,
        basket="held",
        created_at=None,
        first_seen_at=NOW,
        ship_by=later(days=1),
        next_attempt_at=NOW,
        error_code="gateway_rejected",
        error_message="缺货",
    )


def test_a_row_moves_with_its_outbound_order(desk: Desk, account: int) -> None:
    """Follow one order through its life, in transactions of their own."""

    def basket() -> str:
        (row,) = whole(desk, Filter(), Sort())
        assert desk.read(lambda q: q.outbound_baskets())[row.basket] == 1
        assert sum(desk.read(lambda q: q.outbound_baskets()).values()) == 1
        return row.basket

    def change(**changes: Any) -> None:
        def work(uow):
            (made,) = uow.outbounds.by_numbers(["SHOPEE-2411000001"]).values()
            uow.outbounds.save_many([replace(made, **changes)])

        desk.write(work)

    (order,), _ = desk.write(lambda uow: put(uow, [an_order(1)], PushState.HELD, held("x")))
    seen = [basket()]
    desk.write(lambda uow: uow.orders.save_decision({order.id: held("awaiting_acceptance")}))
    seen.append(basket())
    desk.write(lambda uow: uow.orders.save_decision({order.id: GO}))
    for changes in (
        {"push_state": PushState.QUEUED},
        {"push_state": PushState.SENDING},
        {"push_state": PushState.PUSHED, "jd_no": "ESL9"},
        {"shipment_state": ShipmentState.COMPLETED},
    ):
        change(**changes)
        seen.append(basket())
    assert seen == ["held", "accept", "queued", "uncertain", "at_jd", "done"]
    assert desk.read(lambda q: q.outbound_count(Filter(search="ESL9"))) == 1


def test_an_order_whole(desk: Desk, account: int) -> None:
    lines = (OrderLine("BUNDLE", "Paket", 2, package="P1"), OrderLine("NONE", "?", 1))

    def work(uow):
        parts = (Component(Sku("A"), 1), Component(Sku("B"), 3))
        uow.products.save_link(SkuLink(Channel.SHOPEE, "Toko", "BUNDLE", parts))
        order = uow.orders.save_many([an_order(1, lines=lines, accepted=True)])[0]
        first = an_outbound(order, PushState.CANCELLED)
        second = an_outbound(order, attempt=2, items=(Item(Sku("A"), 2), Item(Sku("B"), 6)))
        other = an_outbound(order, PushState.HELD, part=2, items=())
        uow.outbounds.save_many([other, first, second])
        uow.orders.save_decision({order.id: held("sku_not_linked", "NONE", rule="R34")})
        put(uow, [an_order(2)], PushState.HELD, held("sku_not_linked", "NONE", rule="R34"))
        put(uow, [an_order(3)], PushState.HELD, held("sku_not_linked", "OTHER", rule="R34"))
        uow.journal.note("SHOPEE-2411000001", "made", NOW, "Ani")
        uow.journal.note("SHOPEE-2411000001-2", "queued", later(minutes=1), "Ani", why="again")
        return order.id

    order_id = desk.write(work)
    (one,) = desk.read(lambda q: q.order_details([order_id]))
    assert [(x.channel_sku, x.quantity, x.skus, x.package) for x in one.lines] == [
        ("BUNDLE", 2, (("A", 1), ("B", 3)), "P1"),
        ("NONE", 1, (), ""),
    ]
    assert [(x.outbound_no, x.items) for x in one.outbounds] == [
        ("SHOPEE-2411000001-2", (("A", 2), ("B", 6))),
        ("SHOPEE-2411000001-P2", ()),
    ]
    assert one.reasons == (("sku_not_linked", "R34", ("NONE",)),)
    assert [note.kind for note in one.notes] == ["made", "queued"]
    assert (one.rule, one.create, one.push, one.accepted) == ("R37", True, False, True)
    assert one.waiting_alike == 1
    assert desk.read(lambda q: q.order_details(channel="shopee", order_no="2411000001")) == [one]
    assert desk.read(lambda q: q.order_details(store="Lain")) == []
    every = desk.read(lambda q: q.order_details())
    assert [x.order_no for x in every] == ["2411000001", "2411000002", "2411000003"]
    after = desk.read(lambda q: q.order_details(after_id=order_id, limit=1))
    assert [x.order_no for x in after] == ["2411000002"]
    numbers = [x.outbound_no for x in desk.read(lambda q: q.outbounds())]
    assert sorted(numbers) == [
        "SHOPEE-2411000001",
        "SHOPEE-2411000001-2",
        "SHOPEE-2411000001-P2",
        "SHOPEE-2411000002",
        "SHOPEE-2411000003",
    ]
