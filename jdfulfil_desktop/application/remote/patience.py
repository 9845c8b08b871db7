"""Ask JD again where that can do no harm, a few times and no longer (FAULTS "Gateway and network").

A person waits for the answer here; what still fails after these tries is said, and the background
sync goes on later and later.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    DepartmentFacts,
    FulfillmentGateway,
    GoodsFacts,
    InboundRequest,
    Message,
    OutboundRequest,
    SellerInfo,
    StockFigure,
    WarehouseFacts,
)
from jdfulfil_desktop.domain.errors import QuotaExceeded, RetryLater
from jdfulfil_desktop.domain.inbound import InboundNews
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.domain.product import Product

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]
AGAIN_S = (0.5, 1.0, 1.5, 2.0)
"""Waits between five tries in a row."""
QUOTA_S = (2.0, 5.0)
"""Waits before an App Key that called too often is tried again: a second's share is free by then,
a day's is not."""
_JITTER = 0.2


@dataclass(frozen=True, slots=True)
class Patience:
    """Try again what is safe to try again. `sleep` and `chance` are handed in by tests."""

    sleep: Sleep
    chance: Random = field(default_factory=Random)

    async def persist(self, call: Callable[[], Awaitable[T]]) -> T:
        """Make a call, again where nothing was done by it. Raises what it failed of at last."""
        unreached = refused = 0
        while True:
            try:
                return await call()
            except RetryLater:
                if unreached == len(AGAIN_S):
                    raise
                wait = AGAIN_S[unreached]
                unreached += 1
            except QuotaExceeded:
                if refused == len(QUOTA_S):
                    raise
                wait = QUOTA_S[refused]
                refused += 1
            await self.sleep(wait * self.chance.uniform(1 - _JITTER, 1 + _JITTER))


class PatientGateway:
    """A gateway whose calls are made with patience. Fulfils `FulfillmentGateway`."""

    def __init__(self, gateway: FulfillmentGateway, patience: Patience) -> None:
        self._gateway = gateway
        self._persist = patience.persist

    async def seller_info(self) -> SellerInfo:
        return await self._persist(self._gateway.seller_info)

    async def departments(self, department_nos: Sequence[str]) -> list[DepartmentFacts]:
        return await self._persist(lambda: self._gateway.departments(department_nos))

    async def warehouses(self, department_no: str) -> list[WarehouseFacts]:
        return await self._persist(lambda: self._gateway.warehouses(department_no))

    async def sale_platforms(self) -> dict[str, str]:
        return await self._persist(self._gateway.sale_platforms)

    async def shippers(self) -> dict[str, str]:
        return await self._persist(self._gateway.shippers)

    async def find_shop(self, department_no: str, own_no: str) -> str | None:
        return await self._persist(lambda: self._gateway.find_shop(department_no, own_no))

    async def create_shop(
        self,
        department_no: str,
        own_no: str,
        name: str,
        sale_platform: str,
        contact: tuple[str, str, str],
    ) -> str:
        return await self._persist(
            lambda: self._gateway.create_shop(department_no, own_no, name, sale_platform, contact)
        )

    async def first_supplier(self, department_no: str) -> str | None:
        return await self._persist(lambda: self._gateway.first_supplier(department_no))

    async def create_supplier(self, department_no: str, own_no: str, name: str) -> str:
        return await self._persist(
            lambda: self._gateway.create_supplier(department_no, own_no, name)
        )

    async def create_goods(self, department_no: str, product: Product) -> str:
        return await self._persist(lambda: self._gateway.create_goods(department_no, product))

    async def find_goods(
        self, department_no: str, *, skus: Sequence[str] = (), barcodes: Sequence[str] = ()
    ) -> list[GoodsFacts]:
        return await self._persist(
            lambda: self._gateway.find_goods(department_no, skus=skus, barcodes=barcodes)
        )

    async def create_inbound(self, request: InboundRequest) -> str:
        return await self._persist(lambda: self._gateway.create_inbound(request))

    async def find_inbound(self, department_no: str, inbound_no: str) -> str | None:
        return await self._persist(lambda: self._gateway.find_inbound(department_no, inbound_no))

    async def inbound_news(self, jd_nos: Sequence[str]) -> list[InboundNews]:
        return await self._persist(lambda: self._gateway.inbound_news(jd_nos))

    async def create_outbound(self, request: OutboundRequest) -> str:
        return await self._persist(lambda: self._gateway.create_outbound(request))

    async def outbound_news(
        self, department_no: str, outbound_nos: Sequence[str]
    ) -> list[OutboundNews]:
        return await self._persist(lambda: self._gateway.outbound_news(department_no, outbound_nos))

    async def outbound_history(self, jd_no: str) -> list[OutboundNews]:
        return await self._persist(lambda: self._gateway.outbound_history(jd_no))

    async def cancel_outbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        return await self._persist(lambda: self._gateway.cancel_outbound(jd_no))

    async def stock(
        self, department_no: str, warehouse_no: str, *, goods_no: str = ""
    ) -> list[StockFigure]:
        return await self._persist(
            lambda: self._gateway.stock(department_no, warehouse_no, goods_no=goods_no)
        )

    def messages(self, cursor: str) -> AsyncIterator[Message]:
        return self._gateway.messages(cursor)

    @property
    def clock_offset_s(self) -> float:
        return self._gateway.clock_offset_s

    @property
    def calls(self) -> Mapping[str, int]:
        return self._gateway.calls

    async def aclose(self) -> None:
        await self._gateway.aclose()
