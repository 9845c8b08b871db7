"""Say the channel table's rows in words, and try one case on it (R31-R41)."""

from __future__ import annotations

from dataclasses import dataclass

from jdfulfil_desktop.domain.channels import (
    TABLE,
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
    MARKETPLACES,
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


def channels_words(row: ChannelRule, texts: Texts) -> str:
    """Name the channels of a row; all five marketplaces in one word."""
    if row.channels == MARKETPLACES:
        return tr("All five marketplaces")
    return ", ".join(texts.channel(channel) for channel in Channel if channel in row.channels)


def outcome_words(row: ChannelRule, texts: Texts) -> str:
    """Say what happens with the orders of a row."""
    if row.hold:
        why = texts.reason(row.hold).short
        words = tr("Created, not pushed: {0}") if row.create else tr("Not created: {0}")
        return words.format(why)
    if row.couriers_at_once:
        return tr("Created; pushed at once for the couriers below, else with a tracking number")
    if row.needs_acceptance:
        return tr("Created; pushed once accepted and numbered")
    return tr("Created; pushed with a tracking number")


def table_rows() -> list[ChannelRule]:
    """Give the rows as people read them: R32's are one, for every status alike."""
    rows: list[ChannelRule] = []
    for row in TABLE:
        if row.rule == "R32" and any(known.rule == "R32" for known in rows):
            continue
        rows.append(row)
    return sorted(rows, key=lambda row: row.rule)


def status_words(row: ChannelRule, texts: Texts) -> str:
    """Name the status of a row."""
    return tr("Every status") if row.rule == "R32" else texts.order_status(row.status)
