"""One account's way to the fake JD: every call may fail there, or the process die around it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any, TypeVar

from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    DepartmentFacts,
    DocumentException,
    DocumentKind,
    GoodsFacts,
    InboundRequest,
    Message,
    OutboundPacks,
    OutboundRequest,
    OutboundWhole,
    SellerInfo,
    StockFigure,
    WarehouseFacts,
)
from jdfulfil_desktop.domain.errors import AlreadyThere, Refused
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.inbound import InboundNews, ReceiptLine
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.domain.product import Product
from tests.helpers.quiet_gateway import QuietGateway
from tests.unit.sync.jd import Document, FakeJd

T = TypeVar("T")


class FakeGateway(QuietGateway):
    """One account's way to the fake JD: any call may fail there, or the process die around it."""

    def __init__(self, jd: FakeJd, pin: str) -> None:
        self.jd = jd
        self.pin = pin
        self.counts: Counter[str] = Counter()
        self.closed = False

    @property
    def calls(self) -> Mapping[str, int]:
        return dict(self.counts)

    @property
    def clock_offset_s(self) -> float:
        return self.jd.offset_s

    async def aclose(self) -> None:
        self.closed = True

    async def _call(self, method: str, do: Callable[[], T]) -> T:
        jd = self.jd
        self.counts[method] += 1
        await self._step(f"{method}:before")
        fault = jd.faults[method].popleft() if jd.faults[method] else None
        await jd.time.sleep(fault.seconds if fault and fault.seconds else 0.05)
        if fault is not None and fault.error is not None:
            if fault.done:
                do()
            raise fault.error
        result = do()
        await self._step(f"{method}:after")
        return result

    async def _step(self, name: str) -> None:
        if self.jd.steps is not None and self.jd.steps(name):
            await asyncio.Event().wait()

    async def seller_info(self) -> SellerInfo:
        return await self._call("seller_info", lambda: SellerInfo("ECP1", {"EBU1": ("W1",)}))

    async def departments(self, department_nos: Sequence[str]) -> list[DepartmentFacts]:
        return []

    async def warehouses(self, department_no: str) -> list[WarehouseFacts]:
        return []

    async def sale_platforms(self) -> dict[str, str]:
        return await self._call("sale_platforms", lambda: {"Shopee": "301", "Lainnya": "6"})

    async def shippers(self) -> dict[str, str]:
        return await self._call("shippers", lambda: self.jd.carriers)

    async def find_shop(self, department_no: str, own_no: str) -> str | None:
        return await self._call("find_shop", lambda: self.jd.shops.get(own_no))

    async def create_shop(
        self,
        department_no: str,
        own_no: str,
        name: str,
        sale_platform: str,
        contact: tuple[str, str, str],
    ) -> str:
        def do() -> str:
            return self.jd.shops.setdefault(own_no, f"ESP{len(self.jd.shops) + 1}")

        return await self._call("create_shop", do)

    async def first_supplier(self, department_no: str) -> str | None:
        return await self._call("first_supplier", lambda: next(iter(self.jd.suppliers), None))

    async def create_supplier(self, department_no: str, own_no: str, name: str) -> str:
        def do() -> str:
            self.jd.suppliers.append("EMS1")
            return "EMS1"

        return await self._call("create_supplier", do)

    async def create_goods(self, department_no: str, product: Product) -> str:
        def do() -> str:
            if product.sku in self.jd.goods:
                raise AlreadyThere(subject=product.sku)
            return self.jd.goods.setdefault(product.sku, f"EMG-{product.sku}")

        return await self._call("create_goods", do)

    async def find_goods(
        self, department_no: str, *, skus: Sequence[str] = (), barcodes: Sequence[str] = ()
    ) -> list[GoodsFacts]:
        def do() -> list[GoodsFacts]:
            have = self.jd.goods
            return [GoodsFacts(have[sku], sku, (), sku) for sku in skus if sku in have]

        return await self._call("find_goods", do)

    async def create_inbound(self, request: InboundRequest) -> str:
        def do() -> str:
            return self._take(self.jd.inbounds, request.inbound_no, "EPL", request, 10)

        return await self._call("create_inbound", do)

    async def find_inbound(self, department_no: str, inbound_no: str) -> str | None:
        def do() -> str | None:
            # A write that is still running is not yet found by its number.
            if self.jd.blind:
                self.jd.blind -= 1
                return None
            found = self.jd.inbounds.get(inbound_no)
            return found.jd_no if found else None

        return await self._call("find_inbound", do)

    async def inbound_news(self, jd_nos: Sequence[str]) -> list[InboundNews]:
        def do() -> list[InboundNews]:
            found = [d for d in self.jd.inbounds.values() if d.jd_no in jd_nos]
            return [
                InboundNews(d.jd_no, d.number, d.status, self.jd.time.now(), _receipts(d))
                for d in found
            ]

        return await self._call("inbound_news", do)

    async def create_outbound(self, request: OutboundRequest) -> str:
        def do() -> str:
            self.jd.sendings[request.outbound_no] += 1
            return self._take(self.jd.outbounds, request.outbound_no, "ESL", request, 10010)

        return await self._call("create_outbound", do)

    async def outbound_news(
        self, department_no: str, outbound_nos: Sequence[str]
    ) -> list[OutboundNews]:
        assert 0 < len(outbound_nos) <= 100

        def do() -> list[OutboundNews]:
            found = [self.jd.outbounds[n] for n in outbound_nos if n in self.jd.outbounds]
            at, bills = self.jd.time.now(), self.jd.told_bills
            return [
                OutboundNews(d.jd_no, d.number, d.status, at, waybill=bills.get(d.number, ""))
                for d in found
            ]

        return await self._call("outbound_news", do)

    async def outbound_history(self, jd_no: str) -> list[OutboundNews]:
        return []

    async def outbound_whole(self, jd_no: str) -> OutboundWhole:
        def do() -> OutboundWhole:
            if jd_no not in self.jd.wholes:
                raise Refused(subject=jd_no)
            return self.jd.wholes[jd_no]

        return await self._call("outbound_whole", do)

    async def outbound_packs(self, jd_nos: Sequence[str]) -> list[OutboundPacks]:
        def do() -> list[OutboundPacks]:
            found = [d for d in self.jd.outbounds.values() if d.jd_no in jd_nos]
            bills = self.jd.waybills
            return [
                OutboundPacks(d.jd_no, d.number, "", "", bills.get(d.number, ())) for d in found
            ]

        return await self._call("outbound_packs", do)

    async def exceptions(
        self,
        department_no: str,
        own_numbers: Sequence[str] = (),
        *,
        kind: DocumentKind = DocumentKind.OUTBOUND,
        most: int = 0,
    ) -> list[DocumentException]:
        def do() -> list[DocumentException]:
            return [
                DocumentException(kind, self.jd.outbounds[number].jd_no, number, message=words)
                for number, words in self.jd.paused.items()
            ]

        return await self._call("exceptions", do)

    async def cancel_outbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        def do() -> tuple[CancelAnswer, str]:
            document = self.jd.by_jd_no(jd_no)
            if self.jd.cancel_answers:
                return self.jd.cancel_answers.popleft()
            document.status = 10028
            return CancelAnswer.DONE, ""

        return await self._call("cancel_outbound", do)

    async def stock(
        self, department_no: str, warehouse_no: str, *, goods_no: str = ""
    ) -> list[StockFigure]:
        def do() -> list[StockFigure]:
            return [StockFigure(number, n, n) for number, n in self.jd.figures.items()]

        return await self._call("stock", do)

    async def messages(self, cursor: str) -> AsyncIterator[Message]:
        await self._call("messages", lambda: None)
        jd, last = self.jd, cursor
        while True:
            jd.told = asyncio.Event()
            for message in [m for m in jd.messages if m.message_id > last]:
                last = message.message_id
                yield message
            if jd.faults["channel"]:
                fault = jd.faults["channel"].popleft()
                if fault.error is None:
                    return
                raise fault.error
            await jd.told.wait()

    def _take(
        self, documents: dict[str, Document], number: str, prefix: str, request: Any, status: int
    ) -> str:
        if number in documents:
            raise AlreadyThere(subject=number, jd_code="17")
        documents[number] = Document(number, f"{prefix}{len(documents) + 1:04d}", request, status)
        return documents[number].jd_no


def _receipts(document: Document) -> tuple[ReceiptLine, ...]:
    if document.status != 70:
        return ()
    return tuple(ReceiptLine(Sku(goods_no), units) for goods_no, units in document.request.lines)
