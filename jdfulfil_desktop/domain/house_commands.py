"""Say what is wanted of the house itself: what is put away, what runs low, who works here."""

from __future__ import annotations

from dataclasses import dataclass, field

from jdfulfil_desktop.domain.commands import Command
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
