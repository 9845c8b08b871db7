"""List every reason why an order is not pushed, with its rule and the mend it offers (R46)."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import StrEnum


class Mend(StrEnum):
    """Name what a user can do about a reason; `NONE` where nothing can be done."""

    LINK_SKU = "link_sku"
    BIND_STORE = "bind_store"
    ADD_TO_WAREHOUSE = "add_to_warehouse"
    PUSH_PRODUCT = "push_product"
    CONFIRM_SHELF_LIFE = "confirm_shelf_life"
    ACCEPT = "accept"
    ARRANGE = "arrange"
    SPLIT = "split"
    UPGRADE = "upgrade"
    AUTHORIZE = "authorize"
    RELEASE = "release"
    COMPLETE_CONSIGNEE = "complete_consignee"
    RETRY = "retry"
    ADD_STOCK = "add_stock"
    IMPORT_NEWER = "import_newer"
    OPEN_OWN = "open_own"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class HoldKind:
    """Tie a reason code to its rule and mend. `order`: what to mend first stands first."""

    code: str
    rule: str
    mend: Mend


KINDS: tuple[HoldKind, ...] = (
    HoldKind("order_closed", "R41", Mend.NONE),
    HoldKind("channel_not_supported", "R32", Mend.NONE),
    HoldKind("foreign_address", "R15", Mend.NONE),
    HoldKind("already_shipping", "R41", Mend.NONE),
    HoldKind("unknown_status", "R46", Mend.IMPORT_NEWER),
    HoldKind("cancel_requested", "R44", Mend.IMPORT_NEWER),
    HoldKind("on_hold_by_user", "R46", Mend.RELEASE),
    HoldKind("store_not_bound", "R12", Mend.BIND_STORE),
    HoldKind("sku_not_linked", "R34", Mend.LINK_SKU),
    HoldKind("sku_not_in_warehouse", "R34", Mend.ADD_TO_WAREHOUSE),
    HoldKind("mixed_warehouses", "R14", Mend.SPLIT),
    HoldKind("own_warehouse", "R11", Mend.OPEN_OWN),
    HoldKind("shelf_life_unconfirmed", "R17", Mend.CONFIRM_SHELF_LIFE),
    HoldKind("product_not_pushed", "R19", Mend.PUSH_PRODUCT),
    HoldKind("insufficient_stock", "R22", Mend.ADD_STOCK),
    HoldKind("consignee_incomplete", "R46", Mend.COMPLETE_CONSIGNEE),
    HoldKind("pending_payment", "R38", Mend.IMPORT_NEWER),
    HoldKind("awaiting_acceptance", "R39", Mend.ACCEPT),
    HoldKind("awaiting_tracking_number", "R33", Mend.ARRANGE),
    HoldKind("needs_authorization", "R10", Mend.AUTHORIZE),
    HoldKind("quick_limit", "R3", Mend.UPGRADE),
    HoldKind("gateway_rejected", "R46", Mend.RETRY),
)
BY_CODE = {kind.code: kind for kind in KINDS}
_PLACE = {kind.code: place for place, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason that holds.

    `subjects`: what it is about (channel SKUs, SKUs, a country, JD's words …).
    """

    code: str
    rule: str
    subjects: tuple[str, ...] = ()

    @property
    def mend(self) -> Mend:
        return BY_CODE[self.code].mend


@functools.lru_cache(maxsize=4096)
def reason(code: str, *subjects: str, rule: str = "") -> Reason:
    """Build a reason by its code.

    `rule` overrides the table's where one code has several (order_closed).
    """
    return Reason(code, rule or BY_CODE[code].rule, subjects)


def in_order(reasons: list[Reason]) -> tuple[Reason, ...]:
    """Sort reasons so that the first to mend stands first."""
    if len(reasons) < 2:
        return tuple(reasons)
    return tuple(sorted(reasons, key=lambda held: _PLACE[held.code]))
