"""One account's way to the model of JD, as the program's port wants it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    DocumentException,
    DocumentKind,
    GatewayFactory,
    GoodsFacts,
    InboundRequest,
    Message,
    OutboundPacks,
    OutboundRequest,
    OutboundWhole,
    SellerInfo,
    StockFigure,
)
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    AuthorizeAgain,
    Misconfigured,
    QuotaExceeded,
    Refused,
    RetryLater,
)
from jdfulfil_desktop.domain.inbound import InboundNews
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.domain.product import Product
from tests.helpers.quiet_gateway import QuietGateway
from tests.simulation.answers import inbound_row, late_row, new_number, outbound_row, whole_row
from tests.simulation.jd import JD_CARRIES, Jd
from tests.simulation.loop import Died
from tests.simulation.process import Process
from tests.simulation.weather import Weather

T = TypeVar("T")
NOTHING_DONE = (RetryLater, QuotaExceeded, AuthorizeAgain, Misconfigured, Refused)


class SimGateway(QuietGateway):
    """A gateway whose calls take time, may be lost on either way, and outlive the process."""

    def __init__(self, jd: Jd, weather: Weather, process: Process, pin: str) -> None:
        self._jd = jd
        self._weather = weather
        self._process = process
        self._pin = pin
        self._counts: Counter[str] = Counter()

    @property
    def calls(self) -> Mapping[str, int]:
        return dict(self._counts)

    @property
    def clock_offset_s(self) -> float:
        return self._weather.offset_s

    async def aclose(self) -> None:
        return None

    async def _call(self, method: str, do: Callable[[], T], *, write: bool = False) -> T:
        """Make one call: JD does it when it arrives, whether or not anybody still waits."""
        self._counts[method] += 1
        self._process.break_off(f"call {method}")
        fate = self._weather.fate(self._pin, write=write)
        loop = self._process.pc.loop
        answer: asyncio.Future[T] = loop.create_future()

        def arrive() -> None:
            try:
                result = do()
            except Exception as refusal:  # noqa: BLE001  JD's word goes to whoever asked
                answer.set_exception(refusal)
                answer.exception()
            else:
                answer.set_result(result)

        if fate.up_s is not None:
            loop.call_later(fate.up_s, arrive)
        await asyncio.sleep(fate.answer_s)
        self._process.break_off(f"answer {method}")
        if fate.error is not None:
            raise fate.error
        return answer.result()

    # -------------------------------------------------------------------------------- accounts

    async def seller_info(self) -> SellerInfo:
        return await self._call("seller_info", lambda: SellerInfo("ECP1", {}))

    async def sale_platforms(self) -> dict[str, str]:
        return await self._call("sale_platforms", lambda: {"Shopee": "301", "Lainnya": "6"})

    async def shippers(self) -> dict[str, str]:
        carriers = {"JD Express": JD_CARRIES, "J&T Express": "CYS2", "Kurir Pihak Ketiga": "CYS9"}
        return await self._call("shippers", lambda: carriers)

    async def find_shop(self, department_no: str, own_no: str) -> str | None:
        return await self._call("find_shop", lambda: self._jd.shops.get(own_no))

    async def create_shop(
        self,
        department_no: str,
        own_no: str,
        name: str,
        sale_platform: str,
        contact: tuple[str, str, str],
    ) -> str:
        return await self._call(
            "create_shop", lambda: new_number(self._jd.shops, own_no), write=True
        )

    async def first_supplier(self, department_no: str) -> str | None:
        return await self._call(
            "first_supplier", lambda: next(iter(self._jd.suppliers.values()), None)
        )

    async def create_supplier(self, department_no: str, own_no: str, name: str) -> str:
        made = self._jd.suppliers
        return await self._call("create_supplier", lambda: new_number(made, own_no), write=True)

    # ------------------------------------------------------------------------- goods and stock

    async def create_goods(self, department_no: str, product: Product) -> str:
        def do() -> str:
            key = (department_no, str(product.sku))
            if key in self._jd.goods:
                raise AlreadyThere(subject=product.sku)
            self._jd.goods[key] = f"EMG-{department_no}-{product.sku}"
            return self._jd.goods[key]

        return await self._call("create_goods", do, write=True)

    async def find_goods(
        self, department_no: str, *, skus: Sequence[str] = (), barcodes: Sequence[str] = ()
    ) -> list[GoodsFacts]:
        def do() -> list[GoodsFacts]:
            have = self._jd.goods
            return [
                GoodsFacts(have[department_no, sku], sku, (), sku)
                for sku in skus
                if (department_no, sku) in have
            ]

        return await self._call("find_goods", do)

    async def stock(
        self, department_no: str, warehouse_no: str, *, goods_no: str = ""
    ) -> list[StockFigure]:
        def do() -> list[StockFigure]:
            numbers = [goods_no] if goods_no else list(self._jd.goods.values())
            figures = ((no, self._jd.stock[warehouse_no, no]) for no in numbers)
            return [StockFigure(no, total, total) for no, total in figures]

        return await self._call("stock", do)

    # -------------------------------------------------------------------------------- documents

    async def create_inbound(self, request: InboundRequest) -> str:
        return await self._call(
            "create_inbound", lambda: self._jd.take_inbound(self._pin, request), write=True
        )

    async def find_inbound(self, department_no: str, inbound_no: str) -> str | None:
        def do() -> str | None:
            doc = self._jd.inbounds.get(inbound_no)
            return doc.jd_no if doc is not None else None

        return await self._call("find_inbound", do)

    async def inbound_news(self, jd_nos: Sequence[str]) -> list[InboundNews]:
        def do() -> list[InboundNews]:
            docs = (self._jd.find(number) for number in jd_nos)
            return [inbound_row(doc) for doc in docs if doc is not None]

        return await self._call("inbound_news", do)

    async def create_outbound(self, request: OutboundRequest) -> str:
        number, nothing_done = request.outbound_no, False
        self._jd.sending(number)
        try:
            return await self._call(
                "create_outbound", lambda: self._jd.take_outbound(self._pin, request), write=True
            )
        except NOTHING_DONE:
            nothing_done = True
            raise
        finally:
            self._jd.sent(number, nothing_done=nothing_done)

    async def outbound_news(
        self, department_no: str, outbound_nos: Sequence[str]
    ) -> list[OutboundNews]:
        def do() -> list[OutboundNews]:
            docs = (self._jd.outbounds.get(number) for number in outbound_nos)
            found = [doc for doc in docs if doc is not None and not doc.lost]
            return [outbound_row(doc) for doc in found if doc.department_no == department_no]

        news = await self._call("outbound_news", do)
        there = {item.outbound_no for item in news}
        self._jd.cleared.update(number for number in outbound_nos if number not in there)
        return self._disturbed(news)

    def _disturbed(self, news: list[OutboundNews]) -> list[OutboundNews]:
        """Answer in any order, rows doubled, late ones and a stranger's among them (FAULTS)."""
        chance = self._weather.chance
        if not self._weather.fault_rate or chance.random() < 0.7:
            return news
        foreign = OutboundNews("ESL999999", "SHOPEE-NOBODY", 10014)
        late = [late_row(self._jd.outbounds[item.outbound_no]) for item in news[:1]]
        news = [*news, *news[:1], *late, foreign]
        chance.shuffle(news)
        return news

    async def outbound_whole(self, jd_no: str) -> OutboundWhole:
        return await self._call("outbound_whole", lambda: whole_row(self._jd.find(jd_no), jd_no))

    async def outbound_packs(self, jd_nos: Sequence[str]) -> list[OutboundPacks]:
        def do() -> list[OutboundPacks]:
            docs = (self._jd.find(number) for number in jd_nos)
            return [
                OutboundPacks(doc.jd_no, doc.number, waybills=(f"JDW{doc.jd_no}",))
                for doc in docs
                if doc is not None and not doc.lost
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
                DocumentException(kind, doc.jd_no, doc.number, message=doc.paused)
                for doc in self._jd.outbounds.values()
                if doc.paused and not doc.lost and doc.department_no == department_no
            ]

        return await self._call("exceptions", do)

    async def cancel_outbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        return await self._call("cancel_outbound", lambda: self._jd.cancel(jd_no), write=True)

    # --------------------------------------------------------------------------------- messages

    async def messages(self, cursor: str) -> AsyncIterator[Message]:
        """Follow the channel: some messages twice, some late, until it breaks."""
        jd, pin, chance = self._jd, self._pin, self._weather.chance
        await self._call("messages", lambda: None)
        heard = jd.heard.setdefault(pin, asyncio.Event())
        last = cursor
        while True:
            heard.clear()
            coming = [message for message in jd.log.get(pin, []) if message.message_id > last]
            if coming and self._weather.fault_rate and chance.random() < 0.3:
                coming += chance.sample(coming, 1)
                chance.shuffle(coming)
            for message in coming:
                last = max(last, message.message_id)
                yield message
            if self._weather.channel_breaks and chance.random() < 0.3:
                raise RetryLater("channel_lost")
            await heard.wait()
            if self._process.dead:
                raise Died


@dataclass(frozen=True, slots=True)
class SimGateways:
    """Open gateways of one process; logging in is none of the simulation's business."""

    jd: Jd
    weather: Weather
    process: Process

    def open(self, connection: Connection) -> SimGateway:
        return SimGateway(self.jd, self.weather, self.process, connection.pin)


def factory(jd: Jd, weather: Weather, process: Process) -> GatewayFactory:
    """Give the port's factory; only `open` is ever called here."""
    return SimGateways(jd, weather, process)  # type: ignore[return-value]  # the login's half is left out
