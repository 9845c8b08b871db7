"""Decide whether an order gets an outbound order and whether it may be pushed: R31-R41 as data.

`TABLE` is the article's table: one row a channel group and status. `decide` looks the row up, adds
the reasons that depend on links, bindings, warehouses and marks, and names the warehouse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jdfulfil_desktop.domain.couriers import INSTANT_BY_DEFAULT, is_listed
from jdfulfil_desktop.domain.holds import Reason, in_order, reason
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.order import MARKETPLACES, Channel, Order, OrderLine, OrderStatus
from jdfulfil_desktop.domain.product import Component

_OTHER_FOUR = MARKETPLACES - {Channel.SHOPEE}
_NO_WAYBILL = frozenset({Channel.SHOPIFY, Channel.WOOCOMMERCE})
_S = OrderStatus


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """One row of the table. `hold`: a reason that always holds in this row.

    `needs_number`: a tracking number is needed, but for `couriers_at_once`; `needs_acceptance`:
    Terima Pesanan or Atur Pengiriman comes first (R39).
    """

    rule: str
    channels: frozenset[Channel]
    status: OrderStatus
    create: bool
    hold: str = ""
    needs_number: bool = False
    needs_acceptance: bool = False
    couriers_at_once: bool = False


TABLE: tuple[ChannelRule, ...] = (
    *(ChannelRule("R32", _NO_WAYBILL, s, False, "channel_not_supported") for s in OrderStatus),
    ChannelRule("R38", MARKETPLACES, _S.PENDING_PAYMENT, True, "pending_payment"),
    ChannelRule(
        "R36", frozenset({Channel.SHOPEE}), _S.PAID, True, needs_number=True, couriers_at_once=True
    ),
    ChannelRule("R37", frozenset({Channel.SHOPEE}), _S.READY_TO_SHIP, True, needs_number=True),
    ChannelRule("R39", _OTHER_FOUR, _S.PAID, True, needs_number=True, needs_acceptance=True),
    ChannelRule("R40", _OTHER_FOUR, _S.READY_TO_SHIP, True, needs_number=True),
    ChannelRule("R41", MARKETPLACES, _S.SHIPPING, True, "already_shipping"),
    ChannelRule("R41", MARKETPLACES, _S.DELIVERED, False, "order_closed"),
    ChannelRule("R41", MARKETPLACES, _S.RETURNED, False, "order_closed"),
    ChannelRule("R44", MARKETPLACES, _S.CANCELLED, False, "order_closed"),
    ChannelRule("R46", MARKETPLACES, _S.UNKNOWN, False, "unknown_status"),
)
_ROWS = {(channel, row.status): row for row in TABLE for channel in row.channels}


def row_for(channel: Channel, status: OrderStatus) -> ChannelRule:
    """Look up the table's row; there is exactly one for every channel and status."""
    return _ROWS[channel, status]


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """The user's own settings that decisions depend on."""

    instant_push: bool = True
    instant_couriers: tuple[str, ...] = INSTANT_BY_DEFAULT
    hold_insufficient_stock: bool = False
    substitutes: bool = True


@dataclass(frozen=True, slots=True)
class PlacedSku:
    """What a warehouse has of a SKU. `pushed`: JD knows it there; `available` in units."""

    pushed: bool = True
    shelf_life_open: bool = False
    available: int = 0


@dataclass(frozen=True, slots=True)
class BoundWarehouse:
    """A warehouse that the order's store is bound to, as far as this order needs to know it."""

    warehouse_no: WarehouseNo
    own: bool = False
    authorized: bool = True
    placed: Mapping[Sku, PlacedSku] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a decision depends on besides the order. `bound` is in the order of priority (R12).

    `links`: channel SKU -> its components; a channel SKU without a link is missing. `items`: units
    by master SKU where a hand-made split says them, instead of lines and links. `sent`: it is
    sending, uncertain, at JD or being cancelled there.
    `existed`: an outbound order was made before. `reserved`: units it has reserved itself.
    `limit_reached`: R3's limit held it today. `rejected`: JD's words.
    """

    links: Mapping[str, tuple[Component, ...]]
    bound: Sequence[BoundWarehouse]
    settings: RuleSettings = RuleSettings()
    items: Mapping[Sku, int] | None = None
    sent: bool = False
    existed: bool = False
    reserved: Mapping[Sku, int] = field(default_factory=dict)
    limit_reached: bool = False
    rejected: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict on an order as it stands (CONTRACT `decision`) and the warehouse it resolves to.

    `warehouse_no` is empty where none is resolved, and for what was sent or is closed: that keeps
    the warehouse it has. `items`: units by master SKU, as far as lines are linked.
    """

    rule: str
    create: bool
    push: bool
    reasons: tuple[Reason, ...] = ()
    warehouse_no: WarehouseNo | None = None
    items: Mapping[Sku, int] = field(default_factory=dict)


