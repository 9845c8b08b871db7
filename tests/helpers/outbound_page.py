"""Look at orders in the outbound page."""

from __future__ import annotations

from typing import Any

from jdfulfil_desktop.application.queries import OrderDetail
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.outbound.page import OutboundPage
from tests.helpers.pages import choose
from tests.helpers.program import HOUSE, add_account, add_products, add_store, link, place

STORE = "Toko Kopi"


def make_ready(program: Any) -> None:
    """Keep a store whose product KOPI lies at JD: its orders with a number go."""
    add_account(program)
    add_products(program, "KOPI", "TEH")
    place(program, "KOPI", stock=9)
    add_store(program, STORE, Channel.SHOPEE, HOUSE)
    link(program, STORE, "c-kopi", "KOPI")


def look_at(page: OutboundPage, qtbot: Any, number: str) -> None:
    """Read the list anew and choose an order."""
    page.reload()
    choose(qtbot, page, lambda row: row.order_no == number)
    qtbot.waitUntil(lambda: page.detail.title() == number)


def detail_of(program: Any, number: str) -> OrderDetail:
    """Give what is known of an order."""
    found: list[OrderDetail] = program.reader.submit(
        lambda q: q.order_details(order_no=number)
    ).result(10)
    return found[0]
