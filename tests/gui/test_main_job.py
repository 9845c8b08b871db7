"""The whole main job in the real window, by mouse and keyboard, judged by what JD then holds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jdfulfil_desktop.adapters.system.practice_gateway import start_practice_gateway
from jdfulfil_desktop.application.queries import Filter, OrderDetail, Queries, Sort, StockListRow
from jdfulfil_desktop.cli.desk import Options
from jdfulfil_desktop.gui.record_page import RecordPage
from tests.e2e.cli.program import SAMPLES, Sandbox
from tests.helpers.window import Hand, window_on

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

SHOPEE, TOKOPEDIA = "Toko Kopi", "Kopi Toped"
COFFEE = "KOPI-GAYO-250"
PLANNED, CAME = 20, 18
ACCEPTED = "581000000000000023"
LINKED = "260729N9VW8D5U"
# What the rules say of the two sample files, worked out by hand.
PUSHED = {
    "260728K7QX2M9A",
    "260729P3WD8R4C",
    "260730T6HJ5V1E",
    "260731B9NK7Y2G",
    "260728D4LF3S8J",
    "260729W5EF6M1D",
    "581000000000000021",
    "581000000000000022",
}
HELD = {
    "260729F1MG6U5L": "awaiting_tracking_number",
    "260730H8PC9X3N": "pending_payment",
    "260731J5RB4Z7Q": "order_closed",
    "260728L2TV1A6S": "unknown_status",
    "260730Q6XY3F2W": "already_shipping",
    "260731S3ZA7H9Y": "order_closed",
    "260728U8CD2K4B": "cancel_requested",
    "581000000000000024": "order_closed",
    "581000000000000025": "awaiting_acceptance",
}


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[Any]:
    started = start_practice_gateway(tmp_path, manual=True, extra=("--rate", "0"))
    yield started
    started.close()


def test_from_an_empty_window_to_selesai(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, gateway: Any
) -> None:
    with httpx.Client(timeout=20, trust_env=False) as http:
        jd = Sandbox(gateway.info, http)

        def browser(address: str) -> bool:
            login = threading.Thread(
                target=jd.log_in, args=(address,), kwargs={"merchant": 0, "subscribe": True}
            )
            login.start()
            return True

        options = Options(data_dir=tmp_path / "data", practice=True, lang="id")
        parts = {"gateway": gateway, "browser": browser}
        with window_on(qtbot, qapp, options, **parts) as hand:
            authorize(hand, jd)
            bring_products(hand, jd)
            open_stores(hand, jd)
            receive_goods(hand, jd)
            import_orders(hand)
            link_suggestions(hand)
            check_pushed(hand, jd, PUSHED)
            mend(hand)
            everything = PUSHED | {ACCEPTED, LINKED}
            check_pushed(hand, jd, everything)
            follow_to_the_end(hand, jd, everything)


def authorize(hand: Hand, jd: Sandbox) -> None:
    merchant = jd.merchant()
    hand.tab("authorizationTab")
    hand.click("quickButton")
    hand.type("departmentNoEdit", merchant["department_no"])
    hand.type("warehouseNoEdit", merchant["warehouse_nos"][0])
    hand.type("pinEdit", merchant["pin"])
    hand.click("startSyncButton")
    hand.wait_for(lambda q: [(a.state, a.news) for a in q.connections()] == [("ok", "realtime")])
    hand.alone()


def bring_products(hand: Hand, jd: Sandbox) -> None:
    hand.tab("productTab")
    hand.click("importProductsButton")
    hand.pick_file(SAMPLES / "products.xlsx")
    hand.click("importButton")
    hand.wait_for(lambda q: q.product_count(Filter()) == 10)
    hand.click("pushProductsButton")
    hand.click("lifeCheck")  # R17: JD keeps a validity for good
    hand.click("saveRegistrationButton")
    hand.wait(lambda: len(jd.state()["goods"]) == 10)
    hand.wait_for(lambda q: all(p.push_state == "pushed" for p in products(q)))
    hand.alone()


def products(q: Queries) -> Any:
    return q.product_page(Filter(), Sort("sku"), 0, 100)


def open_stores(hand: Hand, jd: Sandbox) -> None:
    hand.tab("warehouseTab")
    hand.click("storesChip")
    for at, (name, channel) in enumerate(((SHOPEE, "Shopee"), (TOKOPEDIA, "Tokopedia"))):
        hand.click("addStoreButton" if at else "emptyStoreButton")
        hand.type("nameEdit", name)
        hand.choose("channelCombo", channel)
        hand.click("saveStoreButton")
        hand.click("saveBindingButton")
        hand.wait_for(partial(is_bound, name))
        hand.alone()
    house = jd.merchant()["warehouse_nos"][0]
    stores = hand.read(lambda q: q.stores())
    assert {store.bindings[0][0] for store in stores} == {house}


def is_bound(name: str, q: Queries) -> bool:
    return name in {store.name for store in q.stores() if store.bindings}


def receive_goods(hand: Hand, jd: Sandbox) -> None:
    skus = [product.sku for product in hand.read(products)]
    hand.tab("inboundTab")
    hand.click("createInboundButton")
    hand.type("noteEdit", "Kiriman Senin")
    hand.type("skuEdit", skus[0])
    hand.type("quantitySpin", str(PLANNED))
    hand.click("addLineButton")
    hand.paste("pasteEdit", "\n".join(f"{sku}\t{PLANNED}" for sku in skus[1:]))
    hand.click("takeLinesButton")
    hand.wait(lambda: hand.find_text("pasteEdit") == "")
    hand.click("sendInboundButton")
    hand.wait_for(lambda q: [x.push_state for x in inbounds(q)] == ["pushed"])
    hand.alone()
    [sent] = hand.read(inbounds)
    goods = {each["isvGoodsNo"]: each["goodsNo"] for each in jd.state()["goods"]}
    arrived: dict[str, Any] = {goods[sku]: PLANNED for sku in skus}
    arrived[goods[COFFEE]] = {"good": CAME, "damaged": PLANNED - CAME}
    jd.advance(sent.inbound_no, 70, received=arrived)
    hand.click("refreshStatusButton")
    hand.wait_for(lambda q: inbounds(q)[0].completed_at)
    assert on_hand(hand) == dict.fromkeys(skus, PLANNED) | {COFFEE: CAME}


def inbounds(q: Queries) -> Any:
    return q.inbound_page(Filter(), Sort(), 0, 10)


def stock(q: Queries) -> list[StockListRow]:
    return list(q.stock_page(Filter(), Sort("sku"), 0, 100))


def on_hand(hand: Hand) -> dict[str, int]:
    return {row.sku: row.on_hand for row in hand.read(stock)}


def import_orders(hand: Hand) -> None:
    hand.tab("outboundTab")
    for name, count in (("shopee_order_all.xlsx", 14), ("tokopedia_ordersku.csv", 19)):
        hand.click("importOrdersButton")
        hand.pick_file(SAMPLES / name)
        hand.click("importButton")
        hand.wait_for(partial(has_orders, count))
        hand.alone()
    assert set(orders(hand)) == PUSHED | set(HELD) | {ACCEPTED, LINKED}


def has_orders(count: int, q: Queries) -> bool:
    return q.outbound_count(Filter()) == count


def orders(hand: Hand) -> dict[str, OrderDetail]:
    return {order.order_no: order for order in hand.read(lambda q: q.order_details())}


def link_suggestions(hand: Hand) -> None:
    hand.tab("productTab")
    hand.click("unlinkedChip")
    hand.click("linkSuggestionsButton")
    hand.wait_for(lambda q: q.unlinked() and not any(row.suggestion for row in q.unlinked()))
    hand.click("allChip")


def check_pushed(hand: Hand, jd: Sandbox, wanted: set[str]) -> None:
    """The background sync pushes them by itself: each once, and nothing else."""
    hand.wait(lambda: at_jd(jd) >= wanted)
    hand.wait_for(lambda q: q.overview().queued == 0 and q.overview().uncertain == 0)
    numbers = [order["isvUUID"] for order in jd.state()["outbound"]]
    assert len(numbers) == len(set(numbers)) == len(wanted)
    assert at_jd(jd) == wanted
    for number, order in orders(hand).items():
        assert order.push is (number in wanted), number
        if number in HELD:
            assert order.reasons[0][0] == HELD[number], number


def at_jd(jd: Sandbox) -> set[str]:
    return {str(order["isvUUID"]).partition("-")[2] for order in jd.state()["outbound"]}


def mend(hand: Hand) -> None:
    """Accept and arrange a Tokopedia order (R39); link a Shopee order's SKU in place (R46)."""
    page = hand.tab("outboundTab")
    assert isinstance(page, RecordPage)
    hand.look_at(page, ACCEPTED)
    hand.click("acceptOrderButton")
    hand.wait(lambda: orders(hand)[ACCEPTED].accepted)
    assert [code for code, _, _ in orders(hand)[ACCEPTED].reasons] == ["awaiting_tracking_number"]
    hand.click("arrangeShipmentButton")
    hand.type("trackingEdit", "JX0000000777")
    hand.click("saveTrackingButton")
    hand.wait(lambda: orders(hand)[ACCEPTED].push)
    hand.look_at(page, LINKED)
    hand.click("mend_sku_not_linked")
    hand.type("productEdit", COFFEE)
    hand.click("linkSkuButton")
    hand.wait(lambda: orders(hand)[LINKED].push)
    hand.stop_searching(page)


