"""Outbound orders: look up by number, by own number, by status and time (PROTOCOL 2.5)."""

from jdfulfil_desktop.sandbox.clock import gateway_text
from jdfulfil_desktop.sandbox.errors import invalid, missing
from jdfulfil_desktop.sandbox.methods.call import Call, Method, Result
from jdfulfil_desktop.sandbox.world.entities import Outbound, OutboundLine, Step
from jdfulfil_desktop.sandbox.world.shipping import LEFT_WAREHOUSE, PACKED, STATUS_NAMES

_MOST_NUMBERS = 100
_MOST_PACK_NUMBERS = 50
_MONTH_S = 31 * 86_400
_ECHOED = (
    "salesPlatformOrderNo", "salePlatformSource", "salesPlatformCreateTime", "consigneeName",
    "consigneeMobile", "consigneePhone", "consigneeEmail", "consigneeAddress",
    "consigneePostcode", "addressProvince", "addressCity", "addressCounty", "addressTown",
    "expectDate", "receivable", "consigneeRemark", "orderMark", "logicParam",
)  # fmt: skip


def query_order(call: Call) -> Result:
    """Return one order whole. Some numbers stand in lists of one, as JD's own SDK types them."""
    order = call.outbound(call.text("eclpSoNo"), "eclpSoNo")
    return {
        "queryorder_result": {
            "eclpSoNo": order.so_no,
            "isvUUID": order.isv_uuid,
            "shopNo": order.shop_no,
            "departmentNo": order.dept_no,
            "warehouseNo": order.warehouse_no,
            "shipperNo": order.shipper_no,
            "shipperName": call.world.master.shippers.get(order.shipper_no, ""),
            **{name: order.fields.get(name, "") for name in _ECHOED},
            "pinAccount": order.pin,
            "splitFlag": "1" if order.children else "0",
            "splitEclpSoNos": ",".join(order.children),
            "currentStatus": str(order.status),
            "wayBill": order.waybill,
            "tpWayBill": order.fields.get("thirdWayBill", ""),
            "orderDetailList": [_detail(call, order, line) for line in order.lines],
            "orderPackageList": [
                {"packageNo": [number], "packWeight": [1], "wayBill": order.waybill}
                for number in package_numbers(order)
            ],
            "orderStatusList": _status_rows(order),
        }
    }


def _detail(call: Call, order: Outbound, line: OutboundLine) -> dict[str, object]:
    return {
        "goodsNo": line.goods_no,
        "price": line.price,
        "quantity": line.quantity,
        "realOutQty": [line.shipped if order.shipped else 0],
        "isvGoodsNo": [call.world.goods[line.goods_no].isv_goods_no],
        "orderLine": line.order_line,
    }


def _status_rows(order: Outbound) -> list[dict[str, object]]:
    return [
        {
            "soStatusCode": str(step.status),
            "soStatusName": STATUS_NAMES.get(step.status, str(step.status)),
            "operateTime": gateway_text(step.at),
            "operateUser": "system",
        }
        for step in order.history
    ]


def package_numbers(order: Outbound) -> list[str]:
    """Return the package numbers: one package from packing on."""
    packed = any(step.status == PACKED or step.status in LEFT_WAREHOUSE for step in order.history)
    return [f"{order.waybill or order.so_no}-1-1-"] if packed else []


def query_order_status(call: Call) -> Result:
    """Return one order's statuses so far."""
    order = call.outbound(call.text("eclpSoNo"), "eclpSoNo")
    return {
        "queryorderstatus_result": {
            "eclpSoNo": order.so_no,
            "isvUUID": order.isv_uuid,
            "orderStatusList": _status_rows(order),
        }
    }


def query_order_packs(call: Call) -> Result:
    """Return the packages of up to 50 orders; unknown numbers give no row."""
    numbers = call.items("eclpSoNo", _MOST_PACK_NUMBERS)
    return {"queryorderpacks_result": [_pack_row(call, order) for order in _known(call, numbers)]}


def query_order_packs_by_so_no(call: Call) -> Result:
    """Return the packages of one order, paged."""
    order = call.outbound(call.text("soNo"), "soNo")
    row = _pack_row(call, order)
    packages = row["orderPackageList"]
    assert isinstance(packages, list)
    row["orderPackageList"] = list(call.page(packages, "pageNo", "pageSize", 100))
    return {"queryorderpacksbysono_result": row}


def _known(call: Call, numbers: list[str]) -> list[Outbound]:
    found = [call.world.outbounds.get(number) for number in numbers]
    return [order for order in found if order is not None and _is_callers(call, order)]


def _is_callers(call: Call, order: Outbound) -> bool:
    return call.merchant.department(order.dept_no) is not None


