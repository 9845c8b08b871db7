from __future__ import annotations

from dataclasses import replace
from typing import Any

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.queries import Filter, LocationRow, Sort, UnlinkedRow
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.location import Location, LocationBinding
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderStatus
from jdfulfil_desktop.domain.product import Component, Product, ShelfLife, SkuLink
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind
from jdfulfil_desktop.domain.warehouse import Placement, PlacementState
from tests.integration.db.making import (
    NOW,
    W1,
    Desk,
    a_warehouse,
    an_order,
    held,
    put,
)

FULL = Product(
    sku=Sku("SKU-1"),
    name="Kaos 100% katun_",
    barcode="899100",
    weight_g=250,
    length_mm=300,
    width_mm=200,
    height_mm=10,
    shelf_life=ShelfLife(365, 200, 100, confirmed=True),
    picture="kaos.png",
    category_no="C1",
)


def test_products_come_back_and_keep_their_ids(desk: Desk) -> None:
    plain = Product(Sku("SKU-2"), "Topi")

    def work(uow):
        uow.products.save_many([FULL, plain])
        first = uow.products.get_many()
        uow.products.save_many([replace(FULL, name="Baru", shelf_life=None)])
        return (
            first,
            uow.products.get_many(["SKU-1", "NONE"]),
            uow.products.by_barcodes(["899100", ""]),
        )

    first, second, by_barcode = desk.write(work)
    assert first == {"SKU-1": replace(FULL, id=1), "SKU-2": replace(plain, id=2)}
    assert second == {"SKU-1": replace(FULL, name="Baru", shelf_life=None, id=1)}
    assert list(by_barcode) == ["899100"]


def test_a_stores_own_link_comes_before_the_channels(desk: Desk) -> None:
    def link(store: str, sku: str, *components: tuple[str, int]) -> SkuLink:
        parts = tuple(Component(Sku(s), n) for s, n in components)
        return SkuLink(Channel.SHOPEE, store, sku, parts)

    everywhere, own = link("", "X", ("A", 1)), link("Toko", "X", ("B", 2), ("A", 1))
    other = link("", "Y", ("C", 1))

    def work(uow):
        for one in (everywhere, link("Toko", "X", ("OLD", 1)), own, other):
            uow.products.save_link(one)
        return (
            uow.products.links(Channel.SHOPEE, "Toko"),
            uow.products.links(Channel.SHOPEE, "Lain", ["X"]),
            uow.products.links(Channel.LAZADA, "Toko"),
            uow.products.all_links(),
        )

    toko, lain, lazada, every = desk.write(work)
    assert toko == {"X": own.components, "Y": other.components}
    assert (lain, lazada) == ({"X": everywhere.components}, {})
    assert every == [everywhere, other, own]
    desk.write(lambda uow: uow.products.save_link(replace(own, components=())))
    assert desk.write(lambda uow: uow.products.links(Channel.SHOPEE, "Toko", ["X"])) == {
        "X": everywhere.components
    }


def test_placements_by_warehouse_and_sku(desk: Desk, account: int) -> None:
    one = Placement(W1, Sku("A"), PlacementState.WAITING)
    two = Placement(W1, Sku("B"), PlacementState.PUSHED, "EMG2", opened=True)

    def work(uow):
        uow.products.save_placements([one, two])
        uow.products.save_placements([replace(one, state=PlacementState.FAILED, error_code="x")])
        return (
            uow.products.placements(),
            uow.products.placements(["W1"], ["B"]),
            uow.products.placements(["W2"]),
            uow.products.placements(skus=[]),
        )

    failed = replace(one, state=PlacementState.FAILED, error_code="x")
    assert desk.write(work) == ([failed, two], [two], [], [])


