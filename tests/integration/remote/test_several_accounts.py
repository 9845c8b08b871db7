"""Two accounts of one gateway side by side; a token revoked in the middle of a queue (R8-R12)."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest

from jdfulfil_desktop.adapters.jd.vault import Vault
from jdfulfil_desktop.application.remote.extending import add_department, add_warehouse
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import OrderNo, Sku
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderSnapshot, OrderStatus
from jdfulfil_desktop.domain.product import Component
from jdfulfil_desktop.domain.warehouse import jd_warehouse_name
from jdfulfil_desktop.texts import Texts
from tests.contract.sandbox.practice import Practice
from tests.contract.sandbox.serving import serve
from tests.integration.remote.pc import Pc

ADD = "order.addOrder"
QUEUE, BEFORE = 50, 20


@pytest.fixture
def elsewhere() -> Iterator[Practice]:
    """Another gateway, which knows the same merchants by other numbers."""
    gateway = serve()
    yield gateway
    gateway.stop()


def open_store(pc: Pc, name: str, channel: Channel, *houses: str, skus: tuple[str, ...]) -> None:
    """Open a store bound to warehouses in this order, each of its SKUs in the one of its place."""
    pc.command(c.AddStore(name, channel))
    for priority, (house, sku) in enumerate(zip(houses, skus, strict=True), 1):
        pc.add_products(sku)
        work = push_products(pc.application.office, house, [sku], confirmed=True)
        assert asyncio.run(work).failed == 0
        pc.command(c.BindStore(name, house, priority))
        pc.command(c.LinkSku(channel, name, sku, (Component(Sku(sku)),)))


def sell(pc: Pc, store: str, channel: Channel, number: str, sku: str) -> None:
    at = pc.application.clock.now()
    batch = pc.command(c.BeginImport("f.xlsx", channel, store, at))
    order = OrderSnapshot(
        channel,
        OrderNo(number),
        OrderStatus.READY_TO_SHIP,
        "Siap Dikirim",
        tracking_no=f"JT{number}",
        created_at=at,
        lines=(OrderLine(sku, sku, 1),),
    )
    pc.command(c.ImportOrders(batch, (order,)))
    pc.command(c.CompleteImport(batch))


def test_r7_r8_r9_r12_two_pins_three_departments_four_warehouses_three_stores(
    pc: Pc, elsewhere: Practice
) -> None:
    ours, theirs = pc.practice.info["merchants"][:2]
    first, second = ours["departments"]
    house_a, house_b = first["warehouse_nos"]
    house_c, house_d = second["warehouse_nos"][1], theirs["warehouse_nos"][0]
    office = pc.application.office
    pc.authorize()
    pc.run(lambda: add_warehouse(office, first["department_no"], house_b))
    pc.run(lambda: add_department(office, ours["pin"], second["department_no"]))
    pc.run(lambda: add_warehouse(office, second["department_no"], house_c))
    other = pc.request(
        pin=theirs["pin"], department_no=theirs["department_no"], warehouse_no=house_d
    )
    pc.authorize(request=other, as_merchant=1)
    with pytest.raises(RuleError, match="warehouse_taken"):
        pc.run(lambda: add_warehouse(office, theirs["department_no"], house_b))
    names = {w.warehouse_no: w.name for w in pc.write(lambda uow: uow.warehouses.all())}
    assert names[house_c] == jd_warehouse_name(house_c, second["department_no"], ours["pin"])
    assert len(names) == 4

    open_store(pc, "Satu", Channel.SHOPEE, house_a, house_c, skus=("KOPI", "TEH"))
    open_store(pc, "Dua", Channel.TOKOPEDIA, house_b, skus=("GULA",))
    open_store(pc, "Tiga", Channel.LAZADA, house_d, skus=("BERAS",))
    sell(pc, "Satu", Channel.SHOPEE, "1", "KOPI")
    sell(pc, "Satu", Channel.SHOPEE, "2", "TEH")
    sell(pc, "Dua", Channel.TOKOPEDIA, "3", "GULA")
    sell(pc, "Tiga", Channel.LAZADA, "4", "BERAS")
    assert pc.sync().pushed == 4
    there = {number: rows[0]["warehouseNo"] for number, rows in pc.at_jd().items()}
    assert there == {
        "SHOPEE-1": house_a,
        "SHOPEE-2": house_c,
        "TOKOPEDIA-3": house_b,
        "LAZADA-4": house_d,
    }

    before = pc.everything()
    with pytest.raises(RuleError) as refused:
        pc.authorize(request=replace(pc.request(), gateway_url=elsewhere.info["gateway_url"]))
    assert refused.value.code == "other_gateway"
    assert "--data-dir" in Texts("id").error(refused.value).fix
    assert pc.everything() == before


def revoke(pc: Pc, *, after: int) -> None:
    """Let JD take the token back once so many orders were sent, for good: no refresh helps."""
    vault, pin = Vault(pc.application.secrets), pc.facts["pin"]
    token = vault.token(pin)
    assert token is not None
    vault.keep_token(pin, replace(token, refresh_token="revoked"))
    pc.practice.fault("delay", ADD, seconds=0, times=after)
    pc.practice.fault("expire_token", ADD)


def test_r10_a_token_revoked_in_the_middle_of_a_queue(merchant: Pc) -> None:
    numbers = merchant.order(QUEUE)
    revoke(merchant, after=BEFORE)
    report = merchant.sync()
    sent = set(merchant.at_jd())
    assert 0 < len(sent) < QUEUE
    assert merchant.connection().state == "reauthorize"
    assert [code for code, _subject, _words in report.errors] != []
    waiting = [row for row in merchant.outbounds(numbers).values() if row.outbound_no not in sent]
    assert {row.push_state.value for row in waiting} == {"queued"}
    [row] = merchant.application.reader.submit(lambda q: q.connections()).result(20)
    assert (row.queued, row.unauthorized) == (len(waiting), len(waiting))
    detail = merchant.application.reader.submit(lambda q: q.order_details()).result(20)
    why = {reason[0] for order in detail if not order.push for reason in order.reasons}
    assert why == {"needs_authorization"}
    assert set(merchant.at_jd()) == sent, "nothing is sent without a token"

    merchant.practice.control("DELETE", "faults")
    merchant.authorize()
    assert merchant.sync().idle
    merchant.check_exactly_once(numbers)
    assert len(merchant.at_jd()) == QUEUE
