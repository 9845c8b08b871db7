"""What stands on the outbound page: baskets, deeds with many, the empty list's words."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from jdfulfil_desktop.gui.widgets import BulkBar, Button, ChipSpec, EmptySpec, IconButton
from jdfulfil_desktop.gui.words import tr

Work = Callable[[], Coroutine[Any, Any, Any]]
Start = Callable[[Coroutine[Any, Any, Any]], object]


def chip_specs() -> list[ChipSpec]:
    """Describe the baskets, in the order in which work flows."""
    return [
        ChipSpec("all", tr("All")),
        ChipSpec(
            "due",
            tr("Due"),
            tr("Has to leave within a day, or is late; JD does not have it yet"),
        ),
        ChipSpec("accept", tr("To accept"), tr("Paid, waiting for your acceptance (R39)")),
        ChipSpec("tracking", tr("No tracking no."), tr("Waiting for a tracking number")),
        ChipSpec("held", tr("Held"), tr("Something has to be mended first")),
        ChipSpec("queued", tr("Queued"), tr("Goes to JD by itself")),
        ChipSpec("uncertain", tr("Uncertain"), tr("JD is asked whether it has the order")),
        ChipSpec("at_jd", tr("At JD"), tr("JD processes it")),
        ChipSpec("done", tr("Completed")),
        ChipSpec("closed", tr("Closed"), tr("Cancelled, returned or finished elsewhere")),
    ]


def empty_spec() -> EmptySpec:
    """Say what the page is for, why it is empty, and what to press."""
    return EmptySpec(
        "truck-check-outline",
        tr("No orders here yet"),
        tr(
            "Download the order export in your seller centre and import it here, or drop "
            "the file on this window. What may be pushed to JD is pushed by itself; for "
            "every other order you see why it waits."
        ),
        tr("Import orders"),
        "file-plus-outline",
        "emptyImportButton",
    )


def furnish_bulk(bar: BulkBar, do: Callable[[str], None], rarer: QToolButton) -> None:
    """Put the deeds with checked orders into the bar; what is rarer lies in a menu."""
    for words, name, deed in (
        (tr("Accept"), "bulkAcceptButton", "accept"),
        (tr("Arrange shipment"), "bulkArrangeButton", "arrange"),
        (tr("Hold"), "bulkHoldButton", "hold"),
        (tr("Release"), "bulkReleaseButton", "release"),
        (tr("Try again"), "bulkRetryButton", "retry"),
    ):
        button = Button(words, name=name)
        button.clicked.connect(lambda _checked=False, deed=deed: do(deed))
        bar.add_action(button)
    bar.add_action(rarer)


def rarer_deeds(
    name: str, groups: Sequence[Sequence[tuple[str, Work]]], start: Start
) -> QToolButton:
    """Make a menu behind three dots; groups are apart by a line."""
    more = IconButton("dots-horizontal", tr("More"), name=name, boxed=True)
    more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(more)
    for at, group in enumerate(groups):
        if at:
            menu.addSeparator()
        for words, work in group:
            menu.addAction(action_for(words, work, start))
    more.setMenu(menu)
    return more


def action_for(words: str, work: Work, start: Start) -> QAction:
    """Make a menu's entry that starts a task."""
    action = QAction(words)
    action.triggered.connect(lambda _on=False: start(work()))
    return action
