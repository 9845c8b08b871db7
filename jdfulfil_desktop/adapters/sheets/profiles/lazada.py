"""Lazada's `sheet1`: one row is one unit, headers in camel case (older files: English titles)."""

from __future__ import annotations

from jdfulfil_desktop.adapters.sheets.profiles.layout import DateOrder, Layout, StatusRule
from jdfulfil_desktop.domain.order import Channel, OrderStatus

_STATUSES = (
    StatusRule(("unpaid",), OrderStatus.PENDING_PAYMENT),
    StatusRule(("pending",), OrderStatus.PAID),
    StatusRule(("packed",), OrderStatus.PAID, with_number=OrderStatus.READY_TO_SHIP),
    StatusRule(("ready_to_ship",), OrderStatus.READY_TO_SHIP),
    StatusRule(("shipped",), OrderStatus.SHIPPING),
    # `confirmed` is the buyer's confirmation: the order is finished.
    StatusRule(("delivered", "confirmed"), OrderStatus.DELIVERED),
    StatusRule(("canceled", "cancelled", "failed"), OrderStatus.CANCELLED),
    StatusRule(
        (
            "returned",
            "Package Returned",
            "In Transit: Returning to seller",
            "Lost by 3PL",
            "Damaged by 3PL",
            "Package scrapped",
        ),
        OrderStatus.RETURNED,
    ),
)

LAZADA = Layout(
    key="lazada",
    channel=Channel.LAZADA,
    date_order=DateOrder.DAY_FIRST,
    statuses=_STATUSES,
    required=(("order_no",), ("status",), ("sku",)),
    row_is_unit=True,
    package_is_number=True,
    fields={
        "order_no": ("orderNumber", "Order Number"),
        "line_id": ("orderItemId", "Order Item Id"),
        "sku": ("sellerSku", "Seller SKU"),
        "name": ("itemName", "Item Name"),
        "price": ("paidPrice", "Paid Price"),
        "status": ("status",),
        "created_at": ("createTime", "Create Time", "Created at"),
        "ship_by": ("ttsSla",),
        # Compared whole: `cdTrackingCode` is the customs leg's, `trackingCodeFM` the first mile's.
        "tracking_no": ("trackingCode", "Tracking Code"),
        "tracking_no_other": ("cdTrackingCode", "CD Tracking Code"),
        "courier": ("shippingProvider", "Shipping Provider"),
        "courier_first_mile": ("shippingProviderFM", "Shipping Provider (first mile)"),
        "recipient": ("shippingName", "Shipping Name"),
        "phone": ("shippingPhone", "Shipping Phone Number", "Shipping Phone"),
        "address": ("shippingAddress", "Shipping Address"),
        "address_more": ("shippingAddress2", "Shipping Address2"),
        "address_3": ("shippingAddress3", "Shipping Address3"),
        "address_4": ("shippingAddress4", "Shipping Address4"),
        "address_5": ("shippingAddress5", "Shipping Address5"),
        "city": ("shippingCity", "Shipping City"),
        "postcode": ("shippingPostCode", "Shipping Postcode"),
        "country": ("shippingCountry", "Shipping Country"),
        "province": ("shippingRegion", "Shipping Region"),
        "note": ("sellerNote",),
    },
)
