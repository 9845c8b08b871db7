"""Registering products: adopt, create, ask; what is in doubt is settled, nothing is made twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.results import PushReport
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import (
    RuleError,
    UsageError,
)
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.product import Product, ShelfLife
from jdfulfil_desktop.domain.warehouse import Placement, PlacementState, Warehouse, WarehouseKind
from tests.unit.remote.counter import REQUEST, Counter
from tests.unit.remote.registering import calls, counts, push


def test_new_products_are_created_and_opened_with_zero(connected: Counter) -> None:
    connected.add_products("KOPI", "TEH")
    assert counts(push(connected)) == (2, 0, 0)
    assert connected.jd.goods == {"KOPI": "EMG-KOPI", "TEH": "EMG-TEH"}
    placed = connected.placement("KOPI")
    assert (placed.state, placed.goods_no, placed.opened) == ("pushed", "EMG-KOPI", True)
    assert connected.ledger("KOPI") == [("opening", 0)]
    assert counts(push(connected)) == (0, 0, 0)
    assert all(gateway.closed for gateway in connected.jd.opened)


def test_goods_that_jd_has_are_adopted_with_its_figure(connected: Counter) -> None:
    connected.add_products("KOPI")
    connected.add_products("TEH", barcode="899001")
    connected.jd.goods = {"KOPI": "EMG1", "THE-CELUP": "EMG2"}
    connected.granting.barcodes = {"EMG2": ("899001", "899002")}
    connected.jd.figures = {"EMG1": 12, "EMG2": 3, "EMG9": 50}
    assert counts(push(connected)) == (0, 2, 0)
    assert connected.placement("TEH").goods_no == "EMG2"
    assert connected.ledger("KOPI") == [("opening", 12)]
    assert connected.ledger("TEH") == [("opening", 3)]
    assert "create_goods" not in calls(connected)


def test_a_product_without_barcode_is_known_by_its_sku(connected: Counter) -> None:
    connected.add_products("899001")
    connected.jd.goods = {"THE-CELUP": "EMG2"}
    connected.granting.barcodes = {"EMG2": ("899001",)}
    assert counts(push(connected)) == (0, 1, 0)


def test_goods_of_one_product_never_stand_for_another(connected: Counter) -> None:
    connected.add_products("KOPI")
    connected.jd.goods = {"KOPI": "EMG1"}
    connected.granting.barcodes = {"EMG1": ("899001", "899002")}
    assert counts(push(connected)) == (0, 1, 0)
    connected.add_products("TEH", barcode="899001")
    assert counts(push(connected)) == (1, 0, 0)
    assert connected.placement("TEH").goods_no == "EMG-TEH"


def test_two_new_products_do_not_share_goods(connected: Counter) -> None:
    connected.add_products("KOPI", barcode="899001")
    connected.add_products("TEH", barcode="899002")
    connected.jd.goods = {"MIX": "EMG1"}
    connected.granting.barcodes = {"EMG1": ("899001", "899002")}
    assert counts(push(connected)) == (1, 1, 0)
    numbers = {connected.placement(sku).goods_no for sku in ("KOPI", "TEH")}
    assert len(numbers) == 2


def test_a_second_warehouse_of_the_department_takes_the_same_goods(connected: Counter) -> None:
    connected.connect(replace(REQUEST, warehouse_no="W2"))
    connected.add_products("KOPI")
    with pytest.raises(UsageError) as which:
        push(connected)
    assert which.value.data["known"] == "W1, W2"
    assert counts(push(connected, "W1")) == (1, 0, 0)
    asked = push(connected, "W2", ["KOPI"])
    assert [(p.subject, p.code, p.message) for p in asked.problems] == [
        ("KOPI", "sku_in_other_warehouse", "W1")
    ]
    connected.jd.figures = {"EMG-KOPI": 4}
    assert counts(push(connected, "W2", ["KOPI"], confirmed=True)) == (0, 1, 0)
    assert connected.placement("KOPI", "W2").goods_no == "EMG-KOPI"
    assert connected.granting.asked_stock[-1] == ("EBU1", "W2", "")
    assert connected.ledger("KOPI") == [("opening", 0), ("opening", 4)]


def test_a_validity_is_agreed_to_before_it_is_final(connected: Counter) -> None:
    life = ShelfLife(365, 180, 60)
    connected.command(c.SaveProducts((Product(Sku("SUSU"), "Susu", shelf_life=life),)))
    report = push(connected)
    assert [(p.code, p.message) for p in report.problems] == [("shelf_life_unconfirmed", "365")]
    assert connected.jd.goods == {}
    assert counts(push(connected, confirmed=True)) == (1, 0, 0)
    kept = connected.do(lambda uow: uow.products.get_many(["SUSU"]))["SUSU"]
    assert kept.shelf_life
    assert kept.shelf_life.confirmed


def test_an_own_warehouse_is_another_warehouse(connected: Counter) -> None:
    connected.add_products("KOPI")
    own = Warehouse(WarehouseNo("OWN-01"), WarehouseKind.OWN, "Rumah")
    connected.do(lambda uow: uow.warehouses.save(own))
    placed = Placement(WarehouseNo("OWN-01"), Sku("KOPI"), PlacementState.OWN)
    connected.do(lambda uow: uow.products.save_placements([placed]))
    assert [p.code for p in push(connected).problems] == ["sku_in_other_warehouse"]
    assert counts(push(connected, confirmed=True)) == (1, 0, 0)
    with pytest.raises(RuleError) as refused:
        push(connected, "OWN-01")
    assert refused.value.code == "warehouse_not_jd"
    with pytest.raises(RuleError) as unknown:
        push(connected, "W9")
    assert unknown.value.code == "warehouse_not_found"


def test_named_products_are_taken_once_and_unknown_ones_named(connected: Counter) -> None:
    connected.add_products("KOPI", "TEH")
    report = push(connected, "W1", ["KOPI", "KOPI", "GULA"])
    assert counts(report) == (1, 0, 1)
    assert [(p.subject, p.code) for p in report.problems] == [("GULA", "product_not_found")]
    assert list(connected.jd.goods) == ["KOPI"]


def test_three_hundred_products_take_three_hundred_writes_and_few_questions(
    connected: Counter,
) -> None:
    connected.add_products(*(f"A{n:03d}" for n in range(300)))
    assert counts(push(connected)) == (300, 0, 0)
    made = calls(connected)
    assert made["create_goods"] == 300
    assert made["stock"] <= 3
    assert made["find_goods"] <= 6


def test_one_more_product_does_not_bring_a_whole_warehouse(connected: Counter) -> None:
    many = [Product(Sku(f"A{n:04d}"), "A") for n in range(250)]
    connected.command(c.SaveProducts(tuple(many)))
    push(connected)
    connected.jd.figures = {f"EMG-A{n:04d}": 7 for n in range(250)} | {"EMG-KOPI": 2}
    connected.add_products("KOPI")
    connected.jd.goods["KOPI"] = "EMG-KOPI"
    push(connected)
    assert connected.granting.asked_stock[-1] == ("EBU1", "W1", "EMG-KOPI")
    assert connected.ledger("KOPI") == [("opening", 2)]
    rows = connected.do(lambda uow: uow.ledger.rows(["W1"], ["A0000"]))
    assert rows["W1", "A0000"].jd_figure == 0


def test_orders_that_waited_go(connected: Counter) -> None:
    connected.set_up(subscribed=True)
    gone = Placement(WarehouseNo("W1"), Sku("KOPI"), PlacementState.FAILED)
    connected.memory.tables.placements["W1", "KOPI"] = gone
    [number] = connected.order("1")
    assert connected.outbound(number).push_state == "held"
    push(connected, "W1")
    assert connected.outbound(number).push_state == "queued"


def test_a_sync_beside_a_push_sends_nothing_of_it(connected: Counter) -> None:
    """The window's sync sees products on their way that the command line is registering."""
    connected.add_products(*(f"A{n:02d}" for n in range(40)))
    reports: list[PushReport] = []

    async def beside() -> None:
        reports.append(await push_products(connected.office))

    connected.beside = beside
    assert connected.sync().idle
    assert [counts(report) for report in reports] == [(40, 0, 0)]
    assert calls(connected)["create_goods"] == 40
