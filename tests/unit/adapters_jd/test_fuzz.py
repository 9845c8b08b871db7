"""Whatever a gateway answers, a caller meets a result or an error of the tree, and nothing else."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdfulfil_desktop.adapters.jd.factory import JosGatewayFactory
from jdfulfil_desktop.adapters.jd.transport import Bounds
from jdfulfil_desktop.application.ports import FulfillmentGateway, InboundRequest, OutboundRequest
from jdfulfil_desktop.domain.connection import Connection, Department, Dialect, Mode
from jdfulfil_desktop.domain.errors import GatewayError
from jdfulfil_desktop.domain.ids import DepartmentNo, Sku
from jdfulfil_desktop.domain.product import Product
from tests.unit.adapters_jd.conftest import APP, NOW, PIN, TOKEN, FixedClock, MemorySecrets

ACCOUNT = Connection(
    PIN, Mode.BASIC, "https://open-api.jd.id/routerjson", "https://oauth.jd.id", "APPKEY", "ISV1"
)
ORDER = OutboundRequest(
    "SHOPEE-1", "EBU1", "110", "ESP1", "6", "CYS1", "1", "", "Budi", "0812", "Jl. Satu",
    "", "", "", "", "", "JP1", (("EMG1", 2),),
)  # fmt: skip
LIST = InboundRequest("IN-1", "EBU1", "110", "EMS1", "", (("EMG1", 2),))
CONTACT = ("Budi", "0812", "Jakarta")
SHOP = ("EBU1", "S1", "Toko", "6", CONTACT)
TEA = Product(Sku("S"), "Teh", weight_g=1)
Call = Callable[[FulfillmentGateway], Awaitable[object]]
LOP = replace(
    ACCOUNT,
    gateway_url="https://api.jdl.com",
    dialect=Dialect.LOP,
    departments=(Department(DepartmentNo("EBU1")),),
)
LOP_CALLS: dict[str, Call] = {
    "warehouses": lambda g: g.warehouses("EBU1"),
    "find_goods": lambda g: g.find_goods("EBU1", skus=["S"]),
    "goods_page": lambda g: g.goods_page("EBU1", 1),
    "stock": lambda g: g.stock("EBU1", "110"),
    "create_outbound": lambda g: g.create_outbound(ORDER),
    "outbound_news": lambda g: g.outbound_news("EBU1", ["SHOPEE-1"]),
    "outbound_history": lambda g: g.outbound_history("ESL1"),
    "outbound_packs": lambda g: g.outbound_packs(["ESL1"]),
    "outbound_whole": lambda g: g.outbound_whole("ESL1"),
    "cancel_outbound": lambda g: g.cancel_outbound("ESL1"),
    "cancel_outbound_by_own": lambda g: g.cancel_outbound_by_own("EBU1", "SHOPEE-1"),
    "cancel_inbound": lambda g: g.cancel_inbound("EPL1"),
}
CALLS: dict[str, tuple[str, Call]] = {
    "seller_info": ("getsellerinfo_result", lambda g: g.seller_info()),
    "departments": ("querydept_result", lambda g: g.departments(["EBU1"])),
    "warehouses": ("querywarehouse_result", lambda g: g.warehouses("EBU1")),
    "sale_platforms": ("queryspsource_result", lambda g: g.sale_platforms()),
    "shippers": ("queryshipper_result", lambda g: g.shippers()),
    "find_shop": ("queryshop_result", lambda g: g.find_shop("EBU1", "S1")),
    "create_shop": (
        "insertshop_result",
        lambda g: g.create_shop(*SHOP),
    ),
    "update_shop": ("updateshop_result", lambda g: g.update_shop("ESP1", "Toko", CONTACT)),
    "categories": ("getsecondlevelcategories_result", lambda g: g.categories("1")),
    "first_supplier": ("querysupplier_result", lambda g: g.first_supplier("EBU1")),
    "create_supplier": ("addsupplier_result", lambda g: g.create_supplier("EBU1", "P1", "Pemasok")),
    "create_goods": (
        "goodsNo",
        lambda g: g.create_goods("EBU1", Product(Sku("S"), "Teh", weight_g=1)),
    ),
    "update_goods": (
        "updateResult",
        lambda g: g.update_goods("EBU1", Product(Sku("S"), "Teh", weight_g=1)),
    ),
    "find_goods": ("goodsInfoList", lambda g: g.find_goods("EBU1", skus=["S"])),
    "goods_page": ("result", lambda g: g.goods_page("EBU1", 1)),
    "stock": ("querystock_result", lambda g: g.stock("EBU1", "110")),
    "expiring_stock": ("pageableResult", lambda g: g.expiring_stock("EBU1", "110")),
    "create_inbound": ("poOrderNo", lambda g: g.create_inbound(LIST)),
    "find_inbound": ("querypono_result", lambda g: g.find_inbound("EBU1", "IN-1")),
    "inbound_news": ("queryPoModelList", lambda g: g.inbound_news(["EPL1"])),
    "cancel_inbound": ("poResult", lambda g: g.cancel_inbound("EPL1")),
    "close_inbound": ("poCloseJosResponse", lambda g: g.close_inbound("EPL1")),
    "create_outbound": ("eclpSoNo", lambda g: g.create_outbound(ORDER)),
    "outbound_news": ("queryorder_result", lambda g: g.outbound_news("EBU1", ["SHOPEE-1"])),
    "outbound_history": ("queryorderstatus_result", lambda g: g.outbound_history("ESL1")),
    "cancel_outbound": ("cancelorder_result", lambda g: g.cancel_outbound("ESL1")),
    "cancel_outbound_by_own": (
        "cancelsoorder_result",
        lambda g: g.cancel_outbound_by_own("EBU1", "SHOPEE-1"),
    ),
    "outbound_packs": ("queryorderpacks_result", lambda g: g.outbound_packs(["ESL1"])),
    "outbound_whole": ("queryorder_result", lambda g: g.outbound_whole("ESL1")),
    "outbound_numbers": ("orderQueryResult", lambda g: g.outbound_numbers("EBU1", 10010, NOW, NOW)),
    "exceptions": ("queryexceptionlist_result", lambda g: g.exceptions("EBU1")),
    "outbound_trace": ("getordertracebyorderid_result", lambda g: g.outbound_trace("EBU1", "ESL1")),
}
"""The calls of the port, each with the field that its result stands in."""

INNER = [
    "deptNo", "warehouseNos", "shopWarehouseInfoList", "recordCount", "shelfLifeGoodsResultList",
    "totalNum", "usableNum", "remainDays", "status", "expirationDate", "poOrderStatus",
    "poOrderNo", "completeTime", "poItemModelList", "realInstoreQty", "damagedQty", "code", "msg",
    "mainStatus", "isvUUID", "operTime", "wayBill", "orderStatusList", "soStatusCode",
    "currentStatus", "eclpSoNo", "splitEclpSoNos", "orderDetailList", "quantity", "realOutQty",
    "orderPackageList", "packWeight", "soPackItemsList", "goodsNum", "goodsNo", "soNoList",
    "resultCode", "deliveryNo", "erpDeliveryNo", "deliveryStatusList", "statusCode", "carrierInfo",
    "deliveryItemList", "deliveryPackageList", "resultType", "resultList", "basicInfo",
    "warehouseAddress", "stockNum", "waybillNo", "splitDeliveryNos", "pauseTime", "ope_time",
    "goodsNo", "isvGoodsNo", "barcodes",
]  # fmt: skip
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    | st.sampled_from([
        10**30, -(10**19), 2**63, 1e300, "9" * 40, "2024-02-31 10:00:00", "9999-12-31 23:59:59",
        "0001-01-01", "1714530600000", "\ud83d", "a,b", " ", "10019", "10020", "1", "2", "{}", "[[",
    ])
)  # fmt: skip
NAMES = st.sampled_from(INNER) | st.text(max_size=8)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=24,
)
ROW = st.dictionaries(NAMES, JSON, max_size=12)
RESULT = ROW | st.lists(ROW, max_size=3) | st.dictionaries(NAMES, st.lists(ROW, max_size=3)) | JSON
CODES = st.sampled_from(["0", 0, None, "", ["0"]]) | SCALARS
MANY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def outcome(name: str, reply: Callable[[str], httpx.Response]) -> None:
    """Call a method of the port; anything but a result or a GatewayError fails the test."""

    def answer(request: httpx.Request) -> httpx.Response:
        form = dict(httpx.QueryParams(request.content.decode()))
        return reply(form["method"])

    meet(ACCOUNT, CALLS[name][1], answer)


def meet(account: Connection, ask: Call, answer: Callable[[httpx.Request], httpx.Response]) -> None:
    """Ask one question at a gateway that answers as told."""

    async def call() -> None:
        factory = JosGatewayFactory(
            MemorySecrets(),
            FixedClock(),
            transport=httpx.MockTransport(answer),
            calls_per_second=0,
            bounds=Bounds(total_s=2, connect_s=2, largest=50_000),
        )
        gateway = factory.trial(account, APP, TOKEN)
        try:
            met.append(await asyncio.wait_for(ask(gateway), 20))
        except GatewayError as error:
            met.append(error)
        await gateway.aclose()

    met: list[object] = []
    asyncio.run(call())
    (one,) = met
    assert not isinstance(one, GatewayError) or (one.code and one.subject)


def dumped(document: object) -> bytes:
    return json.dumps(document).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("name", sorted(CALLS))
def test_results_of_any_shape(name: str) -> None:
    @MANY
    @given(RESULT, CODES)
    def check(result: object, code: object) -> None:
        def reply(method: str) -> httpx.Response:
            root = method.replace(".", "_") + "_responce"
            body = {root: {"code": code, CALLS[name][0]: result}}
            return httpx.Response(200, content=dumped(body))

        outcome(name, reply)

    check()


@pytest.mark.parametrize("name", sorted(LOP_CALLS))
def test_results_of_the_newer_platform(name: str) -> None:
    envelopes = st.fixed_dictionaries({"code": CODES | st.just("1000"), "data": RESULT}) | RESULT

    @MANY
    @given(envelopes)
    def check(document: object) -> None:
        meet(LOP, LOP_CALLS[name], lambda _: httpx.Response(200, content=dumped(document)))

    check()


@pytest.mark.parametrize("name", ["seller_info", "create_outbound", "outbound_whole"])
def test_documents_of_any_shape(name: str) -> None:
    errors = st.fixed_dictionaries({"error_response": JSON})

    @MANY
    @given(JSON | errors, st.sampled_from([200, 201, 400, 404]))
    def check(document: object, status: int) -> None:
        outcome(name, lambda _: httpx.Response(status, content=dumped(document)))

    check()


@pytest.mark.parametrize("name", ["seller_info", "create_outbound", "outbound_whole"])
def test_bytes_of_any_kind(name: str) -> None:
    @MANY
    @given(st.binary(max_size=200) | st.binary().map(lambda raw: b'{"a":' + raw), st.data())
    def check(body: bytes, data: st.DataObject) -> None:
        kind = data.draw(st.sampled_from(["application/json", "text/html", "x; charset=utf-99"]))
        status = data.draw(st.integers(200, 599).filter(lambda code: code not in (204, 304)))
        outcome(
            name, lambda _: httpx.Response(status, content=body, headers={"content-type": kind})
        )

    check()


def test_nesting_without_end() -> None:
    bodies = (b"[" * 40_000, b'{"a":' * 8_000, b"[" * 900 + b"]" * 900, b"9" * 6_000)
    answers = iter(bodies)
    for _ in bodies:
        outcome("seller_info", lambda _: httpx.Response(200, content=next(answers)))
    assert len(CALLS) == 32