def test_locations(desk: Desk, account: int) -> None:
    codes = [Location(W1, code) for code in ("A-2", "A-1", "A-2")]
    bound = LocationBinding(W1, "A-1", Sku("S1"))

    def work(uow):
        added = uow.locations.add_many(codes), uow.locations.add_many(codes)
        kept = uow.locations.add_bindings([bound, bound]), uow.locations.add_bindings([bound])
        return added, kept, uow.locations.existing("W1", ["A-1", "B"]), uow.locations.bindings("W1")

    assert desk.write(work) == ((2, 0), (1, 0), {"A-1"}, [bound])
    assert desk.write(lambda uow: uow.locations.bindings("W1", ["S2"])) == []
    page = desk.read(lambda q: q.location_page(Filter(), Sort(), 0, 9))
    assert page == [LocationRow("W1", "A-1", ("S1",)), LocationRow("W1", "A-2", ())]
    for asked, count in (
        (Filter(search="a-"), 2),
        (Filter(search="s1"), 1),
        (Filter("empty"), 1),
        (Filter("used"), 1),
        (Filter(equals={"sku": "S1", "warehouse_no": "W1"}), 1),
        (Filter(equals={"code": "B"}), 0),
    ):
        assert desk.read(lambda q, asked=asked: q.location_count(asked)) == count
    assert desk.write(lambda uow: uow.locations.delete_binding(bound))
    assert not desk.write(lambda uow: uow.locations.delete_binding(bound))
    assert desk.write(lambda uow: uow.locations.add_many([])) == 0
    assert desk.write(lambda uow: uow.locations.add_bindings([])) == 0


def test_product_pages(desk: Desk, account: int) -> None:
    def work(uow):
        uow.warehouses.save(a_warehouse("OWN-1", None))
        topi, gone = Product(Sku("SKU-2"), "Topi"), Product(Sku("SKU-3"), "X", archived=True)
        uow.products.save_many([FULL, topi, gone])
        uow.products.save_placements(
            [
                Placement(WarehouseNo("OWN-1"), Sku("SKU-1"), PlacementState.OWN),
                Placement(W1, Sku("SKU-1"), PlacementState.FAILED, "EMG1", False, "c", "t"),
            ]
        )
        for store in ("", "Toko"):
            parts = (Component(Sku("SKU-1")),)
            uow.products.save_link(SkuLink(Channel.SHOPEE, store, "X", parts))

    desk.write(work)
    one, two = desk.read(lambda q: q.product_page(Filter(), Sort(), 0, 9))
    assert (one.sku, one.goods_no, one.push_state, one.warehouses, one.links) == (
        "SKU-1",
        "EMG1",
        "failed",
        ("W1", "OWN-1"),
        2,
    )
    assert (one.shelf_life_days, one.shelf_life_confirmed, one.error_text) == (365, True, "t")
    assert (two.sku, two.push_state, two.warehouses, two.links) == ("SKU-2", "", (), 0)
    for asked, skus in (
        (Filter(search="100%"), ["SKU-1"]),
        (Filter(search="899"), ["SKU-1"]),
        (Filter(search="_"), ["SKU-1"]),
        (Filter("unplaced"), ["SKU-2"]),
        (Filter("failed"), ["SKU-1"]),
        (Filter("pushed"), []),
        (Filter(equals={"warehouse_no": "OWN-1"}), ["SKU-1"]),
        (Filter(equals={"push_state": "failed"}), ["SKU-1"]),
        (Filter(equals={"barcode": ""}), ["SKU-2"]),
    ):
        rows = desk.read(lambda q, a=asked: q.product_page(a, Sort("name", descending=True), 0, 9))
        assert [row.sku for row in rows] == skus
        assert desk.read(lambda q, a=asked: q.product_count(a)) == len(skus)


def entry(sku: str, kind: LedgerKind, n: int) -> LedgerEntry:
    return LedgerEntry(NOW, W1, Sku(sku), kind, n, f"{sku}-{kind}", "me")


def test_stock_pages(desk: Desk, account: int) -> None:
    def work(uow):
        uow.products.save_many([FULL])
        uow.products.save_placements([Placement(W1, Sku("SKU-1"), PlacementState.PUSHED)])
        uow.ledger.add(
            [entry("SKU-1", LedgerKind.OPENING, 5), entry("SKU-1", LedgerKind.PLANNED, 7)]
        )
        uow.ledger.add([entry("SKU-2", LedgerKind.RESERVED, 2)])
        uow.ledger.set_jd_figures(W1, {"SKU-1": 4}, NOW)
        uow.locations.add_bindings([LocationBinding(W1, c, Sku("SKU-1")) for c in ("B", "A")])

    desk.write(work)
    one, two = desk.read(lambda q: q.stock_page(Filter(), Sort(), 0, 9))
    assert (one.sku, one.name, one.kind, one.push_state) == ("SKU-1", FULL.name, "jd", "pushed")
    assert (one.on_hand, one.reserved, one.available, one.incoming) == (5, 0, 5, 7)
    assert (one.jd_figure, one.jd_figure_at, one.locations) == (4, NOW, ("A", "B"))
    assert (two.sku, two.available, two.jd_figure, two.locations) == ("SKU-2", -2, None, ())
    for asked, skus in (
        (Filter("differs"), ["SKU-1"]),
        (Filter("short"), ["SKU-2"]),
        (Filter("out"), ["SKU-2"]),
        (Filter("nowhere"), []),
        (Filter(search="kaos"), ["SKU-1"]),
        (Filter(equals={"warehouse_no": "W1", "kind": "jd"}), ["SKU-1", "SKU-2"]),
        (Filter(equals={"push_state": ""}), ["SKU-2"]),
    ):
        rows = desk.read(lambda q, a=asked: q.stock_page(a, Sort("available", True), 0, 9))
        assert [row.sku for row in rows] == skus
        assert desk.read(lambda q, a=asked: q.stock_count(a)) == len(skus)
    (house,) = desk.read(lambda q: q.warehouses())
    assert (house.skus, house.on_hand) == (2, 5)


