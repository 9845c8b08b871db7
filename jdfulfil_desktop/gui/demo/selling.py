"""Second act: orders come in, the right ones go to JD, the others say why not, up to Selesai."""

from __future__ import annotations

import asyncio
from collections import Counter

from jdfulfil_desktop.application.queries import OrderDetail
from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.domain.commands import ArrangeShipment, LinkSku, OrderKey
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component
from jdfulfil_desktop.gui.demo.pictures import open_dialog
from jdfulfil_desktop.gui.demo.stage import Stage
from jdfulfil_desktop.gui.demo.supplying import SHOPEE_STORE, TOKOPEDIA_STORE
from jdfulfil_desktop.gui.outbound.page import OutboundPage
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.theme import ThemeMode, theme
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr

FILES = (
    ("shopee_order_all.xlsx", SHOPEE_STORE),
    ("tokopedia_ordersku.xlsx", TOKOPEDIA_STORE),
    ("tokopedia_ordersku.csv", TOKOPEDIA_STORE),
)
_TYPED = "DEMO"


async def import_orders(stage: Stage) -> None:
    """Import the sample exports through the preview, as a person does (R31)."""
    stage.step(tr("Import the order exports; nothing is written before you agree"))
    page = stage.window.show_page("outboundTab")
    assert isinstance(page, OutboundPage)
    for at, (name, store) in enumerate(FILES):
        work = asyncio.ensure_future(page.imports.one(stage.setting.samples / name, store=store))
        await stage.until("preview", lambda: _is_open(stage))
        if at == 0:
            await stage.picture("import-preview")
        dialog = open_dialog(stage.window)
        assert isinstance(dialog, DialogFrame)
        dialog.submit()
        report = await work
        assert report is not None
        words = tr("{0}: {1} orders, {2} refused")
        stage.note(words.format(name, report.orders_new, report.orders_refused))
    await stage.show("outboundTab", "why-not")


async def _is_open(stage: Stage) -> bool:
    return open_dialog(stage.window) is not None


async def link_skus(stage: Stage) -> None:
    """Link channel SKUs to master SKUs by the suggestion of equal codes (R16, R34)."""
    stage.step(tr("Link channel SKUs to master products; orders that waited go on by themselves"))
    linked = 0
    for row in await stage.desk.read(lambda q: q.unlinked()):
        if row.suggestion:
            parts = (Component(Sku(row.suggestion)),)
            channel = Channel(row.channel)
            await stage.desk.command(LinkSku(channel, row.store, row.channel_sku, parts))
            linked += 1
    stage.note(tr("{0} channel SKUs linked").format(linked))


async def push(stage: Stage) -> None:
    """Let the background sync push what may be pushed (R33-R37, R40)."""
    stage.step(tr("The background sync pushes what the rules allow"))
    await stage.quiet()
    _say_orders(stage, await stage.orders())
    await stage.show("outboundTab", "pushed")
    held = next(o for o in await stage.orders() if _is_held_for(o, "sku_not_linked"))
    await _open_beside_the_list(stage, held, "outbound")
    await _open_record(stage, held, "held-reason")


def _is_held_for(order: OrderDetail, code: str) -> bool:
    return any(reason[0] == code for reason in order.reasons)


def _say_orders(stage: Stage, orders: list[OrderDetail]) -> None:
    """Say how many orders are at JD, and how many wait for which reason."""
    pushed = sum(1 for order in orders if order.push)
    stage.note(tr("{0} orders imported, {1} pushed").format(len(orders), pushed))
    held = Counter(order.reasons[0][0] for order in orders if order.reasons)
    for code, count in held.most_common():
        stage.note(f"{count} × {stage.desk.texts.reason(code).short}")


async def _open_beside_the_list(stage: Stage, order: OrderDetail, picture: str) -> None:
    """Look at one order with all that is held beside it."""
    stage.window.go("outboundTab", Place(basket="held"))
    page = stage.window.show_page("outboundTab")
    assert isinstance(page, OutboundPage)
    model = page.view.paged_model

    async def is_there() -> bool:
        return model.position_of(order.order_id) is not None

    await stage.until("held", is_there)
    page.view.choose_position(model.position_of(order.order_id) or 0)
    await stage.picture(picture)
    page.close_detail()


