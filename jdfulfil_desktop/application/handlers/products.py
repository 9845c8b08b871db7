"""Keep master products and their pictures, choose warehouses for goods (R13, R16, R17, R19)."""

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
    product_values,
)
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import Continued, SavedProducts
from jdfulfil_desktop.domain.commands import (
    ConfirmShelfLife,
    PlaceProducts,
    SaveProducts,
)
from jdfulfil_desktop.domain.errors import Conflict, RuleError
from jdfulfil_desktop.domain.events import ProductsChanged
from jdfulfil_desktop.domain.house_commands import SetPicture
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product, ShelfLife
from jdfulfil_desktop.domain.warehouse import (
    Placement,
    PlacementState,
    Warehouse,
    WarehouseKind,
)

LARGEST_PICTURE = 1_000_000
"""Bytes of a scaled picture; a database of 5,000 products stays well below a gigabyte."""


def save_products(command: SaveProducts, uow: UnitOfWork, env: Env) -> SavedProducts:
    """Create or update master products; one that carries an `id` is an update.

    Raises RuleError for a SKU or barcode that another product has, naming it (`sku_exists`,
    `barcode_taken`), for doubles among those given (`sku_twice`, `barcode_taken`), for a missing
    SKU or name, and for a shelf life that JD holds already (`shelf_life_fixed`). Raises Conflict
    where one of `seen` is no longer as it was read.
    """
    products = list(command.products)
    known = uow.products.get_many([p.sku for p in products])
    for refusal in refusals(uow, products, known).values():
        raise refusal
    for seen in command.seen:
        _refuse_changed(seen, known.get(seen.sku))
    saved = [_as_kept(product, known.get(product.sku)) for product in products]
    changed = [p for p in saved if p != known.get(p.sku)]
    if changed:
        uow.products.save_many(changed)
        _note(uow, env, changed, known)
        uow.emit(ProductsChanged(tuple(p.sku for p in changed)))
    new = sum(1 for p in products if p.sku not in known)
    return SavedProducts(new, len(changed) - new, len(saved) - len(changed))


def _refuse_changed(seen: Product, known: Product | None) -> None:
    """Raise Conflict where a record is no longer what its user changes it from."""
    if known is None or product_values(known) != product_values(seen):
        raise Conflict(subject=seen.sku)


def _note(
    uow: UnitOfWork, env: Env, saved: Sequence[Product], known: Mapping[str, Product]
) -> None:
    note_made(uow, env, *(of_product(p.sku) for p in saved if p.sku not in known))
    for product in saved:
        if before := known.get(product.sku):
            old, new = product_values(before), product_values(product)
            note_changes(uow, env, of_product(product.sku), old, new)


def refusals(
    uow: UnitOfWork, products: Sequence[Product], known: Mapping[str, Product]
) -> dict[int, RuleError]:
    """Give what speaks against saving products together, by their place among those given.

    A SKU or barcode goes to the first that names it; what is refused takes neither.
    """
    owners = uow.products.by_barcodes([p.barcode for p in products if p.barcode])
    at_jd = _skus_at_jd(uow, known)
    skus: set[str] = set()
    barcodes = {barcode: str(owner.sku) for barcode, owner in owners.items()}
    found: dict[int, RuleError] = {}
    for place, product in enumerate(products):
        refusal = _refusal(product, known.get(product.sku), skus, barcodes, at_jd)
        if refusal is not None:
            found[place] = refusal
            continue
        skus.add(product.sku)
        if product.barcode:
            barcodes[product.barcode] = product.sku
    return found


def _refusal(
    product: Product,
    same: Product | None,
    skus: Collection[str],
    barcodes: Mapping[str, str],
    at_jd: Collection[str],
) -> RuleError | None:
    """Say what speaks against one product: a doubled SKU or barcode names who has it."""
    if not product.sku or not product.name:
        return RuleError("missing_value", subject=product.sku or product.name)
    if product.sku in skus:
        return RuleError("sku_twice", subject=product.sku)
    if same is not None and product.id is None:
        return RuleError("sku_exists", subject=product.sku, name=same.name)
    owner = barcodes.get(product.barcode, "") if product.barcode else ""
    if owner and owner != product.sku:
        return RuleError("barcode_taken", subject=product.barcode, sku=owner)
    fixed = same is not None and product.sku in at_jd
    if fixed and same and _days(product.shelf_life) != _days(same.shelf_life):
        return RuleError("shelf_life_fixed", subject=product.sku)
    return None


def _skus_at_jd(uow: UnitOfWork, skus: Collection[str]) -> set[str]:
    """Give the SKUs that JD has, or may have: what it holds of them is final (R17)."""
    if not skus:
        return set()
    final = (PlacementState.PUSHED, PlacementState.UNCERTAIN)
    return {p.sku for p in uow.products.placements(None, skus) if p.state in final}


def _as_kept(product: Product, known: Product | None) -> Product:
    """Keep an agreed shelf life agreed to as long as it stays the same."""
    if known is None:
        return product
    same = _days(product.shelf_life) == _days(known.shelf_life)
    return replace(
        product, shelf_life=known.shelf_life if same else product.shelf_life, id=known.id
    )


def _days(life: ShelfLife | None) -> tuple[int, int, int] | None:
    return (life.days, life.inbound_limit_days, life.outbound_limit_days) if life else None


def set_picture(command: SetPicture, uow: UnitOfWork, env: Env) -> None:
    """Give a product a scaled picture, or take it away; its other fields stay as they are (R16)."""
    product = uow.products.get_many([command.sku]).get(command.sku)
    if product is None:
        raise RuleError("product_not_found", subject=command.sku)
    picture = command.picture
    if picture is not None and len(picture.small) + len(picture.large) > LARGEST_PICTURE:
        raise RuleError("picture_too_large", subject=command.name)
    name = command.name if picture is not None else ""
    uow.products.save_picture(product.sku, picture)
    uow.products.save_many([replace(product, picture=name)])
    before, after = {"picture": product.picture}, {"picture": name}
    note_changes(uow, env, of_product(product.sku), before, after)
    uow.emit(ProductsChanged((product.sku,)))


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
