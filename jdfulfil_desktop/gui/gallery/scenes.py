"""What the gallery shows: the outbound page in its states, a dialog, the small parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from jdfulfil_desktop.gui.gallery.outbound import OutboundSample, make_frame
from jdfulfil_desktop.gui.theme import Role, StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    Card,
    CopyableCode,
    DialogFrame,
    ErrorSpec,
    FormField,
    KeyValueGrid,
    MaskedLabel,
    Notice,
    PageFrame,
    SearchField,
    StatusBadge,
    StepList,
    StepSpec,
)

Words = dict[str, Any]
Size = tuple[int, int]
Scene = Callable[[QApplication, Words, Size], QPixmap]


def _settle(app: QApplication) -> None:
    for _round in range(6):
        app.processEvents()


def _remove(app: QApplication, window: QWidget) -> None:
    window.close()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _outbound(
    app: QApplication, words: Words, size: Size, change: Callable[[Any, OutboundSample], None]
) -> QPixmap:
    frame, page = make_frame(words)
    frame.resize(*size)
    frame.show()
    _settle(app)
    change(frame, page)
    _settle(app)
    picture = frame.grab()
    _remove(app, frame)
    return picture


def outbound(app: QApplication, words: Words, size: Size) -> QPixmap:
    """Show the page of the design."""

    def change(frame: Any, _page: OutboundSample) -> None:
        frame.header.search.setFocus()

    return _outbound(app, words, size, change)


def outbound_bulk(app: QApplication, words: Words, size: Size) -> QPixmap:
    """Show checked rows with the bulk bar, a notice, a toast, the strip, no detail pane."""

    def change(frame: Any, page: OutboundSample) -> None:
        for at, label in enumerate(words["bulk"]):
            kind = ButtonKind.DANGER if at == 2 else ButtonKind.SECONDARY
            page.bulk.add_action(Button(label, kind=kind))
        page.close_detail()
        page.model.set_checked([row.key for row in page.rows[:4]], True)
        page.say(StatusKind.GOING_ON, words["notice"][0], action=words["notice"][1])
        page.area.set_offline(*words["offline"])
        frame.toasts.say(
            StatusKind.DONE, words["toast"][0], action=words["toast"][1], on_action=page.update
        )
        page.view.setFocus()
        page.view.choose_position(2)
        page.close_detail()

    return _outbound(app, words, size, change)


def outbound_loading(app: QApplication, words: Words, size: Size) -> QPixmap:
    """Show skeleton rows."""

    def change(_frame: Any, page: OutboundSample) -> None:
        page.close_detail()
        page.model.reset(0)
        page.area.show_loading()

    return _outbound(app, words, size, change)


def outbound_empty(app: QApplication, words: Words, size: Size) -> QPixmap:
    """Show the empty state."""

    def change(_frame: Any, page: OutboundSample) -> None:
        page.close_detail()
        page.model.reset(0)
        page.area.show_empty()

    return _outbound(app, words, size, change)


def outbound_error(app: QApplication, words: Words, size: Size) -> QPixmap:
    """Show the error state."""

    def change(_frame: Any, page: OutboundSample) -> None:
        page.close_detail()
        title, meaning = words["empty"][1:3]
        page.area.show_error(ErrorSpec(title, meaning, words["offline"][0], "details"))

    return _outbound(app, words, size, change)


def dialog(app: QApplication, words: Words, _size: Size) -> QPixmap:
    """Show a dialog with fields, one of them wrong."""
    title, intro, deed = words["dialog"]
    frame = DialogFrame(title, deed, intro=intro)
    for label, value, help_text, error in words["fields"]:
        field = FormField(label, QLineEdit(value), help_text=help_text, required=bool(value))
        field.set_error(error)
        frame.body.addWidget(field)
    frame.show_error(words["offline"][0])
    frame.show()
    _settle(app)
    picture = frame.grab()
    _remove(app, frame)
    return picture


def _parts_card(words: Words) -> Card:
    card = Card(words["title"])
    for kind in ButtonKind:
        row = QHBoxLayout()
        plain = Button(words["primary"], icon_name="file-plus-outline", kind=kind)
        off = Button(words["primary"], icon_name="file-plus-outline", kind=kind)
        off.setEnabled(False)
        for button in (plain, off):
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
    for status in StatusKind:
        card.body.addWidget(StatusBadge(status, status.value))
    card.body.addStretch(1)
    return card


def _fields_card(words: Words) -> Card:
    card = Card(words["dialog"][0])
    combo = QComboBox()
    combo.addItems([tab[1] for tab in words["tabs"]])
    off = QLineEdit(words["user"])
    off.setEnabled(False)
    for field in (QLineEdit(words["user"]), off, combo, QSpinBox(), SearchField(words["search"])):
        card.body.addWidget(field)
    for checked, enabled in ((True, True), (False, True), (True, False), (False, False)):
        box = QCheckBox(words["bulk"][0])
        box.setChecked(checked)
        box.setEnabled(enabled)
        card.body.addWidget(box)
    card.body.addStretch(1)
    return card


def _facts_card(words: Words) -> Card:
    card = Card(words["detail"]["items_title"])
    grid = KeyValueGrid()
    (warehouse, number), (department, code), (pin, secret) = words["facts"]
    grid.add(warehouse, number)
    grid.add(department, CopyableCode(code))
    grid.add(pin, MaskedLabel(secret, visible_tail=2))
    card.body.addWidget(grid)
    steps = StepList([StepSpec(str(at), title) for at, (title, _kind) in enumerate(words["steps"])])
    for at, (_title, kind) in enumerate(words["steps"]):
        steps.set_state(str(at), StatusKind(kind))
    card.body.addWidget(steps)
    for kind in StatusKind:
        card.body.addWidget(Notice(kind, words["notice"][0], action=words["notice"][1]))
    card.body.addStretch(1)
    return card


def parts(app: QApplication, words: Words, size: Size) -> QPixmap:
    """Show buttons, badges, fields, facts, steps, notices and a plot."""
    from jdfulfil_desktop.gui.widgets.plots import PlotCard, Series

    page = PageFrame(words["title"], subtitle=words["subtitle"])
    row = QHBoxLayout()
    for card in (_parts_card(words), _fields_card(words), _facts_card(words)):
        row.addWidget(card, 1)
    page.body.addLayout(row)
    plot = PlotCard(words["title"])
    days = [str(day) for day in range(1, 15)]
    plot.set_data(
        days,
        [
            Series(words["chips"][0][1], Role.GOING_ON, [(day * 37) % 23 + 5 for day in range(14)]),
            Series(words["chips"][7][1], Role.ACCENT, [(day * 29) % 19 + 3 for day in range(14)]),
        ],
    )
    page.body.addWidget(plot, 1)
    page.resize(*size)
    page.show()
    _settle(app)
    picture = page.grab()
    _remove(app, page)
    return picture


SCENES: dict[str, Scene] = {
    "outbound": outbound,
    "bulk": outbound_bulk,
    "loading": outbound_loading,
    "empty": outbound_empty,
    "error": outbound_error,
    "dialog": dialog,
    "parts": parts,
}
