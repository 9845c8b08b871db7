"""Turn JD's rows of one order in full into what the use cases know: packages, splits, pauses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timezone

from jdfulfil_desktop.adapters.jd.rows import outbound_history, text
from jdfulfil_desktop.application.ports import (
    DocumentException,
    DocumentKind,
    OutboundPacks,
    OutboundWhole,
    Parcel,
    ShippedLine,
    TraceStep,
)
from jdfulfil_desktop.wire.scalars import (
    Malformed,
    Row,
    as_decimal,
    as_int,
    as_rows,
    as_words,
    pick,
)
from jdfulfil_desktop.wire.stamps import read_time

_PIECE = re.compile(r"-\d+-\d+-?$", re.ASCII)
"""JD numbers the pieces of a way bill: `JDX001-1-2-` is its first of two."""


def waybills(values: Iterable[object]) -> tuple[str, ...]:
    """Return JD's way bills, each once, without the numbers of their pieces."""
    words = (word for value in values for word in as_words(value))
    return tuple(dict.fromkeys(filter(None, (_PIECE.sub("", word) for word in words))))


def packs(row: Row) -> OutboundPacks:
    """Read a row of `queryOrderPacks`."""
    parcels = as_rows(pick(row, "orderPackageList"))
    return OutboundPacks(
        text(row, "eclpSoNo"),
        text(row, "isvUUID"),
        text(row, "shipperNo"),
        text(row, "shipperName"),
        waybills([pick(row, "wayBill")]),
        tuple(_parcel(parcel) for parcel in parcels),
    )


def _parcel(row: Row) -> Parcel:
    found = as_rows(pick(row, "soPackItemsList"))
    goods = ((text(item, "goodsNo"), as_int(pick(item, "goodsNum"))) for item in found)
    kilograms = as_decimal(pick(row, "packWeight"))
    return Parcel(
        text(row, "packageNo"),
        text(row, "thirdWayBill", "wayBill"),
        int(kilograms * 1000),
        tuple(pair for pair in goods if pair[0]),
    )


def whole(row: Row, zone: timezone) -> OutboundWhole:
    """Read `queryOrder`. Raises: Malformed where it has neither number nor status."""
    number = text(row, "eclpSoNo")
    history = outbound_history(row, zone)
    status = as_int(pick(row, "currentStatus"), history[-1].status if history else -1)
    if not number or status < 0:
        raise Malformed("no_result")
    return OutboundWhole(
        number,
        text(row, "isvUUID"),
        status,
        warehouse_no=text(row, "warehouseNo"),
        shipper_no=text(row, "shipperNo"),
        tracking_no=text(row, "tpWayBill", "thirdWayBill"),
        pin=text(row, "pinAccount"),
        waybills=waybills([pick(row, "wayBill")]),
        children=tuple(no for no in as_words(pick(row, "splitEclpSoNos")) if no != number),
        lines=tuple(map(_line, as_rows(pick(row, "orderDetailList")))),
        parcels=tuple(map(_parcel, as_rows(pick(row, "orderPackageList")))),
        history=tuple(history),
    )


def _line(row: Row) -> ShippedLine:
    return ShippedLine(
        text(row, "goodsNo"),
        text(row, "isvGoodsNo"),
        as_int(pick(row, "quantity")),
        as_int(pick(row, "realOutQty")),
    )


def exception(row: Row, kind: DocumentKind, zone: timezone) -> DocumentException:
    """Read a row of `queryExceptionList`."""
    return DocumentException(
        kind,
        text(row, "orderNo"),
        text(row, "isvOrderNo"),
        code=text(row, "code"),
        message=text(row, "message"),
        reason=text(row, "errReason"),
        solution=text(row, "solution"),
        paused_at=read_time(text(row, "pauseTime"), zone),
    )


def trace_step(row: Row, zone: timezone) -> TraceStep:
    """Read one step of an order's way."""
    return TraceStep(
        read_time(text(row, "ope_time"), zone),
        text(row, "ope_title"),
        text(row, "ope_remark"),
        text(row, "way_bill_code"),
    )
