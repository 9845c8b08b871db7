"""Keep master products, links of channel SKUs to them, and placements (R13, R16-R19)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.schema import pictures, placements, products, sku_links, stock
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component, Picture, Product, ShelfLife, SkuLink
from jdfulfil_desktop.domain.warehouse import Placement, PlacementState


class SqlProducts:
    """Fulfil `ports.Products`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get_many(self, skus: Collection[str] | None = None) -> dict[str, Product]:
        """Give products by SKU; all where no SKUs are named."""
        query = select(products).order_by(products.c.sku)
        if skus is not None:
            query = query.where(dialect.among(products.c.sku, skus))
        return {row.sku: _product_from(row) for row in self._connection.execute(query)}

    def by_barcodes(self, barcodes: Collection[str]) -> dict[str, Product]:
        """Give products by barcode; of several with one barcode the oldest."""
        asked = [barcode for barcode in barcodes if barcode]
        query = select(products).where(dialect.among(products.c.barcode, asked))
        rows = self._connection.execute(query.order_by(products.c.id.desc()))
        return {row.barcode: _product_from(row) for row in rows}

    def save_many(self, products: Sequence[Product]) -> None:
        """Insert or update by SKU."""
        if products:
            self._connection.execute(_SAVE_PRODUCT, [_product_values(x) for x in products])

    def links(
        self, channel: Channel, store: str, channel_skus: Collection[str] | None = None
    ) -> dict[str, tuple[Component, ...]]:
        """Give the links in force: the store's own before those of the whole channel."""
        x = sku_links.c
        query = select(sku_links).where(x.channel == channel.value, x.store.in_(("", store)))
        if channel_skus is not None:
            query = query.where(dialect.among(x.channel_sku, channel_skus))
        found: dict[str, dict[str, list[Component]]] = defaultdict(lambda: defaultdict(list))
        for row in self._connection.execute(query.order_by(x.store, x.channel_sku, x.place)):
            found[row.channel_sku][row.store].append(Component(Sku(row.sku), row.quantity))
        return {
            channel_sku: tuple(by_store[store] if store in by_store else by_store[""])
            for channel_sku, by_store in found.items()
        }

    def all_links(self) -> list[SkuLink]:
        """Give every link, by channel, store and channel SKU."""
        x = sku_links.c
        query: Select[Any] = select(sku_links).order_by(x.channel, x.store, x.channel_sku, x.place)
        found: dict[tuple[str, str, str], list[Component]] = defaultdict(list)
        for row in self._connection.execute(query):
            key = (row.channel, row.store, row.channel_sku)
            found[key].append(Component(Sku(row.sku), row.quantity))
        return [
            SkuLink(Channel(channel), store, channel_sku, tuple(components))
            for (channel, store, channel_sku), components in found.items()
        ]

    def save_link(self, link: SkuLink) -> None:
        """Replace a channel SKU's components; none at all takes the link away."""
        x = sku_links.c
        chosen = (
            (x.channel == link.channel.value)
            & (x.store == link.store)
            & (x.channel_sku == link.channel_sku)
        )
        self._connection.execute(delete(sku_links).where(chosen))
        rows = [
            {
                "channel": link.channel.value,
                "store": link.store,
                "channel_sku": link.channel_sku,
                "place": place,
                "sku": component.sku,
                "quantity": component.quantity,
            }
            for place, component in enumerate(link.components)
        ]
        if rows:
            self._connection.execute(insert(sku_links), rows)

    def save_picture(self, sku: str, picture: Picture | None) -> None:
        """Keep a product's scaled picture; None takes it away."""
        if picture is None:
            self._connection.execute(delete(pictures).where(pictures.c.sku == sku))
            return
        values = {"sku": sku, "small": picture.small, "large": picture.large}
        self._connection.execute(_SAVE_PICTURE, values)

    def placements(
        self,
        warehouse_nos: Collection[str] | None = None,
        skus: Collection[str] | None = None,
    ) -> list[Placement]:
        """Give placements of some warehouses, some SKUs, both or all."""
        p = placements.c
        query = select(placements).order_by(p.warehouse_no, p.sku)
        if warehouse_nos is not None:
            query = query.where(dialect.among(p.warehouse_no, warehouse_nos))
        if skus is not None:
            query = query.where(dialect.among(p.sku, skus))
        return [_placement_from(row) for row in self._connection.execute(query)]

    def save_placements(self, placements: Sequence[Placement]) -> None:
        """Insert or update by warehouse and SKU; each has a stock row, of zeros at first."""
        if placements:
            self._connection.execute(_SAVE_PLACEMENT, [_placement_values(x) for x in placements])
            self._connection.execute(
                _ADD_STOCK_ROW, [{"warehouse_no": x.warehouse_no, "sku": x.sku} for x in placements]
            )


def _saving_products() -> Any:
    """Insert or update everything but id and SKU: lists and links refer to a product by those."""
    statement = dialect.inserting(products)
    kept = {"id", "sku"}
    changed = {c.name: statement.excluded[c.name] for c in products.c if c.name not in kept}
    return statement.on_conflict_do_update(index_elements=["sku"], set_=changed)


_SAVE_PRODUCT = _saving_products()
_SAVE_PICTURE = dialect.inserting_or_replacing(pictures, ("sku",))
_ADD_STOCK_ROW = dialect.inserting(stock).on_conflict_do_nothing()
_SAVE_PLACEMENT = dialect.inserting_or_replacing(placements, ("warehouse_no", "sku"))


def _product_values(product: Product) -> dict[str, Any]:
    life = product.shelf_life
    return {
        "sku": product.sku,
        "name": product.name,
        "barcode": product.barcode,
        "weight_g": product.weight_g,
        "length_mm": product.length_mm,
        "width_mm": product.width_mm,
        "height_mm": product.height_mm,
        "shelf_life_days": life.days if life else None,
        "inbound_limit_days": life.inbound_limit_days if life else None,
        "outbound_limit_days": life.outbound_limit_days if life else None,
        "shelf_life_confirmed": bool(life and life.confirmed),
        "picture": product.picture,
        "category_no": product.category_no,
        "archived": product.archived,
        "family": product.family,
        "colour": product.colour,
        "size": product.size,
    }


def _product_from(row: Row[Any]) -> Product:
    life = None
    if row.shelf_life_days is not None:
        life = ShelfLife(
            row.shelf_life_days,
            row.inbound_limit_days,
            row.outbound_limit_days,
            row.shelf_life_confirmed,
        )
    return Product(
        sku=Sku(row.sku),
        name=row.name,
        barcode=row.barcode,
        weight_g=row.weight_g,
        length_mm=row.length_mm,
        width_mm=row.width_mm,
        height_mm=row.height_mm,
        shelf_life=life,
        picture=row.picture,
        category_no=row.category_no,
        archived=row.archived,
        family=row.family,
        colour=row.colour,
        size=row.size,
        id=row.id,
    )


def _placement_values(placement: Placement) -> dict[str, Any]:
    return {
        "warehouse_no": placement.warehouse_no,
        "sku": placement.sku,
        "state": placement.state.value,
        "goods_no": placement.goods_no,
        "opened": placement.opened,
        "error_code": placement.error_code,
        "error_text": placement.error_text,
    }


def _placement_from(row: Row[Any]) -> Placement:
    return Placement(
        warehouse_no=WarehouseNo(row.warehouse_no),
        sku=Sku(row.sku),
        state=PlacementState(row.state),
        goods_no=row.goods_no,
        opened=row.opened,
        error_code=row.error_code,
        error_text=row.error_text,
    )
