"""Stock by warehouse and by batch, and by shelf life (PROTOCOL 2.9)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from jdfulfil_desktop.sandbox.clock import GATEWAY_ZONE
from jdfulfil_desktop.sandbox.errors import RefusalError, invalid
from jdfulfil_desktop.sandbox.lop.call import LopCall, Service
from jdfulfil_desktop.sandbox.methods.stock import LEVELS, SELLABLE, shelf_status
from jdfulfil_desktop.sandbox.world.entities import DAMAGED, GOOD, SAMPLE, Goods, Stock
from jdfulfil_desktop.sandbox.world.masterdata import Department
from jdfulfil_desktop.sandbox.world.stockroom import stock_row

_BY_WAREHOUSE, _BY_BATCH = "1", "2"
_UNSUPPORTED_INDEX = "2003"


def stock(call: LopCall) -> object:
    """Return stock rows, numbers as text; zeros are hidden unless asked for."""
    department = call.owner()
    warehouse_no = _warehouse(call, department)
    index = call.text("stockIndexes", longest=4) or _BY_WAREHOUSE
    if index not in (_BY_WAREHOUSE, _BY_BATCH):
        raise RefusalError(_UNSUPPORTED_INDEX, "不支持的库存类型", "unsupported stockIndexes")
    with_zeros = (
        call.text("returnZeroStock", longest=4) == "1"
        or call.text("warehouseStock.returnZeroStock", longest=4) == "2"
    )
    rows: list[dict[str, object]] = []
    for goods, row in _found(call, department, warehouse_no):
        base = _base(call, department, goods, row)
        if index == _BY_BATCH:
            rows += [base | _batch(call, row, batch) for batch in row.batches]
        elif with_zeros or row.total > 0:
            rows.append(base | _numbers(row.total, row.usable))
    page = call.page(rows, 1000, usual=100)
    return {"totalNum": len(rows), "resultList": list(page)}


def _warehouse(call: LopCall, department: Department) -> str:
    warehouse_no = call.text("warehouseNo", required=True)
    if warehouse_no not in department.warehouse_nos:
        raise invalid("warehouseNo", f"库房不存在：{warehouse_no}", "unknown warehouse")
    return warehouse_no


def _found(
    call: LopCall, department: Department, warehouse_no: str
) -> Iterator[tuple[Goods, Stock]]:
    """Yield products with a row for each quality: good ones always, others where any is."""
    numbers, own = set(call.items("goodsNo")), set(call.items("erpGoodsNo"))
    level = call.text("goodsLevel", longest=10)
    wanted = call.text("warehouseStock.stockStatus", longest=4)
    if call.text("stockType", longest=4) not in ("", SELLABLE):
        return
    for goods in call.world.goods.values():
        if (
            goods.dept_no != department.dept_no
            or (numbers and goods.goods_no not in numbers)
            or (own and goods.isv_goods_no not in own)
        ):
            continue
        for status in (GOOD, DAMAGED, SAMPLE):
            row = stock_row(call.world, department.dept_no, warehouse_no, goods.goods_no, status)
            if (
                (status == GOOD or row.total)
                and (not level or LEVELS[status] == level)
                and (not wanted or status == wanted)
            ):
                yield goods, row


def _base(call: LopCall, department: Department, goods: Goods, row: Stock) -> dict[str, object]:
    return {
        "ownerNo": department.dept_no,
        "ownerName": department.name,
        "shopNo": "",
        "sellerNo": call.merchant.seller_no,
        "sellerName": call.merchant.seller_name,
        "warehouseNo": row.warehouse_no,
        "warehouseName": call.world.master.warehouses[row.warehouse_no]["warehouseName"],
        "goodsNo": goods.goods_no,
        "erpGoodsNo": goods.isv_goods_no,
        "goodsName": goods.name,
        "erpGoodsSign": goods.isv_goods_no,
        "barCodes": goods.fields.get("barcodes", ""),
        "goodsLevel": LEVELS[row.status],
        "stockStatus": row.status,
        "stockType": SELLABLE,
    }


def _numbers(total: int, usable: int) -> dict[str, object]:
    return {"stockNum": str(max(0, total)), "usableNum": str(max(0, usable))}


def _batch(call: LopCall, row: Stock, batch: dict[str, Any]) -> dict[str, object]:
    return _numbers(batch["quantity"], min(batch["quantity"], row.usable)) | {
        "batchInfos": {
            "productDate": batch["production"],
            "expireDate": batch["expiration"],
            "receiptDate": call.time_text(batch["received_at"])[:10],
            "createTime": call.time_text(batch["received_at"]),
        }
    }


def shelf_life(call: LopCall) -> object:
    """Return batches with their expiry dates, numbers as numbers."""
    department = call.owner()
    warehouse_no = _warehouse(call, department)
    wanted = call.whole("status", 0)
    today = call.world.clock.now().astimezone(GATEWAY_ZONE).date()
    rows = [
        entry
        for goods, row in _found(call, department, warehouse_no)
        for batch in row.batches
        for entry in [_shelf_row(call, department, goods, row, batch, today)]
        if not wanted or entry["status"] == str(wanted)
    ]
    return {"totalNum": len(rows), "resultList": list(call.page(rows, 50))}


def _shelf_row(
    call: LopCall,
    department: Department,
    goods: Goods,
    row: Stock,
    batch: dict[str, Any],
    today: date,
) -> dict[str, object]:
    remaining = (date.fromisoformat(batch["expiration"]) - today).days
    return {
        "ownerNo": department.dept_no,
        "ownerName": department.name,
        "warehouseNo": row.warehouse_no,
        "warehouseName": call.world.master.warehouses[row.warehouse_no]["warehouseName"],
        "goodsNo": goods.goods_no,
        "erpGoodsNo": goods.isv_goods_no,
        "goodsName": goods.name,
        "goodsLevel": LEVELS[row.status],
        "totalNum": batch["quantity"],
        "usableNum": max(0, min(batch["quantity"], row.usable)),
        "shelfLifeDays": goods.safe_days,
        "productDate": batch["production"],
        "expireDate": batch["expiration"],
        "lockDate": "",
        "remainDays": remaining,
        "remainDaysRate": round(remaining / goods.safe_days, 4),
        "status": str(shelf_status(goods, remaining)),
        "createTime": call.time_text(batch["received_at"]),
    }


SERVICES: dict[str, Service] = {
    "/integratedsupplychain/stock/query/v1": stock,
    "/integratedsupplychain/stock/Shelflifeinventory/query/v1": shelf_life,
}
