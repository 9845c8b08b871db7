"""A merchant with two products, and JD's people at the practice gateway's control side."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds, refresh_outbounds
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.ids import OrderNo, Sku
from jdfulfil_desktop.domain.jd_document import JdDocument
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderSnapshot, OrderStatus
from jdfulfil_desktop.domain.outbound import Outbound
from jdfulfil_desktop.domain.product import Component, Product
from tests.integration.sync.merchant import SKU, Merchant

TEA = "TEH-100"


class AfterJd:
    """A merchant with two products, and JD's people at its control side."""

    def __init__(self, merchant: Merchant) -> None:
        self.merchant = merchant
        self.add(TEA, "teh")
        if self.total_at_jd(SKU) < 20:
            self.bring((SKU, 60), (TEA, 60))

    def bring(self, *lines: tuple[str, int]) -> None:
        """Bring stock in by an inbound list, so that JD's figure and ours begin alike."""
        m = self.merchant
        office = m.application.office
        number = str(m.command(c.CreateInbound(m.warehouse_no, lines)))
        asyncio.run(submit_inbound(office, number))
        m.practice.advance(number, 70)
        asyncio.run(refresh_inbounds(office))

    def total_at_jd(self, sku: str) -> int:
        """Give the good pieces of a product in JD's warehouse, as its control side tells."""
        state = self.merchant.practice.state()
        numbers = {g["goodsNo"] for g in state["goods"] if g["isvGoodsNo"] == sku}
        return sum(
            int(row["totalNum"])
            for row in state["stock"]
            if row["goodsNo"] in numbers
            and row["warehouseNo"] == self.merchant.warehouse_no
            and str(row.get("stockStatus", "1")) == "1"
        )

    def check_stock(self) -> None:
        """Our ledger has what JD's warehouse has, says its control side; nothing is reserved."""
        m = self.merchant
        self.refresh()
        rows = m.do(lambda uow: uow.ledger.rows([m.warehouse_no], [Sku(SKU), Sku(TEA)]))
        for sku in (SKU, TEA):
            there = self.total_at_jd(sku)
            row = rows[m.warehouse_no, sku]
            assert (row.on_hand, row.jd_figure, row.reserved) == (there, there, 0), sku

    def add(self, sku: str, channel_sku: str) -> None:
        """Register a product at JD and link it."""
        m = self.merchant
        m.command(c.SaveProducts((Product(Sku(sku), f"Barang {sku}"),)))
        office = m.application.office
        asyncio.run(push_products(office, m.warehouse_no, [sku], confirmed=True))
        parts = (Component(Sku(sku), 1),)
        m.command(c.LinkSku(Channel.SHOPEE, m.store, channel_sku, parts))

    def pushed(self, name: str, *more: OrderLine) -> str:
        """Push an order of two coffees and three teas; gives our number."""
        m = self.merchant
        at = m.application.clock.now()
        batch = m.command(c.BeginImport("f.xlsx", Channel.SHOPEE, m.store, at))
        order = OrderSnapshot(
            Channel.SHOPEE,
            OrderNo(name),
            OrderStatus.READY_TO_SHIP,
            "Siap Dikirim",
            courier="J&T Express",
            tracking_no=f"JT{name}",
            created_at=at,
            lines=(OrderLine("kopi", "Kopi", 2), OrderLine("teh", "Teh", 3), *more),
        )
        m.command(c.ImportOrders(batch, (order,)))
        m.command(c.CompleteImport(batch))
        assert m.sync().pushed == 1
        return f"SHOPEE-{name}"

    def control(self, path: str, **body: Any) -> Any:
        return self.merchant.practice.control("POST", path, body)

    def split(self, number: str) -> list[str]:
        return list(self.control("split", document=number)["children"])

    def refresh(self, *numbers: str) -> int:
        return asyncio.run(refresh_outbounds(self.merchant.application.office, numbers)).changed

    def row(self, number: str) -> Outbound:
        return self.merchant.outbounds([number])[number]

    def parts(self, number: str) -> list[JdDocument]:
        def work(uow: Any) -> list[JdDocument]:
            found = uow.jd_documents.of([number]).get(number, [])
            return [document for document in found if document.is_part]

        return list(self.merchant.do(work))

    def moved(self, number: str) -> dict[tuple[str, str], int]:
        """Sum what the ledger has of an order, by SKU and kind; its parts included."""
        sums: Counter[tuple[str, str]] = Counter()
        for sku in (SKU, TEA):
            rows = self.merchant.application.reader.submit(lambda q, sku=sku: q.ledger(sku))
            for row in rows.result(20):
                if row.document.split("/")[0].split("#")[0] == number:
                    sums[sku, str(row.kind)] += row.quantity
        return dict(sums)

    def alerts(self, number: str) -> set[str]:
        rows = self.merchant.application.reader.submit(lambda q: q.alerts()).result(20)
        return {row.code for row in rows if row.subject == number}
