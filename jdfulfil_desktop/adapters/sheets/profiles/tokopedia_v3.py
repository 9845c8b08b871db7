"""Tokopedia since the merge with TikTok Shop: sheet `OrderSKUList`, xlsx or csv, 58 to 65 columns.

Headers are English in every account; status words follow the account's language.
"""

from __future__ import annotations

from jdfulfil_desktop.adapters.sheets.profiles.layout import DateOrder, Layout, StatusRule
from jdfulfil_desktop.domain.order import Channel, OrderStatus

_TO_SHIP = ("To ship", "Perlu dikirim")
_SHIPPED = ("Shipped", "Dikirim")
_AWAITING_SHIPMENT = ("Awaiting shipment", "Menunggu pengiriman")
_AWAITING_COLLECTION = ("Awaiting collection", "Menunggu pengambilan", "Menunggu penjemputan")

_STATUSES = (
    StatusRule(("Unpaid", "Belum dibayar", "On hold"), OrderStatus.PENDING_PAYMENT),
    StatusRule((*_TO_SHIP, *_AWAITING_SHIPMENT), OrderStatus.PAID, sub=_AWAITING_SHIPMENT),
    StatusRule(
        (*_TO_SHIP, *_AWAITING_COLLECTION), OrderStatus.READY_TO_SHIP, sub=_AWAITING_COLLECTION
    ),
    StatusRule(_TO_SHIP, OrderStatus.PENDING_PAYMENT, sub=("On hold",)),
    StatusRule(_TO_SHIP, OrderStatus.PAID, sub=("",), with_number=OrderStatus.READY_TO_SHIP),
    StatusRule(_AWAITING_SHIPMENT, OrderStatus.PAID, sub=("",)),
    StatusRule(_AWAITING_COLLECTION, OrderStatus.READY_TO_SHIP, sub=("",)),
    StatusRule(_SHIPPED, OrderStatus.DELIVERED, sub=("Delivered", "Completed", "Selesai")),
    StatusRule(
        (*_SHIPPED, "In transit", "Partially shipping", "Dalam pengiriman", "Dalam perjalanan"),
        OrderStatus.SHIPPING,
    ),
    StatusRule(("Delivered", "Completed", "Terkirim", "Selesai"), OrderStatus.DELIVERED),
    StatusRule(("Canceled", "Cancelled", "Dibatalkan"), OrderStatus.CANCELLED),
)

TOKOPEDIA_V3 = Layout(
    key="tokopedia_v3",
    channel=Channel.TOKOPEDIA,
    date_order=DateOrder.DAY_FIRST,
    statuses=_STATUSES,
    description="platform unique order id.",
    fields={
        "order_no": ("Order ID",),
        "status": ("Order Status",),
        "substatus": ("Order Substatus",),
        "request": ("Cancelation/Return Type", "Cancellation/Return Type"),
        "line_id": ("SKU ID",),
        "sku": ("Seller SKU",),
        "name": ("Product Name",),
        "price": ("SKU Unit Original Price",),
        "quantity": ("Quantity",),
        "created_at": ("Created Time",),
        "paid_at": ("Paid Time",),
        "tracking_no": ("Tracking ID",),
        "courier": ("Shipping Provider Name",),
        "courier_option": ("Delivery Option",),
        "note": ("Buyer Message",),
        "recipient": ("Recipient",),
        "phone": ("Phone #",),
        "postcode": ("Zipcode",),
        "country": ("Country",),
        "province": ("Province",),
        "city": ("Regency and City",),
        "district": ("Districts",),
        "village": ("Villages",),
        "address": ("Detail Address",),
        "address_more": ("Additional address information",),
        "package": ("Package ID",),
        "purchase_channel": ("Purchase Channel",),
    },
)
