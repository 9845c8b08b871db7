"""R17, R22: what ends soon by JD's dates, on the page, in the stock card, with JD's own words."""

from __future__ import annotations

from datetime import timedelta

import httpx

from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.domain.commands import CreateInbound
from jdfulfil_desktop.domain.connection import jakarta_day
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.product import ShelfLife
from jdfulfil_desktop.domain.stock import Shelf
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.stock.page import StockPage, build
from tests.helpers.pages import choose, nameless, press, words_of
from tests.helpers.program import HOUSE, add_account, add_products, place, write


def opened(shell, qtbot) -> StockPage:
    page = build(shell)
    qtbot.addWidget(page)
    page.resize(1326, 640)
    page.show()
    return page


def test_batches_are_listed_and_lead_to_the_stock_card(program, shell, qtbot) -> None:
    add_account(program)
    add_products(program, "KOPI", "TEH", shelf_life=ShelfLife(365, 240, 60, confirmed=True))
    place(program, "KOPI", "TEH", stock=30)
    today = jakarta_day(program.clock.now())

    def batch(sku: str, days: int, units: int, state: int = 1) -> Shelf:
        ends = today + timedelta(days=days)
        made = ends - timedelta(days=365)
        return Shelf(WarehouseNo(HOUSE), Sku(sku), units, units, 365, state, made, ends)

    rows = [batch("KOPI", 12, 5), batch("KOPI", 200, 25), batch("TEH", -2, 3, 4)]
    write(program, lambda uow: uow.ledger.set_shelves(HOUSE, rows))
    page = opened(shell, qtbot)
    qtbot.waitUntil(lambda: page.chips.chip("expiring").count == 2)
    page.chips.chip("expiring").click()
    table = page.shelves.table
    qtbot.waitUntil(lambda: [r.sku for r in table.rows()] == ["TEH", "KOPI"])
    assert not nameless(page.shelves)
    assert not page.splitter.isVisible()
    page.shelves.form.withinCombo.setCurrentIndex(page.shelves.form.withinCombo.count() - 1)
    qtbot.waitUntil(lambda: len(table.rows()) == 3)
    table.rowActivated.emit(table.rows()[1])
    qtbot.waitUntil(lambda: "12 days left" in words_of(page.detail))
    assert page.splitter.isVisible()
    assert "200 days left" in words_of(page.detail)


def test_jd_is_asked_and_a_difference_has_a_likely_cause(
    program, shell, qtbot, sandbox, house
) -> None:
    """The practice gateway receives a list with a shelf life; JD names its date (R17)."""
    add_products(program, "KOPI", shelf_life=ShelfLife(365, 240, 60, confirmed=True))
    page = opened(shell, qtbot)
    qtbot.waitUntil(lambda: bool(page.houses))
    shell.desk.start(receive(shell, sandbox, house, page), page)
    qtbot.waitUntil(lambda: bool(page.shelves.table.rows()), timeout=20_000)
    [row] = page.shelves.table.rows()
    assert (row.sku, row.total, row.state) == ("KOPI", 7, 1)
    assert row.remaining_days is not None
    assert 300 < row.remaining_days <= 365
    write(program, lambda uow: uow.ledger.set_jd_figures(house, {"KOPI": 4}, program.clock.now()))
    page.go_to(Place())
    choose(qtbot, page, lambda found: found.sku == "KOPI")
    qtbot.waitUntil(lambda: "Likely cause: unknown." in words_of(page.detail))
    press(qtbot, page, "refreshStatusButton")
    qtbot.waitUntil(lambda: "Likely cause" not in words_of(page.detail), timeout=20_000)
    assert not shell.errors


async def receive(shell, sandbox, house: str, page: StockPage) -> None:
    """Register KOPI, send 7 of it, let JD receive them, and ask for the dates."""
    desk = shell.desk
    await desk.remote(lambda office: push_products(office, house, ["KOPI"], confirmed=True))
    number = await desk.command(CreateInbound(house, (("KOPI", 7),)))
    await desk.remote(lambda office: submit_inbound(office, number))

    def advance() -> None:
        headers = {"X-Control-Key": sandbox.info["control_key"]}
        url = f"{sandbox.info['base_url']}/_control/advance"
        reply = httpx.post(url, headers=headers, json={"document": number, "status": 70})
        reply.raise_for_status()

    await desk.work(advance)
    await page._refresh()
    page.shelves.form.withinCombo.setCurrentIndex(page.shelves.form.withinCombo.count() - 1)
    await page.shelves.reload()
