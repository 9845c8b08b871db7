"""Shopify's order csv and WooCommerce's most used export: recognised, then held by R32."""

from __future__ import annotations

from jdfulfil_desktop.adapters.sheets.profiles.layout import (
    ORDER_LEVEL,
    DateOrder,
    FillDown,
    Layout,
    StatusRule,
)
from jdfulfil_desktop.domain.order import Channel, OrderStatus

SHOPIFY = Layout(
    key="shopify",
    channel=Channel.SHOPIFY,
    date_order=DateOrder.YEAR_FIRST,
    fill_down=FillDown.WHILE_ORDER_REPEATS,
    order_fields=ORDER_LEVEL,
    sku=(("sku",), ("name",)),
    statuses=(
        StatusRule(("refunded",), OrderStatus.RETURNED, sub=("fulfilled", "partial")),
        StatusRule(("refunded", "voided", "expired"), OrderStatus.CANCELLED),
        StatusRule(("paid", "partially_refunded"), OrderStatus.SHIPPING, sub=("fulfilled",)),
        StatusRule(("paid", "partially_refunded"), OrderStatus.PAID),
        StatusRule(("pending", "authorized", "partially_paid"), OrderStatus.PENDING_PAYMENT),
    ),
    fields={
        "order_no": ("Name",),
        "status": ("Financial Status",),
        "substatus": ("Fulfillment Status",),
        "cancelled_at": ("Cancelled at",),
        "created_at": ("Created at",),
        "paid_at": ("Paid at",),
        "courier": ("Shipping Method",),
        "quantity": ("Lineitem quantity",),
        "name": ("Lineitem name",),
        "sku": ("Lineitem sku",),
        "recipient": ("Shipping Name",),
        "phone": ("Shipping Phone",),
        "address": ("Shipping Street", "Shipping Address1"),
        "city": ("Shipping City",),
        "postcode": ("Shipping Zip",),
        "province": ("Shipping Province",),
        "country": ("Shipping Country",),
        "note": ("Notes",),
    },
)

WOOCOMMERCE = Layout(
    key="woocommerce",
    channel=Channel.WOOCOMMERCE,
    date_order=DateOrder.YEAR_FIRST,
    sku=(("sku",), ("name",)),
    statuses=(
        StatusRule(
            ("pending", "pending payment", "on-hold", "on hold"), OrderStatus.PENDING_PAYMENT
        ),
        StatusRule(("processing",), OrderStatus.PAID),
        StatusRule(("completed",), OrderStatus.DELIVERED),
        StatusRule(("cancelled", "canceled", "failed"), OrderStatus.CANCELLED),
        StatusRule(("refunded",), OrderStatus.RETURNED),
    ),
    fields={
        "order_no": ("Order Number",),
        "status": ("Order Status",),
        "created_at": ("Order Date",),
        "note": ("Customer Note",),
        "recipient": ("First Name (Shipping)",),
        "recipient_more": ("Last Name (Shipping)",),
        "phone": ("Phone (Billing)",),
        "address": ("Address 1&2 (Shipping)",),
        "city": ("City (Shipping)",),
        "province": ("State Code (Shipping)",),
        "postcode": ("Postcode (Shipping)",),
        "country": ("Country Code (Shipping)",),
        "courier": ("Shipping Method Title",),
        "sku": ("SKU",),
        "line_id": ("Item #",),
        "name": ("Item Name",),
        "quantity": ("Quantity", "Quantity (- Refund)"),
    },
)
