"""A merchant on a real database, authorized at a real practice gateway over HTTP."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlsplit

from jdfulfil_desktop.adapters.jd.factory import JosGatewayFactory
from jdfulfil_desktop.adapters.system.one_at_a_time import FileAccountLock
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.queries import LedgerRow
from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, connect
from jdfulfil_desktop.application.remote.patience import Patience
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.results import SyncReport
from jdfulfil_desktop.bootstrap import Application, Options, build
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import Connection, Dialect, Mode
from jdfulfil_desktop.domain.ids import OrderNo, Sku
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderSnapshot, OrderStatus
from jdfulfil_desktop.domain.outbound import Outbound
from jdfulfil_desktop.domain.product import Component, Product
from jdfulfil_desktop.sync.foreground import run_foreground
from jdfulfil_desktop.sync.means import Means
from tests.contract.sandbox.practice import Practice

SKU = "KOPI-250"
_numbers = itertools.count(1)


class FastClock:
    """Time that passes twenty times as fast, so that safe delays and retries take a moment."""

    SPEED = 20

    def __init__(self) -> None:
        self._began = datetime.now(UTC)
        self._ticks = time.monotonic()

    def now(self) -> datetime:
        return self._began + timedelta(seconds=self.monotonic() - self._ticks)

    def monotonic(self) -> float:
        return self._ticks + (time.monotonic() - self._ticks) * self.SPEED

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self.SPEED)


class OneLogin:
    """A redirect listener that gets its code from the test instead of a browser."""

    redirect_uri = "http://127.0.0.1:9/back"

    def __init__(self) -> None:
        self.code = ""

    async def __aenter__(self) -> OneLogin:
        return self

    async def __aexit__(self, *exc: object) -> None:
        self.code = ""

    async def wait_for_code(self, state: str, timeout_s: float) -> str:
        return self.code


class Merchant:
    """What tests need of one merchant; `restart` begins a new process on the same database."""

    def __init__(
        self,
        practice: Practice,
        folder: Path,
        index: int = 0,
        *,
        clock: FastClock | None = None,
    ) -> None:
        self.practice = practice
        self.index = index
        self.facts = practice.info["merchants"][index]
        self.warehouse_no = self.facts["warehouse_nos"][0]
        self.store = f"Toko {index}"
        self.folder = folder
        self.clock = clock or FastClock()
        self.application = self._open()

    def _open(self) -> Application:
        """Open the program as it is, but for the pace: the practice gateway here has no limits."""
        made = build(Options(data_dir=self.folder), clock=self.clock, actor="tester")
        gateways = JosGatewayFactory(made.secrets, self.clock, calls_per_second=0)
        patience = Patience(self.clock.sleep, Random(5))
        return replace(made, office=replace(made.office, gateways=gateways, patience=patience))

    def restart(self) -> None:
        self.close()
        self.application = self._open()

    def close(self) -> None:
        self.application.close()

    # ------------------------------------------------------------------------------- setting up

    def set_up(self, *, subscribe: bool = False) -> None:
        """Authorize (Quick), register the product, add and bind a store, link its SKU."""
        self.authorize(subscribe=subscribe)
        self.command(c.SaveProducts((Product(Sku(SKU), "Kopi Bali 250g"),)))
        office = self.application.office
        report = asyncio.run(push_products(office, self.warehouse_no, [SKU], confirmed=True))
        assert report.failed == 0
        self.command(c.AddStore(self.store, Channel.SHOPEE))
        self.command(c.BindStore(self.store, self.warehouse_no))
        self.command(c.LinkSku(Channel.SHOPEE, self.store, "kopi", (Component(Sku(SKU), 1),)))

    def authorize(self, *, subscribe: bool = False) -> Connection:
        return self.log_in(subscribe=subscribe)

    def log_in(
        self, *, subscribe: bool = False, dialect: Dialect = Dialect.JOS, shipper_no: str = ""
    ) -> Connection:
        listener = OneLogin()

        def log_in(address: str) -> None:
            state = parse_qs(urlsplit(address).query)["state"][0]
            assert state
            location = self.practice.log_in(self.index, subscribe=subscribe).headers["location"]
            listener.code = parse_qs(urlsplit(location).query)["code"][0]

        request = ConnectRequest(
            Mode.QUICK,
            self.practice.info["gateway_url"],
            self.facts["department_no"],
            self.warehouse_no,
            self.facts["pin"],
            shipper_no=shipper_no,
            dialect=dialect,
        )
        return asyncio.run(connect(self.application.office, request, listener, log_in))

    def order(self, count: int = 1, *, tracking_no: str = "JT") -> list[str]:
        """Import new orders; gives the numbers that they have at JD."""
        names = [f"T{next(_numbers):05d}" for _ in range(count)]
        self.import_orders(names, tracking_no=tracking_no)
        return [f"SHOPEE-{name}" for name in names]

    def import_orders(self, names: Sequence[str], *, tracking_no: str = "JT") -> None:
        at = self.application.clock.now()
        batch = self.command(c.BeginImport("f.xlsx", Channel.SHOPEE, self.store, at))
        orders = tuple(
            OrderSnapshot(
                Channel.SHOPEE,
                OrderNo(name),
                OrderStatus.READY_TO_SHIP,
                "Siap Dikirim",
                courier="J&T Express",
                tracking_no=f"{tracking_no}{name}",
                created_at=at,
                lines=(OrderLine("kopi", "Kopi", 2),),
            )
            for name in names
        )
        self.command(c.ImportOrders(batch, orders))
        self.command(c.CompleteImport(batch))

    # ------------------------------------------------------------------------------- the sync

    def means(self) -> Means:
        means = self.application.means()
        lock = FileAccountLock(self.folder)
        kept = replace(means, lock=lock, holds=lock.holds)
        return replace(kept, random=Random(5), sleep=self.clock.sleep)

    def sync(self, timeout_s: float = 300.0) -> SyncReport:
        return asyncio.run(run_foreground(self.means(), timeout_s=timeout_s))

    # ------------------------------------------------------------------------ what it holds

    def command(self, command: c.Command) -> Any:
        return self.application.bus.submit(command).result(20)

    def outbounds(self, numbers: Sequence[str]) -> dict[str, Outbound]:
        def work(uow: UnitOfWork) -> dict[str, Outbound]:
            return uow.outbounds.by_numbers(numbers)

        return self.application.database.writer.submit(work).result(20)  # type: ignore[no-any-return]  # Database is Any there

    def do(self, work: Callable[[UnitOfWork], Any]) -> Any:
        return self.application.database.writer.submit(work).result(20)

    def connection(self) -> Connection:
        def work(uow: UnitOfWork) -> Connection | None:
            return uow.connections.by_pin(self.facts["pin"])

        return self.application.database.writer.submit(work).result(20)  # type: ignore[no-any-return]  # as above

    def change_connection(self, **changes: Any) -> None:
        def work(uow: UnitOfWork) -> None:
            known = uow.connections.by_pin(self.facts["pin"])
            assert known is not None
            uow.connections.save(replace(known, **changes))

        self.application.database.writer.submit(work).result(20)

    def ledger(self, document: str) -> list[LedgerRow]:
        rows = self.application.reader.submit(lambda q: q.ledger(SKU)).result(20)
        return [row for row in rows if row.document == document]

    def at_jd(self) -> dict[str, list[dict[str, Any]]]:
        """Give JD's outbound orders by our number, as its control side tells."""
        found: dict[str, list[dict[str, Any]]] = {}
        for row in self.practice.state()["outbound"]:
            found.setdefault(row["isvUUID"], []).append(row)
        return found

    def check_exactly_once(self, numbers: Sequence[str]) -> None:
        """Judge by what JD holds: each number once, as we sent it, and nothing else of ours."""
        there, here = self.at_jd(), self.outbounds(numbers)
        for number in numbers:
            [row] = there[number]
            known = here[number]
            assert known.push_state == "pushed", (number, known.last_error)
            assert row["eclpSoNo"] == known.jd_no
            assert row["warehouseNo"] == self.warehouse_no
            assert row["thirdWayBill"] == known.sent_tracking_no
            assert [line["quantity"] for line in row["lines"]] == [2]
            name = number.removeprefix("SHOPEE-")
            assert [n for n in there if name in n] == [number]
