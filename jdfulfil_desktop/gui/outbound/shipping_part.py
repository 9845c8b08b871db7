"""The part of an order's pane about its way out: deadline, labels, the marketplace's own page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jdfulfil_desktop.application.queries import LabelRow, OrderDetail
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.domain.seller_centres import SELLER_CENTRES
from jdfulfil_desktop.gui.outbound.deeds import may
from jdfulfil_desktop.gui.outbound.urgency import spoken
from jdfulfil_desktop.gui.theme import SPACE_S
from jdfulfil_desktop.gui.widgets import Button, ButtonKind, DetailPane, KeyValueGrid, text
from jdfulfil_desktop.gui.widgets.labels import TextRole
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

Deed = Callable[[str, OrderDetail], None]
_GONE = frozenset({"shipped", "completed", "cancelled", "returned"})


def add_shipping(
    pane: DetailPane,
    order: OrderDetail,
    labels: Sequence[LabelRow],
    texts: Texts,
    now: datetime,
    deed: Deed,
) -> None:
    """Show deadline and labels; say that the marketplace is not told where a person could think so.

    `deed` is called with `label_attach`, `label_save`, `label_remove` and `seller_centre`.
    """
    _add_marketplace(pane, order, texts, deed)
    grid = KeyValueGrid(pane)
    if order.ship_by is not None:
        grid.add(tr("Ship by"), _deadline(order, order.ship_by, texts, now))
    grid.add(tr("Label"), _label_words(labels, texts))
    pane.add_widget(grid)
    pane.add_widget(_label_buttons(pane, order, bool(labels), deed))


def _deadline(order: OrderDetail, ship_by: datetime, texts: Texts, now: datetime) -> str:
    left = ship_by - now
    gone = any(outbound.shipment_state in _GONE for outbound in order.outbounds)
    if gone or OrderStatus(order.status) in {OrderStatus.CANCELLED, OrderStatus.DELIVERED}:
        return texts.time(ship_by)
    words = tr("{0} late").format(spoken(-left)) if left < timedelta() else spoken(left)
    return f"{texts.time(ship_by)} · {words}"


def _label_words(labels: Sequence[LabelRow], texts: Texts) -> str:
    if not labels:
        return tr("none attached")
    pages = tr("{0} pages").format(texts.number(len(labels)))
    return f"{labels[-1].file} · {pages}"


def _label_buttons(pane: QWidget, order: OrderDetail, has_label: bool, deed: Deed) -> QWidget:
    wanted = [("label_attach", tr("Attach label"), "attachLabelButton")]
    if has_label:
        wanted += [
            ("label_save", tr("Save label"), "saveLabelButton"),
            ("label_remove", tr("Remove"), "removeLabelsButton"),
        ]
    buttons = []
    for name, words, object_name in wanted:
        button = Button(words, name=object_name, kind=ButtonKind.LINK, parent=pane)
        button.clicked.connect(lambda _checked=False, name=name: deed(name, order))
        buttons.append(button)
    return _at_left(pane, buttons)


def _at_left(pane: QWidget, buttons: Sequence[Button]) -> QWidget:
    """Put links where the words around them begin."""
    holder = QWidget(pane)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_S)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return holder


def _add_marketplace(pane: DetailPane, order: OrderDetail, texts: Texts, deed: Deed) -> None:
    """Lead to the seller centre where there is something to do there; the program tells nobody."""
    channel = Channel(order.channel)
    if channel not in SELLER_CENTRES or not (may("accept", order) or may("arrange", order)):
        return
    name = texts.channel(order.channel)
    words = tr("{0} is not told by this program: accept and arrange the order there as well.")
    pane.add_widget(text(words.format(name), TextRole.SMALL, wrap=True, parent=pane))
    button = Button(
        tr("Open {0}'s seller centre").format(name),
        name="sellerCentreButton",
        kind=ButtonKind.LINK,
        icon_name="open-in-new",
        parent=pane,
    )
    button.clicked.connect(lambda: deed("seller_centre", order))
    pane.add_widget(_at_left(pane, [button]))
