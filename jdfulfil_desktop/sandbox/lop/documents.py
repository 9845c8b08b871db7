"""What holds for any document: cancel it, follow it, see why it waits (PROTOCOL 2.9)."""

from jdfulfil_desktop.sandbox.errors import invalid, missing
from jdfulfil_desktop.sandbox.lop.call import LopCall, Service, not_found
from jdfulfil_desktop.sandbox.world import receiving, shipping
from jdfulfil_desktop.sandbox.world.entities import Inbound, Outbound
from jdfulfil_desktop.sandbox.world.masterdata import Department

_OUTBOUND, _INBOUND = "XSCK", "CGRK"
_KINDS = (_OUTBOUND, _INBOUND, "THRK", "TGCK", "ZKTZ", "ZTJG", "BFCK")
_CANCELLED, _CANCELLING, _FAILED = "0", "1", "2"
_OUTBOUND_KINDS = frozenset({"", "1", _OUTBOUND})
_OTHER_KINDS = frozenset({str(number) for number in range(2, 11)} | {_INBOUND})


def cancel(call: LopCall) -> object:
    """Cancel a document by JD's or the sender's number; only the first two kinds exist here."""
    kind = call.text("orderType", required=True)
    if kind not in _KINDS:
        raise invalid("orderType", f"必须为{'/'.join(_KINDS)}", f"must be one of {_KINDS}")
    document = _document(call, kind)
    if isinstance(document, Inbound):
        own, result = document.sp_po_no, _cancel_inbound(call, document)
    else:
        own, result = document.isv_uuid, _cancel_outbound(call, document)
    return {"orderNo": document.key, "erpOrderNo": own, "resultType": result}


def _document(call: LopCall, kind: str) -> Inbound | Outbound:
    number, own = call.text("orderNo"), call.text("erpOrderNo", longest=125)
    found: Inbound | Outbound | None = None
    if number:
        departments = list(call.owners())
        found = _by_number(call, kind, number)
    elif own:
        departments = [call.owner()]
        found = _by_own(call, kind, departments[0], own)
    else:
        call.check_pin()
        raise missing("orderNo")
    if found is None or all(found.dept_no != department.dept_no for department in departments):
        raise not_found("单据", "document")
    return found


def _by_number(call: LopCall, kind: str, number: str) -> Inbound | Outbound | None:
    if kind == _OUTBOUND:
        return call.world.outbounds.get(number)
    return call.world.inbounds.get(number) if kind == _INBOUND else None


def _by_own(
    call: LopCall, kind: str, department: Department, own: str
) -> Inbound | Outbound | None:
    if kind == _OUTBOUND:
        return call.world.outbound_by_uuid.get((call.merchant.pin, own))
    if kind == _INBOUND:
        return call.world.inbound_by_own.get((department.dept_no, own))
    return None


def _cancel_outbound(call: LopCall, order: Outbound) -> str:
    if order.status == shipping.CANCELLING:
        return _CANCELLING
    return _CANCELLED if shipping.cancel(call.world, order) else _FAILED


def _cancel_inbound(call: LopCall, inbound: Inbound) -> str:
    if inbound.status == receiving.CANCELLING:
        return _CANCELLING
    return _CANCELLED if receiving.cancel(call.world, inbound) else _FAILED


def trace(call: LopCall) -> object:
    """Return the way of a parcel, by its waybill or by JD's or the sender's number."""
    departments = {
        department.dept_no
        for department in call.owners("customerCode" if call.value("customerCode") else "ownerNo")
    }
    waybill = call.text("waybillNo", longest=200)
    number = call.text("warehouseOrderNo") or call.text("deliveryNo")
    own = call.text("enterpriseOrderNo", longest=125) or call.text("erpDeliveryNo", longest=125)
    if not waybill and not number and not own:
        raise missing("waybillNo")
    order = next(
        (
            order
            for order in call.world.outbounds.values()
            if order.dept_no in departments
            and (not waybill or order.waybill == waybill)
            and (not number or order.so_no == number)
            and (not own or order.isv_uuid == own)
        ),
        None,
    )
    if order is None:
        raise not_found("运单", "waybill or order")
    return {
        "orderTraceList": [
            {
                "operateCode": str(step.status),
                "operateTitle": shipping.STATUS_NAMES.get(step.status, str(step.status)),
                "operateRemark": step.remark or shipping.STATUS_NAMES.get(step.status, ""),
                "operateTime": call.time_text(step.at),
                "waybillNo": order.waybill,
                "operateName": "system",
                "operateAddress": "",
            }
            for step in order.history
        ],
        "relationWaybillInfo": {"readdressWaybillNos": "", "reverseWaybillNos": ""},
    }


def exceptions(call: LopCall) -> object:
    """Return outbound orders that wait for stock; documents of other kinds never wait here."""
    departments = {department.dept_no: department for department in call.owners()}
    kind = call.text("orderType", longest=4)
    if kind not in _OUTBOUND_KINDS | _OTHER_KINDS:
        raise invalid("orderType", "必须为1到10", "must be 1 to 10")
    numbers, own = call.items("orderNoList"), call.items("erpOrderNoList")
    earliest, latest = call.moment("startDate") or 0, call.moment("endDate")
    rows = [
        _exception(call, order, departments[order.dept_no])
        for order in call.world.outbounds.values()
        if kind in _OUTBOUND_KINDS
        and order.paused_at
        and order.dept_no in departments
        and earliest <= order.created_at
        and (latest is None or order.created_at <= latest)
        and (not numbers or order.so_no in numbers)
        and (not own or order.isv_uuid in own)
    ]
    return {"totalNum": len(rows), "resultList": list(call.page(rows, 100, usual=50))}


def _exception(call: LopCall, order: Outbound, department: Department) -> dict[str, str]:
    return {
        "orderNo": order.so_no,
        "erpOrderNo": order.isv_uuid,
        "sellerName": call.merchant.seller_name,
        "ownerName": department.name,
        "warehouseName": call.world.master.warehouses[order.warehouse_no]["warehouseName"],
        "exceptionCode": "1001",
        "exceptionMessage": "库存不足，订单暂停",
        "exceptionReason": "可用库存不足",
        "solution": "请补货，到货后订单自动恢复",
        "pauseTime": call.time_text(order.paused_at),
        "erpCreateTime": "",
        "createTime": call.time_text(order.created_at),
        "orderType": "销售出库单",
    }


SERVICES: dict[str, Service] = {
    "/integratedsupplychain/order/cancel/v1": cancel,
    "/integratedsupplychain/order/trace/query/v2": trace,
    "/integratedsupplychain/order/exception/query/v1": exceptions,
}
