"""Say what is wanted, in the imperative. Commands are frozen data and may cross threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jdfulfil_desktop.domain.command import Command as Command
from jdfulfil_desktop.domain.import_commands import BeginImport as BeginImport
from jdfulfil_desktop.domain.import_commands import CompleteImport as CompleteImport
from jdfulfil_desktop.domain.import_commands import ImportOrders as ImportOrders
from jdfulfil_desktop.domain.import_commands import NoteWatchedFile as NoteWatchedFile
from jdfulfil_desktop.domain.import_commands import RememberColumns as RememberColumns
from jdfulfil_desktop.domain.import_commands import UndoImport as UndoImport
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component, Product


@dataclass(frozen=True, slots=True)
class OrderKey:
    """Name one order; `store` is needed only where two stores have the number."""

    channel: Channel
    order_no: str
    store: str = ""


# --- stores and warehouses -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AddStore(Command):
    """Add a store of a channel; its name is its key."""

    name: str
    channel: Channel


@dataclass(frozen=True, slots=True)
class BindStore(Command):
    """Bind a store to a warehouse (R12), or change the binding.

    JD's shop number is asked for by the sync before the first push; where JD tells none (its newer
    platform) it is given here. Empty keeps what is known.
    """

    store: str
    warehouse_no: str
    priority: int = 1
    contact_name: str = ""
    contact_phone: str = ""
    contact_address: str = ""
    shop_no: str = ""


@dataclass(frozen=True, slots=True)
class UnbindStore(Command):
    """Take a store's binding to a warehouse away."""

    store: str
    warehouse_no: str


@dataclass(frozen=True, slots=True)
class AddOwnWarehouse(Command):
    """Add a warehouse of the merchant's own; its number is given (R11)."""

    name: str


@dataclass(frozen=True, slots=True)
class SetWarehouseActive(Command):
    """Switch a warehouse on or off.

    Refused (`warehouse_busy`) while orders, inbound or outbound lists are pending (R11).
    """

    warehouse_no: str
    active: bool


# --- products ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SaveProducts(Command):
    """Create or update master products (R16).

    `seen`: the products as the user read them; one that another saved since is a Conflict.
    """

    products: tuple[Product, ...]
    seen: tuple[Product, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkSku(Command):
    """Link a channel SKU to its components; orders held for it are released.

    What was linked is replaced, unless `add`. An empty `store` means all stores of the channel.
    """

    channel: Channel
    store: str
    channel_sku: str
    components: tuple[Component, ...]
    add: bool = False


@dataclass(frozen=True, slots=True)
class PlaceProducts(Command):
    """Choose a warehouse for products (R19).

    `confirmed`: the user agreed to what R13 and R17 ask.
    """

    warehouse_no: str
    skus: tuple[str, ...]
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmShelfLife(Command):
    """Agree that the validity of products can never change (R17)."""

    skus: tuple[str, ...]


# --- locations ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CreateLocations(Command):
    """Create one or several virtual locations (R23, R24)."""

    warehouse_no: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BindLocations(Command):
    """Bind (line number, location, SKU) triples (R25, R26).

    Good ones are kept, bad ones come back with their number.
    """

    warehouse_no: str
    pairs: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class UnbindLocation(Command):
    """Take a SKU off a location."""

    warehouse_no: str
    code: str
    sku: str


# --- inbound -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CreateInbound(Command):
    """Draw up an inbound list: (SKU, units) lines and a note (R27)."""

    warehouse_no: str
    lines: tuple[tuple[str, int], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class DeleteDraftInbound(Command):
    """Throw a list away that JD does not have."""

    inbound_no: str


# --- orders ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AcceptOrders(Command):
    """Terima Pesanan (R39): a mark kept here."""

    keys: tuple[OrderKey, ...]


@dataclass(frozen=True, slots=True)
class ArrangeShipment(Command):
    """Atur Pengiriman (R39): the user enters the tracking number, which accepts too."""

    key: OrderKey
    tracking_no: str


@dataclass(frozen=True, slots=True)
class HoldOrders(Command):
    """Hold orders until they are released."""

    keys: tuple[OrderKey, ...]


@dataclass(frozen=True, slots=True)
class ReleaseOrders(Command):
    """Lift the user's hold; a cancelled outbound order gets its next attempt's number."""

    keys: tuple[OrderKey, ...]


@dataclass(frozen=True, slots=True)
class SplitPart:
    """One part of a hand-made split: units by master SKU, and the part's own tracking number.

    `warehouse_no`: the warehouse that is to send it, where several have the goods; empty: the first
    of the store's that has them all (R12).
    """

    items: tuple[tuple[str, int], ...]
    tracking_no: str = ""
    warehouse_no: str = ""


@dataclass(frozen=True, slots=True)
class SplitOrder(Command):
    """Split an order by hand whose lines lie in different warehouses (R14).

    Each part is an outbound order; together they have to add up to the order. Empty `parts` take
    the split back.
    """

    key: OrderKey
    parts: tuple[SplitPart, ...]


@dataclass(frozen=True, slots=True)
class RetryOutbound(Command):
    """Queue a rejected outbound order again, or make a waiting one due now."""

    outbound_nos: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RedecideOrders(Command):
    """Decide open orders anew, some 500 at a time; the bus goes on by itself after the first.

    `cause` narrows to what changed: `sku:X` (orders with a line whose channel SKU is X or is linked
    to the master SKU X), `store:NAME`, `warehouse:NO` (orders of stores bound there, or placed
    there), `pin:PIN` (the same for all warehouses of a connection), `all`.
    """

    cause: str = "all"
    after_id: int = 0


# --- stock -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SetOwnStock(Command):
    """Set an own warehouse's figures by `adjustment` (R20)."""

    warehouse_no: str
    quantities: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class AdoptDifference(Command):
    """Adopt JD's figure by an `adjustment` that a user confirms (R22)."""

    warehouse_no: str
    sku: str


# --- settings, alerts --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ChangeSettings(Command):
    """Store settings by name; orders are decided anew where they matter."""

    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DismissAlert(Command):
    """Put an alert away."""

    alert_id: int
