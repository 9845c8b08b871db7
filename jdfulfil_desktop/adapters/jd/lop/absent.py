"""Refuse, in plain words, what the newer platform has no published method for (PROTOCOL 2.9)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import NoReturn

from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    Category,
    DepartmentFacts,
    DocumentException,
    DocumentKind,
    ExpiringStock,
    InboundRequest,
    Message,
    SellerInfo,
    ShelfState,
    TraceStep,
)
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.domain.inbound import InboundNews
from jdfulfil_desktop.domain.product import Product


def not_offered(what: str) -> NoReturn:
    """Raise Refused `method_not_offered` for a question or a wish, without a call."""
    words = f"JD's newer platform (LOP) has no method for this: {what}"
    raise Refused("method_not_offered", subject=what, en=words)


class Absent:
    """The half of the port that the newer platform does not offer."""

    async def seller_info(self) -> SellerInfo:
        """Refuse."""
        not_offered("departments of the account")

    async def departments(self, department_nos: Sequence[str]) -> list[DepartmentFacts]:
        """Refuse."""
        not_offered("facts of departments")

    async def sale_platforms(self) -> dict[str, str]:
        """Refuse."""
        not_offered("sales platforms")

    async def shippers(self) -> dict[str, str]:
        """Refuse."""
        not_offered("carriers")

    async def find_shop(self, department_no: str, own_no: str) -> str | None:
        """Refuse."""
        not_offered("shops")

    async def create_shop(
        self,
        department_no: str,
        own_no: str,
        name: str,
        sale_platform: str,
        contact: tuple[str, str, str],
    ) -> str:
        """Refuse."""
        not_offered("shops")

    async def update_shop(
        self, shop_no: str, name: str, contact: tuple[str, str, str] | None = None
    ) -> None:
        """Refuse."""
        not_offered("shops")

    async def categories(self, first_no: str = "", second_no: str = "") -> list[Category]:
        """Refuse."""
        not_offered("categories")

    async def first_supplier(self, department_no: str) -> str | None:
        """Refuse."""
        not_offered("suppliers")

    async def create_supplier(self, department_no: str, own_no: str, name: str) -> str:
        """Refuse."""
        not_offered("suppliers")

    async def create_goods(self, department_no: str, product: Product) -> str:
        """Refuse."""
        not_offered("registering goods")

    async def update_goods(self, department_no: str, product: Product) -> None:
        """Refuse."""
        not_offered("changing goods")

    async def expiring_stock(
        self,
        department_no: str,
        warehouse_no: str,
        *,
        goods_no: str = "",
        state: ShelfState | None = None,
    ) -> list[ExpiringStock]:
        """Refuse."""
        not_offered("stock by date of expiry")

    async def create_inbound(self, request: InboundRequest) -> str:
        """Refuse."""
        not_offered("inbound lists")

    async def find_inbound(self, department_no: str, inbound_no: str) -> str | None:
        """Refuse."""
        not_offered("inbound lists")

    async def inbound_news(self, jd_nos: Sequence[str]) -> list[InboundNews]:
        """Refuse."""
        not_offered("inbound lists")

    async def close_inbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Refuse."""
        not_offered("closing inbound lists")

    async def outbound_numbers(
        self, department_no: str, status: int, since: datetime, until: datetime
    ) -> list[str]:
        """Refuse."""
        not_offered("orders by status")

    async def exceptions(
        self,
        department_no: str,
        own_numbers: Sequence[str] = (),
        *,
        kind: DocumentKind = DocumentKind.OUTBOUND,
        most: int = 0,
    ) -> list[DocumentException]:
        """Refuse."""
        not_offered("paused documents")

    async def outbound_trace(self, department_no: str, jd_no: str) -> list[TraceStep]:
        """Refuse."""
        not_offered("the way of an order")

    def messages(self, cursor: str) -> AsyncIterator[Message]:
        """Refuse at the first message: there is no channel, and the sync asks by itself."""
        return _NoChannel()


class _NoChannel:
    """A channel that is not there."""

    def __aiter__(self) -> AsyncIterator[Message]:
        return self

    async def __anext__(self) -> Message:
        raise Refused("channel_not_offered", subject="messages")
