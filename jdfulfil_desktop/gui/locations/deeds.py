"""Do what is decided at locations: bind a product, take it off, delete what is empty."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import LocationRow, WarehouseRow
from jdfulfil_desktop.application.results import BindReport
from jdfulfil_desktop.domain.clerk_commands import DeleteLocations
from jdfulfil_desktop.domain.commands import BindLocations, UnbindLocation
from jdfulfil_desktop.gui.locations.single import BindSingleDialog
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask, confirm
from jdfulfil_desktop.gui.words import tr


async def bind_single(
    shell: Shell,
    houses: Sequence[WarehouseRow],
    parent: QWidget,
    *,
    house: str = "",
    sku: str = "",
    place: str = "",
) -> None:
    """Ask for a product and a location (Tambah Satuan, R25), and bind them."""
    dialog = BindSingleDialog(shell.desk, houses, parent, house=house, sku=sku, place=place)
    chosen = await ask(dialog)
    if chosen is None:
        return
    number, code, wanted = chosen
    report: BindReport = await shell.desk.command(BindLocations(number, ((1, code, wanted),)))
    for _line, problem, data in report.problems:
        words = shell.desk.texts.problem(problem, "", data.get("value", ""), data)
        shell.say(StatusKind.FAILED, words.what)
    if not report.problems:
        shell.say(StatusKind.DONE, tr("{0} lies at {1}.").format(wanted, code))


async def unbind(shell: Shell, parent: QWidget, row: LocationRow, sku: str) -> None:
    """Ask, and take a product off a location."""
    agreed = await confirm(
        parent,
        tr("Take product off location"),
        tr("{0} will no longer be shown at {1}. Stock does not change.").format(sku, row.code),
        tr("Take off"),
    )
    if agreed:
        await shell.desk.command(UnbindLocation(row.warehouse_no, row.code, sku))
        shell.say(StatusKind.DONE, tr("{0} taken off {1}.").format(sku, row.code))


async def delete_locations(
    shell: Shell, parent: QWidget, places: Sequence[tuple[str, str]]
) -> bool:
    """Ask, and delete the empty ones of (warehouse, code) places; tells whether it was agreed."""
    written = shell.desk.texts.number
    name = places[0][1] if len(places) == 1 else tr("{0} locations").format(written(len(places)))
    agreed = await confirm(
        parent,
        tr("Delete locations"),
        tr("{0}: those at which nothing lies are deleted, the others stay.").format(name),
        tr("Delete"),
        danger=True,
    )
    if not agreed:
        return False
    gone = 0
    for house, group in groupby(sorted(places), key=lambda place: place[0]):
        codes = tuple(code for _house, code in group)
        gone += len(await shell.desk.command(DeleteLocations(house, codes)))
    words = tr("{0} locations deleted.").format(written(gone))
    if gone < len(places):
        kept = tr("{0} stay: something lies there.").format(written(len(places) - gone))
        words = f"{words} {kept}"
    shell.say(StatusKind.DONE if gone else StatusKind.NEEDS_YOU, words)
    return True
