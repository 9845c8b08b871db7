"""Stock set aside for shops: set, look up, follow (PROTOCOL 2.3; the answers' shapes are ours)."""

from collections.abc import Iterator

from jdfulfil_desktop.sandbox.clock import gateway_text
from jdfulfil_desktop.sandbox.errors import already_exists, invalid
from jdfulfil_desktop.sandbox.methods.call import Call, Method, Result
from jdfulfil_desktop.sandbox.world.entities import GOOD, Goods, Shop, ShopStock
from jdfulfil_desktop.sandbox.world.masterdata import Department
from jdfulfil_desktop.sandbox.world.shopstock import Change, changes_of, record_of
from jdfulfil_desktop.sandbox.world.stockroom import stock_row

_LARGEST_PAGE = 1000
_LARGEST_VMI_PAGE = 100
_MOST_GOODS = 50
_MONTH_S = 31 * 86_400


def set_shop_stock_fixed(call: Call) -> Result:
    """Set a fixed figure aside; the same request a second time changes nothing.

    A request id that was used for something else is refused (code 17).
    """
    department = call.department()
    shop = _shop(call, department, call.text("shopNo"), "shopNo")
    warehouse_no = call.warehouse("warehouseNo", department)
    goods = _goods(call, department, call.text("goodsNo"), "goodsNo")
    quantity, request_id = call.number("stockNum"), call.text("requestId")
    record = record_of(call.world, department.dept_no, shop.shop_no, warehouse_no, goods.goods_no)
    for other, setting in _requests(call, department):
        if setting["request_id"] == request_id:
            if other.key != record.key or setting["quantity"] != quantity:
                raise already_exists("requestId", request_id)
            return _done(record)
    row = stock_row(call.world, department.dept_no, warehouse_no, goods.goods_no, GOOD)
    if not 0 <= quantity <= max(0, row.usable):
        raise invalid("stockNum", "固定值大于事业部可售库存", "more than can be sold, or below 0")
    record.settings.append(
        {
            "at": call.world.now(),
            "quantity": quantity,
            "request_id": request_id,
            "by": call.text("opUser"),
        }
    )
    call.world.save(record)
    return _done(record)


def _requests(call: Call, department: Department) -> Iterator[tuple[ShopStock, dict[str, object]]]:
    for record in call.world.shop_stocks.values():
        if record.dept_no == department.dept_no:
            for setting in record.settings:
                yield record, setting


def _done(record: ShopStock) -> Result:
    return {
        "setshopstockfixed_result": {
            "code": "1",
            "msg": "成功",
            "stockNum": record.settings[-1]["quantity"],
        }
    }


def search_shop_stock(call: Call) -> Result:
    """Return a shop's stock: what was set aside, else what the department can sell."""
    department = call.department()
    shop = _shop(call, department, call.text("shopNo"), "shopNo")
    rows = list(_rows(call, department, [shop], _only_goods(call, department)))
    page = call.page(rows, "pageNumber", "pageSize", _LARGEST_PAGE)
    return {
        "searchshopstock_result": {
            "requestId": call.text("requestId"),
            "recordCount": len(rows),
            "shopStockList": list(page),
        }
    }


def query_vmi_shop_stock(call: Call) -> Result:
    """Return the stock of up to 50 goods for each of some shops, in rows as queryStock has them."""
    department = call.department()
    shops = [_shop(call, department, number, "shopNos") for number in call.items("shopNos")]
    goods = [
        _goods(call, department, number, "goodsNos")
        for number in call.items("goodsNos", _MOST_GOODS)
    ]
    rows = list(_rows(call, department, shops, goods))
    page = call.page(rows, "currentPage", "pageSize", _LARGEST_VMI_PAGE)
    return {"queryvmishopstock_result": [{**row, "recordCount": len(rows)} for row in page]}


def _rows(
    call: Call, department: Department, shops: list[Shop], goods: list[Goods]
) -> Iterator[dict[str, object]]:
    for shop in shops:
        for warehouse_no in _warehouses(call, department):
            for entry in goods:
                record = record_of(
                    call.world, department.dept_no, shop.shop_no, warehouse_no, entry.goods_no
                )
                yield _row(call, record, entry)


