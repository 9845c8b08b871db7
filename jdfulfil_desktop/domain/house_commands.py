"""Say what is wanted of the house itself: what is put away, what runs low, who works here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jdfulfil_desktop.domain.commands import Command
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Picture
from jdfulfil_desktop.domain.users import Right, Role


@dataclass(frozen=True, slots=True)
class ArchiveProducts(Command):
    """Put products away, or bring them back.

    Refused (`product_in_use`) while something of them is in stock, reserved or on its way.
    """

    skus: tuple[str, ...]
    archived: bool = True


@dataclass(frozen=True, slots=True)
class SetThreshold(Command):
    """Say below how many available units a product runs low in a warehouse (R22); None: never."""

    warehouse_no: str
    sku: str
    units: int | None


@dataclass(frozen=True, slots=True)
class SetPicture(Command):
    """Give a product a picture, already scaled; `picture` None takes it away (R16).

    `name`: of the file that it was taken from.
    """

    sku: str
    name: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class UnlinkSku(Command):
    """Take a channel SKU's link away; its orders are held again, what was sent is not touched."""

    channel: Channel
    store: str
    channel_sku: str


@dataclass(frozen=True, slots=True)
class CountStock(Command):
    """Set what was counted in an own warehouse, under one document (R22).

    `whole`: everything was counted; what is placed there and was not found is 0.
    """

    warehouse_no: str
    counted: Mapping[str, int]
    whole: bool = False


# --- users ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AddUser(Command):
    """Add somebody who works here (R18); the first one is an owner."""

    name: str
    pin: str = field(repr=False)
    role: Role = Role.CLERK
    rights: tuple[Right, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeUser(Command):
    """Give a user another role, other rights or a new PIN; an empty PIN keeps the old one."""

    name: str
    role: Role
    rights: tuple[Right, ...] = ()
    pin: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RemoveUser(Command):
    """Take a user away. What they did keeps their name."""

    name: str


@dataclass(frozen=True, slots=True)
class SwitchUser(Command):
    """Go on as another user of this PC, by PIN."""

    name: str
    pin: str = field(repr=False)
