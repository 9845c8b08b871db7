"""Add or change a product: the form again where a rule refuses, then its first way to JD (R19)."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.history import of_product, product_values
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.commands import CreateInbound, SaveProducts
from jdfulfil_desktop.domain.errors import Conflict, RuleError
from jdfulfil_desktop.domain.house_commands import SetPicture
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.domain.warehouse import PlacementState, WarehouseKind
from jdfulfil_desktop.gui.conflict import settle
from jdfulfil_desktop.gui.products.form import Entry, ProductDialog
from jdfulfil_desktop.gui.products.placing import Placing
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask
from jdfulfil_desktop.gui.words import tr

_FINAL = (PlacementState.PUSHED, PlacementState.UNCERTAIN)


class Editing:
    """Carry a product from the form to where it is kept."""

    def __init__(self, shell: Shell, parent: QWidget, placing: Placing) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent
        self._placing = placing

    async def add(self) -> None:
        """Add a product; with a warehouse it is registered, with a quantity a list is made."""
        entry = await self._ask(None, fixed=False)
        if entry is None:
            return
        self._shell.say(StatusKind.DONE, tr("{0} added.").format(entry.product.sku))
        if entry.warehouse_no:
            await self._bring(entry)

    async def edit(self, sku: str) -> None:
        """Change a product; what JD holds for good cannot be changed (R17)."""
        known, fixed = await self._read(sku)
        if known is None:
            raise RuleError("product_not_found", subject=sku)
        entry = await self._ask(Entry(known), fixed=fixed, seen=known)
        if entry is not None:
            self._shell.say(StatusKind.DONE, tr("{0} saved.").format(sku))

    async def _read(self, sku: str) -> tuple[Product | None, bool]:
        """Read a product whole: lists do not hold everything that saving writes."""

        def work(uow: UnitOfWork) -> tuple[Product | None, bool]:
            placed = uow.products.placements(None, [sku])
            fixed = any(placement.state in _FINAL for placement in placed)
            return uow.products.get_many([sku]).get(sku), fixed

        return await asyncio.wrap_future(self._desk.program.bus.writer.submit(work))

    async def _ask(
        self, start: Entry | None, *, fixed: bool, seen: Product | None = None
    ) -> Entry | None:
        """Show the form until it is saved or turned away; a refusal brings it back as it was."""
        rows = await self._desk.read(lambda q: q.warehouses())
        houses = [row for row in rows if row.active and row.kind == WarehouseKind.JD]
        refusal = ""
        while True:
            dialog = ProductDialog(self._desk, start, houses, self._parent, fixed=fixed)
            dialog.show_error(refusal)
            entry: Entry | None = await ask(dialog)
            if entry is None:
                return None
            try:
                kept = await self._save_seen(entry, seen)
            except RuleError as error:
                words = self._desk.texts.error(error)
                refusal, start = f"{words.message} {words.fix}".strip(), entry
            else:
                if kept is not None:
                    return entry if kept else None
                start = entry

    async def _save_seen(self, entry: Entry, seen: Product | None) -> bool | None:
        """Keep what was entered; where another saved meanwhile, the user decides.

        False: theirs stands; None: back to the form.
        """
        while True:
            try:
                await self._save(entry, seen)
            except Conflict:
                seen, _ = await self._read(entry.product.sku)
                if seen is None:
                    raise
                record, sku = of_product(seen.sku), seen.sku
                mine, theirs = product_values(entry.product), product_values(seen)
                keep = await settle(self._desk, record, sku, mine, theirs, self._parent)
                if keep is not True:
                    return keep
            else:
                return True

    async def _save(self, entry: Entry, seen: Product | None) -> None:
        """Keep the product, then its picture: without one it is kept all the same (R16)."""
        product = entry.product
        await self._desk.command(SaveProducts((product,), () if seen is None else (seen,)))
        if entry.new_picture:
            await self._desk.command(SetPicture(product.sku, entry.picture_name, entry.picture))

    async def _bring(self, entry: Entry) -> None:
        """Register a new product; with a quantity, make an inbound list and lead to it (R19)."""
        sku, house = entry.product.sku, entry.warehouse_no
        done = await self._placing.run([sku], house=house)
        if not done or not entry.quantity:
            return
        number = await self._desk.command(CreateInbound(done, ((sku, entry.quantity),)))
        words = tr("Inbound list {0} is made for {1}: submit it to JD.")
        self._shell.say(StatusKind.DONE, words.format(number, sku))
        self._shell.go("inboundTab", Place(key=str(number)))