def test_unlinked_skus_with_suggestions(desk: Desk, account: int) -> None:
    lines = (OrderLine("kaos 01", "Kaos Merah", 1), OrderLine("LINKED", "x", 1))
    waiting = held("sku_not_linked", "kaos 01", rule="R34")

    def work(uow):
        uow.products.save_many([Product(Sku("KAOS-01"), "Kaos"), Product(Sku("Z"), "Z", "8991")])
        uow.products.save_link(SkuLink(Channel.SHOPEE, "", "LINKED", (Component(Sku("Z")),)))
        put(uow, [an_order(1, lines=lines), an_order(2, lines=lines)], None, waiting)
        put(uow, [an_order(3, lines=(OrderLine("8991", "Zet", 1),))], None, waiting)
        over = an_order(4, lines=lines, status=OrderStatus.CANCELLED)
        put(uow, [over], None, waiting)
        put(uow, [an_order(5, lines=(OrderLine("???", "?", 1),))], None, waiting)

    desk.write(work)
    assert desk.read(lambda q: q.unlinked()) == [
        UnlinkedRow("shopee", "Toko", "kaos 01", "Kaos Merah", 2, "KAOS-01", "sku"),
        UnlinkedRow("shopee", "Toko", "8991", "Zet", 1, "Z", "barcode"),
        UnlinkedRow("shopee", "Toko", "???", "?", 1, ""),
    ]


def test_locations_are_found_by_branch_and_by_what_lies_twice(desk: Desk, account: int) -> None:
    codes = ("A-01", "A-01-1", "A-010", "A-02", "AB-1", "A1", "B")

    def work(uow: UnitOfWork) -> None:
        uow.locations.add_many([Location(W1, code) for code in codes])
        uow.locations.add_bindings(
            [
                LocationBinding(W1, "A-01", Sku("S1")),
                LocationBinding(W1, "B", Sku("S1")),
                LocationBinding(W1, "A-02", Sku("S2")),
            ]
        )

    desk.write(work)

    def found(**wanted: Any) -> list[str]:
        rows = desk.read(lambda q: q.location_page(Filter(**wanted), Sort("code"), 0, 99))
        return [row.code for row in rows]

    assert found(equals={"within": "A-01"}) == ["A-01", "A-01-1"]
    assert found(equals={"within": "A"}) == ["A-01", "A-01-1", "A-010", "A-02", "A1"]
    assert found(basket="twice") == ["A-01", "B"]
    assert found(basket="twice", equals={"within": "B"}) == ["B"]
    assert desk.read(lambda q: q.location_codes(W1)) == sorted(codes)
    assert desk.read(lambda q: q.location_codes()) == sorted(codes)
    assert desk.read(lambda q: q.location_codes("W2")) == []


def test_stock_that_lies_nowhere_is_found(desk: Desk, account: int) -> None:
    def work(uow: UnitOfWork) -> None:
        uow.ledger.add([entry(sku, LedgerKind.OPENING, 5) for sku in ("S1", "S2")])
        uow.ledger.add([entry("S3", LedgerKind.PLANNED, 5)])
        uow.locations.add_bindings([LocationBinding(W1, "A", Sku("S1"))])

    desk.write(work)
    rows = desk.read(lambda q: q.stock_page(Filter("nowhere"), Sort("sku"), 0, 9))
    assert [row.sku for row in rows] == ["S2"]
