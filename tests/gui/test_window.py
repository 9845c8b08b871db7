"""The window around the pages: bell, search, user menu, offline strip, crashes, Qt's messages."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer, QtMsgType, qInstallMessageHandler, qWarning
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import CreateLocations
from jdfulfil_desktop.domain.errors import ActionCancelled
from jdfulfil_desktop.domain.events import GatewayAnswers
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.app import REOPEN, until_closed
from jdfulfil_desktop.gui.crashes import CrashWatch, log_qt_messages
from jdfulfil_desktop.gui.kept import LANGUAGE, PLACE, THEME, Kept
from jdfulfil_desktop.gui.pages import page_specs
from jdfulfil_desktop.gui.theme import ThemeMode, theme
from jdfulfil_desktop.gui.widgets import Notice
from jdfulfil_desktop.gui.window import MainWindow
from tests.helpers.pages import nameless, press, words_of
from tests.helpers.program import (
    HOUSE,
    add_account,
    add_products,
    add_store,
    import_orders,
    order,
    run,
    write,
)
from tests.helpers.window import standing_window

STORE = "Toko Kopi"


@pytest.fixture
def window(qapp: QApplication, program: Application) -> Iterator[MainWindow]:
    """The whole window on the real program; the sync is left out."""
    add_account(program)
    add_products(program, "KOPI-250")
    add_store(program, STORE, Channel.SHOPEE, HOUSE)
    run(program, CreateLocations(HOUSE, ("A-01-1",)))
    import_orders(program, STORE, order("260801AAAA", ("x", 1)), order("260801BBBB", ("x", 1)))
    with standing_window(qapp, program) as made:
        made.build_all()
        yield made


def typed(qtbot, window: MainWindow, words: str) -> None:
    window.header.search.setFocus()
    window.header.search.selectAll()
    window.header.search.insert(words)
    qtbot.waitUntil(lambda: window.heading.finder.hits != [])


def shown_page(window: MainWindow) -> str:
    return window.tabs.currentWidget().objectName()


@pytest.mark.parametrize(
    ("words", "kind", "page"),
    [
        ("260801AAAA", "order", "outboundTab"),
        ("KOPI-250", "product", "productTab"),
        ("A-01-1", "location", "locationTab"),
    ],
)
def test_search_opens_the_record_on_enter(window, qtbot, words, kind, page):
    typed(qtbot, window, words)
    assert window.heading.finder.hits[0].kind == kind
    assert window.heading.finder.isVisible()
    qtbot.keyClick(window.header.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown_page(window) == page)
    detail = window.page(page).detail
    qtbot.waitUntil(lambda: detail.isVisible() and words in detail.title())
    assert not window.heading.finder.isVisible()


def test_arrows_choose_among_hits_and_escape_puts_them_away(window, qtbot):
    typed(qtbot, window, "260801")
    qtbot.waitUntil(lambda: window.heading.finder.list.count() == 2)
    qtbot.keyClick(window.header.search, Qt.Key.Key_Down)
    second = window.heading.finder.hits[1]
    qtbot.keyClick(window.header.search, Qt.Key.Key_Enter)
    detail = window.page("outboundTab").detail
    qtbot.waitUntil(lambda: detail.isVisible() and detail.title() == second.title)
    typed(qtbot, window, "2608")
    qtbot.waitUntil(window.heading.finder.isVisible)
    qtbot.keyClick(window.header.search, Qt.Key.Key_Escape)
    assert not window.heading.finder.isVisible()


def test_a_scan_from_anywhere_opens_the_record_or_says_there_is_none(window, qtbot):
    window.scans.scanned.emit("260801BBBB")
    detail = window.page("outboundTab").detail
    qtbot.waitUntil(lambda: detail.isVisible() and detail.title() == "260801BBBB")
    window.scans.scanned.emit("NOTHING-SUCH")
    qtbot.waitUntil(lambda: toasts(window) == ["Nothing found for NOTHING-SUCH."])


def toasts(window: MainWindow) -> list[str]:
    return [toast.accessibleName() for toast in window.toasts.toasts()]


def test_the_bell_opens_records_and_settles_alerts(window, program, qtbot):
    [found] = program.reader.submit(lambda q: q.order_details(order_no="260801AAAA")).result(10)
    data = {"order_no": "260801AAAA", "channel": "shopee"}
    number = found.outbounds[0].outbound_no if found.outbounds else "SHOPEE-260801AAAA"
    at = program.clock.now()
    write(
        program,
        lambda uow: uow.journal.alert("cancelled_after_push", number, at, **data),
    )
    window.desk.start(window._refresh(), window)
    qtbot.waitUntil(lambda: window.header.bell.accessibleName() == "Notifications: 1")
    press(qtbot, window, "bellButton")
    popup = window.heading.notifications
    assert popup.isVisible()
    assert "260801AAAA was cancelled at the marketplace" in words_of(popup)
    assert nameless(popup) == []
    press(qtbot, popup, "open_alert_1")
    qtbot.waitUntil(lambda: shown_page(window) == "outboundTab")
    assert not popup.isVisible()
    press(qtbot, window, "bellButton")
    press(qtbot, popup, "settle_alert_1")
    qtbot.waitUntil(lambda: window.header.bell.accessibleName() == "Notifications")
    qtbot.waitUntil(lambda: "Nothing needs your word" in words_of(popup))
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_a_press_elsewhere_puts_the_bell_s_list_away(window, qtbot):
    press(qtbot, window, "bellButton")
    assert window.heading.notifications.isVisible()
    qtbot.mouseClick(window.strip, Qt.MouseButton.LeftButton)
    assert not window.heading.notifications.isVisible()


def test_theme_and_language_are_kept(window, program, qtbot):
    menu = window.heading.user_menu
    menu.findChild(QAction, "choose_dark").trigger()
    assert theme().mode is ThemeMode.DARK
    menu.findChild(QAction, "choose_light").trigger()
    ended = asyncio.ensure_future(until_closed(window))
    qtbot.wait(1)
    menu.findChild(QAction, "choose_zh").trigger()
    qtbot.waitUntil(ended.done)
    assert ended.result() == REOPEN
    kept = Kept(program.config_dir)
    assert (kept.load(LANGUAGE), kept.load(THEME)) == ("zh", "light")


def test_another_language_opens_the_window_where_it_stood(window, program, qtbot):
    window.show_page("stockTab")
    window.resize(1200, 700)
    window.heading.user_menu.findChild(QAction, "choose_zh").trigger()
    place = Kept(program.config_dir).take(PLACE)
    again = MainWindow(page_specs)
    qtbot.addWidget(again)
    again.stand_at(place or "")
    assert again.tabs.currentWidget().objectName() == "stockTab"
    assert again.height() == 700  # its width is cut to the unseen screen's
    again.stand_at("goneTab|nonsense")
    assert again.tabs.currentWidget().objectName() == "stockTab"


def test_a_gateway_out_of_reach_is_a_strip_that_goes_by_itself(window, program, qtbot):
    strip = window.findChild(Notice, "offlineStrip")
    assert not strip.isVisible()
    program.hub.publish((GatewayAnswers("jd_1", "gateway_unreachable"),))
    qtbot.waitUntil(strip.isVisible)
    assert "cannot be reached" in words_of(strip)
    qtbot.waitUntil(lambda: window.header.news.text() == "Offline")
    qtbot.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown_page(window) == "authorizationTab")
    program.hub.publish((GatewayAnswers("jd_1"),))
    qtbot.waitUntil(lambda: not strip.isVisible())
    qtbot.waitUntil(lambda: window.header.news.text() == "Real-time")


@pytest.mark.expects_log
def test_crashes_are_logged_and_told_once_and_the_window_goes_on(window, qtbot, no_stray_logs):
    watch = CrashWatch(window)
    watch.crashed.connect(window.report)
    watch.install(asyncio.get_event_loop())

    def broken() -> None:
        raise ValueError("broken slot")

    async def broken_task() -> None:
        raise ValueError("broken task")

    try:
        QTimer.singleShot(0, broken)
        qtbot.waitUntil(lambda: len(toasts(window)) == 1)
        QTimer.singleShot(0, broken)
        thread = threading.Thread(target=broken, name="breaking")
        thread.start()
        thread.join()
        window.desk.start(broken_task(), window)
        qtbot.waitUntil(lambda: len(toasts(window)) == 2)
    finally:
        watch.remove()
    texts = [record.getMessage() for record in no_stray_logs.records]
    assert texts.count("Nobody caught this in a slot") == 2
    assert "Nobody caught this in the thread breaking" in texts
    assert "Something went wrong" in toasts(window)[0]
    assert window.isVisible()


def test_what_was_cancelled_is_no_news(window):
    window.report(ActionCancelled())
    assert toasts(window) == []


@pytest.mark.expects_log
def test_qt_s_messages_go_to_the_log(no_stray_logs):
    before = log_qt_messages()
    try:
        qWarning("This plugin does not support propagateSizeHints()")
        qWarning("something worth knowing")
    finally:
        qInstallMessageHandler(before)
    [record] = no_stray_logs.records
    assert record.name == "qt"
    assert record.levelno == logging.WARNING
    assert record.getMessage().endswith("something worth knowing")
    assert QtMsgType.QtWarningMsg in type(QtMsgType.QtWarningMsg)


def test_everything_in_the_frame_has_a_name(window, qtbot):
    qtbot.waitUntil(lambda: bool(window.strip.findChildren(QAbstractButton)))
    frame: QWidget = window.header
    assert nameless(frame) == []
    assert nameless(window.strip) == []
