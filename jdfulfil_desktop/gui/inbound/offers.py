"""Offer what can be done with one inbound list: few buttons, the rarer deeds in a menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from jdfulfil_desktop.application.queries import InboundRow
from jdfulfil_desktop.domain.inbound import COMPLETED, InboundPushState
from jdfulfil_desktop.gui.widgets import Button, ButtonKind, DetailPane
from jdfulfil_desktop.gui.words import tr

_S = InboundPushState
Deed = Literal[
    "send", "edit", "delete", "refresh", "cancel", "close", "copy", "report", "note", "list"
]
"""A deed with the list shown."""
_ISSUED, _INSPECTING = 20, 50


def may(deed: Deed, row: InboundRow) -> bool:
    """Tell whether a deed fits a list as it is known here; JD has the last word."""
    state = _S(row.push_state)
    here = state in (_S.DRAFT, _S.REJECTED)
    at_jd = state in (_S.PUSHED, _S.UNCERTAIN, _S.CANCELLING) and row.jd_status != COMPLETED
    begun = row.jd_status is not None and row.jd_status in (_ISSUED, _INSPECTING)
    fits = {
        "edit": here,
        "delete": here,
        "refresh": bool(row.jd_no),
        "cancel": at_jd and row.jd_status != _INSPECTING and state is not _S.CANCELLING,
        "close": state is _S.PUSHED and begun,
        "report": row.jd_status is not None,
    }
    return fits.get(deed, True)


def add_actions(
    pane: DetailPane, row: InboundRow, deed: Callable[[Deed, InboundRow], None]
) -> None:
    """Put the buttons at the foot of the pane."""
    danger, plain = ButtonKind.DANGER, ButtonKind.SECONDARY
    buttons: tuple[tuple[Deed, str, str, ButtonKind], ...] = (
        ("edit", tr("Edit"), "editInboundButton", plain),
        ("delete", tr("Delete list"), "deleteDraftButton", danger),
        ("refresh", tr("Refresh Status"), "refreshOneButton", plain),
        ("close", tr("Close list"), "closeInboundButton", plain),
        ("cancel", tr("Cancel list"), "cancelInboundButton", danger),
    )
    for name, words, object_name, kind in buttons:
        if may(name, row):
            button = Button(words, name=object_name, kind=kind)
            button.clicked.connect(lambda _checked=False, name=name: deed(name, row))
            pane.add_action(button)
    pane.add_action(_more(row, deed))


def _more(row: InboundRow, deed: Callable[[Deed, InboundRow], None]) -> Button:
    """Give the menu: copy, report, papers."""
    button = Button(tr("More"), name="moreInboundButton", icon_name="dots-horizontal")
    menu = QMenu(button)
    menu.setObjectName("moreInboundMenu")
    ways: tuple[tuple[Deed, str, str], ...] = (
        ("copy", tr("Copy as a new list"), "copyInboundAction"),
        ("report", tr("Expected and received"), "reportInboundAction"),
        ("note", tr("Delivery note"), "deliveryNoteAction"),
        ("list", tr("Print list"), "printListAction"),
    )
    for name, words, object_name in ways:
        if may(name, row):
            action = QAction(words, menu)
            action.setObjectName(object_name)
            action.triggered.connect(lambda _checked=False, name=name: deed(name, row))
            menu.addAction(action)
    button.setMenu(menu)
    return button
