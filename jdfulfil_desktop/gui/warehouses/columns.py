"""Columns of the warehouse list, and how a warehouse stands."""

from __future__ import annotations

from jdfulfil_desktop.application.queries import Filter, Queries, WarehouseRow
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts, masked

_CONNECTION = {
    "ok": StatusKind.DONE,
    "paused": StatusKind.WAITING,
    "reauthorize": StatusKind.NEEDS_YOU,
    "wrong": StatusKind.FAILED,
}


def shown_name(row: WarehouseRow) -> str:
    """Give the name with the PIN in it masked (R9)."""
    return row.name.replace(row.pin, masked(row.pin)) if row.pin else row.name


def state_cell(row: WarehouseRow, texts: Texts) -> StatusCell:
    """Say in one word how a warehouse is: in use or not, and how its account is."""
    if not row.active:
        return StatusCell(StatusKind.WAITING, texts.active(False))
    if row.kind == WarehouseKind.OWN:
        return StatusCell(StatusKind.DONE, texts.active(True))
    if row.connection_state in ("", "ok"):
        return StatusCell(StatusKind.DONE, texts.active(True))
    kind = _CONNECTION.get(row.connection_state, StatusKind.WAITING)
    return StatusCell(kind, texts.connection_state(row.connection_state))


def columns(texts: Texts) -> list[Column]:
    """Give the list's columns."""
    kind = ColumnKind
    return [
        Column("number", tr("Warehouse no."), kind.CODE, 120, lambda r: r.warehouse_no),
        Column(
            "kind", tr("Kind"), kind.TEXT, 110, lambda r: texts.warehouse_kind(r.kind), give_way=4
        ),
        Column("name", tr("Name"), kind.TEXT, 230, shown_name, stretch=True),
        Column("stores", tr("Stores"), kind.TEXT, 170, lambda r: ", ".join(r.stores), give_way=1),
        Column("skus", tr("SKUs"), kind.NUMBER, 70, lambda r: r.skus),
        Column("outbound", tr("Open outbound"), kind.NUMBER, 132, lambda r: r.open_outbounds),
        Column(
            "inbound", tr("Open inbound"), kind.NUMBER, 124, lambda r: r.open_inbounds, give_way=2
        ),
        Column(
            "news",
            tr("News"),
            kind.TEXT,
            90,
            lambda r: texts.news(r.news) if r.news else None,
            give_way=3,
        ),
        Column("state", tr("State"), kind.STATUS, 130, lambda r: state_cell(r, texts)),
    ]


def fits(row: WarehouseRow, wanted: Filter) -> bool:
    """Tell whether a warehouse is in the basket and has the words that are searched."""
    if wanted.basket in ("jd", "own") and row.kind != wanted.basket:
        return False
    if wanted.basket == "inactive" and row.active:
        return False
    words = wanted.search.casefold()
    texts = (row.warehouse_no, row.name, row.department_no, row.pin, *row.stores)
    return any(words in text.casefold() for text in texts)


def baskets(q: Queries) -> dict[str, int]:
    """Count warehouses by basket, and the stores."""
    rows = q.warehouses()
    return {
        "all": len(rows),
        "jd": sum(row.kind == WarehouseKind.JD for row in rows),
        "own": sum(row.kind == WarehouseKind.OWN for row in rows),
        "inactive": sum(not row.active for row in rows),
        "stores": len(q.stores()),
    }
