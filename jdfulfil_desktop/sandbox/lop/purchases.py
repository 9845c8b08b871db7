"""Inbound lists: create, look up, change (PROTOCOL 2.9; what that leaves open is ours)."""

from typing import Any

from jdfulfil_desktop.sandbox.errors import RefusalError, invalid, missing
from jdfulfil_desktop.sandbox.lop.call import LopCall, Service, column, not_found, present, text_of
from jdfulfil_desktop.sandbox.lop.envelope import STATUS_FORBIDS
from jdfulfil_desktop.sandbox.world import receiving
from jdfulfil_desktop.sandbox.world.entities import DAMAGED, GOOD, Inbound, InboundLine

_HEADER = {
    "spPoOrderNo": "erpPurchaseNo",
    "deptNo": "ownerNo",
    "whNo": "warehouseInfo.warehouseNo",
    "supplierNo": "supplierNo",
    "inboundRemark": "remark",
}
_NAMES = {
    **_HEADER,
    "numApplication": "cargoInfos.planQuantity",
    "goodsStatus": "cargoInfos.goodsLevel",
    "orderLine": "cargoInfos.orderLine",
    "deptGoodsNo": "cargoInfos.goodsNo",
}
_LEVELS = {"100": GOOD, "200": DAMAGED}
_CHANGEABLE = frozenset({4, 5, receiving.NEW, receiving.ISSUED})


def create(call: LopCall) -> object:
    """Create an inbound list; the sender's number may stand once in a department."""
    department = call.owner()
    lines = call.lines("cargoInfos")
    given = present({name: call.value(place) for name, place in _HEADER.items()})
    given.setdefault("whNo", call.value("warehouseNo"))
    given["numApplication"] = column(lines, "planQuantity")
    given["goodsStatus"] = [_goods_status(line, "cargoInfos") for line in lines]
    given["orderLine"] = [line.get("orderLine") or index for index, line in enumerate(lines, 1)]
    given["deptGoodsNo"] = [
        call.goods_of(department, line, "cargoInfos").goods_no for line in lines
    ]
    result = call.do("jingdong.eclp.po.addPoOrder", given, _NAMES)
    return {"purchaseNo": result["poOrderNo"], "erpPurchaseNo": call.text("erpPurchaseNo")}


def _goods_status(line: dict[str, Any], where: str) -> str:
    level = text_of(line.get("goodsLevel"), f"{where}.goodsLevel", longest=10) or "100"
    if level not in _LEVELS:
        raise invalid(f"{where}.goodsLevel", "必须为100或200", "must be 100 or 200")
    return _LEVELS[level]


def query(call: LopCall) -> object:
    """Return one inbound list; its lines where `purchaseItemFlag` is 1; null for an unknown one."""
    inbound = _asked(call)
    if inbound is None:
        return None
    row: dict[str, object] = {
        "purchaseNo": inbound.po_no,
        "erpPurchaseNo": inbound.sp_po_no,
        "ownerNo": inbound.dept_no,
        "warehouseNo": inbound.warehouse_no,
        "supplierNo": inbound.supplier_no,
        "createUser": inbound.pin,
        "purchaseOrderStatus": str(inbound.status),
        "createTime": call.time_text(inbound.created_at),
        "completeTime": call.time_text(inbound.completed_at),
        "storageStatus": "",
    }
    if call.switched_on("purchaseItemFlag"):
        row["purchaseItemModelList"] = [_item(call, line) for line in inbound.lines]
        row["purchaseItemModelDiffList"] = [
            _difference(call, line) for line in inbound.lines if line.short or line.excess
        ]
    return row


def _asked(call: LopCall) -> Inbound | None:
    number, own = call.text("purchaseNo"), call.text("erpPurchaseNo")
    department = call.owner()
    if number:
        found = call.world.inbounds.get(number)
    elif own:
        found = call.world.inbound_by_own.get((department.dept_no, own))
    else:
        raise missing("purchaseNo")
    return found if found is not None and found.dept_no == department.dept_no else None


def _numbers(call: LopCall, line: InboundLine) -> dict[str, object]:
    return {
        "goodsNo": line.goods_no,
        "erpGoodsNo": call.world.goods[line.goods_no].isv_goods_no,
    }


def _item(call: LopCall, line: InboundLine) -> dict[str, object]:
    level = "200" if line.goods_status == DAMAGED else "100"
    return _numbers(call, line) | {
        "orderLine": line.order_line,
        "goodsLevel": level,
        "realGoodsLevel": level,
        "planQuantity": line.quantity,
        "realQuantity": line.received,
    }


def _difference(call: LopCall, line: InboundLine) -> dict[str, object]:
    return _numbers(call, line) | {
        "diffQuantity": line.short + line.excess,
        "shortQuantity": line.short,
        "damagedQuantity": line.damaged,
        "excessQuantity": line.excess,
    }


def update(call: LopCall) -> object:
    """Change how many pieces lines announce, until the warehouse begins; all lines or none."""
    inbound = _asked(call)
    if inbound is None:
        raise not_found("采购单", "purchase order")
    if inbound.status not in _CHANGEABLE:
        raise RefusalError(
            STATUS_FORBIDS, "采购单当前状态不支持修改", "too late to change this purchase order"
        )
    where = "goodsDetailRequestList"
    changes = [(_line_of(call, inbound, line), line) for line in call.lines(where)]
    quantities = [_quantity(line.get("planQuantity"), where) for _, line in changes]
    for (target, _), quantity in zip(changes, quantities, strict=True):
        target.quantity = quantity
    call.world.save(inbound)
    return {"purchaseNo": inbound.po_no, "erpPurchaseNo": inbound.sp_po_no}


def _line_of(call: LopCall, inbound: Inbound, line: dict[str, Any]) -> InboundLine:
    where = "goodsDetailRequestList"
    department = call.owner()
    goods_no = call.goods_of(department, line, where).goods_no
    order_line = text_of(line.get("orderLine"), f"{where}.orderLine")
    for candidate in inbound.lines:
        if candidate.goods_no == goods_no and order_line in ("", candidate.order_line):
            return candidate
    raise invalid(f"{where}.goodsNo", "商品不在采购单中", f"goods {goods_no} not in this order")


def _quantity(value: object, where: str) -> int:
    text = text_of(value, f"{where}.planQuantity", required=True, longest=9)
    if not text.isdecimal() or int(text) <= 0:
        raise invalid(f"{where}.planQuantity", "数量必须大于0", "must be greater than 0")
    return int(text)


SERVICES: dict[str, Service] = {
    "/integratedsupplychain/order/purchase/create/v2": create,
    "/integratedsupplychain/order/purchase/query/v1": query,
    "/integratedsupplychain/order/purchase/update/v1": update,
}
