"""Describe master products, their shelf life and the channel SKUs linked to them (R16, R17)."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_UP, Decimal

from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel


@dataclass(frozen=True, slots=True)
class ShelfLife:
    """Validity and limits in days (R17).

    `confirmed` once the user agreed that the validity can never change.
    """

    days: int
    inbound_limit_days: int
    outbound_limit_days: int
    confirmed: bool = False

    def __post_init__(self) -> None:
        if self.days <= 0:
            raise RuleError("shelf_life_invalid", days=self.days)
        for limit in (self.inbound_limit_days, self.outbound_limit_days):
            if not 0 <= limit <= self.days:
                raise RuleError("shelf_life_limit_invalid", limit=limit, days=self.days)

    @property
    def inbound_share(self) -> Decimal:
        """Give JD's `instoreThreshold`: least remaining days / validity, rounded up to 0.01."""
        return _share(self.inbound_limit_days, self.days)

    @property
    def outbound_share(self) -> Decimal:
        """Give JD's `outstoreThreshold`, rounded likewise."""
        return _share(self.outbound_limit_days, self.days)


def _share(limit: int, days: int) -> Decimal:
    return (Decimal(limit) / Decimal(days)).quantize(Decimal("0.01"), rounding=ROUND_UP)


@dataclass(frozen=True, slots=True)
class Product:
    """A master product (R16). Weight in grams, sides in millimetres; 0 where unknown.

    Products of one `family` are variants of each other, told apart by `colour` and `size`.
    `picture` is the name of the file that its picture was taken from.
    """

    sku: Sku
    name: str
    barcode: str = ""
    weight_g: int = 0
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    shelf_life: ShelfLife | None = None
    picture: str = ""
    category_no: str = ""
    archived: bool = False
    family: str = ""
    colour: str = ""
    size: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A product's picture, scaled: `small` for lists, `large` beside them (PNG or JPEG bytes)."""

    small: bytes = field(repr=False)
    large: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Component:
    """One master SKU of what a channel SKU stands for; several make a bundle."""

    sku: Sku
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class SkuLink:
    """Link a channel SKU to master SKUs. `store` "" holds for every store of the channel."""

    channel: Channel
    store: str
    channel_sku: str
    components: tuple[Component, ...]
