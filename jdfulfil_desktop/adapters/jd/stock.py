"""Ask for stock: how much there is, and how long it keeps (PROTOCOL 2.3)."""

from __future__ import annotations

from jdfulfil_desktop.adapters.jd import rows
from jdfulfil_desktop.adapters.jd.batches import Page, every_page
from jdfulfil_desktop.adapters.jd.client import JdClient
from jdfulfil_desktop.application.ports import ExpiringStock, ShelfState, StockFigure
from jdfulfil_desktop.wire.envelope import Answer
from jdfulfil_desktop.wire.fields import Value
from jdfulfil_desktop.wire.methods import goods as methods
from jdfulfil_desktop.wire.scalars import as_int, as_rows, pick

STOCK_PAGE = 100
SHELF_PAGE = 50
GOOD, SELLABLE, WITH_ZEROS = "1", "1", 2


class Stock:
    """The stock methods of one account."""

    def __init__(self, client: JdClient) -> None:
        self._client = client

    async def figures(
        self, department_no: str, warehouse_no: str, goods_no: str = ""
    ) -> list[StockFigure]:
        """Give good, sellable figures of all goods, or of one; zeros are shown."""

        def read(answer: Answer) -> Page[StockFigure]:
            part = answer.rows("querystock_result")
            total = as_int(pick(part[0], "recordCount")) if part else 0
            return Page([rows.stock_figure(row) for row in part], len(part), total)

        async def ask(number: int) -> Page[StockFigure]:
            values: dict[str, Value] = {
                "deptNo": department_no,
                "warehouseNo": warehouse_no,
                "stockStatus": GOOD,
                "stockType": SELLABLE,
                "goodsNo": goods_no,
                "currentPage": number,
                "pageSize": STOCK_PAGE,
                "returnZeroStock": WITH_ZEROS,
            }
            return await self._client.ask(methods.QUERY_STOCK, values, read)

        return rows.added_up(await every_page(ask, STOCK_PAGE))

    async def expiring(
        self, department_no: str, warehouse_no: str, goods_no: str, state: ShelfState | None
    ) -> list[ExpiringStock]:
        """Give stock by date of expiry; of one state where named."""

        def read(answer: Answer) -> Page[ExpiringStock]:
            result = answer.record("pageableResult")
            part = as_rows(pick(result, "shelfLifeGoodsResultList"))
            found = [rows.expiring_stock(row, self._client.zone) for row in part]
            return Page(found, len(part), as_int(pick(result, "recordCount")))

        async def ask(number: int) -> Page[ExpiringStock]:
            values: dict[str, Value] = {
                "deptNo": department_no,
                "warehouseNo": warehouse_no,
                "goodsNo": goods_no,
                "status": None if state is None else int(state),
                "currentPage": number,
                "pageSize": SHELF_PAGE,
            }
            return await self._client.ask(methods.QUERY_SHELF_LIFE_GOODS_LIST, values, read)

        return await every_page(ask, SHELF_PAGE)
