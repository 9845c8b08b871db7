"""Name the identifiers that the business speaks of.

They are plain strings at run time; the types keep a SKU from being passed where a warehouse
number is meant.
"""

from __future__ import annotations

from typing import NewType

Pin = NewType("Pin", str)
"""A merchant's JD account (R8): one PIN belongs to one connection."""
DepartmentNo = NewType("DepartmentNo", str)
"""JD's department, `EBU…`."""
WarehouseNo = NewType("WarehouseNo", str)
"""JD's warehouse number, or `OWN-…` for one of the merchant's own (R11)."""
Sku = NewType("Sku", str)
"""A master SKU (R16); JD knows it as `isvGoodsNo`."""
GoodsNo = NewType("GoodsNo", str)
"""JD's goods number, `EMG…`."""
OrderNo = NewType("OrderNo", str)
OutboundNo = NewType("OutboundNo", str)
"""Our number of an outbound order; JD knows it as `isvUUID`."""
InboundNo = NewType("InboundNo", str)
"""Our number of an inbound list; JD knows it as `spPoOrderNo`."""
JdNo = NewType("JdNo", str)
"""JD's number of a document: `ESL…` outbound, `EPL…` inbound."""
TrackingNo = NewType("TrackingNo", str)


def outbound_number(channel: str, order_no: str, *, part: int = 1, attempt: int = 1) -> OutboundNo:
    """Derive the one number under which an order may be sent (PROTOCOL 10).

    It follows from channel and order number, so the same order can never reach JD under a second
    number by accident: JD refuses a doubled `isvUUID`. `part` counts packages and hand-made splits
    (R14), `attempt` counts sendings after a cancel that JD confirmed.
    """
    number = f"{channel}-{order_no}".upper()
    if part > 1:
        number += f"-P{part}"
    if attempt > 1:
        number += f"-{attempt}"
    return OutboundNo(number)