def decide(order: Order, facts: Facts) -> Decision:
    """Give the verdict; every reason that holds is listed, the first to mend first (R46)."""
    row = row_for(order.channel, order.status)
    closed = row.hold == "order_closed"
    create = row.create or (closed and facts.existed)
    if facts.sent and create:
        # What JD may have stays `push: true` whatever a later file says, until JD cancels it.
        return Decision(row.rule, True, True)
    reasons = [*_row_reasons(row, order, facts.settings), *_mark_reasons(order, facts)]
    warehouse: BoundWarehouse | None = None
    needed: Mapping[Sku, int] = {}
    if row.create:
        needed = facts.items or demand(order.snapshot.lines, facts.links)
        warehouse, placing = _place(order.snapshot.lines, needed, facts)
        reasons += placing
    if warehouse and not warehouse.own and not warehouse.authorized:
        # What is queued stays queued and says why it waits: the queue pauses (R10).
        reasons.append(reason("needs_authorization", warehouse.warehouse_no))
    chosen = warehouse.warehouse_no if warehouse else None
    return Decision(row.rule, create, create and not reasons, in_order(reasons), chosen, needed)


def _row_reasons(row: ChannelRule, order: Order, settings: RuleSettings) -> list[Reason]:
    """Give the reasons of the table's row itself."""
    if row.hold:
        own_rule = row.rule if row.hold == "order_closed" else ""
        return [reason(row.hold, order.snapshot.raw_status, rule=own_rule)]
    reasons = []
    if row.needs_acceptance and not order.accepted:
        reasons.append(reason("awaiting_acceptance"))
    if row.needs_number and not order.tracking_no:
        at_once = (
            row.couriers_at_once
            and settings.instant_push
            and is_listed(order.snapshot.courier, settings.instant_couriers)
        )
        if not at_once:
            reasons.append(reason("awaiting_tracking_number"))
    return reasons


def _mark_reasons(order: Order, facts: Facts) -> list[Reason]:
    """Give the reasons that lie over an order whatever its row.

    Marks, address, limits, JD's refusal.
    """
    reasons = []
    snapshot = order.snapshot
    if snapshot.country != "ID":
        reasons.append(reason("foreign_address", snapshot.country))
    if snapshot.cancel_requested:
        reasons.append(reason("cancel_requested"))
    if order.on_hold:
        reasons.append(reason("on_hold_by_user"))
    if not facts.settings.substitutes:
        consignee = snapshot.consignee
        if not (consignee.name and consignee.phone and consignee.address):
            reasons.append(reason("consignee_incomplete"))
    if facts.limit_reached:
        reasons.append(reason("quick_limit"))
    if facts.rejected is not None:
        reasons.append(reason("gateway_rejected", facts.rejected))
    return reasons


def demand(
    lines: Sequence[OrderLine], links: Mapping[str, tuple[Component, ...]]
) -> dict[Sku, int]:
    """Add up the master SKUs that linked lines ask for; bundles count each component."""
    needed: dict[Sku, int] = {}
    for line in lines:
        for part in links.get(line.channel_sku, ()):
            needed[part.sku] = needed.get(part.sku, 0) + part.quantity * line.quantity
    return needed


def _place(
    lines: Sequence[OrderLine], needed: Mapping[Sku, int], facts: Facts
) -> tuple[BoundWarehouse | None, list[Reason]]:
    """Find the first bound warehouse that has every line (R12, R34); say what stands in the way."""
    reasons = []
    if facts.items is None:
        unlinked = sorted({x.channel_sku for x in lines if not facts.links.get(x.channel_sku)})
        if unlinked or not lines:
            reasons.append(reason("sku_not_linked", *unlinked))
    if not facts.bound:
        reasons.append(reason("store_not_bound"))
        return None, reasons
    nowhere = sorted(s for s in needed if not any(s in house.placed for house in facts.bound))
    if nowhere:
        reasons.append(reason("sku_not_in_warehouse", *nowhere))
    if reasons:
        return None, reasons
    for house in facts.bound:
        if all(sku in house.placed for sku in needed):
            return house, _in_warehouse(house, needed, facts)
    return None, [reason("mixed_warehouses", *sorted(needed))]


def _in_warehouse(house: BoundWarehouse, needed: Mapping[Sku, int], facts: Facts) -> list[Reason]:
    """Give the reasons that hold once the warehouse is known."""
    if house.own:
        return [reason("own_warehouse", house.warehouse_no)]
    reasons = []
    open_life = sorted(sku for sku in needed if house.placed[sku].shelf_life_open)
    if open_life:
        reasons.append(reason("shelf_life_unconfirmed", *open_life))
    not_pushed = sorted(sku for sku in needed if not house.placed[sku].pushed)
    if not_pushed:
        reasons.append(reason("product_not_pushed", *not_pushed))
    if facts.settings.hold_insufficient_stock:
        short = sorted(
            sku
            for sku, units in needed.items()
            if house.placed[sku].available + facts.reserved.get(sku, 0) < units
        )
        if short:
            reasons.append(reason("insufficient_stock", *short))
    return reasons
