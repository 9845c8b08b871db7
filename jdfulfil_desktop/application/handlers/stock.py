"""Set own stock and adopt JD's figures: adjustments that a user confirms (R20, R22)."""

from __future__ import annotations

from collections.abc import Mapping

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.deciding import with_redecided
from jdfulfil_desktop.application.handlers.warehouses import find_warehouse
from jdfulfil_desktop.application.history import note_changes, of_product
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import Continued
from jdfulfil_desktop.domain.commands import AdoptDifference, SetOwnStock
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import StockChanged
from jdfulfil_desktop.domain.house_commands import CountStock, SetThreshold
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind, numbered
from jdfulfil_desktop.domain.warehouse import Placement, PlacementState, Warehouse, WarehouseKind

_MOST_TURNS = 1000


def set_own_stock(command: SetOwnStock, uow: UnitOfWork, env: Env) -> int:
    """Set an own warehouse's figures; gives how many SKUs changed.

    JD's quantities belong to JD: RuleError("warehouse_not_own"). A SKU that lies in a JD warehouse
    and not here yet has to be placed here first, which asks (R13).
    """
    warehouse = find_warehouse(uow, command.warehouse_no)
    _check(uow, warehouse, command.quantities)
    number = warehouse.warehouse_no
    _place(uow, number, list(command.quantities))
    return _set(uow, env, number, command.quantities, "ADJ")


def count_stock(command: CountStock, uow: UnitOfWork, env: Env) -> int:
    """Set what was counted in an own warehouse, under one document; gives how many SKUs changed.

    With `whole`, what is placed there and was not counted is 0. Raises as `set_own_stock`.
    """
    warehouse = find_warehouse(uow, command.warehouse_no)
    number = warehouse.warehouse_no
    counted = dict(command.counted)
    _check(uow, warehouse, counted)
    if command.whole:
        missed = {p.sku for p in uow.products.placements([number])} - set(counted)
        counted.update(dict.fromkeys(sorted(missed), 0))
    _place(uow, number, list(counted))
    return _set(uow, env, number, counted, "CNT")


def _check(uow: UnitOfWork, warehouse: Warehouse, quantities: Mapping[str, int]) -> None:
    """Refuse what cannot be a figure of an own warehouse."""
    if warehouse.kind is not WarehouseKind.OWN:
        raise RuleError("warehouse_not_own", subject=warehouse.warehouse_no)
    known = uow.products.get_many(list(quantities))
    for sku, quantity in quantities.items():
        if sku not in known:
            raise RuleError("product_not_found", subject=sku)
        if quantity < 0:
            raise RuleError("quantity_invalid", subject=sku, quantity=quantity)


def _set(
    uow: UnitOfWork, env: Env, number: WarehouseNo, quantities: Mapping[str, int], kind: str
) -> int:
    """Write the adjustments that make the figures these."""
    rows = uow.ledger.rows([number], list(quantities))
    changes: dict[Sku, int] = {}
    for sku, quantity in quantities.items():
        row = rows.get((number, sku))
        changes[Sku(sku)] = quantity - (row.on_hand if row else 0)
    return _adjust(uow, env, number, changes, kind)


def _place(uow: UnitOfWork, warehouse_no: WarehouseNo, skus: list[str]) -> None:
    placements = uow.products.placements(None, skus)
    here = {p.sku for p in placements if p.warehouse_no == warehouse_no}
    for placement in placements:
        if placement.sku not in here and placement.state is not PlacementState.OWN:
            raise RuleError(
                "sku_in_other_warehouse",
                subject=placement.sku,
                warehouses=placement.warehouse_no,
            )
    uow.products.save_placements(
        [Placement(warehouse_no, Sku(s), PlacementState.OWN) for s in skus if s not in here]
    )


def adopt_difference(command: AdoptDifference, uow: UnitOfWork, env: Env) -> int | Continued[int]:
    """Adopt JD's figure by an adjustment; gives the signed difference in units (R22)."""
    warehouse = find_warehouse(uow, command.warehouse_no)
    key = (warehouse.warehouse_no, Sku(command.sku))
    row = uow.ledger.rows([key[0]], [key[1]]).get(key)
    if row is None or row.jd_figure is None:
        raise RuleError("no_jd_figure", subject=command.sku)
    difference = row.jd_figure - row.on_hand
    if not difference:
        raise RuleError("no_difference", subject=command.sku)
    _adjust(uow, env, warehouse.warehouse_no, {key[1]: difference})
    return with_redecided(f"warehouse:{warehouse.warehouse_no}", difference, uow, env)


def set_threshold(command: SetThreshold, uow: UnitOfWork, env: Env) -> None:
    """Say below how many available units a product runs low in a warehouse (R22)."""
    warehouse = find_warehouse(uow, command.warehouse_no)
    if command.sku not in uow.products.get_many([command.sku]):
        raise RuleError("product_not_found", subject=command.sku)
    if command.units is not None and command.units <= 0:
        raise RuleError("quantity_invalid", subject=command.sku, quantity=command.units)
    number = warehouse.warehouse_no
    before = {"threshold": uow.ledger.threshold(number, command.sku)}
    uow.ledger.set_threshold(number, command.sku, command.units)
    record, after = of_product(command.sku), {"threshold": command.units}
    note_changes(uow, env, record, before, after, where=number)
    uow.emit(StockChanged((Sku(command.sku),)))


def _adjust(
    uow: UnitOfWork,
    env: Env,
    warehouse_no: WarehouseNo,
    changes: Mapping[Sku, int],
    kind: str = "ADJ",
) -> int:
    """Write adjustments under a document of their own; two of one moment get two turns.

    Each stands in the history of its product too, with the figure before.
    """
    now = env.now()
    document = f"{kind}-{now:%Y%m%d-%H%M%S}"
    waiting = {sku: units for sku, units in changes.items() if units}
    moved = tuple(waiting)
    _note_figures(uow, env, warehouse_no, waiting)
    for turn in range(1, _MOST_TURNS):
        if not waiting:
            break
        written = uow.ledger.add(
            [
                LedgerEntry(
                    now,
                    warehouse_no,
                    sku,
                    LedgerKind.ADJUSTMENT,
                    units,
                    numbered(document, turn),
                    env.actor,
                )
                for sku, units in waiting.items()
            ]
        )
        for entry in written:
            del waiting[entry.sku]
    if moved:
        uow.emit(StockChanged(moved))
    return len(moved)


def _note_figures(
    uow: UnitOfWork, env: Env, warehouse_no: WarehouseNo, changes: Mapping[Sku, int]
) -> None:
    rows = uow.ledger.rows([warehouse_no], list(changes))
    for sku, units in changes.items():
        row = rows.get((warehouse_no, sku))
        before = row.on_hand if row else 0
        old, new = {"on_hand": before}, {"on_hand": before + units}
        note_changes(uow, env, of_product(sku), old, new, where=warehouse_no)
