"""Register products, change them, and find them at JD (PROTOCOL 2.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from jdfulfil_desktop.adapters.jd import rows
from jdfulfil_desktop.adapters.jd.batches import Page, batches, every_page
from jdfulfil_desktop.adapters.jd.client import JdClient
from jdfulfil_desktop.application.ports import GoodsFacts, GoodsPage
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.wire.envelope import Answer
from jdfulfil_desktop.wire.fields import Value, can_be_listed
from jdfulfil_desktop.wire.methods import goods as methods
from jdfulfil_desktop.wire.scalars import Row, as_int, as_rows, as_truth, pick
from jdfulfil_desktop.wire.stamps import wire_time
from jdfulfil_desktop.wire.texts import clean, shorten

OTHER_CATEGORY = "4159"
"""JD's third-level category "other", where a product names none (PROTOCOL 10)."""
MOST_NUMBERS = 50
GOODS_PAGE = 1000
ALL_COLUMNS = "1"


class Goods:
    """The goods methods of one account."""

    def __init__(self, client: JdClient) -> None:
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
            **_size(product),
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
        async def ask(number: int) -> Page[GoodsFacts]:
            values: dict[str, Value] = {
                "deptNo": department_no,
                "queryType": ALL_COLUMNS,
                name: numbers,
                "pageNo": number,
                "pageSize": GOODS_PAGE,
            }
            return await self._client.ask(
                methods.QUERY_GOODS_INFO, values, lambda answer: _page(answer.rows("goodsInfoList"))
            )

        return await every_page(ask, GOODS_PAGE)

    async def update(self, department_no: str, product: Product) -> None:
        """Write weight and size to JD by our SKU; what is not known here stays as it is there.

        Raises: Refused where JD says no.
        """
        size = _size(product)
        if not any(size.values()):
            return
        values: dict[str, Value] = {"deptNo": department_no, "isvGoodsNo": product.sku, **size}
        done = await self._client.ask(
            methods.UPDATE_GOODS_INFO, values, lambda answer: as_truth(answer.value("updateResult"))
        )
        if not done:
            raise Refused(subject=str(product.sku))

    async def page(self, department_no: str, number: int, since: datetime | None) -> GoodsPage:
        """Give one page of all goods, the first is 1; of those changed `since` where given."""
        values: dict[str, Value] = {
            "deptNo": department_no,
            "updateTimeStart": wire_time(since, self._client.zone) if since else None,
            "pageNo": number,
            "pageSize": GOODS_PAGE,
        }

        def read(answer: Answer) -> Page[GoodsFacts]:
            result = answer.record("result")
            found = as_rows(pick(result, "shelfLifeGoodsResultList"))
            return _page(found, as_int(pick(result, "recordCount")))

        page = await self._client.ask(methods.QUERY_GOODS_BY_PAGE_AND_TIME, values, read)
        so_far = (number - 1) * GOODS_PAGE + page.rows
        return GoodsPage(tuple(page.items), page.total, page.is_last(so_far, GOODS_PAGE))


def _page(found: list[Row], total: int = 0) -> Page[GoodsFacts]:
    facts = [rows.goods(row) for row in found]
    return Page([one for one in facts if one.goods_no], len(found), total)


def _size(product: Product) -> dict[str, Value]:
    return {
        "grossWeight": _kilograms(product.weight_g),
        "length": product.length_mm or None,
        "width": product.width_mm or None,
        "height": product.height_mm or None,
    }


def _kilograms(grams: int) -> str | None:
    return f"{Decimal(grams) / 1000:f}" if grams else None
