from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from jdfulfil_desktop.gui.theme import Role, StatusKind, apply_theme
from jdfulfil_desktop.gui.widgets import (
    Button,
    Callout,
    CalloutSpec,
    DetailPane,
    EmptySpec,
    EmptyState,
    ErrorSpec,
    ErrorState,
    Event,
    FileDropOverlay,
    Item,
    ItemList,
    Notice,
    Timeline,
    ToastHost,
)
from tests.gui.toolkit.conftest import child, settle

pytestmark = pytest.mark.usefixtures("styled")
AT = datetime(2025, 11, 23, 7, 2, tzinfo=UTC)


def words_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def click(widget: QWidget, name: str) -> None:
    child(widget, QPushButton, name).click()


def test_the_detail_pane_is_filled_and_emptied_whole(qtbot) -> None:
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.resize(330, 500)
    pane.show()
    for number in ("A1", "B2"):
        pane.begin(number, "Shopee")
        spec = CalloutSpec(
            StatusKind.NEEDS_YOU, f"Held {number}", "Link it", "R34", "Link", action_name="link"
        )
        pane.add_callout(spec)
        pane.add_section(f"Items of {number}", ItemList([Item(f"SKU-{number}", "Tea", "× 1")]))
        pane.add_text("Note")
        pane.add_action(Button(f"Hold {number}", name="hold"))
        QApplication.sendPostedEvents(None, 52)  # deferred deletes
        settle(pane)
    assert pane.title() == "B2"
    shown = words_in(pane)
    assert "Held B2" in shown
    assert "R34" in shown
    assert "ITEMS OF B2" in shown
    assert not any("A1" in words for words in shown)
    acted: list[int] = []
    callout = pane.findChildren(Callout)[-1]
    callout.acted.connect(lambda: acted.append(1))
    click(pane, "link")
    assert acted == [1]
    closed: list[int] = []
    pane.closed.connect(lambda: closed.append(1))
    child(pane, QAbstractButton, "closeDetailButton").click()
    assert closed == [1]


def test_a_timeline_names_the_day_once_and_the_zone_in_the_tooltip(qtbot) -> None:
    steps = [
        Event(AT, "Held", kind=StatusKind.NEEDS_YOU),
        Event(AT - timedelta(minutes=1), "Imported", icon="file-outline", by="Ani"),
        Event(AT - timedelta(days=1), "Came"),
    ]
    line = Timeline(steps)
    qtbot.addWidget(line)
    shown = words_in(line)
    assert [word for word in shown if "." in word] == ["23 Nov 14.02", "14.01", "22 Nov 14.02"]
    assert "Imported · Ani" in shown
    tips = [label.toolTip() for label in line.findChildren(QLabel)]
    assert "23 Nov 2025 14.02.00 WIB" in tips


def test_empty_and_error_states_lead_on(qtbot) -> None:
    empty = EmptyState(EmptySpec("truck", "No orders", "Import", "Import orders", None, "go"))
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.acted, timeout=500):
        click(empty, "go")
    error = ErrorState(ErrorSpec("Failed", "Nothing lost", "Again", "code 77"))
    qtbot.addWidget(error)
    with qtbot.waitSignal(error.retried, timeout=500):
        click(error, "tryAgainButton")
    click(error, "copyErrorButton")
    assert QGuiApplication.clipboard().text() == "code 77"
    assert error.copy_button.text() == "Copied"


def test_a_notice_hides_without_words_and_closes(qtbot) -> None:
    notice = Notice(StatusKind.GOING_ON, "Three changes", action="Show", closable=True)
    qtbot.addWidget(notice)
    with qtbot.waitSignal(notice.acted, timeout=500):
        notice.button.click()
    notice.show_notice(StatusKind.FAILED, "")
    assert notice.isHidden()
    notice.show_notice(StatusKind.FAILED, "Broken")
    assert notice.property("callout") == "failed"
    assert not notice.isHidden()


def test_toasts_stack_over_the_corner_and_the_oldest_gives_way(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    host = ToastHost(window)
    done: list[int] = []
    first = host.say(StatusKind.DONE, "0", action="Undo", on_action=lambda: done.append(1))
    for number in range(1, 3):
        host.say(StatusKind.FAILED, str(number))
    assert first.geometry().bottom() < host.toasts()[-1].geometry().top()
    assert window.rect().contains(first.geometry())
    next(b for b in first.findChildren(QPushButton) if b.text() == "Undo").click()
    assert done == [1]
    assert len(host.toasts()) == 2
    for number in range(3, 6):
        host.say(StatusKind.FAILED, str(number))
    assert [toast.accessibleName() for toast in host.toasts()] == ["3", "4", "5"]
    window.resize(500, 500)
    settle(window)
    assert window.rect().contains(host.toasts()[0].geometry())


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/tmp/{name}") for name in names])
    return data


def test_only_sheets_can_be_dropped_on_the_window(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    overlay = FileDropOverlay(window)
    dropped: list[list[Path]] = []
    overlay.filesDropped.connect(dropped.append)
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    sheets = files("Order.all.XLSX", "photo.png", "a.csv")
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), copy, sheets, left, none))
    assert overlay.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not overlay.isVisible()
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), copy, sheets, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, sheets, left, none))
    assert [path.name for path in dropped[0]] == ["Order.all.XLSX", "a.csv"]
    picture = files("photo.png")
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), copy, picture, left, none))
    assert not overlay.isVisible()


def test_a_plot_follows_the_theme(qtbot, qapp) -> None:
    from jdfulfil_desktop.gui.widgets.plots import PlotCard, Series

    card = PlotCard("Orders a day", unit="orders")
    qtbot.addWidget(card)
    card.resize(500, 260)
    card.set_data(["1", "2", "3"], [Series("Orders", Role.GOING_ON, [3, 0, 5])])
    card.show()
    settle(card)
    light = card.grab().toImage()
    apply_theme(qapp, "dark")
    settle(card)
    dark = card.grab().toImage()
    apply_theme(qapp, "light")
    assert light.pixelColor(250, 120) != dark.pixelColor(250, 120)
    card.set_data([], [])
    assert card.accessibleName() == "Orders a day"
