"""Each method of the table, called right, wrong, and at its limits, at the practice gateway."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from jdfulfil_desktop.adapters.jd.client import JdClient, Wiring
from jdfulfil_desktop.adapters.jd.grants import Grant, TrialGrant
from jdfulfil_desktop.adapters.jd.pace import Pacer
from jdfulfil_desktop.application.ports import InboundRequest
from jdfulfil_desktop.domain.errors import GatewayError, Refused
from jdfulfil_desktop.sandbox.fields import specifications
from jdfulfil_desktop.wire.fields import Field, Method, Value, checked
from jdfulfil_desktop.wire.methods import ALL
from tests.contract.jd.conftest import Practice, Stocked

METHODS = sorted(ALL)
WITH_DEPARTMENT = [
    name for name, method in sorted(ALL.items())
    if {"deptNo", "departmentNo"} & {field.name for field in method.fields}
]  # fmt: skip


@pytest.fixture
async def client(connection, app, token, clock) -> AsyncIterator[JdClient]:
    wiring = Wiring(clock=clock, pace=Pacer(0).turn)
    client = JdClient(connection.gateway_url, TrialGrant(Grant(app, token)), wiring)
    yield client
    await client.aclose()


@dataclass
class Desk:
    """Documents that a call may be about: one inbound list, one outbound order."""

    stocked: Stocked
    list_no: str
    order_no: str
    own_no: str
    sku: str

    @property
    def practice(self) -> Practice:
        return self.stocked.practice

    def values(self, method: Method) -> dict[str, Value]:
        """Give good values for all that a method requires, and for what it may have."""
        kept = self._values(method.name.rsplit(".", 1)[1])
        names = {field.name for field in method.fields}
        given = {name: value for name, value in kept.items() if name in names}
        assert {f.name for f in method.fields if f.required} <= given.keys(), method.name
        return given

    def _values(self, short: str) -> dict[str, Value]:
        practice, stocked = self.practice, self.stocked
        new = practice.number("N")
        listed: Any = [self.order_no]
        many = short in ("queryOrderPacks",)
        lists = short in ("queryPoOrder",)
        return {
            "deptNo": practice.department, "departmentNo": practice.department,
            "deptNos": [practice.department], "warehouseNo": practice.warehouse,
            "whNo": practice.warehouse, "isvShopNo": new, "spSourceNo": "6", "shopName": "Toko",
            "afterSaleContacts": "Budi", "afterSaleAddress": "Jakarta", "afterSalePhone": "0812",
            "shopNo": stocked.shop_no, "isvSupplierNo": new, "supplierName": "Pemasok",
            "firstCategoryNo": "1", "secondCategoryNo": "1", "barcodes": new,
            "isvGoodsNo": self.sku if short == "updateGoodsInfo" else new,
            "thirdCategoryNo": "4159", "goodsName": "Teh", "safeDays": 0, "grossWeight": "0.3",
            "queryType": "1", "pageNo": 1, "pageSize": 50, "currentPage": 1,
            "spPoOrderNo": new, "supplierNo": stocked.supplier_no,
            "deptGoodsNo": stocked.goods_no if short == "addPoSidDetail" else [stocked.goods_no],
            "numApplication": [3], "goodsStatus": ["1"], "outPoNo": "NONE", "poNo": self.list_no,
            "poOrderNo": [self.list_no] if lists else self.list_no, "version": "1",
            "serialNo": new, "pin": practice.merchant["pin"], "isvUUID": self._own(short, new),
            "isvSource": practice.facts.get("isv_source", "ISV1"),
            "shipperNo": stocked.shipper_no, "salesPlatformOrderNo": new,
            "salePlatformSource": "6", "soType": "1", "consigneeName": "Budi",
            "consigneeMobile": "0812", "consigneeAddress": "Jl. Satu", "receivable": 0,
            "orderMark": "0" * 50, "quantity": [1],
            "goodsNo": [stocked.goods_no] if short.endswith("ddOrder") else stocked.goods_no,
            "eclpSoNo": listed if many else self.order_no, "soNo": self.order_no,
            "orderNo": self.order_no, "soStatus": 10010, "startDate": "2026-01-01 00:00:00",
            "endDate": "2026-01-20 00:00:00", "customerCode": practice.department,
            "bizCode": self.own_no, "type": 20, "orderId": self.order_no, "role": "seller",
            "userId": practice.department, "orderType": "XSCK",
        }  # fmt: skip

    def _own(self, short: str, new: str) -> Value:
        return [self.own_no] if short == "queryOrder" else new


@pytest.fixture
async def desk(stocked: Stocked) -> Desk:
    practice = stocked.practice
    own, listed = practice.number("SHOPEE"), practice.number("IN")
    order_no = await stocked.gateway.create_outbound(stocked.order(own))
    request = InboundRequest(
        listed, practice.department, practice.warehouse, stocked.supplier_no, "",
        ((stocked.goods_no, 4),),
    )  # fmt: skip
    list_no = await stocked.gateway.create_inbound(request)
    state = practice.control("GET", "state")
    sku = next(g["isvGoodsNo"] for g in state["goods"] if g["goodsNo"] == stocked.goods_no)
    return Desk(stocked, list_no, order_no, own, sku)


@pytest.mark.parametrize("name", METHODS)
async def test_called_right(name: str, client: JdClient, desk: Desk) -> None:
    method = ALL[name]
    answer = await client.call(method, desk.values(method))
    assert answer.text("code") == "0"
    assert set(answer.fields) - {"code"}
    assert dict(client.calls) == {name: 1}


@pytest.mark.parametrize("name", WITH_DEPARTMENT)
async def test_a_foreign_department_is_refused_by_jd(
    name: str, client: JdClient, desk: Desk
) -> None:
    method = ALL[name]
    values = desk.values(method)
    for field in {"deptNo", "departmentNo"} & values.keys():
        values[field] = "EBU9999999999999"
    with pytest.raises(Refused) as caught:
        await client.call(method, values)
    assert caught.value.jd_code == "61"
    assert caught.value.zh
    assert caught.value.en


@pytest.mark.parametrize("name", METHODS)
async def test_what_jd_would_refuse_costs_no_call(name: str, client: JdClient, desk: Desk) -> None:
    method = ALL[name]
    good = desk.values(method)
    for field, values in list(_spoilt(method, good)):
        with pytest.raises(Refused) as caught:
            await client.call(method, values)
        assert caught.value.data["field"] == field.name
    assert dict(client.calls) == {}


def _spoilt(method: Method, good: Mapping[str, Value]) -> Any:
    for field in method.fields:
        if field.required:
            yield field, {**good, field.name: [] if field.joined else ""}
        if field.limit is not None:
            yield field, {**good, field.name: _sized(field, field.limit + 1, good)}
        if field.most is not None:
            yield field, {**good, field.name: [f"n{n}" for n in range(field.most + 1)]}


def _sized(field: Field, length: int, good: Mapping[str, Value]) -> Value:
    if not field.joined:
        return "9" * length
    items = good.get(field.name)
    return ["9" * length] * (len(items) if isinstance(items, list) else 1)


@pytest.mark.parametrize("name", METHODS)
def test_limits_are_jds(name: str) -> None:
    """What passes here passes there: names, required ones, lengths, in the gateway's own table."""
    method, theirs = ALL[name], specifications()[name]
    ours = {field.name: field for field in method.fields}
    assert ours.keys() <= theirs.keys()
    assert {spec.name for spec in theirs.values() if spec.required} <= {
        field.name for field in method.fields if field.required
    }
    for field in method.fields:
        longest = theirs[field.name].longest
        assert longest is None or (field.limit is not None and field.limit <= longest), field.name
        assert field.joined <= theirs[field.name].joined, field.name


@pytest.mark.parametrize("name", METHODS)
async def test_the_longest_values_are_not_too_long_for_jd(
    name: str, client: JdClient, desk: Desk
) -> None:
    method = ALL[name]
    good = desk.values(method)
    fields = [field for field in method.fields if field.limit is not None]
    for field in fields:
        values = {**good, field.name: _sized(field, field.limit or 0, good)}
        assert field.name in checked(method, values)
        assert "longer than" not in await _refusal(client, method, values), field.name
    assert client.calls.get(name, 0) == len(fields)


async def _refusal(client: JdClient, method: Method, values: Mapping[str, Value]) -> str:
    """Call and give JD's words where it refuses."""
    try:
        await client.call(method, values)
    except GatewayError as refusal:
        return refusal.en
    return ""
