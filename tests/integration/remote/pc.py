"""A merchant's PC whose logins go through the real loopback listener, as in a browser."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from jdfulfil_desktop.adapters.system.practice_room import PracticeRoom
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, connect
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import Connection, Mode
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.inbound import Inbound
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.domain.stock import StockRow
from jdfulfil_desktop.domain.warehouse import Placement
from tests.contract.sandbox.practice import Practice
from tests.integration.sync.merchant import Merchant

T = TypeVar("T")


class Pc(Merchant):
    """`Merchant`, authorized through JD's login page and the listener that waits for it."""

    def request(self, **changes: Any) -> ConnectRequest:
        plain = ConnectRequest(
            Mode.QUICK,
            self.practice.info["gateway_url"],
            self.facts["department_no"],
            self.warehouse_no,
            self.facts["pin"],
        )
        return replace(plain, **changes)

    def basic(self, **changes: Any) -> ConnectRequest:
        own = self.practice.info["basic"]
        return self.request(
            mode=Mode.BASIC,
            app_key=own["app_key"],
            app_secret=own["app_secret"],
            gateway_user=own["gateway_user"],
            **changes,
        )

    def authorize(
        self,
        *,
        subscribe: bool = False,
        request: ConnectRequest | None = None,
        as_merchant: int | None = None,
        knock: Callable[[str], None] = lambda address: None,
    ) -> Connection:
        """Log in as a merchant (default: this one). `knock` gets the login's address first."""
        who = self.index if as_merchant is None else as_merchant
        merchants = [self.practice.info["merchants"][who]]
        room = PracticeRoom({**self.practice.info, "merchants": merchants})

        async def work() -> Connection:
            logins: list[asyncio.Task[None]] = []

            def browse(address: str) -> None:
                knock(address)
                room.log_in(address, subscribe=subscribe)

            def log_in(address: str) -> None:
                logins.append(asyncio.create_task(asyncio.to_thread(browse, address)))

            listener = self.application.login_listener()
            office = self.application.office
            try:
                return await connect(
                    office, request or self.request(), listener, log_in, timeout_s=20
                )
            finally:
                await asyncio.gather(*logins)

        return asyncio.run(work())

    def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        return asyncio.run(work())

    def write(self, work: Callable[[UnitOfWork], T]) -> T:
        done: T = self.application.database.writer.submit(work).result(20)
        return done

    def add_products(self, *skus: str, barcode: str = "") -> None:
        products = tuple(Product(Sku(sku), f"Barang {sku}", barcode=barcode) for sku in skus)
        self.command(c.SaveProducts(products))

    def placement(self, sku: str, house: str = "") -> Placement:
        wanted = house or self.warehouse_no
        [found] = self.write(lambda uow: uow.products.placements([wanted], [sku]))
        return found

    def stock(self, sku: str, house: str = "") -> StockRow:
        wanted = house or self.warehouse_no
        rows = self.write(lambda uow: uow.ledger.rows([wanted], [sku]))
        return next(iter(rows.values()))

    def inbound(self, number: str) -> Inbound:
        found = self.write(lambda uow: uow.inbounds.get(number))
        assert found is not None
        return found

    # ---------------------------------------------------------------------- what "JD" holds

    def goods_at_jd(self) -> dict[str, str]:
        """Give JD's goods numbers by SKU; each SKU once."""
        rows = self.practice.state()["goods"]
        assert len({row["isvGoodsNo"] for row in rows}) == len(rows)
        return {row["isvGoodsNo"]: row["goodsNo"] for row in rows}

    def lists_at_jd(self) -> list[str]:
        return [row["spPoOrderNo"] for row in self.practice.state()["inbound"]]

    def calls(self, method: str) -> int:
        made: dict[str, int] = self.practice.state()["calls"]
        return made.get(f"jingdong.eclp.{method}", 0)

    # ------------------------------------------------------------------- what is kept on disk

    def everything(self) -> tuple[list[str], dict[str, bytes]]:
        """Give all rows of the database and the bytes of the secrets."""
        with sqlite3.connect(self.application.places.database) as copy:
            rows = list(copy.iterdump())
        copy.close()
        return rows, secrets_of(self.folder)


def secrets_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("secrets.*")}


__all__ = ["Pc", "Practice", "secrets_of"]
