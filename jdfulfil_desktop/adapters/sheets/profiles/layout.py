"""Describe one export layout as data: its headers, its dates, its words for statuses.

A layout says nothing about cells or files; `grouping` and `recognition` read it. Header texts are
compared after `headers.normalise`, so spelling here follows the marketplaces.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from jdfulfil_desktop.domain.order import Channel, OrderStatus


class DateOrder(StrEnum):
    """Say which number leads a date; a leading four-digit year is understood everywhere."""

    YEAR_FIRST = "ymd"
    DAY_FIRST = "dmy"


class FillDown(StrEnum):
    """Say when order-level cells of a continued row are taken from the row above."""

    NEVER = "never"
    WHILE_ORDER_BLANK = "while_order_blank"
    WHILE_ORDER_REPEATS = "while_order_repeats"


@dataclass(frozen=True, slots=True)
class StatusRule:
    """Map status words to a status. The first rule that fits is used.

    `words` are compared without case, `_` as a blank; `prefix` lets sentences with a moving end
    match. `sub` narrows to these substatuses ("" for a blank one); None takes any. `with_number`
    is the status where the row has a tracking number or shipping was arranged.
    """

    words: tuple[str, ...]
    status: OrderStatus
    sub: tuple[str, ...] | None = None
    prefix: bool = False
    with_number: OrderStatus | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """One file layout of one marketplace.

    `fields`: canonical field -> accepted headers. `required`: each entry is a tuple of fields of
    which one must have a column. `sku`: fields of a line's SKU in the order of trying, each with
    the fields that are joined to it by ` | `. `order_fields`: what fill-down carries on.
    `description`: normalised first cell of a row that only explains the columns.
    """

    key: str
    channel: Channel
    fields: Mapping[str, tuple[str, ...]]
    statuses: tuple[StatusRule, ...]
    date_order: DateOrder
    required: tuple[tuple[str, ...], ...] = (
        ("order_no",),
        ("status",),
        ("sku",),
        ("quantity",),
    )
    sku: tuple[tuple[str, ...], ...] = (("sku",),)
    fill_down: FillDown = FillDown.NEVER
    row_is_unit: bool = False
    courier_grouped: bool = False
    package_is_number: bool = False
    description: str = ""
    order_fields: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class RefusedLayout:
    """A known export that lacks what an order needs; `instead` names the one to download."""

    key: str
    channel: Channel
    marks: tuple[str, ...]
    instead: str


ORDER_LEVEL = frozenset(
    {
        "order_no",
        "status",
        "substatus",
        "request",
        "cancelled_at",
        "tracking_no",
        "arranged_at",
        "courier",
        "courier_option",
        "courier_first_mile",
        "created_at",
        "paid_at",
        "ship_by",
        "recipient",
        "phone",
        "address",
        "address_more",
        "province",
        "city",
        "district",
        "village",
        "postcode",
        "country",
        "purchase_channel",
    }
)
"""Fields that belong to the order, not to a line."""
