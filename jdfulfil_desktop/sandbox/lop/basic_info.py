"""Warehouses and products (PROTOCOL 2.9)."""

from typing import Any

from jdfulfil_desktop.sandbox.errors import invalid
from jdfulfil_desktop.sandbox.lop.call import LopCall, Service, present
from jdfulfil_desktop.sandbox.world.entities import Goods

_ALL, _NUMBERS_ONLY = "1", "2"
_NO, _YES = 1, 2
_MOST_NUMBERS = 50

_GOODS_NAMES = {
    "deptNo": "ownerNo",
    "isvGoodsNo": "basicInfo.erpGoodsNo",
    "spGoodsNo": "basicInfo.salesPlatformGoodsNo",
    "barcodes": "basicInfo.barcode",
    "goodsName": "basicInfo.goodsName",
    "abbreviation": "basicInfo.abbreviation",
    "brandNo": "basicInfo.brandNo",
    "brandName": "basicInfo.brandName",
    "color": "basicInfo.color",
    "size": "basicInfo.size",
    "standard": "basicInfo.standard",
    "manufacturer": "basicInfo.manufacturer",
    "produceAddress": "basicInfo.produceAddress",
    "goodsUnit": "basicInfo.goodsUnit",
    "price": "basicInfo.price",
    "thirdCategoryNo": "goodsCategory.thirdCategoryCode",
    "length": "goodsSpecificationsInfo.length",
    "width": "goodsSpecificationsInfo.width",
    "height": "goodsSpecificationsInfo.height",
    "grossWeight": "goodsSpecificationsInfo.grossWeight",
    "netWeight": "goodsSpecificationsInfo.netWeight",
    "safeDays": "management.guaranteePeriod.shelfLifeDays",
    "instoreThreshold": "management.guaranteePeriod.instoreThreshold",
    "outstoreThreshold": "management.guaranteePeriod.outstoreThreshold",
    "warningDay": "management.guaranteePeriod.warningDay",
    "adventDay": "management.guaranteePeriod.adventDay",
}
"""The older platform's names of a product's values, and where they stand here."""


def warehouses(call: LopCall) -> object:
    """Return the department's warehouses, by number and status where asked."""
    department = call.owner()
    wanted, statuses = call.items("warehouseNo"), call.items("status")
    rows = [call.world.master.warehouses[number] for number in department.warehouse_nos]
    return [
        {
            "warehouseNo": row["warehouseNo"],
            "warehouseName": row["warehouseName"],
            "erpWarehouseNo": "",
            "status": row["status"],
            "warehouseAddress": {
                "name": row["contacts"],
                "phone": row["phone"],
                "province": row["province"],
                "city": row["city"],
                "county": row["county"],
                "town": row["town"],
                "detailAddress": row["address"],
            },
        }
        for row in rows
        if (not wanted or row["warehouseNo"] in wanted)
        and (not statuses or row["status"] in statuses)
    ]


def goods(call: LopCall) -> object:
    """Return the department's products: all columns, or the numbers only (queryType 2)."""
    department = call.owner()
    kind = call.text("queryType", required=True, longest=4)
    if kind not in (_ALL, _NUMBERS_ONLY):
        raise invalid("queryType", "必须为1或2", "must be 1 or 2")
    numbers = set(call.items("goodsNo", _MOST_NUMBERS))
    own = set(call.items("erpGoodsNo", _MOST_NUMBERS))
    barcodes = set(call.items("barCode", _MOST_NUMBERS))
    found = [
        entry
        for entry in call.world.goods.values()
        if entry.dept_no == department.dept_no
        and (not numbers or entry.goods_no in numbers)
        and (not own or entry.isv_goods_no in own)
        and (not barcodes or barcodes & set(str(entry.fields.get("barcodes", "")).split(",")))
    ]
    return [_goods_row(entry, whole=kind == _ALL) for entry in call.page(found, 1000)]


def _goods_row(entry: Goods, *, whole: bool) -> dict[str, object]:
    row: dict[str, Any] = {"ownerNo": entry.dept_no}
    _put(row, "basicInfo.goodsNo", entry.goods_no)
    _put(row, "basicInfo.barcode", entry.fields.get("barcodes", ""))
    if whole:
        _put(row, "basicInfo.enableFlag", _YES)
        period = "management.guaranteePeriod.isShelfLifeMgmt"
        _put(row, period, _YES if entry.safe_days else _NO)
        for name, place in _GOODS_NAMES.items():
            if name in entry.fields:
                _put(row, place, entry.fields[name])
    return row


def _put(row: dict[str, Any], place: str, value: object) -> None:
    *parts, last = place.split(".")
    for part in parts:
        row = row.setdefault(part, {})
    row[last] = value


def save_goods(call: LopCall) -> object:
    """Register a product; what this dialect leaves out is no shelf life."""
    call.owner()
    given = present({name: call.value(place) for name, place in _GOODS_NAMES.items()})
    given.setdefault("safeDays", 0)
    result = call.do("jingdong.eclp.goods.transportGoodsInfo", given, _GOODS_NAMES)
    return {"goodsNo": result["goodsNo"]}


SERVICES: dict[str, Service] = {
    "/integratedsupplychain/basicinfo/warehouse/query/v1": warehouses,
    "/integratedsupplychain/basicinfo/goods/query/v1": goods,
    "/integratedsupplychain/basicinfo/goods/create/v1": save_goods,
}
