"""Fulfil the port `FulfillmentGateway` in the language of JD's newer platform."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from jdfulfil_desktop.adapters.jd.client import JdClient
from jdfulfil_desktop.adapters.jd.lop.absent import Absent
from jdfulfil_desktop.adapters.jd.lop.goods import LopGoods
from jdfulfil_desktop.adapters.jd.lop.orders import LopOrders
from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    DocumentKind,
    GoodsFacts,
    GoodsPage,
    OutboundPacks,
    OutboundRequest,
    OutboundWhole,
    StockFigure,
    WarehouseFacts,
)
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.outbound import OutboundNews


class LopGateway(Absent):
    """One account at one gateway. Use it in one event loop, and close it there.

    Orders are asked for one by one: the newer platform takes no list of numbers.
    """

    def __init__(self, client: JdClient, connection: Connection) -> None:
        departments = [department.department_no for department in connection.departments]
        self._client = client
        self._goods = LopGoods(client, connection.pin)
        self._orders = LopOrders(client, connection.pin, connection.isv_source, departments)

    async def warehouses(self, department_no: str) -> list[WarehouseFacts]:
        """Give a department's warehouses."""
        return await self._goods.warehouses(department_no)

    async def find_goods(
        self, department_no: str, *, skus: Sequence[str] = (), barcodes: Sequence[str] = ()
    ) -> list[GoodsFacts]:
        """Find goods by SKU and by barcode."""
        return await self._goods.find(department_no, skus=skus, barcodes=barcodes)

    async def goods_page(
        self, department_no: str, page: int, *, since: datetime | None = None
    ) -> GoodsPage:
        """Give one page of all goods; `since` is not known to JD here, so that all come."""
        return await self._goods.page(department_no, page)

    async def stock(
        self, department_no: str, warehouse_no: str, *, goods_no: str = ""
    ) -> list[StockFigure]:
        """Give good, sellable figures; goods that JD leaves out have none there."""
        return await self._goods.stock(department_no, warehouse_no, goods_no)

    async def create_outbound(self, request: OutboundRequest) -> str:
        """Send an outbound order and give JD's number."""
        return await self._orders.create(request)

    async def outbound_news(
        self, department_no: str, outbound_nos: Sequence[str]
    ) -> list[OutboundNews]:
        """Give the status of outbound orders by our numbers, one a call."""
        numbers = dict.fromkeys(outbound_nos)
        found = [await self._orders.news(department_no, number) for number in numbers]
        return [news for news in found if news is not None]

    async def outbound_history(self, jd_no: str) -> list[OutboundNews]:
        """Give all statuses of one outbound order."""
        return list((await self._orders.whole(jd_no)).history)

    async def outbound_packs(self, jd_nos: Sequence[str]) -> list[OutboundPacks]:
        """Give packages and JD's way bills, one order a call; unknown numbers give none."""
        return await self._orders.packs(jd_nos)

    async def outbound_whole(self, jd_no: str) -> OutboundWhole:
        """Give all that JD has of one outbound order."""
        return await self._orders.whole(jd_no)

    async def cancel_outbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel an outbound order."""
        return await self._orders.cancel(DocumentKind.OUTBOUND, jd_no)

    async def cancel_outbound_by_own(
        self, department_no: str, outbound_no: str
    ) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel an outbound order by our number."""
        return await self._orders.cancel_by_own(department_no, outbound_no)

    async def cancel_inbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel an inbound list."""
        return await self._orders.cancel(DocumentKind.INBOUND, jd_no)

    @property
    def clock_offset_s(self) -> float:
        """Give the gateway's clock less ours, in seconds, as last measured."""
        return self._client.clock.offset_s

    @property
    def calls(self) -> Mapping[str, int]:
        """Count calls by path since the gateway was opened."""
        return self._client.calls

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()
