"""Make an order wait, look at it in the window, press its reason's button, see it go."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton

from jdfulfil_desktop.domain.commands import RedecideOrders
from jdfulfil_desktop.domain.order import Channel
from tests.helpers.pages import choose, press
from tests.helpers.program import (
    HOUSE,
    add_account,
    add_products,
    add_store,
    link,
    order,
    place,
    run,
    write,
)

STORE = "Toko Kopi"
PATIENCE_MS = 30_000


def ready(program, house: str = HOUSE, *, channel: Channel = Channel.SHOPEE, **more) -> None:
    """Let orders with a number go: account, product, store, link."""
    if house == HOUSE:
        add_account(program, **more)
    add_products(program, "KOPI", "TEH")
    place(program, "KOPI", house=house, stock=9)
    add_store(program, STORE, channel, house)
    link(program, STORE, "KOPI-GAYO-250", "KOPI")


def one(number: str, units: int = 1, **more):
    return order(number, ("KOPI-GAYO-250", units), **more)


def look_at(page, qtbot, number: str) -> None:
    page.reload()
    choose(qtbot, page, lambda row: row.order_no == number)
    qtbot.waitUntil(lambda: page.detail.title() == number)


def mend(page, qtbot, number: str, code: str) -> None:
    """Look at an order and press the button of a reason."""
    look_at(page, qtbot, number)
    qtbot.waitUntil(lambda: page.findChild(QAbstractButton, f"mend_{code}") is not None)
    press(qtbot, page, f"mend_{code}")


def detail_of(program, number: str):
    return program.reader.submit(lambda q: q.order_details(order_no=number)).result(10)[0]


def codes(program, number: str) -> list[str]:
    return [code for code, _rule, _subjects in detail_of(program, number).reasons]


def goes(program, qtbot, *numbers: str) -> None:
    """Wait until orders are queued; nothing more is pressed."""
    qtbot.waitUntil(lambda: all(detail_of(program, n).push for n in numbers), timeout=PATIENCE_MS)
    states = {detail_of(program, n).outbounds[0].push_state for n in numbers}
    assert states == {"queued"}


def change_outbound(program, number: str, **changes) -> None:
    def work(uow):
        [known] = uow.outbounds.by_numbers([f"SHOPEE-{number}"]).values()
        uow.outbounds.save_many([replace(known, **changes)])

    write(program, work)
    run(program, RedecideOrders())
