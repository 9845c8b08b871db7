"""How the model of JD words its answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from jdfulfil_desktop.application.ports import OutboundWhole
from jdfulfil_desktop.domain.errors import AlreadyThere, Refused
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.inbound import InboundNews, ReceiptLine
from jdfulfil_desktop.domain.outbound import OutboundNews
from tests.simulation.jd import JD_CARRIES, Doc


def new_number(kept: dict[str, str], own_no: str) -> str:
    """Give a shop or supplier its number; JD refuses a doubled one of ours."""
    if own_no in kept:
        raise AlreadyThere(subject=own_no, jd_code="17")
    return kept.setdefault(own_no, f"JD-{len(kept) + 1}")


def outbound_row(doc: Doc) -> OutboundNews:
    waybill = "" if doc.shipper_no == JD_CARRIES else doc.tracking_no
    words = f"status {doc.status}"
    return OutboundNews(doc.jd_no, doc.number, doc.status, doc.at, words, waybill)


def late_row(doc: Doc) -> OutboundNews:
    """Give what JD said of an order before its newest word."""
    status = doc.history[-2] if len(doc.history) > 1 else doc.status
    at = doc.at - timedelta(minutes=1) if doc.at else None
    return replace(outbound_row(doc), status=status, at=at)


def inbound_row(doc: Doc) -> InboundNews:
    receipts = tuple(ReceiptLine(Sku(goods_no), units) for goods_no, units in doc.received)
    done = doc.at if doc.status == 70 else None
    return InboundNews(doc.jd_no, doc.number, doc.status, done, receipts)


def whole_row(doc: Doc | None, jd_no: str) -> OutboundWhole:
    if doc is None or doc.lost:
        raise Refused(subject=jd_no, en="no such order")
    return OutboundWhole(
        doc.jd_no,
        doc.number,
        doc.status,
        doc.warehouse_no,
        doc.shipper_no,
        doc.tracking_no,
        doc.pin,
    )
