"""Stock: by kind, by shelf life, near expiry (PROTOCOL 2.3)."""

from datetime import date, datetime
from typing import Any

from jdfulfil_desktop.sandbox.clock import GATEWAY_ZONE, gateway_text
from jdfulfil_desktop.sandbox.errors import invalid
from jdfulfil_desktop.sandbox.methods.call import Call, Method, Result
from jdfulfil_desktop.sandbox.world.entities import DAMAGED, GOOD, SAMPLE, Goods, Stock
from jdfulfil_desktop.sandbox.world.masterdata import Department
from jdfulfil_desktop.sandbox.world.stockroom import stock_row

SELLABLE = "1"
"""JD's stockType of pieces that may be sold, the only one that the gateway knows."""

_HIDE_ZEROS = 1
LEVELS = {GOOD: "100", DAMAGED: "200", SAMPLE: "100"}
"""The goodsLevel of each stockStatus."""

_EXTRAS = {f"ext{number}": "" for number in range(1, 6)}


def query_stock(call: Call) -> Result:
    """Return stock rows; zeros are hidden unless asked for (PROTOCOL 8, trap 11)."""
    department = call.department()
    warehouse_no = call.warehouse("warehouseNo", department)
    rows = [
        (goods, row)
        for goods in _department_goods(call, department)
        for row in _stock_rows(call, department, warehouse_no, goods)
        if call.number("returnZeroStock", _HIDE_ZEROS) != _HIDE_ZEROS or row.total > 0
    ]
    page = call.page(rows, "currentPage", "pageSize", 1000, usual=100)
    warehouse = call.world.master.warehouses[warehouse_no]
    return {
        "querystock_result": [
            {
                "deptNo": department.dept_no,
                "deptName": department.name,
                "warehouseNo": warehouse_no,
                "warehouseName": warehouse["warehouseName"],
                "goodsNo": goods.goods_no,
                "goodsName": goods.name,
                "sellerGoodsSign": goods.isv_goods_no,
                "stockStatus": row.status,
                "stockType": SELLABLE,
                "totalNum": [max(0, row.total)],
                "usableNum": [max(0, row.usable)],
                "isvLotattrs": "",
                **_EXTRAS,
                "recordCount": len(rows),
                "goodsLevel": LEVELS[row.status],
                "isvSku": goods.isv_goods_no,
            }
            for goods, row in page
        ]
    }


def _department_goods(call: Call, department: Department) -> list[Goods]:
    only = call.text("goodsNo")
    own = call.text("isvSku") or call.text("sellerGoodsSign") or call.text("isvGoodsNo")
    if only:
        one = call.world.goods.get(only)
        if one is None or one.dept_no != department.dept_no:
            raise invalid("goodsNo", f"商品不存在：{only}", f"unknown goods {only}")
        return [one]
    return [
        goods
        for goods in call.world.goods.values()
        if goods.dept_no == department.dept_no and (not own or goods.isv_goods_no == own)
    ]


def _stock_rows(call: Call, department: Department, warehouse_no: str, goods: Goods) -> list[Stock]:
    """Return the rows of a product: sellable good stock always, other qualities where any is."""
    if call.text("stockType", SELLABLE) != SELLABLE:
        return []
    wanted = call.text("stockStatus")
    level = call.text("goodsLevel")
    rows = [
        stock_row(call.world, department.dept_no, warehouse_no, goods.goods_no, status)
        for status in (GOOD, DAMAGED, SAMPLE)
    ]
    return [
        row
        for row in rows
        if (row.status == GOOD or row.total or wanted == row.status)
        and (not wanted or row.status == wanted)
        and (not level or LEVELS[row.status] == level)
    ]


def query_shelf_life_goods_list(call: Call) -> Result:
    """Return batches with their expiry dates."""
    department = call.department()
    warehouse_no = call.warehouse("warehouseNo", department)
    wanted = call.given.get("status")
    today = call.world.clock.now().astimezone(GATEWAY_ZONE).date()
    rows = [
        entry
        for goods in _department_goods(call, department)
        for row in _stock_rows(call, department, warehouse_no, goods)
        for batch in row.batches
        for entry in [_batch_row(goods, row, batch, today)]
        if wanted is None or entry["status"] == wanted
    ]
    page = call.page(rows, "currentPage", "pageSize", 50)
    return {"pageableResult": {"shelfLifeGoodsResultList": list(page), "recordCount": len(rows)}}


def _batch_row(goods: Goods, row: Stock, batch: dict[str, Any], today: date) -> dict[str, object]:
    expires = date.fromisoformat(batch["expiration"])
    remaining = (expires - today).days
    return {
        "deptNo": row.dept_no,
        "warehouseNo": row.warehouse_no,
        "goodsNo": goods.goods_no,
        "isvGoodsNo": goods.isv_goods_no,
        "eclpGoodsName": goods.name,
        "goodsLevel": LEVELS[row.status],
        "stockNum": batch["quantity"],
        "usableNum": max(0, min(batch["quantity"], row.usable)),
        "shelfLifeDays": goods.safe_days,
        "productionDate": batch["production"],
        "expirationDate": batch["expiration"],
        "locDate": gateway_text(batch["received_at"]),
        "remainDays": remaining,
        "remainDaysRate": round(remaining / goods.safe_days, 4) if goods.safe_days else 0,
        "status": shelf_status(goods, remaining),
        "createTime": gateway_text(batch["received_at"]),
    }


def shelf_status(goods: Goods, remaining: int) -> int:
    """Return 1 in order, 2 warning, 3 near expiry, 4 expired."""
    if remaining <= 0:
        return 4
    if remaining <= int(goods.fields.get("adventDay", 0)):
        return 3
    return 2 if remaining <= int(goods.fields.get("warningDay", 0)) else 1


def query_advent_goods_stock(call: Call) -> Result:
    """Return how many pieces are near their expiry."""
    department = call.department()
    warehouses = call.items("warehouseNos") or list(department.warehouse_nos)
    numbers = call.items("goodsNos", 10)
    today = datetime.fromtimestamp(call.world.now(), GATEWAY_ZONE).date()
    details = [
        {
            "goodsNo": goods.goods_no,
            "goodsName": goods.name,
            "stockStatus": row.status,
            "num": [near],
            **_EXTRAS,
        }
        for goods in _department_goods(call, department)
        if not numbers or goods.goods_no in numbers
        for warehouse_no in warehouses
        for row in _stock_rows(call, department, warehouse_no, goods)
        if (near := _near_expiry(goods, row, today))
    ]
    return {
        "queryadventgoodsstock_result": {
            "deptNo": department.dept_no,
            "warehouseNo": ",".join(warehouses),
            "details": list(call.page(details, "currentPage", "pageSize", 100)),
        }
    }


def _near_expiry(goods: Goods, row: Stock, today: date) -> int:
    return sum(
        batch["quantity"]
        for batch in row.batches
        if shelf_status(goods, (date.fromisoformat(batch["expiration"]) - today).days) >= 3
    )


METHODS: dict[str, Method] = {
    "jingdong.eclp.stock.queryStock": query_stock,
    "jingdong.eclp.stock.queryShelfLifeGoodsList": query_shelf_life_goods_list,
    "jingdong.eclp.stock.queryAdventGoodsStock": query_advent_goods_stock,
}
