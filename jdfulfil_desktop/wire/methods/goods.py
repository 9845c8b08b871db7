"""Products and their stock (PROTOCOL 2.2, 2.3)."""

from __future__ import annotations

from jdfulfil_desktop.wire.fields import Field, Method, may, need, some

_SIZE = (may("grossWeight", 20), may("length", 20), may("width", 20), may("height", 20))


def _numbers() -> tuple[Field, ...]:
    """Name what goods can be asked for by: 50 of a kind a call."""
    return (
        some("isvGoodsNos", 60, most=50),
        some("goodsNos", 50, most=50),
        some("barcodes", 100, most=50),
    )


TRANSPORT_GOODS_INFO = Method(
    "jingdong.eclp.goods.transportGoodsInfo",
    (
        need("deptNo", 50),
        need("isvGoodsNo", 60),
        need("barcodes", 100),
        need("thirdCategoryNo", 20),
        need("goodsName", 500),
        need("safeDays", 11),
        may("instoreThreshold", 20),
        may("outstoreThreshold", 20),
        *_SIZE,
    ),
    writes=True,
)
UPDATE_GOODS_INFO = Method(
    "jingdong.eclp.goods.updateGoodsInfo",
    (need("deptNo", 50), need("isvGoodsNo", 60), *_SIZE),
    writes=True,
)
QUERY_GOODS_INFO = Method(
    "jingdong.eclp.goods.queryGoodsInfo",
    (need("deptNo", 50), need("queryType", 4), *_numbers(), may("pageNo"), may("pageSize")),
)
QUERY_GOODS_BY_PAGE_AND_TIME = Method(
    "jingdong.eclp.goods.queryGoodsByPageAndTime",
    (
        need("deptNo"),
        may("updateTimeStart"),
        may("updateTimeEnd"),
        may("pageNo"),
        may("pageSize"),
    ),
)

QUERY_STOCK = Method(
    "jingdong.eclp.stock.queryStock",
    (
        need("deptNo", 50),
        need("warehouseNo", 50),
        may("stockStatus"),
        may("stockType"),
        may("goodsNo", 50),
        may("currentPage"),
        may("pageSize"),
        may("returnZeroStock"),
    ),
)
QUERY_SHELF_LIFE_GOODS_LIST = Method(
    "jingdong.eclp.stock.queryShelfLifeGoodsList",
    (
        need("deptNo", 50),
        need("warehouseNo", 50),
        may("goodsNo", 50),
        may("status", 4),
        need("currentPage"),
        need("pageSize"),
    ),
)
QUERY_ADVENT_GOODS_STOCK = Method(
    "jingdong.eclp.stock.queryAdventGoodsStock",
    (
        need("deptNo", 50),
        some("warehouseNos", most=50),
        some("goodsNos", 50, most=10),
        may("currentPage"),
        may("pageSize"),
    ),
)