def _pack_row(call: Call, order: Outbound) -> dict[str, object]:
    numbers = package_numbers(order)
    return {
        "eclpSoNo": order.so_no,
        "isvUUID": order.isv_uuid,
        "wayBill": order.waybill,
        "shipperNo": order.shipper_no,
        "shipperName": call.world.master.shippers.get(order.shipper_no, ""),
        "packCount": len(numbers),
        "orderPackageList": [
            {
                "packageNo": number,
                "packWeight": 1,
                "thirdWayBill": order.fields.get("thirdWayBill", ""),
                "soPackItemsList": [
                    {
                        "goodsNo": line.goods_no,
                        "goodsNum": line.shipped if order.shipped else line.quantity,
                    }
                    for line in order.lines
                ],
                "soPackMaterialList": [],
                "boxCodes": "",
            }
            for number in numbers
        ],
    }


def ext_query_order(call: Call) -> Result:
    """Return up to 100 orders by the sender's or the platform's numbers; unknown: no row."""
    own = call.items("isvUUID", _MOST_NUMBERS)
    platform = set(call.items("spSoNos", _MOST_NUMBERS))
    if not own and not platform:
        raise missing("isvUUID")
    if "departmentNo" in call.given:
        call.department("departmentNo")
    by_uuid = call.world.outbound_by_uuid
    orders = [by_uuid.get((call.merchant.pin, number)) for number in own]
    if platform:
        orders += [
            order
            for order in call.world.outbounds.values()
            if order.pin == call.merchant.pin and order.platform_order_no in platform
        ]
    only = call.text("departmentNo")
    found = {order.so_no: order for order in orders if order is not None}
    return {
        "queryorder_result": [
            _ext_row(order) for order in found.values() if not only or order.dept_no == only
        ]
    }


def _ext_row(order: Outbound) -> dict[str, object]:
    last = order.history[-1] if order.history else Step(status=order.status, at=0)
    return {
        "isvUUID": order.isv_uuid,
        "spSoNo": order.platform_order_no,
        "eclpSoNo": order.so_no,
        "wayBill": order.waybill,
        "mainStatus": order.status,
        "resultCode": 1,
        "resultMessage": "成功",
        "operTime": gateway_text(last.at),
        "scanTime": gateway_text(last.at),
    }


def query_order_list_by_status(call: Call) -> Result:
    """Return the numbers of orders with a status, by the time they were created."""
    department = call.department()
    earliest, latest = call.window("startDate", "endDate", _MONTH_S)
    only = call.text("soNo")
    numbers = [
        order.so_no
        for order in call.world.outbounds.values()
        if order.dept_no == department.dept_no
        and order.status == call.number("soStatus")
        and earliest <= order.created_at <= latest
        and (not only or order.so_no == only)
    ]
    page = call.page(numbers, "pageNo", "pageSize", 100)
    return {"orderQueryResult": {"resultCode": 1, "errMsg": "", "soNoList": list(page)}}


def query_order_list(call: Call) -> Result:
    """Return orders of a shop, by the time they were created."""
    department = call.department()
    earliest, latest = call.window("startDate", "endDate")
    shop = call.world.shops.get(call.text("shopNo"))
    if shop is None or shop.dept_no != department.dept_no:
        raise invalid("shopNo", "店铺不存在", f"unknown shop {call.text('shopNo')}")
    warehouse_no, platform_no = call.text("warehouseNo"), call.text("salePlatformOrderNo")
    status = call.given.get("orderStatus")
    rows = [
        {
            **_ext_row(order),
            "deptNo": order.dept_no,
            "warehouseNo": order.warehouse_no,
            "shopNo": order.shop_no,
            "createTime": gateway_text(order.created_at),
        }
        for order in call.world.outbounds.values()
        if order.shop_no == shop.shop_no
        and earliest <= order.created_at <= latest
        and (not warehouse_no or order.warehouse_no == warehouse_no)
        and (not platform_no or order.platform_order_no == platform_no)
        and (status is None or order.status == status)
    ]
    page = call.page(rows, "pageNo", "pageSize", 100)
    return {"queryordervmi_result": [{**row, "recordCount": len(rows)} for row in page]}


METHODS: dict[str, Method] = {
    "jingdong.eclp.order.queryOrder": query_order,
    "jingdong.eclp.order.queryOrderStatus": query_order_status,
    "jingdong.eclp.order.queryOrderPacks": query_order_packs,
    "jingdong.eclp.order.queryOrderPacksBySoNo": query_order_packs_by_so_no,
    "jingdong.eclp.order.ext.queryOrder": ext_query_order,
    "jingdong.eclp.order.queryOrderListByStatus": query_order_list_by_status,
    "jingdong.eclp.order.queryOrderList": query_order_list,
}