def _row(call: Call, record: ShopStock, goods: Goods) -> dict[str, object]:
    stock = stock_row(call.world, record.dept_no, record.warehouse_no, record.goods_no, GOOD)
    changes = changes_of(call.world, record)
    occupied = changes[-1].occupied if changes else 0
    shared = max(0, stock.usable)
    if record.settings:
        total = changes[-1].stock
        usable = max(0, min(total - occupied, shared))
    else:
        total, usable = max(0, stock.total), shared
    return {
        "deptNo": record.dept_no,
        "shopNo": record.shop_no,
        "warehouseNo": record.warehouse_no,
        "goodsNo": goods.goods_no,
        "isvGoodsNo": goods.isv_goods_no,
        "goodsName": goods.name,
        "isFixed": "1" if record.settings else "0",
        "stockNum": total,
        "occupyNum": occupied,
        "usableNum": usable,
        "updateTime": gateway_text(changes[-1].at) if changes else "",
    }


def search_shop_stock_flow(call: Call) -> Result:
    """Return how a shop's stock changed within at most 31 days, the oldest change first."""
    department = call.department()
    shop = _shop(call, department, call.text("shopNo"), "shopNo")
    earliest, latest = call.window("startDate", "endDate", _MONTH_S)
    rows = sorted(
        (
            (change.at, _flow_row(call, record, entry, change))
            for warehouse_no in _warehouses(call, department)
            for entry in _only_goods(call, department)
            for record in [
                record_of(
                    call.world, department.dept_no, shop.shop_no, warehouse_no, entry.goods_no
                )
            ]
            for change in changes_of(call.world, record)
            if earliest <= change.at <= latest
        ),
        key=lambda entry: entry[0],
    )
    page = call.page(rows, "pageNumber", "pageSize", _LARGEST_PAGE)
    return {
        "searchshopstockflow_result": {
            "requestId": call.text("requestId"),
            "recordCount": len(rows),
            "shopStockFlowList": [row for _, row in page],
        }
    }


def _flow_row(call: Call, record: ShopStock, goods: Goods, change: Change) -> dict[str, object]:
    return {
        "sellerNo": call.merchant.seller_no,
        "deptNo": record.dept_no,
        "shopNo": record.shop_no,
        "warehouseNo": record.warehouse_no,
        "goodsNo": goods.goods_no,
        "isvGoodsNo": goods.isv_goods_no,
        "bizNo": change.document,
        "bizType": change.reason,
        "salesPlatformOrderNo": change.platform_no,
        "stockNum": change.stock,
        "occupyNum": change.occupied,
        "stockChangeNum": change.stock_change,
        "occupyStockChangeNum": change.occupied_change,
        "createTime": gateway_text(change.at),
    }


def _warehouses(call: Call, department: Department) -> list[str]:
    if "warehouseNo" in call.given:
        return [call.warehouse("warehouseNo", department)]
    return list(department.warehouse_nos)


def _only_goods(call: Call, department: Department) -> list[Goods]:
    if "goodsNo" in call.given:
        return [_goods(call, department, call.text("goodsNo"), "goodsNo")]
    return [goods for goods in call.world.goods.values() if goods.dept_no == department.dept_no]


def _shop(call: Call, department: Department, number: str, name: str) -> Shop:
    shop = call.world.shops.get(number)
    if shop is None or shop.dept_no != department.dept_no:
        raise invalid(name, f"店铺不存在：{number}", f"unknown shop {number}")
    return shop


def _goods(call: Call, department: Department, number: str, name: str) -> Goods:
    goods = call.world.goods.get(number)
    if goods is None or goods.dept_no != department.dept_no:
        raise invalid(name, f"商品不存在：{number}", f"unknown goods {number}")
    return goods


METHODS: dict[str, Method] = {
    "jingdong.eclp.stock.setShopStockFixed": set_shop_stock_fixed,
    "jingdong.eclp.stock.searchShopStock": search_shop_stock,
    "jingdong.eclp.stock.searchShopStockFlow": search_shop_stock_flow,
    "jingdong.eclp.stock.queryVmiShopStock": query_vmi_shop_stock,
}
