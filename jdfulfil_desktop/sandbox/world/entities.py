"""What the gateway remembers: plain records, each with a key and a JSON form.

Moments are seconds since the epoch, quantities whole numbers; numbers of documents and goods are
JD's text. Records are changed in place by the modules beside this one and nowhere else.
"""

from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar

GOOD, DAMAGED, SAMPLE = "1", "2", "3"
"""Qualities of stock, JD's stockStatus."""

JD_CARRIER = "CYS0000010"
"""JD's own courier: who names no other gets it, and only its orders reach 10034."""


@dataclass(slots=True, kw_only=True)
class Entity:
    """A record that is kept under `kind` and `key`."""

    kind: ClassVar[str]

    @property
    def key(self) -> str:
        """Return the key, unique within the kind."""
        raise NotImplementedError

    def to_json(self) -> dict[str, Any]:
        """Return the record as JSON values."""
        return asdict(self)


@dataclass(slots=True, kw_only=True)
class Token(Entity):
    """A grant of one merchant to one app."""

    kind: ClassVar[str] = "token"
    token_id: str
    access_token: str
    refresh_token: str
    former_refresh_token: str = ""
    former_valid_until: float = 0
    pin: str
    app_key: str
    scope: str
    issued_at: float
    expires_at: float
    revoked: bool = False

    @property
    def key(self) -> str:
        """Return an id of its own: both of its values may change."""
        return self.token_id


@dataclass(slots=True, kw_only=True)
class Shop(Entity):
    """A store of a department."""

    kind: ClassVar[str] = "shop"
    shop_no: str
    dept_no: str
    isv_shop_no: str
    fields: dict[str, Any]

    @property
    def key(self) -> str:
        """Return the shop number."""
        return self.shop_no


@dataclass(slots=True, kw_only=True)
class Supplier(Entity):
    """Who delivers to a department."""

    kind: ClassVar[str] = "supplier"
    supplier_no: str
    dept_no: str
    isv_supplier_no: str
    fields: dict[str, Any]

    @property
    def key(self) -> str:
        """Return the supplier number."""
        return self.supplier_no


@dataclass(slots=True, kw_only=True)
class Goods(Entity):
    """A product of a department."""

    kind: ClassVar[str] = "goods"
    goods_no: str
    dept_no: str
    isv_goods_no: str
    fields: dict[str, Any]
    created_at: float
    updated_at: float

    @property
    def key(self) -> str:
        """Return the goods number."""
        return self.goods_no

    @property
    def name(self) -> str:
        """Return the name it was registered with."""
        return str(self.fields.get("goodsName", ""))

    @property
    def safe_days(self) -> int:
        """Return the shelf life in days, 0 for none."""
        return int(self.fields.get("safeDays", 0))


@dataclass(slots=True, kw_only=True)
class Stock(Entity):
    """Pieces of one product of one quality in one warehouse.

    `total` may fall below zero where the control side ships what is not there, so that later
    receipts still add up; outside it shows as 0. `batches` are pieces with one expiry date:
    `production` and `expiration` (ISO dates), `received_at`, `quantity`.
    """

    kind: ClassVar[str] = "stock"
    dept_no: str
    warehouse_no: str
    goods_no: str
    status: str = GOOD
    total: int = 0
    reserved: int = 0
    batches: list[dict[str, Any]] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Return warehouse, goods and quality."""
        return f"{self.warehouse_no}/{self.goods_no}/{self.status}"

    @property
    def usable(self) -> int:
        """Return what is not reserved, below zero where more was promised than is there."""
        return self.total - self.reserved


@dataclass(slots=True, kw_only=True)
class ShopStock(Entity):
    """What a department has set aside of one product in one warehouse for one shop.

    `settings` are all figures so far, the last one counts: `at`, `quantity`, `request_id`, `by`.
    """

    kind: ClassVar[str] = "shop_stock"
    dept_no: str
    shop_no: str
    warehouse_no: str
    goods_no: str
    settings: list[dict[str, Any]] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Return shop, warehouse and goods."""
        return f"{self.shop_no}/{self.warehouse_no}/{self.goods_no}"


@dataclass(slots=True, kw_only=True)
class Step:
    """A status that a document had from a moment on."""

    status: int
    at: float
    remark: str = ""


@dataclass(slots=True, kw_only=True)
class InboundLine:
    """What is announced of one product, and what came of it."""

    goods_no: str
    quantity: int
    goods_status: str
    order_line: str = ""
    batch_attributes: str = ""
    received: int = 0
    damaged: int = 0
    short: int = 0
    excess: int = 0
    others: dict[str, int] = field(default_factory=dict)
    """Pieces by JD's further kinds of difference, such as `expired`."""


@dataclass(slots=True, kw_only=True)
class Inbound(Entity):
    """An inbound list (purchase order, CGRK)."""

    kind: ClassVar[str] = "inbound"
    po_no: str
    sp_po_no: str
    pin: str
    dept_no: str
    warehouse_no: str
    supplier_no: str
    fields: dict[str, Any]
    lines: list[InboundLine]
    status: int = 10
    history: list[Step] = field(default_factory=list)
    created_at: float = 0
    completed_at: float = 0
    receipt: dict[str, Any] | None = None

    @property
    def key(self) -> str:
        """Return JD's number."""
        return self.po_no


@dataclass(slots=True, kw_only=True)
class OutboundLine:
    """What is ordered of one product, and what left."""

    goods_no: str
    quantity: int
    price: str = ""
    order_line: str = ""
    stock_status: str = GOOD
    shipped: int = 0


@dataclass(slots=True, kw_only=True)
class Outbound(Entity):
    """An outbound order (XSCK)."""

    kind: ClassVar[str] = "outbound"
    so_no: str
    isv_uuid: str
    pin: str
    dept_no: str
    warehouse_no: str
    shop_no: str
    shipper_no: str
    fields: dict[str, Any]
    lines: list[OutboundLine]
    status: int = 10010
    history: list[Step] = field(default_factory=list)
    created_at: float = 0
    waybill: str = ""
    paused_at: float = 0
    reserved: bool = False
    shipped: bool = False
    children: list[str] = field(default_factory=list)
    parent: str = ""
    returned: bool = False

    @property
    def key(self) -> str:
        """Return JD's number."""
        return self.so_no

    @property
    def carried_by_jd(self) -> bool:
        """Tell whether JD's own courier carries it."""
        return self.shipper_no == JD_CARRIER

    @property
    def platform_order_no(self) -> str:
        """Return the number that the sales platform knows it by."""
        return str(self.fields.get("salesPlatformOrderNo", ""))


@dataclass(slots=True, kw_only=True)
class Message(Entity):
    """News for who subscribed: a document has a new status."""

    kind: ClassVar[str] = "message"
    number: int
    topic: str
    dept_no: str
    document_no: str
    status: int
    at: float

    @property
    def key(self) -> str:
        """Return its place in the order of all messages."""
        return f"{self.number:016d}"


KINDS: dict[str, type[Entity]] = {
    entity.kind: entity
    for entity in (Token, Shop, Supplier, Goods, Stock, ShopStock, Inbound, Outbound, Message)
}


def from_json(kind: str, document: dict[str, Any]) -> Entity:
    """Rebuild a record from its JSON form."""
    values = dict(document)
    if kind in ("inbound", "outbound"):
        line_type = InboundLine if kind == "inbound" else OutboundLine
        values["lines"] = [line_type(**line) for line in values["lines"]]
        values["history"] = [Step(**step) for step in values["history"]]
    return KINDS[kind](**values)
