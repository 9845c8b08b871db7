"""Turn rows of the newer platform into what the use cases know (PROTOCOL 2.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timezone

from jdfulfil_desktop.adapters.jd.parcel_rows import waybills
from jdfulfil_desktop.adapters.jd.rows import ENABLED, text
from jdfulfil_desktop.application.handlers.carriers import JD_EXPRESS
from jdfulfil_desktop.application.ports import (
    GoodsFacts,
    OutboundPacks,
    OutboundWhole,
    Parcel,
    ShippedLine,
    StockFigure,
    WarehouseFacts,
)
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.wire.labels import outbound_label
from jdfulfil_desktop.wire.scalars import (
    Malformed,
    Row,
    as_decimal,
    as_int,
    as_rows,
    as_text,
    as_words,
    pick,
)
from jdfulfil_desktop.wire.stamps import read_time

_PLACE = ("detailAddress", "address", "town", "county", "city", "province")


def inner(row: Row, name: str) -> Row:
    """Return a record within a record; an empty one where there is none."""
    found = as_rows(pick(row, name)) if isinstance(pick(row, name), Mapping | list) else []
    return found[0] if found else {}


def warehouse(row: Row) -> WarehouseFacts:
    """Read a warehouse; its address lies in a record of its own."""
    place = inner(row, "warehouseAddress")
    words = (text(place, name) for name in _PLACE)
    return WarehouseFacts(
        text(row, "warehouseNo"),
        text(row, "warehouseName"),
        text(place, "mobile", "phone"),
        ", ".join(dict.fromkeys(filter(None, words))),
        enabled=text(row, "status") in ("", ENABLED),
    )


def goods(row: Row) -> GoodsFacts:
    """Read goods; what they are called lies in `basicInfo`."""
    basic = {**row, **inner(row, "basicInfo")}
    return GoodsFacts(
        text(basic, "goodsNo"),
        text(basic, "erpGoodsNo", "isvGoodsNo"),
        as_words(pick(basic, "barCode") or pick(basic, "barcode") or pick(basic, "barcodes")),
        text(basic, "goodsName"),
    )


def is_good_stock(row: Row) -> bool:
    """Tell whether a stock row is of good goods that may be sold; what it does not say is."""
    level = text(row, "goodsLevel")
    good = not level or level.startswith("1")
    return good and text(row, "stockStatus") in ("", "1") and text(row, "stockType") in ("", "1")


def stock_figure(row: Row) -> StockFigure:
    """Read a stock row; numbers come as text."""
    return StockFigure(
        text(row, "goodsNo"), as_int(pick(row, "stockNum")), as_int(pick(row, "usableNum"))
    )


def history(row: Row, zone: timezone) -> list[OutboundNews]:
    """Read the statuses of one order as JD lists them."""
    return [
        OutboundNews(
            text(row, "deliveryNo"),
            text(row, "erpDeliveryNo"),
            status,
            at=read_time(text(entry, "operateTime"), zone),
            words=text(entry, "statusName") or outbound_label(status),
        )
        for entry in as_rows(pick(row, "deliveryStatusList"))
        if (status := as_int(pick(entry, "statusCode"), -1)) >= 0
    ]


def news(row: Row, zone: timezone) -> OutboundNews | None:
    """Read the newest status of an order; None where JD gives none.

    Its time is that of the list's entry for it: the record itself has none.
    """
    steps = history(row, zone)
    status = as_int(pick(row, "status"), steps[-1].status if steps else -1)
    if status < 0:
        return None
    times = [step.at for step in steps if step.status == status and step.at]
    return OutboundNews(
        text(row, "deliveryNo"),
        text(row, "erpDeliveryNo"),
        status,
        at=max(times, default=None),
        words=outbound_label(status),
        waybill=",".join(_waybills(row)),
    )


def whole(row: Row, zone: timezone) -> OutboundWhole:
    """Read an order in full. Raises: Malformed where it has neither number nor status."""
    newest = news(row, zone)
    if newest is None or not newest.jd_no:
        raise Malformed("no_result")
    children = as_words(pick(row, "splitDeliveryNos"))
    carrier = text(inner(row, "carrierInfo"), "carrierNo")
    bills = _waybills(row)
    return OutboundWhole(
        newest.jd_no,
        newest.outbound_no,
        newest.status,
        warehouse_no=text(row, "warehouseNo"),
        shipper_no=carrier,
        # No field of an answer is the merchant's number: where another carries it, it is the bill.
        tracking_no=bills[0] if bills and carrier != JD_EXPRESS else "",
        pin=text(row, "pinAccount"),
        waybills=bills,
        children=tuple(number for number in children if number != newest.jd_no),
        lines=tuple(map(_line, as_rows(pick(row, "deliveryItemList")))),
        parcels=tuple(map(_parcel, as_rows(pick(row, "deliveryPackageList")))),
        history=tuple(history(row, zone)),
    )


def packs(order: OutboundWhole) -> OutboundPacks:
    """Give what of an order concerns its packages."""
    return OutboundPacks(
        order.jd_no,
        order.outbound_no,
        order.shipper_no,
        waybills=order.waybills,
        parcels=order.parcels,
    )


def _waybills(row: Row) -> tuple[str, ...]:
    return waybills([pick(inner(row, "carrierInfo"), "waybillNo")])


def _line(row: Row) -> ShippedLine:
    return ShippedLine(
        text(row, "goodsNo"),
        text(row, "erpGoodsNo"),
        as_int(pick(row, "planQuantity")),
        as_int(pick(row, "realQuantity")),
    )


def _parcel(row: Row) -> Parcel:
    return Parcel(
        text(row, "packageNo"),
        text(row, "waybillNo"),
        int(as_decimal(pick(row, "packageWeight")) * 1000),
        tuple(_goods_in(as_rows(pick(row, "packageItemList")))),
    )


def _goods_in(found: Iterable[Row]) -> Iterable[tuple[str, int]]:
    for item in found:
        if number := as_text(pick(item, "goodsNo")):
            yield number, as_int(pick(item, "quantity"))
