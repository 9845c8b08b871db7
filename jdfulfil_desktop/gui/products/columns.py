"""Columns of the product list, its baskets, and how a product stands at JD."""

from __future__ import annotations

from dataclasses import replace

from jdfulfil_desktop.application.queries import Filter, ProductRow, Queries
from jdfulfil_desktop.gui.tables import Column, ColumnKind, PictureCell, StatusCell, check_column
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ChipSpec
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_KINDS = {
    "": StatusKind.WAITING,
    "own": StatusKind.DONE,
    "waiting": StatusKind.GOING_ON,
    "uncertain": StatusKind.UNKNOWN,
    "pushed": StatusKind.DONE,
    "failed": StatusKind.FAILED,
}
_STATES = ("unplaced", "pushed", "waiting", "uncertain", "failed", "own", "archived")


def state_cell(row: ProductRow, texts: Texts) -> StatusCell:
    """Say in one word how far a product is at JD."""
    return StatusCell(_KINDS[row.push_state], texts.placement_state(row.push_state))


def life_words(row: ProductRow, texts: Texts) -> str:
    """Give the validity; a mark where nobody agreed to it yet (R17)."""
    if not row.shelf_life_days:
        return ""
    days = texts.count("days", row.shelf_life_days)
    return days if row.shelf_life_confirmed else tr("{0} · to confirm").format(days)


def _picture(row: ProductRow) -> PictureCell | None:
    return PictureCell(row.thumbnail, row.picture) if row.thumbnail else None


def columns(texts: Texts) -> list[Column]:
    """Give the list's columns."""
    kind = ColumnKind
    return [
        check_column(),
        Column("picture", tr("Picture"), kind.PICTURE, 70, _picture, give_way=1),
        Column("sku", tr("Master SKU"), kind.CODE, 160, lambda r: r.sku, sortable=True),
        Column("name", tr("Name"), kind.TEXT, 220, lambda r: r.name, sortable=True, stretch=True),
        Column("barcode", tr("Barcode"), kind.CODE, 130, lambda r: r.barcode, True, give_way=5),
        *_measures(texts),
        Column("state", tr("At JD"), kind.STATUS, 170, lambda r: state_cell(r, texts)),
        Column("variant", tr("Variant"), kind.TEXT, 110, lambda r: r.variant or None, give_way=4),
        Column("links", tr("Links"), kind.NUMBER, 66, lambda r: r.links, give_way=1),
        *_hidden(),
    ]


def _measures(texts: Texts) -> list[Column]:
    """Give weight and shelf life, which sort by their figures."""
    kind, weight = ColumnKind.TEXT, texts.formats.weight

    def weighs(row: ProductRow) -> str | None:
        return weight(row.weight_g) if row.weight_g else None

    def lasts(row: ProductRow) -> str | None:
        return life_words(row, texts) or None

    return [
        Column("weight_g", tr("Weight"), kind, 80, weighs, sortable=True, give_way=3),
        Column("shelf_life_days", tr("Shelf life"), kind, 196, lasts, sortable=True, give_way=2),
    ]


def _hidden() -> list[Column]:
    """Give the columns that are there for who wants them."""
    kind, houses = ColumnKind, tr("Warehouses")
    family = Column("family", tr("Family"), kind.TEXT, 130, lambda r: r.family or None, hidden=True)
    return [
        replace(family, sortable=True),
        Column(
            "warehouses", houses, kind.TEXT, 150, lambda r: ", ".join(r.warehouses), hidden=True
        ),
        Column("goods_no", tr("JD goods no."), kind.CODE, 150, lambda r: r.goods_no, hidden=True),
    ]


def chips() -> list[ChipSpec]:
    """Give the baskets."""
    return [
        ChipSpec("all", tr("All")),
        ChipSpec("unplaced", tr("In no warehouse"), tr("Register them at JD or place them")),
        ChipSpec("pushed", tr("At JD")),
        ChipSpec("waiting", tr("Waiting for JD")),
        ChipSpec("uncertain", tr("Uncertain")),
        ChipSpec("failed", tr("Refused by JD"), tr("JD says why; mend it and register again")),
        ChipSpec("own", tr("Own warehouse")),
        ChipSpec("archived", tr("Archived"), tr("Put away; they come back at any time")),
        ChipSpec("unlinked", tr("Not linked"), tr("Channel SKUs that orders wait for (R16)")),
    ]


def baskets(q: Queries) -> dict[str, int]:
    """Count products by basket, and the channel SKUs that are not linked."""
    counts = {state: q.product_count(Filter(basket=state)) for state in _STATES}
    return {**counts, "all": q.product_count(Filter()), "unlinked": len(q.unlinked())}
