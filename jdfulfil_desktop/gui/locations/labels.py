"""Print labels of locations: those that are checked, else all that the list shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import Filter, LocationRow, Queries, Sort, WarehouseRow
from jdfulfil_desktop.gui.locations.scanning import UNDO_CODE
from jdfulfil_desktop.gui.papers.label_dialog import print_labels
from jdfulfil_desktop.gui.papers.labels import Label
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.warehouse_choice import house_words
from jdfulfil_desktop.gui.words import tr

MOST = 5000
"""So many labels are printed at once: two hundred sheets."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which locations: checked (warehouse, code) pairs, else what a filter shows."""

    checked: frozenset[tuple[str, str]]
    filter: Filter

    def read(self, q: Queries) -> list[tuple[str, str]]:
        """Give (warehouse, code), by code; at most `MOST`."""
        if self.checked:
            return sorted(self.checked)[:MOST]
        rows: list[LocationRow] = q.location_page(self.filter, Sort("code"), 0, MOST)
        return [(row.warehouse_no, row.code) for row in rows]


def location_labels(
    places: Sequence[tuple[str, str]], houses: Sequence[WarehouseRow]
) -> list[Label]:
    """Make a label each, with the warehouse in small letters."""
    named = {house.warehouse_no: house_words(house) for house in houses}
    return [Label(code, named.get(number, number)) for number, code in places]


async def print_location_labels(
    shell: Shell, parent: QWidget, wanted: Wanted, houses: Sequence[WarehouseRow]
) -> bool:
    """Ask how, and print or save; tells whether that happened."""
    places = await shell.desk.read(wanted.read)
    if not places:
        shell.say(StatusKind.NEEDS_YOU, tr("There is no location to print a label of."))
        return False
    labels = location_labels(places, houses)
    return await print_labels(shell, parent, labels, tr("location labels") + ".pdf")


async def print_undo_labels(shell: Shell, parent: QWidget) -> bool:
    """Print the code that takes the last scan back."""
    label = Label(UNDO_CODE, tr("Scan to take the last scan back"))
    return await print_labels(shell, parent, [label], f"{UNDO_CODE}.pdf")
