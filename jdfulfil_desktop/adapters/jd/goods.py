"""Register products, find them, and ask for their stock (PROTOCOL 2.2, 2.3)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jdfulfil_desktop.adapters.jd import rows
from jdfulfil_desktop.adapters.jd.batches import batches
from jdfulfil_desktop.adapters.jd.client import JosClient
from jdfulfil_desktop.application.ports import GoodsFacts, StockFigure
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.wire import methods
from jdfulfil_desktop.wire.envelope import Answer
from jdfulfil_desktop.wire.fields import Value, can_be_listed
from jdfulfil_desktop.wire.scalars import Row, as_int, pick
from jdfulfil_desktop.wire.texts import clean, shorten

OTHER_CATEGORY = "4159"
"""JD's third-level category "other", where a product names none (PROTOCOL 10)."""
MOST_NUMBERS = 50
GOODS_PAGE = 1000
STOCK_PAGE = 100
MOST_PAGES = 10_000
GOOD, SELLABLE, WITH_ZEROS = "1", "1", 2
ALL_COLUMNS = "1"


class Goods:
    """The goods and stock methods of one account."""

    def __init__(self, client: JosClient) -> None:
        self._client = client

    async def create(self, department_no: str, product: Product) -> str:
        """Register a product and give JD's goods number; our SKU is the key against doubling.

        Raises: Refused without a call for a SKU or barcode that could never be asked for again.
        """
        barcode = product.barcode or product.sku
        for name, value in (("isvGoodsNo", product.sku), ("barcodes", barcode)):
            if value and not can_be_listed(value):
                raise Refused("field_invalid", subject=str(product.sku), field=name, en=name)
        values: dict[str, Value] = {
            "deptNo": department_no,
            "isvGoodsNo": product.sku,
            "barcodes": barcode,
            "thirdCategoryNo": product.category_no or OTHER_CATEGORY,
            "goodsName": shorten(clean(product.name), 500),
            "safeDays": 0,
            "grossWeight": _kilograms(product.weight_g),
            "length": product.length_mm or None,
            "width": product.width_mm or None,
            "height": product.height_mm or None,
        }
        if life := product.shelf_life:
            values |= {
                "safeDays": life.days,
                "instoreThreshold": str(life.inbound_share),
                "outstoreThreshold": str(life.outbound_share),
            }
        return await self._client.ask(
            methods.TRANSPORT_GOODS_INFO, values, lambda answer: answer.number("goodsNo")
        )

    async def find(
        self, department_no: str, *, skus: Sequence[str] = (), barcodes: Sequence[str] = ()
    ) -> list[GoodsFacts]:
        """Find goods by our SKUs and by barcodes, 50 a call; each goods number once."""
        found: dict[str, GoodsFacts] = {}
        for name, wanted in (("isvGoodsNos", skus), ("barcodes", barcodes)):
            for numbers in batches(filter(can_be_listed, wanted), MOST_NUMBERS):
                for facts in await self._pages(department_no, name, numbers):
                    found.setdefault(facts.goods_no, facts)
        return list(found.values())

    async def _pages(self, department_no: str, name: str, numbers: list[str]) -> list[GoodsFacts]:
        found: list[GoodsFacts] = []
        for page in range(1, MOST_PAGES):
            part = await self._client.ask(
                methods.QUERY_GOODS_INFO,
                {
                    "deptNo": department_no,
                    "queryType": ALL_COLUMNS,
                    name: numbers,
                    "pageNo": page,
                    "pageSize": GOODS_PAGE,
                },
                lambda answer: [rows.goods(row) for row in answer.rows("goodsInfoList")],
            )
            found += [facts for facts in part if facts.goods_no]
            if len(part) < GOODS_PAGE:
                break
        return found

    async def stock(
        self, department_no: str, warehouse_no: str, goods_no: str = ""
    ) -> list[StockFigure]:
        """Give good, sellable figures of all goods, or of one; zeros are shown."""
        found: list[StockFigure] = []
        count = 0

        def take(answer: Answer) -> bool:
            nonlocal count
            part = answer.rows("querystock_result")
            found.extend(map(rows.stock_figure, part))
            count += len(part)
            return _is_last(part, count)

        for page in range(1, MOST_PAGES):
            values: dict[str, Value] = {
                "deptNo": department_no,
                "warehouseNo": warehouse_no,
                "stockStatus": GOOD,
                "stockType": SELLABLE,
                "goodsNo": goods_no,
                "currentPage": page,
                "pageSize": STOCK_PAGE,
                "returnZeroStock": WITH_ZEROS,
            }
            if await self._client.ask(methods.QUERY_STOCK, values, take):
                break
        return rows.added_up(found)


def _kilograms(grams: int) -> str | None:
    return f"{Decimal(grams) / 1000:f}" if grams else None


def _is_last(part: list[Row], so_far: int) -> bool:
    """Tell whether a page ends the list: it is not full, or JD's count of all rows is reached."""
    if len(part) < STOCK_PAGE:
        return True
    count = as_int(pick(part[0], "recordCount"))
    return 0 < count <= so_far
