"""Where an order is, and which ones wait for something (PROTOCOL 2.5)."""

import json

from jdfulfil_desktop.sandbox.clock import gateway_text
from jdfulfil_desktop.sandbox.errors import invalid
from jdfulfil_desktop.sandbox.methods.call import Call, Method, Result
from jdfulfil_desktop.sandbox.world.entities import Outbound
from jdfulfil_desktop.sandbox.world.shipping import STATUS_NAMES

_BY_JD_NUMBER, _BY_OWN_NUMBER = 10, 20


def track_by_order(call: Call) -> Result:
    """Return the way of an order, by JD's number (type 10) or the sender's own (20)."""
    kind, number = call.number("type"), call.text("bizCode")
    if call.text("customerCode") != call.merchant.seller_no:
        call.department("customerCode")
    if kind == _BY_JD_NUMBER:
        order = call.outbound(number, "bizCode")
    elif kind == _BY_OWN_NUMBER:
        found = call.world.outbound_by_uuid.get((call.merchant.pin, number))
        if found is None:
            raise invalid("bizCode", f"出库单不存在：{number}", f"unknown order {number}")
        order = found
    else:
        raise invalid("type", "必须为10或20", "must be 10 or 20")
    return {
        "getTrackMessagePlusByOrder_result": {
            "success": True,
            "result_code": "1",
            "result_message": "成功",
            "result": _trace(order),
        }
    }


def trace_by_order(call: Call) -> Result:
    """Return the way of an order as one text that holds JSON."""
    order = call.outbound(call.text("orderId"), "orderId")
    return {"getordertracebyorderid_result": json.dumps(_trace(order), ensure_ascii=False)}


def _trace(order: Outbound) -> list[dict[str, str]]:
    return [
        {
            "ope_title": STATUS_NAMES.get(step.status, str(step.status)),
            "ope_remark": step.remark or STATUS_NAMES.get(step.status, ""),
            "ope_name": "system",
            "ope_time": gateway_text(step.at),
            "way_bill_code": order.waybill,
        }
        for step in order.history
    ]


def query_exception_list(call: Call) -> Result:
    """Return orders that pause: outbound ones that wait for stock; inbound ones never do."""
    kind = call.text("orderType")
    if kind not in ("XSCK", "CGRK"):
        raise invalid("orderType", "必须为XSCK或CGRK", "must be XSCK or CGRK")
    if "deptNo" in call.given:
        call.department()
    earliest, latest = call.window("createTimeStart", "createTimeEnd")
    numbers, own = call.items("orderNos"), call.items("isvOrderNos")
    only = call.text("deptNo")
    rows = [
        _exception_row(call, order)
        for order in call.world.outbounds.values()
        if kind == "XSCK"
        and order.paused_at
        and order.pin == call.merchant.pin
        and earliest <= order.created_at <= latest
        and (not only or order.dept_no == only)
        and (not numbers or order.so_no in numbers)
        and (not own or order.isv_uuid in own)
    ]
    return {"queryexceptionlist_result": list(call.page(rows, "pageNo", "pageSize", 100))}


def _exception_row(call: Call, order: Outbound) -> dict[str, str]:
    department = call.merchant.department(order.dept_no)
    return {
        "orderType": "XSCK",
        "orderNo": order.so_no,
        "isvOrderNo": order.isv_uuid,
        "sellerName": call.merchant.seller_name,
        "deptName": department.name if department else "",
        "warehouseName": call.world.master.warehouses[order.warehouse_no]["warehouseName"],
        "code": "1001",
        "message": "库存不足，订单暂停",
        "errReason": "可用库存不足",
        "solution": "请补货，到货后订单自动恢复",
        "pauseTime": gateway_text(order.paused_at),
        "isvCreateTime": order.fields.get("salesPlatformCreateTime", ""),
        "createTime": gateway_text(order.created_at),
        "orderTypeName": "销售出库",
    }


METHODS: dict[str, Method] = {
    "jingdong.eclp.order.getTrackMessagePlusByOrder": track_by_order,
    "jingdong.eclp.trace.service.jos.OrderTraceByOrderService": trace_by_order,
    "jingdong.eclp.exception.queryExceptionList": query_exception_list,
}
