"""The whole way over JD's newer platform (LOP): connect, push, follow, cancel, stock."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import Dialect
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component, Product
from tests.contract.sandbox.practice import Practice
from tests.integration.sync.merchant import SKU, Merchant

CREATE = "/integratedsupplychain/order/delivery/create/v1"


@pytest.fixture
def shop_no(merchant: Merchant) -> str:
    """A shop and a product that the merchant has at JD already: LOP can make neither."""
    merchant.order(1)
    assert merchant.sync().pushed == 1
    stores = merchant.application.reader.submit(lambda q: q.stores()).result(20)
    [(_, _, number)] = next(row.bindings for row in stores if row.name == merchant.store)
    return str(number)


@pytest.fixture
def newer(practice: Practice, tmp_path: Path, merchant: Merchant) -> Iterator[Merchant]:
    """The same merchant on a fresh database, that has not connected yet."""
    made = Merchant(practice, tmp_path / "newer")
    yield made
    made.close()


def third_party(practice: Practice, merchant: Merchant) -> str:
    """Give the carrier that JD's customer service names: the last that JOS lists."""
    carriers = merchant.do(lambda uow: uow.settings.get(f"carriers:{merchant.facts['pin']}"))
    assert isinstance(carriers, dict)
    return next(str(no) for name, no in carriers.items() if "ketiga" in name.casefold())


def test_from_connecting_to_a_cancel(
    practice: Practice, merchant: Merchant, shop_no: str, newer: Merchant
) -> None:
    carrier = third_party(practice, merchant)
    saved = newer.log_in(dialect=Dialect.LOP, shipper_no=carrier)
    assert (saved.dialect, saved.shipper_no, saved.news) == ("lop", carrier, "manual")
    newer.command(c.SaveProducts((Product(Sku(SKU), "Kopi Bali 250g"),)))
    office = newer.application.office
    goods = asyncio.run(push_products(office, newer.warehouse_no, [SKU], confirmed=True))
    assert (goods.adopted, goods.failed) == (1, 0), "what JD has is found by our SKU"
    newer.command(c.AddStore(newer.store, Channel.SHOPEE))
    newer.command(c.BindStore(newer.store, newer.warehouse_no, shop_no=shop_no))
    newer.command(c.LinkSku(Channel.SHOPEE, newer.store, "kopi", (Component(Sku(SKU), 1),)))
    sent, taken_back = newer.order(2)
    report = newer.sync()
    assert (report.idle, report.pushed, report.errors) == (True, 2, ())
    assert report.calls[CREATE] == 2
    assert all(name.startswith("/integratedsupplychain/") for name in report.calls)
    newer.check_exactly_once([sent, taken_back])
    assert {row["shipperNo"] for row in practice.state()["outbound"][-2:]} == {carrier}

    practice.advance(sent, 10019)
    asyncio.run(refresh_outbounds(office))
    assert newer.outbounds([sent])[sent].shipment_state == "shipped"
    booked = [(row.kind, row.quantity) for row in newer.ledger(sent)]
    assert booked.count(("shipped", -2)) == 1

    answer = asyncio.run(cancel_outbound(office, taken_back))
    assert answer.result == "cancelled"
    [row] = newer.at_jd()[taken_back]
    assert int(row["status"]) == 10028

    asyncio.run(refresh_outbounds(office))
    [at_jd] = [
        row["totalNum"]
        for row in practice.state()["stock"]
        if row["warehouseNo"] == newer.warehouse_no and row["goodsNo"] == goods_no(newer)
    ]
    known = newer.do(lambda uow: uow.ledger.rows([newer.warehouse_no], [Sku(SKU)]))
    assert known[newer.warehouse_no, SKU].jd_figure == max(0, at_jd)


def goods_no(merchant: Merchant) -> str:
    placed = merchant.do(lambda uow: uow.products.placements([merchant.warehouse_no], [Sku(SKU)]))
    return str(placed[0].goods_no)


def test_the_same_account_changes_over_and_keeps_what_it_learned(
    merchant: Merchant, shop_no: str
) -> None:
    saved = merchant.log_in(dialect=Dialect.LOP)
    assert saved.dialect is Dialect.LOP
    numbers = merchant.order(1)
    report = merchant.sync()
    assert (report.pushed, report.errors) == (1, ())
    merchant.check_exactly_once(numbers)
    merchant.authorize()
    numbers += merchant.order(1)
    assert "jingdong.eclp.order.addOrder" in merchant.sync().calls
    merchant.check_exactly_once(numbers)


def test_what_the_newer_platform_cannot_tell_waits_and_says_what(
    practice: Practice, merchant: Merchant, shop_no: str, newer: Merchant
) -> None:
    newer.log_in(dialect=Dialect.LOP)
    newer.command(c.SaveProducts((Product(Sku(SKU), "Kopi Bali 250g"),)))
    office = newer.application.office
    asyncio.run(push_products(office, newer.warehouse_no, [SKU], confirmed=True))
    newer.command(c.AddStore(newer.store, Channel.SHOPEE))
    newer.command(c.BindStore(newer.store, newer.warehouse_no))
    newer.command(c.LinkSku(Channel.SHOPEE, newer.store, "kopi", (Component(Sku(SKU), 1),)))
    [number] = newer.order(1)
    newer.sync(timeout_s=30)
    row = newer.outbounds([number])[number]
    assert (row.push_state, row.attempts) == ("queued", 0)
    assert row.last_error is not None
    assert row.last_error.code == "method_not_offered"
    assert number not in newer.at_jd()
    newer.command(c.BindStore(newer.store, newer.warehouse_no, shop_no=shop_no))
    newer.change_connection(shipper_no=third_party(practice, merchant))
    newer.restart()
    assert newer.sync().pushed == 1
    newer.check_exactly_once([number])
