"""Turn JD's rows into what the use cases know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timezone

from jdfulfil_desktop.application.ports import (
    DepartmentFacts,
    ExpiringStock,
    GoodsFacts,
    SellerInfo,
    ShelfState,
    StockFigure,
    WarehouseFacts,
)
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.inbound import InboundNews, ReceiptLine
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.wire.labels import outbound_label
from jdfulfil_desktop.wire.scalars import Row, as_int, as_rows, as_text, as_words, pick
from jdfulfil_desktop.wire.stamps import read_time

ENABLED = "2"
_GOOD_RESULTS = ("", "0", "1")
_RECEIVED = "realInstoreQty"
_DAMAGED = "2"
"""`realGoodsStatus` of pieces that went to the damaged ones."""


def text(row: Row, *names: str) -> str:
    """Return the first of some fields that is not empty."""
    return next((found for name in names if (found := as_text(pick(row, name)))), "")


def seller_info(row: Row) -> SellerInfo:
    """Read departments and their warehouses; one that is named twice is put together."""
    departments: dict[str, dict[str, None]] = {}
    for entry in as_rows(pick(row, "shopWarehouseInfoList")):
        number = text(entry, "deptNo")
        if number:
            houses = departments.setdefault(number, {})
            houses.update(dict.fromkeys(as_words(pick(entry, "warehouseNos"))))
    return SellerInfo(
        text(row, "sellerNo"), {number: tuple(houses) for number, houses in departments.items()}
    )


def department(row: Row) -> DepartmentFacts:
    """Read a row of `queryDept`."""
    return DepartmentFacts(
        text(row, "deptNo"),
        text(row, "deptName"),
        text(row, "managerPhone"),
        text(row, "managerAddress"),
    )


def warehouse(row: Row) -> WarehouseFacts:
    """Read a row of `queryWarehouse`; the address is that of its place in full."""
    place = [text(row, name) for name in ("address", "town", "county", "city", "province")]
    return WarehouseFacts(
        text(row, "warehouseNo"),
        text(row, "warehouseName"),
        text(row, "phone"),
        ", ".join(dict.fromkeys(filter(None, place))),
        enabled=text(row, "status") in ("", ENABLED),
    )


def goods(row: Row) -> GoodsFacts:
    """Read a row of `queryGoodsInfo`."""
    return GoodsFacts(
        text(row, "goodsNo"),
        text(row, "isvGoodsNo", "sellerGoodsSign"),
        as_words(pick(row, "barcodes")),
        text(row, "goodsName"),
    )


def stock_figure(row: Row) -> StockFigure:
    """Read a row of `queryStock`."""
    return StockFigure(
        text(row, "goodsNo"), as_int(pick(row, "totalNum")), as_int(pick(row, "usableNum"))
    )


def expiring_stock(row: Row, zone: timezone) -> ExpiringStock:
    """Read a row of `queryShelfLifeGoodsList`."""
    remaining = as_int(pick(row, "remainDays"))
    return ExpiringStock(
        text(row, "goodsNo"),
        text(row, "isvGoodsNo", "erpGoodsNo"),
        text(row, "eclpGoodsName", "goodsName"),
        as_int(pick(row, "stockNum") or pick(row, "totalNum")),
        as_int(pick(row, "usableNum")),
        as_int(pick(row, "shelfLifeDays")),
        remaining,
        _shelf_state(as_int(pick(row, "status")), remaining),
        day(text(row, "productionDate", "productDate"), zone),
        day(text(row, "expirationDate", "expireDate"), zone),
    )


def _shelf_state(code: int, remaining_days: int) -> ShelfState:
    """Return JD's class; 5 and 6 are two further kinds of near expiry at the newer platform."""
    if code in (5, 6):
        return ShelfState.NEAR_EXPIRY
    try:
        return ShelfState(code)
    except ValueError:
        return ShelfState.GOOD if remaining_days > 0 else ShelfState.EXPIRED


def day(text: str, zone: timezone) -> date | None:
    """Return the calendar day that a time of JD's falls on; None where it is none."""
    moment = read_time(text, zone)
    return moment.astimezone(zone).date() if moment else None


def added_up(figures: Iterable[StockFigure]) -> list[StockFigure]:
    """Add up figures by goods number: JD gives lots and levels one by one."""
    sums: dict[str, StockFigure] = {}
    for one in figures:
        if one.goods_no:
            before = sums.get(one.goods_no, StockFigure(one.goods_no, 0, 0))
            sums[one.goods_no] = StockFigure(
                one.goods_no, before.total + one.total, before.usable + one.usable
            )
    return list(sums.values())


def is_good(row: Row) -> bool:
    """Tell whether a row with a result of its own has one that is good."""
    return text(row, "resultCode") in _GOOD_RESULTS


def inbound_news(row: Row, zone: timezone) -> InboundNews | None:
    """Read a row of `queryPoOrder`; None where JD gives no status.

    Receipts are by JD's goods numbers; lines of the same goods are added up.
    """
    status = as_int(pick(row, "poOrderStatus"), -1)
    number = text(row, "poOrderNo")
    if status < 0 or not number:
        return None
    receipts: dict[str, dict[str, int]] = {}
    for line in as_rows(pick(row, "poItemModelList")):
        counts = receipts.setdefault(text(line, "goodsNo"), {})
        for name, units in _counts(line).items():
            counts[name] = counts.get(name, 0) + units
    return InboundNews(
        number,
        text(row, "isvPoOrderNo"),
        status,
        completed_at=read_time(text(row, "completeTime"), zone),
        receipts=tuple(_receipt(goods_no, counts) for goods_no, counts in receipts.items()),
    )


def _counts(line: Row) -> dict[str, int]:
    """Give a line's units by JD's name; what JD put away as damaged is no good stock (R29)."""
    counts = {name: as_int(value) for name, value in line.items() if name.endswith("Qty")}
    if text(line, "realGoodsStatus") == _DAMAGED:
        put_away = counts.pop(_RECEIVED, 0)
        counts["damagedQty"] = max(counts.get("damagedQty", 0), put_away)
    return counts


def _receipt(goods_no: str, counts: dict[str, int]) -> ReceiptLine:
    differences = {
        name.removesuffix("Qty"): count
        for name, count in counts.items()
        if count and name != _RECEIVED
    }
    return ReceiptLine(Sku(goods_no), counts.get(_RECEIVED, 0), differences)


def outbound_news(row: Row, zone: timezone) -> OutboundNews | None:
    """Read a row of `ext.queryOrder`; None where JD gives no status."""
    status = as_int(pick(row, "mainStatus"), -1)
    if status < 0:
        return None
    return OutboundNews(
        text(row, "eclpSoNo"),
        text(row, "isvUUID"),
        status,
        at=read_time(text(row, "operTime", "scanTime"), zone),
        words=outbound_label(status),
        waybill=text(row, "wayBill"),
    )


def outbound_history(row: Row, zone: timezone) -> list[OutboundNews]:
    """Read `queryOrderStatus`: the statuses of one order as JD lists them."""
    news = []
    for entry in as_rows(pick(row, "orderStatusList")):
        status = as_int(pick(entry, "soStatusCode"), -1)
        if status >= 0:
            news.append(
                OutboundNews(
                    text(row, "eclpSoNo"),
                    text(row, "isvUUID"),
                    status,
                    at=read_time(text(entry, "operateTime"), zone),
                    words=text(entry, "soStatusName") or outbound_label(status),
                )
            )
    return news
