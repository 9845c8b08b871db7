"""The part of an order's pane about what JD did with it: parts, packages, what to do (R42-R45)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from jdfulfil_desktop.application.handlers.after_jd import LATE_CANCELS
from jdfulfil_desktop.application.queries import AlertRow, OrderDetail, OutboundDetail
from jdfulfil_desktop.domain.jd_document import JdDocument
from jdfulfil_desktop.domain.order import OrderStatus
from jdfulfil_desktop.gui.outbound.deeds import is_sent
from jdfulfil_desktop.gui.widgets import Button, ButtonKind, DetailPane, KeyValueGrid, text
from jdfulfil_desktop.gui.widgets.labels import TextRole
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

Deed = Callable[[str, OrderDetail], None]
Documents = Mapping[str, Sequence[JdDocument]]
_LEFT = frozenset({"shipped", "completed"})
_UNDONE = frozenset({OrderStatus.CANCELLED, OrderStatus.RETURNED})


def add_after_jd(
    pane: DetailPane,
    order: OrderDetail,
    documents: Documents,
    alerts: Sequence[AlertRow],
    texts: Texts,
    deed: Deed,
) -> None:
    """Show parts and packages at JD; `deed` is called with `look_into late_cancel book_return`."""
    if is_sent(order):
        words = tr("JD has this order: process, ship and cancel it nowhere else (R45).")
        pane.add_widget(text(words, TextRole.SMALL, wrap=True, parent=pane))
    for outbound in order.outbounds:
        found = documents.get(outbound.outbound_no, ())
        _add_parts(pane, [one for one in found if one.is_part], texts)
        _add_packages(pane, outbound, found, texts)
    for name, words, object_name in _wanted(order, alerts):
        button = Button(words, name=object_name, kind=ButtonKind.LINK, parent=pane)
        button.clicked.connect(lambda _checked=False, name=name: deed(name, order))
        pane.add_widget(button)


def _wanted(order: OrderDetail, alerts: Sequence[AlertRow]) -> list[tuple[str, str, str]]:
    wanted = []
    if is_late_cancel(order, alerts):
        wanted.append(
            ("late_cancel", tr("Cancelled too late? See what can be done"), "lateCancelButton")
        )
    if any(map(may_come_back, [order] * len(order.outbounds), order.outbounds)):
        wanted.append(("book_return", tr("Book what came back"), "bookReturnButton"))
    if any(outbound.jd_no for outbound in order.outbounds):
        wanted.append(("look_into", tr("Ask JD for all it has of this order"), "lookIntoButton"))
    return wanted


def is_late_cancel(order: OrderDetail, alerts: Sequence[AlertRow]) -> bool:
    """Tell whether the marketplace cancelled, or wants to, what JD has (R44)."""
    open_ones = any(alert.code in LATE_CANCELS for alert in alerts)
    return is_sent(order) and open_ones


def may_come_back(order: OrderDetail, outbound: OutboundDetail) -> bool:
    """Tell whether goods of an outbound order may come back that were not booked yet."""
    if any(note.kind == "return_booked" for note in order.notes):
        return False
    gone = outbound.shipment_state in _LEFT and OrderStatus(order.status) in _UNDONE
    return outbound.shipment_state == "returned" or gone


def _add_parts(pane: DetailPane, parts: Sequence[JdDocument], texts: Texts) -> None:
    for at, part in enumerate(parts, 1):
        grid = KeyValueGrid(pane)
        if part.status is not None:
            grid.add(tr("JD status"), texts.outbound_status(part.status, part.words))
        if part.tracking_no:
            grid.add(tr("Tracking no."), part.tracking_no)
        others = [bill for bill in part.waybills if bill != part.tracking_no]
        if others:
            grid.add(tr("JD's way bills"), ", ".join(others))
        if part.lines:
            grid.add(tr("Goods"), _goods([(x.sku, x.ordered, x.shipped) for x in part.lines], part))
        title = tr("Part {0} of {1} at JD: {2}").format(at, len(parts), part.jd_no)
        pane.add_section(title, grid)


def _goods(lines: Sequence[tuple[str, int, int]], part: JdDocument) -> str:
    if part.short:
        return ", ".join(f"{sku} {shipped}/{ordered}" for sku, ordered, shipped in lines)
    return ", ".join(f"{sku} × {ordered}" for sku, ordered, _shipped in lines)


def _add_packages(
    pane: DetailPane, outbound: OutboundDetail, found: Sequence[JdDocument], texts: Texts
) -> None:
    """Show JD's own way bills and what is in each package."""
    packages = [package for one in found for package in one.packages]
    if not packages and not outbound.jd_waybill:
        return
    grid = KeyValueGrid(pane)
    if outbound.jd_waybill:
        grid.add(tr("JD's way bills"), outbound.jd_waybill.replace(",", ", "))
    for package in packages:
        parts = [package.waybill] if package.waybill else []
        if package.weight_g:
            parts.append(f"{texts.number(package.weight_g)} g")
        parts += [f"{sku} × {units}" for sku, units in package.goods]
        grid.add(package.number, " · ".join(parts))
    pane.add_section(tr("Packages ({0})").format(len(packages)), grid)
