"""Write down what a person changed on a record, with the value before it.

Notes of records that are no documents lie under `product:SKU`, `warehouse:NO`, `store:NAME`,
`user:NAME`, `account:PIN` and `settings`.
"""

from __future__ import annotations

from collections.abc import Mapping

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.product import Component, Product

SETTINGS = "settings"


def of_product(sku: str) -> str:
    """Name a product's history."""
    return f"product:{sku}"


def of_warehouse(warehouse_no: str) -> str:
    """Name a warehouse's history."""
    return f"warehouse:{warehouse_no}"


def of_store(name: str) -> str:
    """Name a store's history."""
    return f"store:{name}"


def of_user(name: str) -> str:
    """Name the history of somebody who works here."""
    return f"user:{name}"


def of_account(pin: str) -> str:
    """Name an account's history."""
    return f"account:{pin}"


def account_values(account: Connection) -> dict[str, object]:
    """Give what a person decided about an account, by the names of its form."""
    return {
        "mode": account.mode.value,
        "gateway_url": account.gateway_url,
        "app_key": account.app_key,
        "gateway_user": account.gateway_user,
        "isv_source": account.isv_source,
        "subscribed": account.subscribed,
        "department_no": [str(d.department_no) for d in account.departments],
        "warehouse_no": [str(no) for d in account.departments for no in d.warehouse_nos],
        "archived": account.archived,
    }


def note_changes(
    uow: UnitOfWork,
    env: Env,
    record: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
    **more: object,
) -> None:
    """Write a line for every field that has another value now; `more` goes with each."""
    now = env.now()
    lines = []
    for name in {**before, **after}:
        old, new = _written(before.get(name)), _written(after.get(name))
        if old != new:
            data = {"field": name, "before": old, "after": new, **more}
            lines.append((record, "changed", now, env.actor, data))
    uow.journal.note_many(lines)


def note_made(uow: UnitOfWork, env: Env, *records: str) -> None:
    """Write down who made records."""
    now = env.now()
    uow.journal.note_many([(record, "made", now, env.actor, {}) for record in records])


def product_values(product: Product) -> dict[str, object]:
    """Give a product's fields by the names that files and forms have for them."""
    life = product.shelf_life
    return {
        "name": product.name,
        "barcode": product.barcode,
        "weight_g": product.weight_g,
        "length_mm": product.length_mm,
        "width_mm": product.width_mm,
        "height_mm": product.height_mm,
        "picture": product.picture,
        "category_no": product.category_no,
        "shelf_life_days": life.days if life else None,
        "inbound_limit_days": life.inbound_limit_days if life else None,
        "outbound_limit_days": life.outbound_limit_days if life else None,
        "archived": product.archived,
        "family": product.family,
        "colour": product.colour,
        "size": product.size,
    }


def parts_in_words(parts: tuple[Component, ...]) -> str:
    """Write what a channel SKU stands for: `KOPI × 2, TEH × 1`."""
    return ", ".join(f"{part.sku} × {part.quantity}" for part in parts)


def _written(value: object) -> str:
    """Write a value; yes and no as codes that `texts` has words for."""
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
