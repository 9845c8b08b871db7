"""Put master products away and bring them back: nothing is ever deleted (R16)."""

from __future__ import annotations

from dataclasses import replace

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.history import note_changes, of_product
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import ProductsChanged
from jdfulfil_desktop.domain.house_commands import ArchiveProducts


def archive_products(command: ArchiveProducts, uow: UnitOfWork, env: Env) -> tuple[str, ...]:
    """Archive products or bring them back; gives the SKUs that changed.

    Raises RuleError("product_in_use") while there is stock of one, reserved or on its way.
    """
    known = uow.products.get_many(command.skus)
    for sku in command.skus:
        if sku not in known:
            raise RuleError("product_not_found", subject=sku)
    changed = [p for p in known.values() if p.archived != command.archived]
    if command.archived:
        _refuse_used(uow, [p.sku for p in changed])
    uow.products.save_many([replace(p, archived=command.archived) for p in changed])
    for product in changed:
        before, after = {"archived": product.archived}, {"archived": command.archived}
        note_changes(uow, env, of_product(product.sku), before, after)
    skus = tuple(str(product.sku) for product in changed)
    if skus:
        uow.emit(ProductsChanged(skus))
    return skus


def _refuse_used(uow: UnitOfWork, skus: list[str]) -> None:
    for (warehouse_no, sku), row in sorted(uow.ledger.rows(None, skus).items()):
        if row.on_hand or row.reserved or row.incoming:
            raise RuleError("product_in_use", subject=sku, warehouse=warehouse_no)
