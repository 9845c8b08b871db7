"""Say the channel table's rows in words, and try one case on it (R31-R41)."""

from __future__ import annotations

from dataclasses import dataclass

from jdfulfil_desktop.domain.channels import (
    BoundWarehouse,
    ChannelRule,
    Decision,
    Facts,
    PlacedSku,
    RuleSettings,
    decide,
)
from jdfulfil_desktop.domain.couriers import courier_of
from jdfulfil_desktop.domain.ids import OrderNo, Sku, WarehouseNo
from jdfulfil_desktop.domain.order import (
    Channel,
    Order,
    OrderLine,
    OrderSnapshot,
    OrderStatus,
)
from jdfulfil_desktop.domain.product import Component
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_SKU, _HOUSE = Sku("SKU"), WarehouseNo("JD")


@dataclass(frozen=True, slots=True)
class Case:
    """One case to try: what a file says of an order, and whether it was accepted here."""

    channel: Channel
    status: OrderStatus
    courier: str = ""
    tracking_no: str = ""
    accepted: bool = False


def judge(case: Case, settings: RuleSettings) -> Decision:
    """Decide a case whose goods are linked, bound and registered: the table alone speaks."""
    grouped = case.channel is Channel.SHOPEE
    snapshot = OrderSnapshot(
        case.channel,
        OrderNo("1"),
        case.status,
        case.status.value,
        courier=courier_of(case.courier, grouped=grouped),
        tracking_no=case.tracking_no.strip(),
        lines=(OrderLine(_SKU, "", 1),),
    )
    bound = BoundWarehouse(_HOUSE, placed={_SKU: PlacedSku(available=1)})
    facts = Facts({_SKU: (Component(_SKU),)}, (bound,), settings)
    return decide(Order("", snapshot, accepted=case.accepted), facts)


def cell_words(row: ChannelRule, settings: RuleSettings) -> str:
    """Say in a few words what happens with the orders of a cell."""
    if not row.create:
        return tr("not created")
    if row.hold:
        return tr("created, waits")
    if row.couriers_at_once and settings.instant_push:
        return tr("at once or numbered")
    if row.needs_acceptance:
        return tr("accepted + numbered")
    return tr("once numbered")


def why_words(row: ChannelRule, settings: RuleSettings, texts: Texts) -> str:
    """Say why, by the row's rule and the user's own settings."""
    if row.hold:
        held = texts.reason(row.hold)
        made = tr("An outbound order is made and waits.") if row.create else tr("Nothing is made.")
        return f"{held.message} {made}"
    number = tr("JD needs the tracking number on the parcel; without one the order waits (R33).")
    if row.couriers_at_once and settings.instant_push:
        couriers = ", ".join(texts.courier(code) for code in settings.instant_couriers)
        return tr("At once for {0}: their number comes late (R36). {1}").format(couriers, number)
    if row.couriers_at_once:
        return tr("You switched off pushing at once. {0}").format(number)
    if row.needs_acceptance:
        return tr("First Accept order, or Arrange shipment with the number. {0}").format(number)
    return number
