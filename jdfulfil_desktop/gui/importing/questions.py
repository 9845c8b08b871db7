"""Ask what an import has to know: whose file it is, what its columns mean, whether to go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.ports import ColumnMap, OrderSheet
from jdfulfil_desktop.application.previewing import MendWords
from jdfulfil_desktop.application.results import ImportReport
from jdfulfil_desktop.domain.errors import FileProblem
from jdfulfil_desktop.gui.files import choose_place
from jdfulfil_desktop.gui.importing.columns import ColumnsDialog, FileTable, table_from, table_of
from jdfulfil_desktop.gui.importing.origins import Origin
from jdfulfil_desktop.gui.importing.preview import PreviewDialog, StoreDialog
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask
from jdfulfil_desktop.gui.words import tr


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the user decided: the store it goes to, columns to read it anew by, or `final`: go."""

    store: str = ""
    columns: ColumnMap | None = None
    final: bool = False


class Questions:
    """Open the dialogs of an import, one after the other."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent

    async def columns_of(self, problem: FileProblem) -> ColumnMap | None:
        """Ask what the columns of a file mean that no layout knows; None where it cannot help."""
        table = table_of(problem)
        return None if table is None else await self._columns(table)

    async def _columns(self, table: FileTable) -> ColumnMap | None:
        layouts = self._desk.program.sheets.layouts()
        dialog = ColumnsDialog(table, layouts, self._desk.texts, self._parent)
        said: ColumnMap | None = await ask(dialog)
        return said

    async def agreement(
        self, origin: Origin, sheet: OrderSheet, report: ImportReport, step: str
    ) -> Agreed | None:
        """Show what an import would do, and ask; None where the user turned away."""
        dialog = PreviewDialog(sheet.info, report, self._desk.texts, step, self._parent)
        dialog.refusedWanted.connect(
            lambda: self._desk.start(self._save_refused(origin, sheet, report), self._parent)
        )
        answer = await ask(dialog)
        if answer == "columns":
            said = await self._columns(table_from(sheet.info))
            return Agreed(report.store, said)
        if answer == "store":
            stores = await self.stores(sheet)
            return Agreed(await self.store(origin, sheet, stores))
        return Agreed(report.store, final=True) if answer else None

    async def _save_refused(self, origin: Origin, sheet: OrderSheet, report: ImportReport) -> None:
        """Write the refused rows with reason and advice, to be mended and imported again."""
        name = tr("{0} refused.xlsx").format(origin.stem)
        place = await choose_place(self._parent, tr("Download refused rows"), name)
        if place is None:
            return
        words = MendWords(
            tr("Reason"), tr("Advice"), tr("Another row of this order has to be mended.")
        )
        count = await self._desk.work(
            lambda: self._desk.program.write_refused(place, sheet, report.problems, words)
        )
        said = tr("{0} refused rows saved. Mend them there and import that file.")
        self._shell.say(StatusKind.DONE, said.format(self._desk.texts.number(count)))

    async def stores(self, sheet: OrderSheet) -> list[str]:
        """Give the names of the channel's stores."""
        rows = await self._desk.read(lambda q: q.stores())
        return [row.name for row in rows if row.channel == sheet.info.channel]

    async def store(self, origin: Origin, sheet: OrderSheet, stores: Sequence[str]) -> str:
        """Ask whose orders these are; empty where the user turned away."""
        channel = self._desk.texts.channel(sheet.info.channel)
        return str(await ask(StoreDialog(origin.name, channel, stores, self._parent)) or "")
