"""Attach label PDFs to orders, show what is kept, bind it again for the warehouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.labelling import attach_file
from jdfulfil_desktop.application.queries import LabelRow, OrderDetail
from jdfulfil_desktop.application.results import LabelReport
from jdfulfil_desktop.domain.commands import OrderKey
from jdfulfil_desktop.domain.errors import ActionCancelled, EnvironmentProblem, FulfilError
from jdfulfil_desktop.domain.label_commands import RemoveLabels
from jdfulfil_desktop.gui.files import choose_files, choose_place
from jdfulfil_desktop.gui.long_work import LongWork, Step
from jdfulfil_desktop.gui.outbound.cures import key_of
from jdfulfil_desktop.gui.outbound.loose_labels import LooseLabelsDialog
from jdfulfil_desktop.gui.papers.output import PDF
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask, confirm
from jdfulfil_desktop.gui.words import tr


class LabelFlow:
    """All that is done with labels on the outbound page."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent

    async def do(self, deed: str, order: OrderDetail) -> None:
        """Do a deed of an order's pane: `label_attach`, `label_save`, `label_remove`."""
        if deed == "label_attach":
            await self.attach(order=order)
        elif deed == "label_save":
            await self.save(order)
        else:
            await self.remove(order)

    async def attach(self, paths: Sequence[Path] = (), order: OrderDetail | None = None) -> None:
        """Keep the pages of PDF files with the orders that they name, or all with one order.

        Pages that name none are asked about at once, one after the other.
        """
        chosen = list(paths) or await choose_files(self._parent, tr("Attach labels"), PDF)
        total = LabelReport()
        for path in chosen:
            try:
                total = total.plus(await self._one(path, key_of(order) if order else None))
            except ActionCancelled:
                self._shell.say(StatusKind.WAITING, tr("Stopped: what was read so far is kept."))
                return
            except FulfilError as error:
                self._shell.report(error, self._parent)
        if total != LabelReport():
            self._tell(total)
        if total.loose:
            await self.assign_loose()

    async def _one(self, path: Path, key: OrderKey | None) -> LabelReport:
        work = LongWork(self._shell, tr("Reading {0}").format(path.name))
        program = self._desk.program

        def job(step: Step, stopped: Callable[[], bool]) -> LabelReport:
            return attach_file(
                program.bus, program.labels, path, key=key, progress=step, cancelled=stopped
            )

        return await work.in_worker(job)

    def _tell(self, total: LabelReport) -> None:
        number = self._desk.texts.number
        said = tr("{0} label pages are kept with {1} orders.").format(
            number(total.matched), number(total.orders)
        )
        if total.known:
            said += " " + tr("{0} were kept before.").format(number(total.known))
        if total.loose:
            said += " " + tr("{0} name no order yet.").format(number(total.loose))
        self._shell.say(StatusKind.NEEDS_YOU if total.loose else StatusKind.DONE, said)

    async def assign_loose(self) -> None:
        """Ask whose the pages without an order are."""
        rows = await self._desk.read(lambda q: q.loose_labels())
        if not rows:
            self._shell.say(StatusKind.DONE, tr("Every label page has its order."))
            return
        given = await ask(LooseLabelsDialog(self._desk, rows, self._parent.window()))
        if given and given[0]:
            said = tr("{0} label pages have their order now.")
            self._shell.say(StatusKind.DONE, said.format(self._desk.texts.number(given[0])))

    async def save(self, order: OrderDetail) -> None:
        """Save the label of one order as a PDF."""
        rows = await self.of(order)
        pdfs = await self._desk.read(lambda q: q.label_pdfs([row.id for row in rows]))
        name = "".join(c if c.isalnum() or c in "-_" else "_" for c in order.order_no)
        title = tr("Label {0}").format(name)
        place = await choose_place(
            self._parent, tr("Save label"), f"{title}.pdf", PDF, suffix="pdf"
        )
        if place is not None:
            pages = [pdfs[row.id] for row in rows if row.id in pdfs]
            bound = await self._desk.work(lambda: self._desk.program.labels.bind(pages))
            await self._desk.work(partial(write_whole, place, bound))
            self._shell.say(StatusKind.DONE, tr("Saved as {0}.").format(place.name))

    async def remove(self, order: OrderDetail) -> None:
        """Put the label pages of one order away."""
        rows = await self.of(order)
        words = tr("{0} label pages of {1} are removed for good.")
        said = words.format(self._desk.texts.number(len(rows)), order.order_no)
        title = tr("Remove label")
        if rows and await confirm(self._parent, title, said, tr("Remove"), danger=True):
            await self._desk.command(RemoveLabels(tuple(row.id for row in rows)))

    async def of(self, order: OrderDetail) -> list[LabelRow]:
        """Give the label pages of one order."""
        return await self._desk.read(lambda q: q.labels_of([order.order_id]))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file. Raises EnvironmentProblem("disk")."""
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        raise EnvironmentProblem("disk", subject=path.name, reason=str(error)) from error
    finally:
        draft.unlink(missing_ok=True)
