"""All that "JD" holds, as the control side shows it."""

from jdfulfil_desktop.sandbox.clock import gateway_text
from jdfulfil_desktop.sandbox.world import receiving, shipping
from jdfulfil_desktop.sandbox.world.entities import Goods, Inbound, Outbound, Step, Stock
from jdfulfil_desktop.sandbox.world.grants import Grants
from jdfulfil_desktop.sandbox.world.world import World


def snapshot(world: World, grants: Grants) -> dict[str, object]:
    """Return goods, stock, inbound, outbound, living tokens and calls per method."""
    return {
        "goods": [_goods(goods) for goods in world.goods.values()],
        "stock": [_stock(world, row) for row in world.stock.values()],
        "inbound": [_inbound(world, inbound) for inbound in world.inbounds.values()],
        "outbound": [_outbound(world, outbound) for outbound in world.outbounds.values()],
        "tokens": grants.alive(),
        "calls": dict(world.calls),
    }


def _goods(goods: Goods) -> dict[str, object]:
    return {**goods.fields, "goodsNo": goods.goods_no, "isvGoodsNo": goods.isv_goods_no}


def _stock(world: World, row: Stock) -> dict[str, object]:
    return {
        "goodsNo": row.goods_no,
        "isvGoodsNo": world.goods[row.goods_no].isv_goods_no,
        "deptNo": row.dept_no,
        "warehouseNo": row.warehouse_no,
        "stockStatus": row.status,
        "totalNum": max(0, row.total),
        "usableNum": max(0, row.usable),
    }


def _inbound(world: World, inbound: Inbound) -> dict[str, object]:
    return {
        "poOrderNo": inbound.po_no,
        "spPoOrderNo": inbound.sp_po_no,
        "deptNo": inbound.dept_no,
        "whNo": inbound.warehouse_no,
        "supplierNo": inbound.supplier_no,
        "status": inbound.status,
        "open": receiving.next_status(inbound) is not None,
        "history": [_step(step) for step in inbound.history],
        "lines": [
            {
                "goodsNo": line.goods_no,
                "isvGoodsNo": world.goods[line.goods_no].isv_goods_no,
                "quantity": line.quantity,
                "received": line.received,
                "damaged": line.damaged,
                "differences": receiving.differences(line),
            }
            for line in inbound.lines
        ],
    }


def _outbound(world: World, outbound: Outbound) -> dict[str, object]:
    fields = outbound.fields
    return {
        "eclpSoNo": outbound.so_no,
        "isvUUID": outbound.isv_uuid,
        "thirdWayBill": fields.get("thirdWayBill", ""),
        "departmentNo": outbound.dept_no,
        "warehouseNo": outbound.warehouse_no,
        "shopNo": outbound.shop_no,
        "shipperNo": outbound.shipper_no,
        "salesPlatformOrderNo": outbound.platform_order_no,
        "salePlatformSource": fields.get("salePlatformSource", ""),
        "consigneeName": fields.get("consigneeName", ""),
        "consigneeMobile": fields.get("consigneeMobile", ""),
        "consigneeAddress": fields.get("consigneeAddress", ""),
        "orderMark": fields.get("orderMark", ""),
        "isvSource": fields.get("isvSource", ""),
        "wayBill": outbound.waybill,
        "status": outbound.status,
        "open": shipping.next_status(outbound) is not None,
        "paused": bool(outbound.paused_at),
        "splitEclpSoNos": list(outbound.children),
        "history": [_step(step) for step in outbound.history],
        "lines": [
            {
                "goodsNo": line.goods_no,
                "isvGoodsNo": world.goods[line.goods_no].isv_goods_no,
                "quantity": line.quantity,
                "shipped": line.shipped,
            }
            for line in outbound.lines
        ],
    }


def _step(step: Step) -> dict[str, object]:
    return {"status": step.status, "time": gateway_text(step.at)}
