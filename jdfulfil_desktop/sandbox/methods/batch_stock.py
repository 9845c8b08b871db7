"""Stock by batch, read on by a cursor (PROTOCOL 2.3; the answer's shape is ours)."""

from typing import Any

from jdfulfil_desktop.sandbox.clock import gateway_text
from jdfulfil_desktop.sandbox.methods.call import Call, Method, Result
from jdfulfil_desktop.sandbox.methods.stock import LEVELS, SELLABLE
from jdfulfil_desktop.sandbox.world.entities import Stock

_LARGEST_PAGE = 1000


def query_batch_attr_stock(call: Call) -> Result:
    """Return batches, the oldest receipt first.

    `cursor` is the place of the last row, empty where nothing follows; who sends it back gets what
    follows, and `page` counts from there. Only goods with a shelf life are kept in batches.
    """
    department = call.department()
    warehouse_no = call.warehouse("warehouseNo", department)
    earliest, latest = call.window("startTime", "endTime")
    found = sorted(
        (_place(row, index, batch), _row(call, row, batch))
        for row in call.world.stock.values()
        if row.dept_no == department.dept_no and row.warehouse_no == warehouse_no
        if _is_wanted(call, row)
        for index, batch in enumerate(row.batches)
        if earliest <= batch["received_at"] <= latest
    )
    behind = call.text("cursor")
    following = [entry for entry in found if entry[0] > behind]
    page = call.page(following, "page", "pageSize", _LARGEST_PAGE)
    more = bool(page) and page[-1][0] != following[-1][0]
    return {
        "querybatchattrstock_result": {
            "recordCount": len(found),
            "cursor": page[-1][0] if more else "",
            "batchAttrStockList": [row for _, row in page],
        }
    }


def _place(row: Stock, index: int, batch: dict[str, Any]) -> str:
    """Return a text that sorts by receipt and is no other batch's."""
    return f"{batch['received_at']:018.6f}/{row.goods_no}/{row.status}/{index:04d}"


def _is_wanted(call: Call, row: Stock) -> bool:
    only, level = call.text("sku"), call.text("goodsLevel")
    goods = call.world.goods[row.goods_no]
    return (
        (not only or only in (goods.goods_no, goods.isv_goods_no))
        and (not level or LEVELS[row.status] == level)
        and call.text("stockType", SELLABLE) == SELLABLE
    )


def _row(call: Call, row: Stock, batch: dict[str, Any]) -> dict[str, object]:
    goods = call.world.goods[row.goods_no]
    return {
        "deptNo": row.dept_no,
        "warehouseNo": row.warehouse_no,
        "goodsNo": goods.goods_no,
        "isvGoodsNo": goods.isv_goods_no,
        "goodsName": goods.name,
        "goodsLevel": LEVELS[row.status],
        "stockType": SELLABLE,
        "stockNum": batch["quantity"],
        "usableNum": max(0, min(batch["quantity"], row.usable)),
        "productionDate": batch["production"],
        "expirationDate": batch["expiration"],
        "receiptTime": gateway_text(batch["received_at"]),
    }


METHODS: dict[str, Method] = {
    "jingdong.eclp.stock.queryBatchAttrStock": query_batch_attr_stock,
}
