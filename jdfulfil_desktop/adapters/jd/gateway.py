"""Fulfil the port `FulfillmentGateway` in the language of JD's older open platform."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime

from jdfulfil_desktop.adapters.jd.client import JdClient
from jdfulfil_desktop.adapters.jd.goods import Goods
from jdfulfil_desktop.adapters.jd.inbound import InboundLists
from jdfulfil_desktop.adapters.jd.master import MasterData
from jdfulfil_desktop.adapters.jd.messages import MessageChannel
from jdfulfil_desktop.adapters.jd.outbound import OutboundOrders
from jdfulfil_desktop.adapters.jd.outbound_queries import OutboundQueries
from jdfulfil_desktop.adapters.jd.stock import Stock
from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    Category,
    DepartmentFacts,
    DocumentException,
    DocumentKind,
    ExpiringStock,
    GoodsFacts,
    GoodsPage,
    InboundRequest,
    Message,
    OutboundPacks,
    OutboundRequest,
    OutboundWhole,
    SellerInfo,
    ShelfState,
    StockFigure,
    TraceStep,
    WarehouseFacts,
)
from jdfulfil_desktop.domain.inbound import InboundNews
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.domain.product import Product


class JosGateway:
    """One account at one gateway. Use it in one event loop, and close it there."""

    def __init__(self, client: JdClient, channel: MessageChannel, isv_source: str) -> None:
        self._client = client
        self._channel = channel
        self._master = MasterData(client)
        self._goods = Goods(client)
        self._inbound = InboundLists(client)
        self._stock = Stock(client)
        self._outbound = OutboundOrders(client, isv_source)
        self._queries = OutboundQueries(client, isv_source)

    async def seller_info(self) -> SellerInfo:
        """Give all departments with their warehouses for the authorized PIN."""
        return await self._master.seller_info()

    async def departments(self, department_nos: Sequence[str]) -> list[DepartmentFacts]:
        """Give what JD knows of departments."""
        return await self._master.departments(department_nos)

    async def warehouses(self, department_no: str) -> list[WarehouseFacts]:
        """Give a department's warehouses."""
        return await self._master.warehouses(department_no)

    async def sale_platforms(self) -> dict[str, str]:
        """Give the codes of sales platforms by name."""
        return await self._master.sale_platforms()

    async def shippers(self) -> dict[str, str]:
        """Give the numbers of the enabled carriers by name."""
        return await self._master.shippers()

    async def find_shop(self, department_no: str, own_no: str) -> str | None:
        """Give JD's number of a shop by ours; None where JD has none."""
        return await self._master.find_shop(department_no, own_no)

    async def create_shop(
        self,
        department_no: str,
        own_no: str,
        name: str,
        sale_platform: str,
        contact: tuple[str, str, str],
    ) -> str:
        """Create a shop; `contact` is (name, phone, address) for after-sales."""
        return await self._master.create_shop(department_no, own_no, name, sale_platform, contact)

    async def first_supplier(self, department_no: str) -> str | None:
        """Give the first enabled supplier's number; None where there is none."""
        return await self._master.first_supplier(department_no)

    async def create_supplier(self, department_no: str, own_no: str, name: str) -> str:
        """Create a supplier and give its number."""
        return await self._master.create_supplier(department_no, own_no, name)

    async def create_goods(self, department_no: str, product: Product) -> str:
        """Register a product and give JD's goods number."""
        return await self._goods.create(department_no, product)

    async def find_goods(
        self, department_no: str, *, skus: Sequence[str] = (), barcodes: Sequence[str] = ()
    ) -> list[GoodsFacts]:
        """Find goods by SKU and by barcode, 50 a call."""
        return await self._goods.find(department_no, skus=skus, barcodes=barcodes)

    async def create_inbound(self, request: InboundRequest) -> str:
        """Send an inbound list and give JD's number."""
        return await self._inbound.create(request)

    async def find_inbound(self, department_no: str, inbound_no: str) -> str | None:
        """Give JD's number of an inbound list by ours; None where JD has none."""
        return await self._inbound.find(department_no, inbound_no)

    async def inbound_news(self, jd_nos: Sequence[str]) -> list[InboundNews]:
        """Give status and receipts of inbound lists, 100 a call."""
        return await self._inbound.news(jd_nos)

    async def create_outbound(self, request: OutboundRequest) -> str:
        """Send an outbound order and give JD's number."""
        return await self._outbound.create(request)

    async def outbound_news(
        self, department_no: str, outbound_nos: Sequence[str]
    ) -> list[OutboundNews]:
        """Give the status of outbound orders by our numbers, 100 a call."""
        return await self._queries.news(department_no, outbound_nos)

    async def outbound_history(self, jd_no: str) -> list[OutboundNews]:
        """Give all statuses of one outbound order."""
        return await self._queries.history(jd_no)

    async def cancel_outbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel an outbound order."""
        return await self._outbound.cancel(jd_no)

    async def stock(
        self, department_no: str, warehouse_no: str, *, goods_no: str = ""
    ) -> list[StockFigure]:
        """Give good, sellable figures, zeros included."""
        return await self._stock.figures(department_no, warehouse_no, goods_no)

    async def update_shop(
        self, shop_no: str, name: str, contact: tuple[str, str, str] | None = None
    ) -> None:
        """Rename a shop; `contact` is (name, phone, address) for after-sales."""
        await self._master.update_shop(shop_no, name, contact)

    async def categories(self, first_no: str = "", second_no: str = "") -> list[Category]:
        """Give one level of JD's goods tree."""
        return await self._master.categories(first_no, second_no)

    async def update_goods(self, department_no: str, product: Product) -> None:
        """Write a product's weight and size to JD."""
        await self._goods.update(department_no, product)

    async def goods_page(
        self, department_no: str, page: int, *, since: datetime | None = None
    ) -> GoodsPage:
        """Give one page of all goods, or of those changed since."""
        return await self._goods.page(department_no, page, since)

    async def expiring_stock(
        self,
        department_no: str,
        warehouse_no: str,
        *,
        goods_no: str = "",
        state: ShelfState | None = None,
    ) -> list[ExpiringStock]:
        """Give stock by date of expiry."""
        return await self._stock.expiring(department_no, warehouse_no, goods_no, state)

    async def cancel_inbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel an inbound list."""
        return await self._inbound.cancel(jd_no)

    async def close_inbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to end an inbound list with what has arrived."""
        return await self._inbound.close(jd_no)

    async def cancel_outbound_by_own(
        self, department_no: str, outbound_no: str
    ) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel an outbound order by our number."""
        return await self._outbound.cancel_by_own(department_no, outbound_no)

    async def outbound_packs(self, jd_nos: Sequence[str]) -> list[OutboundPacks]:
        """Give packages and JD's way bills, 50 orders a call."""
        return await self._queries.packs(jd_nos)

    async def outbound_whole(self, jd_no: str) -> OutboundWhole:
        """Give all that JD has of one outbound order."""
        return await self._queries.whole(jd_no)

    async def outbound_numbers(
        self, department_no: str, status: int, since: datetime, until: datetime
    ) -> list[str]:
        """Give JD's numbers of the orders in one status."""
        return await self._queries.numbers(department_no, status, since, until)

    async def exceptions(
        self,
        department_no: str,
        own_numbers: Sequence[str] = (),
        *,
        kind: DocumentKind = DocumentKind.OUTBOUND,
        most: int = 0,
    ) -> list[DocumentException]:
        """Give the paused documents of a department."""
        return await self._queries.exceptions(department_no, own_numbers, kind, most)

    async def outbound_trace(self, department_no: str, jd_no: str) -> list[TraceStep]:
        """Give the steps of an order's way."""
        return await self._queries.trace(department_no, jd_no)

    def messages(self, cursor: str) -> AsyncIterator[Message]:
        """Follow the message channel from a cursor."""
        return self._channel.follow(cursor)

    @property
    def clock_offset_s(self) -> float:
        """Give the gateway's clock less ours, in seconds, as last measured."""
        return self._client.clock.offset_s

    @property
    def calls(self) -> Mapping[str, int]:
        """Count calls by method since the gateway was opened."""
        return self._client.calls

    async def aclose(self) -> None:
        """Close the connections."""
        await self._channel.aclose()
        await self._client.aclose()
