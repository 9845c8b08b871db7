"""Keep master products, link channel SKUs, choose warehouses for goods (R13, R16, R17, R19)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.deciding import with_redecided
from jdfulfil_desktop.application.handlers.warehouses import find_warehouse
from jdfulfil_desktop.application.history import (
    note_changes,
    note_made,
    of_product,
    parts_in_words,
    product_values,
)
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import Continued, SavedProducts
from jdfulfil_desktop.domain.commands import (
    ConfirmShelfLife,
    LinkSku,
    PlaceProducts,
    SaveProducts,
)
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import ProductsChanged
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Component, Product, ShelfLife, SkuLink
from jdfulfil_desktop.domain.warehouse import (
    Placement,
    PlacementState,
    Warehouse,
    WarehouseKind,
)


def save_products(command: SaveProducts, uow: UnitOfWork, env: Env) -> SavedProducts:
    """Create or update master products; one that carries an `id` is an update.

    Raises RuleError for a SKU or barcode that another product has, naming it (`sku_exists`,
    `barcode_taken`), for doubles among those given (`sku_twice`, `barcode_taken`), for a missing
    SKU or name, and for a shelf life that JD holds already (`shelf_life_fixed`).
    """
    products = list(command.products)
    known = uow.products.get_many([p.sku for p in products])
    _refuse_doubles(uow, products, known)
    at_jd = _skus_at_jd(uow, known)
    saved = [_as_kept(product, known.get(product.sku), at_jd) for product in products]
    changed = [p for p in saved if p != known.get(p.sku)]
    if changed:
        uow.products.save_many(changed)
        _note(uow, env, changed, known)
        uow.emit(ProductsChanged(tuple(p.sku for p in changed)))
    new = sum(1 for p in products if p.sku not in known)
    return SavedProducts(new, len(changed) - new, len(saved) - len(changed))


def _note(
    uow: UnitOfWork, env: Env, saved: Sequence[Product], known: Mapping[str, Product]
) -> None:
    note_made(uow, env, *(of_product(p.sku) for p in saved if p.sku not in known))
    for product in saved:
        if before := known.get(product.sku):
            old, new = product_values(before), product_values(product)
            note_changes(uow, env, of_product(product.sku), old, new)


def _refuse_doubles(
    uow: UnitOfWork, products: Sequence[Product], known: Mapping[str, Product]
) -> None:
    owners = uow.products.by_barcodes([p.barcode for p in products if p.barcode])
    skus: set[str] = set()
    barcodes: dict[str, str] = {}
    for product in products:
        if not product.sku or not product.name:
            raise RuleError("missing_value", subject=product.sku or product.name)
        if product.sku in skus:
            raise RuleError("sku_twice", subject=product.sku)
        skus.add(product.sku)
        same = known.get(product.sku)
        if same is not None and product.id is None:
            raise RuleError("sku_exists", subject=product.sku, name=same.name)
        owner = owners.get(product.barcode)
        other = barcodes.get(product.barcode) or (owner.sku if owner else "")
        if product.barcode and other and other != product.sku:
            raise RuleError("barcode_taken", subject=product.barcode, sku=other)
        barcodes[product.barcode] = product.sku


def _skus_at_jd(uow: UnitOfWork, skus: Collection[str]) -> set[str]:
    """Give the SKUs that JD has, or may have: what it holds of them is final (R17)."""
    if not skus:
        return set()
    final = (PlacementState.PUSHED, PlacementState.UNCERTAIN)
    return {p.sku for p in uow.products.placements(None, skus) if p.state in final}


def _as_kept(product: Product, known: Product | None, at_jd: set[str]) -> Product:
    """Keep an agreed shelf life agreed to as long as it stays the same."""
    if known is None:
        return product
    same = _days(product.shelf_life) == _days(known.shelf_life)
    if not same and product.sku in at_jd:
        raise RuleError("shelf_life_fixed", subject=product.sku)
    return replace(
        product, shelf_life=known.shelf_life if same else product.shelf_life, id=known.id
    )


def _days(life: ShelfLife | None) -> tuple[int, int, int] | None:
    return (life.days, life.inbound_limit_days, life.outbound_limit_days) if life else None


def link_sku(command: LinkSku, uow: UnitOfWork, env: Env) -> SkuLink | Continued[SkuLink]:
    """Link a channel SKU to its components, or add one (a bundle); waiting orders are released."""
    if command.store:
        store = uow.stores.get(command.store)
        if store is None:
            raise RuleError("store_not_found", subject=command.store)
        if store.channel is not command.channel:
            raise RuleError("wrong_channel", subject=store.name, channel=str(store.channel))
    if not command.channel_sku.strip() or not command.components:
        raise RuleError("missing_value", subject=command.channel_sku)
    known = uow.products.get_many([part.sku for part in command.components])
    for part in command.components:
        if part.sku not in known:
            raise RuleError("product_not_found", subject=part.sku)
        if part.quantity <= 0:
            raise RuleError("quantity_invalid", subject=part.sku)
    before = _linked(uow, command)
    parts = {part.sku: part for part in before} if command.add else {}
    parts.update({part.sku: part for part in command.components})
    link = SkuLink(command.channel, command.store, command.channel_sku, tuple(parts.values()))
    uow.products.save_link(link)
    old, new = {"link": parts_in_words(before)}, {"link": parts_in_words(link.components)}
    for sku in dict.fromkeys([*(part.sku for part in before), *parts]):
        note_changes(uow, env, of_product(sku), old, new, where=command.channel_sku)
    uow.emit(ProductsChanged(tuple(parts)))
    return with_redecided(f"sku:{command.channel_sku}", link, uow, env)


def _linked(uow: UnitOfWork, command: LinkSku) -> tuple[Component, ...]:
    wanted = (command.channel, command.store, command.channel_sku)
    for link in uow.products.all_links():
        if (link.channel, link.store, link.channel_sku) == wanted:
            return link.components
    return ()


def place_products(
    command: PlaceProducts, uow: UnitOfWork, env: Env
) -> tuple[str, ...] | Continued[tuple[str, ...]]:
    """Choose a warehouse for products; gives the SKUs that are new there.

    Raises RuleError("sku_in_other_warehouse") where JD's warehouse and another one would both have
    a SKU (R13), and RuleError("shelf_life_unconfirmed") where a validity becomes final (R17), both
    unless `confirmed`.
    """
    warehouse = find_warehouse(uow, command.warehouse_no)
    known = uow.products.get_many(command.skus)
    for sku in command.skus:
        if sku not in known:
            raise RuleError("product_not_found", subject=sku)
    placed = {(p.sku, p.warehouse_no): p for p in uow.products.placements(None, command.skus)}
    if not command.confirmed:
        _ask(uow, warehouse, known, placed.values())
    own = warehouse.kind is WarehouseKind.OWN
    state = PlacementState.OWN if own else PlacementState.WAITING
    new = []
    for sku in dict.fromkeys(command.skus):
        before = placed.get((Sku(sku), warehouse.warehouse_no))
        if before is None or before.state is PlacementState.FAILED:
            new.append(Placement(warehouse.warehouse_no, Sku(sku), state))
    uow.products.save_placements(new)
    if not own:
        agree_to_shelf_lives(uow, known.values())
    skus = tuple(str(p.sku) for p in new)
    uow.emit(ProductsChanged(skus))
    return with_redecided(f"warehouse:{warehouse.warehouse_no}", skus, uow, env)


def _ask(
    uow: UnitOfWork,
    warehouse: Warehouse,
    products: Mapping[str, Product],
    placements: Collection[Placement],
) -> None:
    """Refuse what the user has to agree to first."""
    own = {h.warehouse_no for h in uow.warehouses.all() if h.kind is WarehouseKind.OWN}
    here = warehouse.warehouse_no
    apart = sorted(
        {p.sku for p in placements if p.warehouse_no != here and not {p.warehouse_no, here} <= own}
    )
    if apart:
        others = sorted({p.warehouse_no for p in placements if p.sku in apart} - {here})
        raise RuleError(
            "sku_in_other_warehouse", subject=", ".join(apart), warehouses=", ".join(others)
        )
    if warehouse.kind is WarehouseKind.OWN:
        return
    open_ones = [p for p in products.values() if p.shelf_life and not p.shelf_life.confirmed]
    if open_ones:
        days = ", ".join(str(p.shelf_life.days) for p in open_ones if p.shelf_life)
        subject = ", ".join(p.sku for p in open_ones)
        raise RuleError("shelf_life_unconfirmed", subject=subject, days=days)


def agree_to_shelf_lives(uow: UnitOfWork, products: Collection[Product]) -> list[Product]:
    """Mark shelf lives as agreed to; gives the products that changed."""
    agreed = [
        replace(p, shelf_life=replace(p.shelf_life, confirmed=True))
        for p in products
        if p.shelf_life and not p.shelf_life.confirmed
    ]
    if agreed:
        uow.products.save_many(agreed)
    return agreed


def confirm_shelf_life(
    command: ConfirmShelfLife, uow: UnitOfWork, env: Env
) -> int | Continued[int]:
    """Agree that validities can never change (R17); gives how many were open."""
    known = uow.products.get_many(command.skus)
    for sku in command.skus:
        if sku not in known:
            raise RuleError("product_not_found", subject=sku)
    agreed = agree_to_shelf_lives(uow, known.values())
    if not agreed:
        return 0
    uow.emit(ProductsChanged(tuple(p.sku for p in agreed)))
    cause = f"sku:{agreed[0].sku}" if len(agreed) == 1 else "all"
    return with_redecided(cause, len(agreed), uow, env)
