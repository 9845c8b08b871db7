"""The questions that a fake JD answers with nothing: tests override those that they are about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    Category,
    DocumentException,
    DocumentKind,
    ExpiringStock,
    GoodsPage,
    OutboundPacks,
    OutboundWhole,
    ShelfState,
    TraceStep,
)
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.domain.product import Product


class QuietGateway:
    """A base for fake gateways: the rarer half of `FulfillmentGateway`."""

    async def update_shop(
        self, shop_no: str, name: str, contact: tuple[str, str, str] | None = None
    ) -> None:
        return None

    async def update_goods(self, department_no: str, product: Product) -> None:
        return None

    async def goods_page(
        self, department_no: str, page: int, *, since: datetime | None = None
    ) -> GoodsPage:
        return GoodsPage((), 0, is_last=True)

    async def categories(self, first_no: str = "", second_no: str = "") -> list[Category]:
        return []

    async def expiring_stock(
        self,
        department_no: str,
        warehouse_no: str,
        *,
        goods_no: str = "",
        state: ShelfState | None = None,
    ) -> list[ExpiringStock]:
        return []

    async def cancel_inbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        return CancelAnswer.DONE, ""

    async def close_inbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        return CancelAnswer.DONE, ""

    async def cancel_outbound_by_own(
        self, department_no: str, outbound_no: str
    ) -> tuple[CancelAnswer, str]:
        return CancelAnswer.DONE, ""

    async def outbound_packs(self, jd_nos: Sequence[str]) -> list[OutboundPacks]:
        return []

    async def outbound_whole(self, jd_no: str) -> OutboundWhole:
        raise Refused(subject=jd_no)

    async def outbound_numbers(
        self, department_no: str, status: int, since: datetime, until: datetime
    ) -> list[str]:
        return []

    async def exceptions(
        self,
        department_no: str,
        own_numbers: Sequence[str] = (),
        *,
        kind: DocumentKind = DocumentKind.OUTBOUND,
        most: int = 0,
    ) -> list[DocumentException]:
        return []

    async def outbound_trace(self, department_no: str, jd_no: str) -> list[TraceStep]:
        return []
