"""Know where each reason is mended, so that a button on Beranda leads there."""

from __future__ import annotations

from dataclasses import dataclass

from jdfulfil_desktop.domain.holds import BY_CODE, Mend
from jdfulfil_desktop.gui.shell import Place


@dataclass(frozen=True, slots=True)
class Lead:
    """A page and a place in it; an empty page stands for importing orders."""

    page: str
    place: Place | None = None


_BY_MEND = {
    Mend.LINK_SKU: Lead("productTab", Place(basket="unlinked")),
    Mend.BIND_STORE: Lead("warehouseTab", Place(basket="stores")),
    Mend.ADD_TO_WAREHOUSE: Lead("productTab", Place(deed="push")),
    Mend.PUSH_PRODUCT: Lead("productTab", Place(deed="push")),
    Mend.CONFIRM_SHELF_LIFE: Lead("productTab", Place(deed="push")),
    Mend.AUTHORIZE: Lead("authorizationTab"),
    Mend.UPGRADE: Lead("authorizationTab", Place(deed="basic")),
    Mend.ADD_STOCK: Lead("inboundTab", Place(deed="add")),
    Mend.OPEN_OWN: Lead("stockTab"),
    Mend.IMPORT_NEWER: Lead(""),
}
_BASKETS = {"awaiting_acceptance": "accept", "awaiting_tracking_number": "tracking"}


def cure_of(code: str) -> Lead | None:
    """Give where a reason is mended for all its orders at once; None where order by order."""
    kind = BY_CODE.get(code)
    return _BY_MEND.get(kind.mend) if kind else None


def orders_of(code: str) -> Lead:
    """Give the basket in which the orders of a reason lie."""
    return Lead("outboundTab", Place(basket=_BASKETS.get(code, "held")))


def subject_of(code: str, subject: str) -> Lead | None:
    """Give where an alert's subject can be looked at."""
    if code.startswith(("connection_", "quick_")):
        return Lead("authorizationTab")
    return Lead("outboundTab", Place(search=subject)) if subject else None
