"""Inbound lists: create, look up, cancel, close (PROTOCOL 2.4). Numbers go out as text."""

from jdfulfil_desktop.sandbox.clock import gateway_text
from jdfulfil_desktop.sandbox.errors import already_exists, invalid
from jdfulfil_desktop.sandbox.methods.call import Call, Method, Result
from jdfulfil_desktop.sandbox.methods.lines import item, positive_quantities, require_equal_lengths
from jdfulfil_desktop.sandbox.world import receiving
from jdfulfil_desktop.sandbox.world.entities import Inbound, InboundLine

_MOST_NUMBERS = 100
_LINE_LISTS = (
    "goodsStatus", "barCodeType", "sidCheckout", "unitPrice", "totalPrice", "batAttrListJson",
    "orderLine", "isvLotattrs", "checkLotattrs", "goodsPrice", "warehousingFlag", "isvGoodsUnit",
    "deptGoodsNo", "isvGoodsNo",
)  # fmt: skip
_HEADER = ("referenceOrder", "inboundRemark", "buyer", "logicParam", "orderMark", "billType",
           "poType", "bizType", "waybillNo", "billOfLading", "isvOutWarehouse")  # fmt: skip


def add_po_order(call: Call) -> Result:
    """Create an inbound list; the sender's number may stand once in a department (code 17)."""
    department = call.department()
    own = call.text("spPoOrderNo")
    warehouse_no = call.warehouse("whNo", department)
    supplier = call.world.suppliers.get(call.text("supplierNo"))
    if supplier is None or supplier.dept_no != department.dept_no:
        number = call.text("supplierNo")
        raise invalid("supplierNo", f"供应商不存在：{number}", f"unknown supplier {number}")
    quantities = positive_quantities(call, "numApplication")
    require_equal_lengths(call, _LINE_LISTS, len(quantities))
    goods = call.goods(department, "deptGoodsNo", "isvGoodsNo")
    if (department.dept_no, own) in call.world.inbound_by_own:
        raise already_exists("spPoOrderNo", own)
    inbound = Inbound(
        po_no=call.world.next_number("EPL"),
        sp_po_no=own,
        pin=call.merchant.pin,
        dept_no=department.dept_no,
        warehouse_no=warehouse_no,
        supplier_no=supplier.supplier_no,
        fields={name: call.text(name) for name in _HEADER if name in call.given},
        lines=[
            InboundLine(
                goods_no=goods[index].goods_no,
                quantity=quantity,
                goods_status=item(call, "goodsStatus", index, "1"),
                order_line=item(call, "orderLine", index, str(index + 1)),
                batch_attributes=item(call, "batAttrListJson", index),
            )
            for index, quantity in enumerate(quantities)
        ],
    )
    receiving.accept(call.world, inbound)
    return {"poOrderNo": inbound.po_no}


def query_po_order(call: Call) -> Result:
    """Return up to 100 lists with their lines; unknown numbers give no row."""
    return {"queryPoModelList": [_row(inbound, with_items=True) for inbound in _asked(call)]}


def ext_query_po_order(call: Call) -> Result:
    """Return up to 100 lists, with their lines only where asked."""
    with_items = bool(call.given.get("queryItemFlag", False))
    return {"queryPoModelList": [_row(inbound, with_items=with_items) for inbound in _asked(call)]}


def _asked(call: Call) -> list[Inbound]:
    found = [call.world.inbounds.get(no) for no in call.items("poOrderNo", _MOST_NUMBERS)]
    return [
        inbound
        for inbound in found
        if inbound is not None and call.merchant.department(inbound.dept_no) is not None
    ]


def _row(inbound: Inbound, *, with_items: bool) -> dict[str, object]:
    row: dict[str, object] = {
        "poOrderNo": inbound.po_no,
        "isvPoOrderNo": inbound.sp_po_no,
        "deptNo": inbound.dept_no,
        "whNo": inbound.warehouse_no,
        "supplierNo": inbound.supplier_no,
        "createUser": inbound.pin,
        "poOrderStatus": str(inbound.status),
        "createTime": gateway_text(inbound.created_at),
        "completeTime": gateway_text(inbound.completed_at),
        "storageStatus": "",
        "resultCode": "1",
        "msg": "成功",
        "logicParam": inbound.fields.get("logicParam", ""),
    }
    if with_items:
        row["poItemModelList"] = [_item_row(line) for line in inbound.lines]
    return row


