"""Ask the newer platform for warehouses, goods and stock (PROTOCOL 2.9)."""

from __future__ import annotations

from collections.abc import Sequence

from jdfulfil_desktop.adapters.jd.batches import Page, every_page
from jdfulfil_desktop.adapters.jd.client import JdClient
from jdfulfil_desktop.adapters.jd.lop import rows
from jdfulfil_desktop.adapters.jd.rows import added_up
from jdfulfil_desktop.application.ports import (
    GoodsFacts,
    GoodsPage,
    StockFigure,
    WarehouseFacts,
)
from jdfulfil_desktop.wire.envelope import Answer
from jdfulfil_desktop.wire.fields import Value
from jdfulfil_desktop.wire.lop import methods
from jdfulfil_desktop.wire.lop.envelope import DATA, record_of, rows_of
from jdfulfil_desktop.wire.scalars import as_int, pick

ALL_COLUMNS = "1"
OF_WAREHOUSE = "1"
GOODS_PAGE = 50
STOCK_PAGE = 100


class LopGoods:
    """What the newer platform tells of a department."""

    def __init__(self, client: JdClient, pin: str) -> None:
        self._client = client
        self._pin = pin

    async def warehouses(self, department_no: str) -> list[WarehouseFacts]:
        """Give a department's warehouses, those that are not enabled too."""
        return await self._client.ask(
            methods.QUERY_WAREHOUSES,
            self._owner(department_no),
            lambda answer: [rows.warehouse(row) for row in rows_of(answer)],
        )

    async def find(
        self, department_no: str, *, skus: Sequence[str], barcodes: Sequence[str]
    ) -> list[GoodsFacts]:
        """Find goods by our SKUs and by barcodes.

        One is asked for by its number; for more, all pages are read once and looked through.
        """
        wanted, codes = set(skus), set(barcodes)
        if not wanted and not codes:
            return []
        only: dict[str, Value] = {}
        if len(wanted) + len(codes) == 1:
            only = {"erpGoodsNo": next(iter(wanted), ""), "barCode": next(iter(codes), "")}
        found: dict[str, GoodsFacts] = {}
        for facts in await self._all(department_no, only):
            if facts.sku in wanted or codes & set(facts.barcodes):
                found.setdefault(facts.goods_no, facts)
        return list(found.values())

    async def page(self, department_no: str, number: int) -> GoodsPage:
        """Give one page of all goods, the first is 1."""
        page = await self._goods(department_no, number, {})
        so_far = (number - 1) * GOODS_PAGE + page.rows
        return GoodsPage(tuple(page.items), page.total, page.is_last(so_far, GOODS_PAGE))

    async def stock(
        self, department_no: str, warehouse_no: str, goods_no: str
    ) -> list[StockFigure]:
        """Give good, sellable figures of all goods, or of one, over all pages."""

        async def ask(number: int) -> Page[StockFigure]:
            values: dict[str, Value] = {
                **self._owner(department_no),
                "warehouseNo": warehouse_no,
                "stockIndexes": OF_WAREHOUSE,
                "goodsNo": [goods_no] if goods_no else [],
                # Text here, numbers where goods are asked for: so it is published.
                "currentPage": str(number),
                "pageSize": str(STOCK_PAGE),
            }
            return await self._client.ask(methods.QUERY_STOCK, values, _stock_page)

        return added_up(await every_page(ask, STOCK_PAGE))

    async def _all(self, department_no: str, only: dict[str, Value]) -> list[GoodsFacts]:
        return await every_page(lambda number: self._goods(department_no, number, only), GOODS_PAGE)

    async def _goods(
        self, department_no: str, number: int, only: dict[str, Value]
    ) -> Page[GoodsFacts]:
        def read(answer: Answer) -> Page[GoodsFacts]:
            part = rows_of(answer)
            facts = [rows.goods(row) for row in part]
            return Page([one for one in facts if one.goods_no], len(part), _total(answer))

        values: dict[str, Value] = {
            **self._owner(department_no),
            **only,
            "queryType": ALL_COLUMNS,
            "currentPage": number,
            "pageSize": GOODS_PAGE,
        }
        return await self._client.ask(methods.QUERY_GOODS, values, read)

    def _owner(self, department_no: str) -> dict[str, Value]:
        return {"ownerNo": department_no, "pin": self._pin}


def _stock_page(answer: Answer) -> Page[StockFigure]:
    part = rows_of(answer)
    good = [rows.stock_figure(row) for row in part if rows.is_good_stock(row)]
    return Page(good, len(part), _total(answer))


def _total(answer: Answer) -> int:
    """Return how many rows there are on all pages; 0 where the answer is a bare list."""
    if isinstance(answer.value(DATA), list):
        return 0
    record = record_of(answer)
    return as_int(pick(record, "totalNum")) if record else 0
