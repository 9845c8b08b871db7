"""Outbound orders: create and cancel (PROTOCOL 2.5, 12)."""

import re

from jdfulfil_desktop.sandbox.errors import already_exists, invalid, missing
from jdfulfil_desktop.sandbox.methods.call import Call, Method, Result
from jdfulfil_desktop.sandbox.methods.lines import item, positive_quantities, require_equal_lengths
from jdfulfil_desktop.sandbox.world import shipping
from jdfulfil_desktop.sandbox.world.entities import (
    DAMAGED,
    GOOD,
    JD_CARRIER,
    Outbound,
    OutboundLine,
)
from jdfulfil_desktop.sandbox.world.masterdata import Department

_LINE_LISTS = (
    "goodsNo", "isvGoodsNo", "price", "skuGoodsLevel", "goodsLevel", "goodsName", "type", "unit",
    "remark", "rate", "amount", "pAttributes", "isvLotattrs", "installVenderId", "orderLine",
    "batAttrs", "productionDate", "expirationDate", "packBatchNo", "poNo", "lot", "serialNo",
    "jdPackageType", "serviceProductJson", "printName",
)  # fmt: skip
_ORDER_MARK = re.compile(r"[0-9A-Za-z]{50}\Z")


def add_order(call: Call) -> Result:
    """Create an outbound order; the sender's number may stand once for a merchant (code 17)."""
    return {"eclpSoNo": _create(call).so_no}


def asyn_add_order(call: Call) -> Result:
    """Create an outbound order the older way; it answers only that the order was taken."""
    _create(call)
    return {"isReceivable": True}


def _create(call: Call) -> Outbound:
    department = call.department("departmentNo")
    warehouse_no = _warehouse(call, department)
    _check_header(call, department)
    quantities = positive_quantities(call, "quantity")
    require_equal_lengths(call, _LINE_LISTS, len(quantities))
    goods = call.goods(department, "goodsNo", "isvGoodsNo")
    own = call.text("isvUUID")
    if (call.merchant.pin, own) in call.world.outbound_by_uuid:
        raise already_exists("isvUUID", own)
    order = Outbound(
        so_no=call.world.next_number("ESL"),
        isv_uuid=own,
        pin=call.merchant.pin,
        dept_no=department.dept_no,
        warehouse_no=warehouse_no,
        shop_no=call.text("shopNo"),
        shipper_no=call.text("shipperNo", JD_CARRIER),
        fields={name: str(value) for name, value in call.given.items() if not _is_line(name)},
        lines=[
            OutboundLine(
                goods_no=goods[index].goods_no,
                quantity=quantity,
                price=item(call, "price", index),
                order_line=item(call, "orderLine", index, str(index + 1)),
                stock_status=_stock_status(call, index),
            )
            for index, quantity in enumerate(quantities)
        ],
    )
    shipping.accept(call.world, order)
    return order


def _is_line(name: str) -> bool:
    return name in _LINE_LISTS or name == "quantity"


def _stock_status(call: Call, index: int) -> str:
    name = "skuGoodsLevel" if call.items("skuGoodsLevel") else "goodsLevel"
    if not isinstance(call.given.get(name), list):
        return GOOD
    return DAMAGED if item(call, name, index).startswith("2") else GOOD


def _warehouse(call: Call, department: Department) -> str:
    """Return the warehouse: no department here has automatic sourcing, so one must be named."""
    if "warehouseNo" not in call.given:
        raise missing("warehouseNo")
    return call.warehouse("warehouseNo", department)


def _check_header(call: Call, department: Department) -> None:
    shop = call.world.shops.get(call.text("shopNo"))
    if shop is None or shop.dept_no != department.dept_no:
        raise invalid("shopNo", "店铺不存在", f"unknown shop {call.text('shopNo')}")
    master = call.world.master
    if call.text("salePlatformSource") not in master.sources:
        raise invalid("salePlatformSource", "销售平台不存在", "unknown sales platform")
    shipper_no = call.text("shipperNo", JD_CARRIER)
    if shipper_no not in master.shippers:
        raise invalid("shipperNo", "承运商不存在", f"unknown carrier {shipper_no}")
    if not call.text("consigneeMobile") and not call.text("consigneePhone"):
        raise missing("consigneeMobile")
    if not _ORDER_MARK.match(call.text("orderMark")):
        raise invalid("orderMark", "必须为50位", "must be 50 characters")
    cash = call.text("orderMark").startswith("1")
    if (call.given.get("receivable", 0) > 0) != cash:
        raise invalid("receivable", "与orderMark不一致", "does not fit orderMark")
    for name in ("salesPlatformCreateTime", "expectDate"):
        call.moment(name)


def cancel_order(call: Call) -> Result:
    """Cancel by JD's number: code 1, or 2 from picking on (R44)."""
    order = call.outbound(call.text("eclpSoNo"), "eclpSoNo")
    return {"cancelorder_result": _cancel(call, order)}


def cancel_so_order(call: Call) -> Result:
    """Cancel by JD's or the sender's own number."""
    call.department()
    if "orderNo" in call.given:
        order = call.outbound(call.text("orderNo"), "orderNo")
    elif "isvOrderNo" in call.given:
        own = call.text("isvOrderNo")
        found = call.world.outbound_by_uuid.get((call.merchant.pin, own))
        if found is None:
            raise invalid("isvOrderNo", f"出库单不存在：{own}", f"unknown outbound order {own}")
        order = found
    else:
        raise missing("orderNo")
    return {"cancelsoorder_result": _cancel(call, order)}


def _cancel(call: Call, order: Outbound) -> dict[str, str]:
    if order.status == shipping.CANCELLING:
        return {"code": "3", "msg": "取消中"}
    if shipping.cancel(call.world, order):
        return {"code": "1", "msg": "取消成功"}
    return {"code": "2", "msg": "取消失败：订单已拣货或已出库，不能取消"}


METHODS: dict[str, Method] = {
    "jingdong.eclp.order.addOrder": add_order,
    "jingdong.eclp.order.asynAddOrder": asyn_add_order,
    "jingdong.eclp.order.cancelOrder": cancel_order,
    "jingdong.eclp.order.cancelSoOrder": cancel_so_order,
}
