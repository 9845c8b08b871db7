"""Columns of the outbound list, and how an order's state looks there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from jdfulfil_desktop.application.queries import OutboundRow
from jdfulfil_desktop.gui.outbound.urgency import countdown_cell
from jdfulfil_desktop.gui.tables import Column, ColumnKind, ReasonCell, StatusCell, check_column
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_KINDS = {
    "accept": StatusKind.WAITING,
    "tracking": StatusKind.WAITING,
    "held": StatusKind.NEEDS_YOU,
    "queued": StatusKind.GOING_ON,
    "uncertain": StatusKind.UNKNOWN,
    "at_jd": StatusKind.GOING_ON,
    "done": StatusKind.DONE,
    "closed": StatusKind.WAITING,
}
_NOTHING_TO_DO = frozenset({"pending_payment", "already_shipping", "channel_not_supported"})


def status_cell(row: OutboundRow, texts: Texts) -> StatusCell:
    """Say in one word where an order stands, with shape and colour."""
    if row.push_state == "rejected":
        return StatusCell(StatusKind.FAILED, tr("Refused by JD"))
    if row.shipment_state in ("abnormal", "returned") and row.jd_no:
        words = texts.shipment_state(row.shipment_state)
        return StatusCell(StatusKind.NEEDS_YOU, words)
    words = {
        "accept": tr("To accept"),
        "tracking": tr("No tracking no."),
        "held": tr("Held"),
        "queued": tr("Queued"),
        "uncertain": tr("Uncertain"),
        "done": tr("Completed"),
        "closed": tr("Closed"),
    }.get(row.basket, "")
    if row.basket == "at_jd":
        words = tr("At JD · {0}").format(texts.shipment_state(row.shipment_state))
    if row.push_state == "cancelling":
        words = texts.push_state("cancelling")
    if row.reason_code in _NOTHING_TO_DO:
        return StatusCell(StatusKind.WAITING, words)
    return StatusCell(_KINDS.get(row.basket, StatusKind.WAITING), words)


def reason_cell(row: OutboundRow, texts: Texts) -> ReasonCell:
    """Say why an order waits; where nothing holds it, quietly the rule it went by."""
    if row.reason_code:
        message = texts.reason(row.reason_code, row.reason_subject.split(", ")).short
        more = f" +{row.reason_count - 1}" if row.reason_count > 1 else ""
        return ReasonCell(message + more)
    return ReasonCell(row.rule, quiet=True)


def columns(texts: Texts, now: Callable[[], datetime]) -> list[Column]:
    """Give the list's columns; the hidden ones can be shown from the header's menu.

    `now` is asked as a cell is painted: the countdown goes on by itself.
    """
    return [check_column(), *_shown(texts, now), *_hidden()]


def _shown(texts: Texts, now: Callable[[], datetime]) -> list[Column]:
    kind = ColumnKind

    def channel(row: OutboundRow) -> str:
        return texts.channel(row.channel)

    def courier(row: OutboundRow) -> str:
        return texts.courier(row.courier) or row.raw_courier

    def reason(row: OutboundRow) -> ReasonCell:
        return reason_cell(row, texts)

    return [
        Column("order_no", tr("Order no."), kind.CODE, 165, lambda r: r.order_no, sortable=True),
        Column("channel", tr("Channel"), kind.TEXT, 86, channel, give_way=4),
        Column("courier", tr("Courier"), kind.TEXT, 130, courier, give_way=3),
        Column(
            "tracking_no", tr("Tracking no."), kind.CODE, 140, lambda r: r.tracking_no, give_way=2
        ),
        Column("status", tr("Status"), kind.STATUS, 150, lambda r: status_cell(r, texts)),
        Column("reason", tr("Reason"), kind.REASON, 180, reason, stretch=True),
        _ship_by(texts, now),
        Column(
            "first_seen",
            tr("Came in"),
            kind.TIME,
            112,
            lambda r: r.first_seen_at,
            sortable=True,
            give_way=6,
        ),
    ]


def _ship_by(texts: Texts, now: Callable[[], datetime]) -> Column:
    return Column(
        "ship_by",
        tr("Ship by"),
        ColumnKind.STATUS,
        122,
        lambda r: countdown_cell(r, now()),
        sortable=True,
        give_way=1,
        tooltip=lambda r: texts.formats.time_in_full(r.ship_by) if r.ship_by else None,
    )


def _hidden() -> list[Column]:
    kind = ColumnKind
    return [
        Column("store", tr("Store"), kind.TEXT, 120, lambda r: r.store, sortable=True, hidden=True),
        Column("warehouse", tr("Warehouse"), kind.CODE, 110, lambda r: r.warehouse_no, hidden=True),
        Column(
            "outbound_no", tr("Outbound no."), kind.CODE, 190, lambda r: r.outbound_no, hidden=True
        ),
        Column("jd_no", tr("JD no."), kind.CODE, 150, lambda r: r.jd_no, hidden=True),
        Column(
            "jd_waybill", tr("JD way bill"), kind.CODE, 150, lambda r: r.jd_waybill, hidden=True
        ),
        Column("labels", tr("Label pages"), kind.NUMBER, 104, lambda r: r.labels, hidden=True),
    ]
