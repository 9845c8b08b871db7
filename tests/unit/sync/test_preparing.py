"""A request needs numbers that only JD can give: they are asked for before the first push."""

from __future__ import annotations

from dataclasses import replace

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.outbound import PushState
from jdfulfil_desktop.domain.warehouse import Placement, PlacementState
from tests.unit.sync.desk import Desk


def test_the_request_carries_what_jd_needs(desk: Desk) -> None:
    desk.order("A1")
    desk.sync()
    request = desk.jd.outbounds["SHOPEE-A1"].request
    assert request.shop_no == "ESP1"
    assert (request.sale_platform, request.shipper_no) == ("301", "CYS2")
    assert (request.department_no, request.warehouse_no) == ("EBU1", "W1")
    assert (request.order_no, request.tracking_no) == ("A1", "JT1A1")
    assert request.lines == (("EMG-KOPI", 2),)
    assert request.consignee_name == "Pembeli A1"
    assert request.consignee_mobile == "0811"
    assert request.consignee_address == "Lihat label marketplace"
    assert request.created_at.endswith("+00:00")


def test_an_unknown_courier_goes_by_the_third_party_carrier(desk: Desk) -> None:
    desk.jd.carriers = {"JD Express": "CYS0000010", "Kurir Pihak Ketiga": "CYS99"}
    desk.order("A1")
    desk.sync()
    assert desk.jd.outbounds["SHOPEE-A1"].request.shipper_no == "CYS99"


def test_the_connection_s_own_carrier_comes_before_the_list_s(desk: Desk) -> None:
    desk.jd.carriers = {"JD Express": "CYS0000010", "Kurir Pihak Ketiga": "CYS99"}
    desk.change_connection(shipper_no="CYS55")
    desk.order("A1")
    desk.sync()
    assert desk.jd.outbounds["SHOPEE-A1"].request.shipper_no == "CYS55"


def test_a_shop_that_jd_refuses_keeps_its_orders_waiting_with_the_reason(desk: Desk) -> None:
    [number] = desk.order("A1")
    desk.jd.fail("create_shop", Refused(en="contact missing"))
    report = desk.sync(timeout_s=30)
    waiting = desk.outbound(number)
    assert not report.idle
    assert waiting.push_state is PushState.QUEUED
    assert waiting.last_error is not None
    assert waiting.last_error.message == "contact missing"
    assert desk.sync().idle
    desk.check_exactly_once([number])


def test_goods_without_jd_s_number_wait_with_the_reason(desk: Desk) -> None:
    [number] = desk.order("A1")

    def lose(uow: UnitOfWork) -> None:
        [placed] = uow.products.placements()
        uow.products.save_placements([replace(placed, goods_no="")])

    desk.do(lose)
    report = desk.sync(timeout_s=30)
    waiting = desk.outbound(number)
    assert waiting.last_error is not None
    assert waiting.last_error.code == "goods_no_missing"
    assert ("goods_no_missing", number, "") in report.errors
    found = Placement(
        WarehouseNo("W1"), Sku("KOPI"), PlacementState.PUSHED, "EMG-KOPI", opened=True
    )
    desk.do(lambda uow: uow.products.save_placements([found]))
    assert desk.sync().idle
    desk.check_exactly_once([number])


def test_a_list_without_any_foreign_carrier_keeps_orders_waiting(desk: Desk) -> None:
    [number] = desk.order("A1")
    desk.jd.carriers = {"JD Express": "CYS0000010"}
    desk.sync(timeout_s=30)
    waiting = desk.outbound(number)
    assert waiting.last_error is not None
    assert waiting.last_error.code == "carrier_missing"
    assert desk.jd.outbounds == {}
