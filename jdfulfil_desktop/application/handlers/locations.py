"""Keep virtual bin locations and what lies there (R23-R26)."""

from __future__ import annotations

from collections.abc import Mapping

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.warehouses import find_warehouse
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import BindReport, CreatedLocations, MovedProducts
from jdfulfil_desktop.domain.clerk_commands import DeleteLocations, MoveProducts
from jdfulfil_desktop.domain.commands import BindLocations, CreateLocations, UnbindLocation
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import LocationsChanged
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.location import Location, LocationBinding, location_code

LineProblem = tuple[int, str, Mapping[str, str]]


def create_locations(command: CreateLocations, uow: UnitOfWork, env: Env) -> CreatedLocations:
    """Create one or several locations; those that are there already are named, not refused.

    Raises RuleError("location_code_invalid") for a code that cannot be one; then none is made.
    """
    warehouse = find_warehouse(uow, command.warehouse_no)
    codes = list(dict.fromkeys(location_code(text) for text in command.codes))
    there = uow.locations.existing(warehouse.warehouse_no, codes)
    new = [code for code in codes if code not in there]
    if new:
        uow.locations.add_many([Location(warehouse.warehouse_no, code) for code in new])
        uow.emit(LocationsChanged(warehouse.warehouse_no))
    return CreatedLocations(tuple(new), tuple(code for code in codes if code in there))


def bind_locations(command: BindLocations, uow: UnitOfWork, env: Env) -> BindReport:
    """Bind lines of location and master SKU at once; bad lines come back, good ones are kept.

    A barcode stands for its product, for that is what a scanner reads. Problem codes:
    `missing_value location_code_invalid location_not_found product_not_found`.
    """
    warehouse_no = find_warehouse(uow, command.warehouse_no).warehouse_no
    problems: list[LineProblem] = []
    wanted: list[tuple[int, str, str]] = []
    for line, place, sku in command.pairs:
        try:
            code = location_code(place) if place.strip() else ""
        except RuleError as refusal:
            problems.append((line, refusal.code, {"value": place}))
            continue
        if code and sku.strip():
            wanted.append((line, code, sku.strip()))
        else:
            problems.append((line, "missing_value", {"value": f"{place} {sku}".strip()}))
    there = uow.locations.existing(warehouse_no, {code for _, code, _ in wanted})
    skus = _known_skus(uow, {sku for _, _, sku in wanted})
    found: list[LocationBinding] = []
    for line, code, text in wanted:
        if code not in there:
            problems.append((line, "location_not_found", {"value": code}))
        elif text not in skus:
            problems.append((line, "product_not_found", {"value": text}))
        else:
            found.append(LocationBinding(warehouse_no, code, skus[text]))
    bound = uow.locations.add_bindings(list(dict.fromkeys(found)))
    if bound:
        uow.emit(LocationsChanged(warehouse_no))
    return BindReport(bound, len(found) - bound, tuple(sorted(problems, key=lambda p: p[0])))


def _known_skus(uow: UnitOfWork, texts: set[str]) -> dict[str, Sku]:
    """Give the master SKU that each text stands for: the SKU itself, else a barcode."""
    found = {text: product.sku for text, product in uow.products.get_many(texts).items()}
    rest = texts - set(found)
    if rest:
        by_barcode = uow.products.by_barcodes(rest)
        found.update({barcode: product.sku for barcode, product in by_barcode.items()})
    return found


def unbind_location(command: UnbindLocation, uow: UnitOfWork, env: Env) -> bool:
    """Take a SKU off a location; tells whether it lay there."""
    warehouse_no = find_warehouse(uow, command.warehouse_no).warehouse_no
    binding = LocationBinding(warehouse_no, location_code(command.code), Sku(command.sku))
    gone = uow.locations.delete_binding(binding)
    if gone:
        uow.emit(LocationsChanged(warehouse_no))
    return gone


def move_products(command: MoveProducts, uow: UnitOfWork, env: Env) -> MovedProducts:
    """Move what lies at a location, or the SKUs named, to another location of the warehouse.

    What lies at the target already is only taken off the source. Raises RuleError
    (`location_not_found`, `not_at_location`, `same_location`); then nothing is moved.
    """
    warehouse_no = find_warehouse(uow, command.warehouse_no).warehouse_no
    source, target = location_code(command.source), location_code(command.target)
    if source == target:
        raise RuleError("same_location", subject=source)
    there = uow.locations.existing(warehouse_no, {source, target})
    for code in (source, target):
        if code not in there:
            raise RuleError("location_not_found", subject=code)
    lying = [b for b in uow.locations.bindings(warehouse_no) if b.code == source]
    wanted = set(command.skus) or {binding.sku for binding in lying}
    for sku in sorted(wanted - {binding.sku for binding in lying}):
        raise RuleError("not_at_location", subject=sku, location=source)
    moved = [binding for binding in lying if binding.sku in wanted]
    uow.locations.add_bindings([LocationBinding(warehouse_no, target, b.sku) for b in moved])
    for binding in moved:
        uow.locations.delete_binding(binding)
    if moved:
        uow.emit(LocationsChanged(warehouse_no))
    return MovedProducts(source, target, tuple(binding.sku for binding in moved))


def delete_locations(command: DeleteLocations, uow: UnitOfWork, env: Env) -> tuple[str, ...]:
    """Delete the empty ones among these locations; gives their codes, in their order."""
    warehouse_no = find_warehouse(uow, command.warehouse_no).warehouse_no
    codes = list(dict.fromkeys(location_code(text) for text in command.codes))
    gone = uow.locations.delete_empty(warehouse_no, codes)
    if gone:
        uow.emit(LocationsChanged(warehouse_no))
    return tuple(code for code in codes if code in gone)
