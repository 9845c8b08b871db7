"""Build an outbound order's request when it is claimed; freeze it for resending (PROTOCOL 10)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from jdfulfil_desktop.application.handlers.carriers import anyone, carrier_for
from jdfulfil_desktop.application.ports import OutboundRequest, UnitOfWork
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.order import NO_ADDRESS, Channel, Order, name_in_place
from jdfulfil_desktop.domain.outbound import Outbound
from jdfulfil_desktop.domain.warehouse import Store, Warehouse

OTHER_PLATFORM = "6"
NO_PHONE = "0000000000"


class Unready(Exception):
    """A number that only JD can give is still missing; `what` names it (`shop_no`, `carrier` …)."""

    def __init__(self, what: str, subject: str = "") -> None:
        self.what = what
        self.subject = subject
        super().__init__(f"{what} {subject}".strip())


@dataclass(frozen=True, slots=True)
class Frozen:
    """A request as it was sent, and when it was sent last."""

    request: OutboundRequest
    sent_at: datetime

    def dump(self) -> str:
        """Write it as JSON."""
        body = asdict(self.request)
        return json.dumps(
            {"sent_at": self.sent_at.isoformat(), "request": body}, ensure_ascii=False
        )


def thaw(text: str) -> Frozen:
    """Read a frozen request back; equal to what was frozen."""
    kept = json.loads(text)
    body = kept["request"]
    body["lines"] = tuple((goods_no, int(units)) for goods_no, units in body["lines"])
    return Frozen(OutboundRequest(**body), datetime.fromisoformat(kept["sent_at"]))


def build_request(
    uow: UnitOfWork, connection: Connection, outbound: Outbound, order: Order
) -> OutboundRequest:
    """Build what `addOrder` needs, with the tracking number in force now. Raises Unready."""
    warehouse = uow.warehouses.get(outbound.warehouse_no or "")
    if warehouse is None or not warehouse.department_no:
        raise Unready("warehouse", outbound.warehouse_no or "")
    store = uow.stores.get(outbound.store) or Store(outbound.store, outbound.channel)
    snapshot, consignee = order.snapshot, order.snapshot.consignee
    created = snapshot.created_at or order.first_seen_at
    return OutboundRequest(
        outbound_no=outbound.outbound_no,
        department_no=warehouse.department_no,
        warehouse_no=warehouse.warehouse_no,
        shop_no=_shop_no(uow, outbound, warehouse),
        sale_platform=_platform(uow, connection, outbound.channel),
        shipper_no=_shipper_no(uow, connection, snapshot.courier),
        order_no=outbound.order_no,
        created_at=created.astimezone(UTC).isoformat() if created else "",
        consignee_name=consignee.name or name_in_place(outbound.order_no),
        consignee_mobile=consignee.phone or _contact_phone(connection, store, warehouse),
        consignee_address=consignee.address or NO_ADDRESS,
        province=consignee.province,
        city=consignee.city,
        county=consignee.district,
        town=consignee.village,
        postcode=consignee.postcode,
        tracking_no=outbound.tracking_no,
        lines=_lines(uow, outbound),
        remark=snapshot.note,
    )


def _shop_no(uow: UnitOfWork, outbound: Outbound, warehouse: Warehouse) -> str:
    for binding in uow.stores.bindings(outbound.store):
        if binding.warehouse_no == warehouse.warehouse_no and binding.shop_no:
            return binding.shop_no
    raise Unready("shop_no", outbound.store)


def names_to_numbers(uow: UnitOfWork, setting: str) -> Mapping[str, str]:
    """Read a list of JD's that preparation has stored as a setting: number by name."""
    kept = uow.settings.get(setting)
    return {str(k): str(v) for k, v in kept.items()} if isinstance(kept, Mapping) else {}


def _platform(uow: UnitOfWork, connection: Connection, channel: Channel) -> str:
    """Give JD's code of the channel, else 6 (other)."""
    platforms = names_to_numbers(uow, f"platforms:{connection.pin}")
    wanted = channel.value.casefold()
    return next(
        (code for name, code in platforms.items() if wanted in name.casefold()), OTHER_PLATFORM
    )


def _shipper_no(uow: UnitOfWork, connection: Connection, courier: str) -> str:
    """Give the courier's carrier, else the third-party carrier; never JD by default."""
    carriers = names_to_numbers(uow, f"carriers:{connection.pin}")
    number = carrier_for(courier, carriers) or connection.shipper_no or anyone(carriers)
    if not number:
        raise Unready("carrier", courier)
    return number


def _contact_phone(connection: Connection, store: Store, warehouse: Warehouse) -> str:
    """Give the store's contact with its defaults (CONTRACT `store bind`)."""
    department = next(
        (d for d in connection.departments if d.department_no == warehouse.department_no), None
    )
    manager = department.manager_phone if department else ""
    return store.contact_phone or manager or warehouse.phone or NO_PHONE


def _lines(uow: UnitOfWork, outbound: Outbound) -> tuple[tuple[str, int], ...]:
    """Translate master SKUs into JD's goods numbers, in units."""
    skus = [item.sku for item in outbound.items]
    numbers = goods_numbers(uow, outbound.warehouse_no or WarehouseNo(""), skus)
    for sku in skus:
        if not numbers.get(sku):
            raise Unready("goods_no", sku)
    return tuple((numbers[item.sku], item.quantity) for item in outbound.items)


def goods_numbers(uow: UnitOfWork, warehouse_no: str, skus: list[Sku]) -> dict[Sku, str]:
    """Give JD's goods numbers of SKUs in a warehouse."""
    return {
        placed.sku: placed.goods_no
        for placed in uow.products.placements([warehouse_no], skus)
        if placed.goods_no
    }
