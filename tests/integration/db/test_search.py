from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.queries import Filter, SearchHit, Sort
from jdfulfil_desktop.domain.ids import InboundNo, Sku
from jdfulfil_desktop.domain.inbound import Inbound
from jdfulfil_desktop.domain.location import Location
from jdfulfil_desktop.domain.order import Channel, Consignee, OrderLine
from jdfulfil_desktop.domain.outbound import PushState
from jdfulfil_desktop.domain.product import Component, Product, SkuLink
from tests.integration.db.making import W1, Desk, an_order, an_outbound, held, put


@pytest.fixture
def filled(desk: Desk, account: int) -> Desk:
    def work(uow):
        lines = (OrderLine("Kaos-Merah/XL", "x", 1, tracking_no="PKG77"),)
        one = an_order("241124ABCDEF", tracking_no="SPXID0412", lines=lines)
        put(uow, [one], PushState.HELD, held("awaiting_acceptance"))
        orders, _ = put(uow, [an_order("24-11/zz", tracking_no="jne-55")])
        uow.outbounds.save_many([an_outbound(orders[0], part=2, jd_no="ESL998877")])

    desk.write(work)
    return desk


def found(desk: Desk, text: str) -> list[str]:
    rows = desk.read(lambda q: q.outbound_page(Filter(search=text), Sort("order_no"), 0, 9))
    assert desk.read(lambda q: q.outbound_count(Filter(search=text))) == len(rows)
    return [row.order_no for row in rows]


ONE, TWO = "241124ABCDEF", "24-11/zz"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("24ABC", [ONE]),
        ("24abc", [ONE]),
        (" 24ABC ", [ONE]),
        ("SHOPEE-241124ABCDEF", [ONE]),
        ("shopee/24-11/zz", [TWO]),
        ("SHOPEE-24-11/ZZ-P2", [TWO]),
        ("xid04", [ONE]),
        ("PKG77", [ONE]),
        ("merah/xl", [ONE]),
        ("ESL9988", [TWO]),
        ("KAOS-01", [TWO]),
        ("24ABC SPX", [ONE]),
        ("24ABC jne", []),
        ("24", [TWO, ONE]),
        ("2", [TWO, ONE]),
        ("jn", [TWO]),
        ("SP", [ONE]),
        ("zz", []),
        ("nothing", []),
        ('"', []),
        ('a"b OR c*', []),
        ("%%%", []),
        ("___", []),
        ("   ", [TWO, ONE]),
        ("\x00\x01", []),
        ("SHOPEE-", []),
    ],
)
def test_orders_are_found_by_any_part_of_their_numbers(
    filled: Desk, text: str, numbers: list[str]
) -> None:
    assert found(filled, text) == numbers


def test_a_search_keeps_to_its_basket(filled: Desk) -> None:
    rows = filled.read(lambda q: q.outbound_page(Filter("accept", "2411"), Sort(), 0, 9))
    assert [row.order_no for row in rows] == [ONE]
    assert filled.read(lambda q: q.outbound_count(Filter("queued", "2411"))) == 0


def test_the_index_follows_changes(filled: Desk) -> None:
    def work(uow):
        (order,) = uow.orders.get(Channel.SHOPEE, ONE)
        lines = (OrderLine("TOPI-BIRU", "x", 1),)
        snapshot = replace(order.snapshot, tracking_no="NEWNUMBER", lines=lines)
        uow.orders.save_many([replace(order, snapshot=snapshot)])

    filled.write(work)
    old = ("SPXID0412", "merah", "PKG77")
    assert [found(filled, text) for text in old] == [[ONE], [], []]
    assert [found(filled, text) for text in ("newnumber", "TOPI-BIRU")] == [[ONE], [ONE]]


@pytest.mark.sqlite
def test_the_index_is_whole(filled: Desk) -> None:
    def check(uow):
        uow.orders._connection.exec_driver_sql(
            "INSERT INTO order_search(order_search, rank) VALUES ('integrity-check', 1)"
        )
        return True

    assert filled.write(check)


def test_hits_of_every_kind(filled: Desk) -> None:
    def work(uow):
        uow.products.save_many(
            [Product(Sku("2411-A"), "Kaos"), Product(Sku("B"), "Teh 2411", archived=True)]
        )
        uow.locations.add_many([Location(W1, "R-2411")])
        uow.inbounds.save(Inbound(InboundNo("IN-2411"), W1, jd_no="EPL5"))

    filled.write(work)
    hits = filled.read(lambda q: q.search("2411"))
    assert hits == [
        SearchHit("order", "1", ONE, "Toko · SPXID0412"),
        SearchHit("product", "2411-A", "Kaos", "2411-A"),
        SearchHit("location", "W1/R-2411", "R-2411", "W1"),
        SearchHit("inbound", "IN-2411", "IN-2411", "W1 · EPL5"),
    ]
    assert [hit.key for hit in filled.read(lambda q: q.search("EPL5"))] == ["IN-2411"]
    assert filled.read(lambda q: q.search("  ")) == []


def test_no_kind_is_crowded_out(desk: Desk, account: int) -> None:
    def work(uow):
        put(uow, [an_order(n) for n in range(30)])
        uow.products.save_many([Product(Sku(f"2411-{n:02d}"), "x") for n in range(30)])
        uow.locations.add_many([Location(W1, "R-2411")])

    desk.write(work)
    kinds = [hit.kind for hit in desk.read(lambda q: q.search("2411", 10))]
    assert len(kinds) == 10
    assert {kind: kinds.count(kind) for kind in kinds} == {"order": 7, "product": 2, "location": 1}
    newest = desk.read(lambda q: q.search("SPXID", 3))
    assert [hit.title for hit in newest] == ["2411000029", "2411000028", "2411000027"]


def test_recipients_goods_and_stores_lead_to_their_orders(desk: Desk, account: int) -> None:
    def work(uow):
        put(uow, [an_order("A1", consignee=Consignee("Rina Wulandari"))])
        put(uow, [an_order("A2", lines=(OrderLine("c-kopi", "", 1),))])
        uow.products.save_many([Product(Sku("KOPI"), "Kopi Gayo", barcode="8991002101418")])
        link = SkuLink(Channel.SHOPEE, "Toko", "c-kopi", (Component(Sku("KOPI")),))
        uow.products.save_link(link)

    desk.write(work)
    store = desk.read(lambda q: q.stores())[0].name
    assert found(desk, "rina wul") == ["A1"]
    assert found(desk, "gayo") == found(desk, "8991002101418") == ["A2"]
    assert found(desk, store) == ["A1", "A2"]
    assert found(desk, "Wulandari") == []
