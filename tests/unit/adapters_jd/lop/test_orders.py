"""Outbound orders at the newer platform: sent, asked for, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import httpx
import pytest

from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    Parcel,
    ShippedLine,
)
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    Misconfigured,
    OutcomeUnknown,
    Refused,
    RetryLater,
)
from tests.unit.adapters_jd.conftest import APP, PIN, refused
from tests.unit.adapters_jd.lop.conftest import ROOT, argument, good

ORDER = {
    "deliveryNo": "ESL1",
    "erpDeliveryNo": "SHOPEE-1",
    "status": "10020",
    "warehouseNo": "110",
    "pinAccount": PIN,
    "isSplit": "1",
    "splitDeliveryNos": "ESL1,ESL2,ESL3",
    "carrierInfo": {"carrierNo": "CYS1", "waybillNo": "JDX1-1-2-,JDX1-2-2-"},
    "deliveryItemList": [
        {"goodsNo": "EMG1", "erpGoodsNo": "KOPI", "planQuantity": 2, "realQuantity": "1"}
    ],
    "deliveryPackageList": [
        {"packageNo": "P1", "packageWeight": "0.25", "waybillNo": "JP1",
         "packageItemList": [{"goodsNo": "EMG1", "quantity": 1}, {"goodsNo": ""}]}
    ],
    "deliveryStatusList": [
        {"statusCode": "10010", "statusName": "init", "operateTime": "2026-05-01 08:00:00"},
        {"statusCode": 10020, "operateTime": "2026-05-01 09:00:00"},
        {"statusName": "odd"},
    ],
}  # fmt: skip


async def test_an_order_goes_out_nested(network, lop, request_of_ours) -> None:
    network.will(good({"deliveryNo": "ESL9", "erpDeliveryNo": "SHOPEE-1"}))
    assert await lop.create_outbound(request_of_ours) == "ESL9"
    assert argument(network.requests[-1]) == {
        "sourceNo": APP.isv_source,
        "erpDeliveryNo": "SHOPEE-1",
        "orderType": "1",
        "warehouseNo": "110",
        "orderMark": "0" * 50,
        "pin": PIN,
        "channelInfo": {"salesPlatformSource": "6", "salesPlatformDeliveryNo": "1"},
        "customerInfo": {"ownerNo": "EBU1", "shopNo": "ESP1"},
        "receiverInfo": {"name": "Budi", "mobile": "0812", "detailAddress": "Jl. Satu"},
        "carrierInfo": {"carrierNo": "CYS1", "shipmentInfo": {"thirdWaybillNo": "JP1"}},
        "cargoInfos": [
            {"goodsNo": "EMG1", "planQuantity": 2, "orderLine": "1", "goodsLevel": "100"},
            {"goodsNo": "EMG2", "planQuantity": 1, "orderLine": "2", "goodsLevel": "100"},
        ],
    }


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (good(None), OutcomeUnknown),
        (httpx.Response(502, text="<html>"), OutcomeUnknown),
        (httpx.Response(200, json={"code": "4000", "message": "system"}), OutcomeUnknown),
        (refused("65"), OutcomeUnknown),
        (refused("17"), AlreadyThere),
        (httpx.Response(200, json={"code": "2218", "message": "单号已存在"}), AlreadyThere),
        (httpx.Response(200, json={"code": "2001", "message": "no right"}), Misconfigured),
        (httpx.Response(200, json={"code": "3009", "message": "事业部"}), Refused),
        (httpx.ConnectError("no"), RetryLater),
    ],
)
async def test_a_write_and_what_becomes_of_it(network, lop, request_of_ours, answer, error) -> None:
    network.will(answer)
    with pytest.raises(error) as caught:
        await lop.create_outbound(request_of_ours)
    assert caught.value.subject == f"{ROOT}/order/delivery/create/v1"


async def test_an_order_that_jd_could_not_take_is_not_sent(network, lop, request_of_ours) -> None:
    with pytest.raises(Refused) as caught:
        await lop.create_outbound(replace(request_of_ours, shipper_no=""))
    assert caught.value.data["field"] == "carrierInfo.carrierNo"
    assert network.requests == []


async def test_news_one_order_a_call(network, lop) -> None:
    words = {"code": "3000", "message": "出库单不存在: NONE"}
    told = {"code": "2342", "message": "该订单不存在"}
    network.will(
        good(ORDER), good(None), httpx.Response(200, json=words),
        httpx.Response(200, json=told), good(ORDER),
    )  # fmt: skip
    asked = ["SHOPEE-1", "SHOPEE-2", "NONE", "NEITHER", "OTHER", "SHOPEE-1"]
    (news,) = await lop.outbound_news("EBU1", asked)
    assert (news.jd_no, news.outbound_no, news.status) == ("ESL1", "SHOPEE-1", 10020)
    assert news.at == datetime(2026, 5, 1, 1, tzinfo=UTC)
    assert news.waybill == "JDX1"
    assert news.words
    assert len(network.requests) == 5
    first = argument(network.requests[0])
    assert (first["ownerNo"], first["pin"], first["erpDeliveryNo"]) == ("EBU1", PIN, "SHOPEE-1")
    assert sum(1 for value in first.values() if value == 1) == 9


async def test_a_refusal_that_does_not_speak_of_the_number_is_one(network, lop) -> None:
    network.will(httpx.Response(200, json={"code": "3000", "message": "unknown trouble"}))
    with pytest.raises(Refused):
        await lop.outbound_news("EBU1", ["SHOPEE-1"])


async def test_an_order_in_full_in_the_department_that_has_it(network, lop) -> None:
    network.will(good(None), good(ORDER))
    whole = await lop.outbound_whole("ESL1")
    assert [argument(r)["ownerNo"] for r in network.requests] == ["EBU1", "EBU2"]
    assert (whole.jd_no, whole.status, whole.warehouse_no) == ("ESL1", 10020, "110")
    assert (whole.shipper_no, whole.pin, whole.waybills) == ("CYS1", PIN, ("JDX1",))
    assert whole.children == ("ESL2", "ESL3")
    assert whole.lines == (ShippedLine("EMG1", "KOPI", 2, 1),)
    assert whole.short == whole.lines
    assert whole.parcels == (Parcel("P1", "JP1", 250, (("EMG1", 1),)),)
    network.will(good(ORDER))
    assert [step.status for step in await lop.outbound_history("ESL1")] == [10010, 10020]
    assert [argument(r)["ownerNo"] for r in network.requests[2:]] == ["EBU2"]
    (packs,) = await lop.outbound_packs(["ESL1"])
    assert (packs.jd_no, packs.waybills, packs.parcels) == ("ESL1", ("JDX1",), whole.parcels)


async def test_an_order_that_no_department_has(network, lop) -> None:
    network.will(good(None))
    with pytest.raises(Refused):
        await lop.outbound_whole("ESL1")
    assert await lop.outbound_packs(["ESL1"]) == []


@pytest.mark.parametrize(
    ("result", "answer"),
    [
        ({"resultType": 0}, CancelAnswer.DONE),
        ({"resultType": "1"}, CancelAnswer.OPEN),
        ({"resultType": [2]}, CancelAnswer.REFUSED),
        ({"resultType": 7}, CancelAnswer.OPEN),
        ({}, CancelAnswer.OPEN),
        (None, CancelAnswer.OPEN),
    ],
)
async def test_jds_answer_decides_over_a_cancel(network, lop, result, answer) -> None:
    network.will(good(result))
    assert (await lop.cancel_outbound("ESL1"))[0] is answer
    assert argument(network.requests[-1]) == {"orderType": "XSCK", "orderNo": "ESL1", "pin": PIN}
    assert (await lop.cancel_inbound("EPL1"))[0] is answer
    assert argument(network.requests[-1])["orderType"] == "CGRK"
    assert (await lop.cancel_outbound_by_own("EBU1", "SHOPEE-1"))[0] is answer
    assert argument(network.requests[-1]) == {
        "orderType": "XSCK", "ownerNo": "EBU1", "erpOrderNo": "SHOPEE-1", "pin": PIN,
    }  # fmt: skip


async def test_what_is_being_shipped_is_not_cancelled(network, lop) -> None:
    network.will(refused("70"))
    assert await lop.cancel_outbound("ESL1") == (CancelAnswer.REFUSED, "不行")
    network.will(refused("61"))
    with pytest.raises(Refused):
        await lop.cancel_outbound("ESL1")