def follow_to_the_end(hand: Hand, jd: Sandbox, pushed: set[str]) -> None:
    before = on_hand(hand)
    shipped: dict[str, int] = dict.fromkeys(before, 0)
    for number in pushed:
        for line in orders(hand)[number].lines:
            for sku, units in line.skus:
                shipped[sku] += units * line.quantity
    for order in jd.state()["outbound"]:
        jd.advance(order["isvUUID"], 10020)
    hand.click("refreshStatusButton")
    hand.wait_for(lambda q: q.outbound_baskets()["done"] == len(pushed))
    hand.click("doneChip")
    page = hand.window.page("outboundTab")
    assert isinstance(page, RecordPage)
    hand.wait(lambda: page.view.paged_model.rowCount() == len(pushed))
    hand.wait(lambda: page.view.paged_model.row_at(0) is not None)
    rows = [page.view.paged_model.row_at(at) for at in range(len(pushed))]
    assert {row.order_no for row in rows if row is not None} == pushed
    assert {row.shipment_state for row in rows if row is not None} == {"completed"}
    assert on_hand(hand) == {sku: before[sku] - shipped[sku] for sku in before}
    assert sellable_at_jd(jd) == on_hand(hand)
    assert all(row.reserved == 0 for row in hand.read(stock))


def sellable_at_jd(jd: Sandbox) -> dict[str, int]:
    """Give JD's own figures of good goods; damaged ones lie in rows of their own."""
    good = "1"
    rows = [row for row in jd.state()["stock"] if str(row["stockStatus"]) == good]
    return {row["isvGoodsNo"]: row["totalNum"] for row in rows}