def _item_row(line: InboundLine) -> dict[str, str]:
    return {
        "goodsNo": line.goods_no,
        "numApplication": str(line.quantity),
        "goodsStatus": line.goods_status,
        "realInstoreQty": str(line.received),
        "shortQty": str(line.short),
        "damagedQty": str(line.damaged),
        "excessQty": str(line.excess),
        **{f"{kind}Qty": str(line.others.get(kind, 0)) for kind in receiving.FURTHER_KINDS},
        "remark": "",
        "orderLine": line.order_line,
        "realGoodsStatus": line.goods_status,
        "realGoodsLevel": "200" if line.goods_status == "2" else "100",
        "batchCode": "",
    }


def cancel_po_order(call: Call) -> Result:
    """Cancel a list where the warehouse has not begun: code 1, else code 2."""
    inbound = call.inbound(call.text("poOrderNo"), "poOrderNo")
    if receiving.cancel(call.world, inbound):
        return {"poResult": {"code": "1", "msg": "取消成功"}}
    return {"poResult": {"code": "2", "msg": "采购单已开始验收或已完成，不能取消"}}


def close_po(call: Call) -> Result:
    """End a list with what has arrived: code 1, else code 2."""
    inbound = call.inbound(call.text("poOrderNo"), "poOrderNo")
    if receiving.close(call.world, inbound):
        return {"poCloseJosResponse": {"code": "1", "msg": "关单成功"}}
    return {"poCloseJosResponse": {"code": "2", "msg": "采购单状态不允许关单"}}


def query_po_no(call: Call) -> Result:
    """Return the numbers of lists by time or by the sender's own numbers (PROTOCOL 2.4)."""
    department = call.department()
    earliest, latest = call.window("startDate", "endDate")
    numbers, own = call.items("poNo", _MOST_NUMBERS), call.items("outPoNo", _MOST_NUMBERS)
    status = call.text("poStatus")
    return {
        "querypono_result": [
            {
                "poNo": inbound.po_no,
                "outPoNo": inbound.sp_po_no,
                "poStatus": str(inbound.status),
            }
            for inbound in call.world.inbounds.values()
            if inbound.dept_no == department.dept_no
            and earliest <= inbound.created_at <= latest
            and (not numbers or inbound.po_no in numbers)
            and (not own or inbound.sp_po_no in own)
            and (not status or str(inbound.status) == status)
        ]
    }


def add_po_sid_detail(call: Call) -> Result:
    """Add a serial number to a list; the only call that names the PIN."""
    inbound = call.inbound(call.text("poNo"), "poNo")
    if call.text("pin") != call.merchant.pin:
        raise invalid("pin", "PIN与授权不一致", "PIN is not the authorised one")
    goods_no = call.text("deptGoodsNo")
    if all(line.goods_no != goods_no for line in inbound.lines):
        raise invalid("deptGoodsNo", "商品不在采购单中", f"goods {goods_no} not in this order")
    inbound.fields.setdefault("serials", []).append([goods_no, call.text("serialNo")])
    call.world.save(inbound)
    return {"addposiddetail_result": {"code": "1", "msg": "成功"}}


METHODS: dict[str, Method] = {
    "jingdong.eclp.po.addPoOrder": add_po_order,
    "jingdong.eclp.po.queryPoOrder": query_po_order,
    "jingdong.eclp.po.ext.queryPoOrder": ext_query_po_order,
    "jingdong.eclp.po.cancalPoOrder": cancel_po_order,
    "jingdong.eclp.po.closePo": close_po,
    "jingdong.eclp.po.queryPoNo": query_po_no,
    "jingdong.eclp.po.addPoSidDetail": add_po_sid_detail,
}
