"""A wedge scanner anywhere in the window: keys without a click, every kind of code told apart."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.application.queries import Filter, Sort
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import CreateInbound, CreateLocations
from jdfulfil_desktop.domain.inbound import InboundPushState
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.window import MainWindow
from tests.helpers.program import (
    HOUSE,
    add_account,
    add_own_warehouse,
    add_products,
    add_store,
    import_orders,
    order,
    run,
    write,
)
from tests.helpers.window import standing_window

EAN = "8991002101418"


def scanner_s_pace() -> Callable[[], float]:
    """Give a clock on which every key comes 5 ms after the one before."""
    ticks = itertools.count(0, 5)
    return lambda: float(next(ticks))


@pytest.fixture
def window(qapp: QApplication, program: Application) -> Iterator[MainWindow]:
    """The whole window with a record of every kind; the sync is left out."""
    add_account(program)
    add_products(program, "KOPI-250", barcode=EAN)
    add_store(program, "Toko Kopi", Channel.SHOPEE, HOUSE)
    run(program, CreateLocations(HOUSE, ("A-01-1", "B-02-2")))
    run(program, CreateLocations(add_own_warehouse(program), ("B-02-2",)))
    made = order("260801AAAA", ("x", 1), tracking_no="SPXID0011223344")
    import_orders(program, "Toko Kopi", made)
    number = run(program, CreateInbound(HOUSE, (("KOPI-250", 3),), ""))

    def send(uow: Any) -> None:
        known = uow.inbounds.get(number)
        pushed = InboundPushState.PUSHED
        uow.inbounds.save(replace(known, push_state=pushed, jd_no="EPL0099887766"))

    write(program, send)
    with standing_window(qapp, program, now_ms=scanner_s_pace()) as shown:
        shown.build_all()
        yield shown


def scan(window: MainWindow, code: str, end: Qt.Key, within: str) -> None:
    """Type as a scanner does into whatever has the keyboard."""
    page: Any = window.page("stockTab")
    target: Any = window.header.search if within == "header" else page.view
    if within != "header":
        window.show_page("stockTab")
    target.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, code)
    QTest.keyClick(focus, end)


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab], ids=["enter", "tab"])
@pytest.mark.parametrize("within", ["header", "list"])
def test_every_kind_of_code_opens_its_record(
    window: MainWindow, program: Application, qtbot: Any, end: Qt.Key, within: str
) -> None:
    every = program.reader.submit(lambda q: q.inbound_page(Filter(), Sort(), 0, 9)).result(10)
    number = every[0].inbound_no
    for code, page, title in (
        ("KOPI-250", "productTab", "KOPI-250"),
        (EAN, "productTab", "KOPI-250"),
        ("A-01-1", "locationTab", "A-01-1"),
        ("260801AAAA", "outboundTab", "260801AAAA"),
        ("SPXID0011223344", "outboundTab", "260801AAAA"),
        (number, "inboundTab", number),
        ("EPL0099887766", "inboundTab", number),
    ):
        window.show_page("homeTab")
        scan(window, code, end, within)
        qtbot.waitUntil(lambda page=page: window.tabs.currentWidget().objectName() == page)
        opened: Any = window.page(page)
        detail = opened.detail
        qtbot.waitUntil(
            lambda detail=detail, title=title: detail.isVisible() and title in detail.title()
        )


def test_a_code_of_several_records_is_for_the_user_to_choose_from(
    window: MainWindow, qtbot: Any
) -> None:
    scan(window, "B-02-2", Qt.Key.Key_Return, "list")
    qtbot.waitUntil(window.heading.finder.isVisible)
    assert window.tabs.currentWidget().objectName() == "stockTab"
    assert [hit.title for hit in window.heading.finder.hits] == ["B-02-2", "B-02-2"]


def test_a_person_s_tab_moves_on(window: MainWindow, qtbot: Any) -> None:
    window.header.search.setFocus()
    QTest.keyClick(window.header.search, Qt.Key.Key_Tab)
    assert not window.header.search.hasFocus()