async def _open_record(stage: Stage, order: OrderDetail, picture: str) -> None:
    """Look at one order in the pane beside the list."""
    stage.window.go("outboundTab", Place(search=order.order_no))
    page = stage.window.show_page("outboundTab")
    assert isinstance(page, OutboundPage)

    async def is_there() -> bool:
        row = page.view.paged_model.row_at(0)
        return row is not None and row.order_no == order.order_no

    await stage.until("search", is_there)
    page.view.choose_position(0)
    await stage.picture(picture)
    page.close_detail()
    stage.window.go("outboundTab", Place())


async def mend(stage: Stage) -> None:
    """Accept and arrange two orders (R39): entering the number triggers the push."""
    stage.step(tr("Mend: arrange shipment for two orders that wait"))
    waiting = [
        order
        for order in await stage.orders()
        if _is_held_for(order, "awaiting_acceptance")
        or _is_held_for(order, "awaiting_tracking_number")
    ]
    for at, order in enumerate(waiting[:2], 1):
        key = OrderKey(Channel(order.channel), order.order_no, order.store)
        number = f"{_TYPED}{order.order_no[-6:]}{at}"
        await stage.desk.command(ArrangeShipment(key, number))
        stage.note(f"{order.order_no} → {number}")
    await stage.quiet()


async def cancel_one(stage: Stage) -> None:
    """Cancel one order before picking: JD's answer decides (R44)."""
    stage.step(tr("Cancel one order before picking; JD's answer decides"))
    chosen = [o for o in await stage.orders() if o.push][-1]
    number = chosen.outbounds[0].outbound_no
    report = await stage.desk.remote(lambda office: cancel_outbound(office, number))
    stage.note(f"{chosen.order_no}: {stage.desk.texts.push_state(report.result)}")


async def follow(stage: Stage) -> None:
    """Let JD pick, pack and ship; statuses come back by themselves (R42, R43)."""
    stage.step(tr("JD picks, packs and ships; statuses come back in real time"))
    await stage.away(lambda: stage.room.advance(steps=4))
    await _until_states(stage, {"picked", "packed", "shipped", "completed"})
    await stage.show("outboundTab", "at-jd", Place(basket="at_jd"))
    refused = await _try_late_cancel(stage)
    stage.note(tr("Cancelling after picking: {0}").format(refused))
    await stage.away(lambda: stage.room.advance(steps=9))
    await _until_states(stage, {"completed"})
    await stage.desk.remote(refresh_outbounds)
    done = [order for order in await stage.orders() if order.push]
    stage.note(tr("{0} orders completed").format(len(done)))
    await stage.show("outboundTab", "completed", Place(basket="done"))
    await _open_record(stage, done[0], "timeline")


async def _try_late_cancel(stage: Stage) -> str:
    order = next(o for o in await stage.orders() if o.push)
    number = order.outbounds[0].outbound_no
    report = await stage.desk.remote(lambda office: cancel_outbound(office, number))
    return report.message or stage.desk.texts.message(report.code)


async def _until_states(stage: Stage, wanted: set[str]) -> None:
    async def reached() -> bool:
        return all(
            outbound.shipment_state in wanted
            for order in await stage.orders()
            if order.push
            for outbound in order.outbounds
        )

    await stage.until("status", reached)


async def look_back(stage: Stage) -> None:
    """Show stock after, the overview, and the same list in the dark theme."""
    stage.step(tr("Stock after, and what the day looked like"))
    stock = await stage.stock()
    words = tr("{0} pieces on hand, {1} reserved, {2} differ from JD's figure")
    differ = sum(1 for row in stock if row.jd_figure not in (None, row.on_hand))
    on_hand = stage.desk.texts.number(sum(row.on_hand for row in stock))
    stage.note(words.format(on_hand, sum(row.reserved for row in stock), differ))
    await stage.show("stockTab", "stock-after")
    await stage.show("homeTab", "home")
    await _in_the_dark(stage)


async def _in_the_dark(stage: Stage) -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = theme().mode
    theme().apply(app, ThemeMode.DARK)
    await stage.show("outboundTab", "outbound-dark", Place())
    theme().apply(app, before)
