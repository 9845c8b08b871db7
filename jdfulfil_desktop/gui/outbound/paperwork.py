"""Print what goes with the goods: pick list and packing slips, and the handover bundle."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.labelling import Handover, bundle_files, handover_of
from jdfulfil_desktop.application.queries import PickRow, Queries
from jdfulfil_desktop.domain.clerk_commands import NotePrinted
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui.files import choose_place
from jdfulfil_desktop.gui.long_work import LongWork, Step
from jdfulfil_desktop.gui.outbound.labels import write_whole
from jdfulfil_desktop.gui.papers.documents import Paper, paint_papers
from jdfulfil_desktop.gui.papers.output import PDF, send_to_printer, write_pdf
from jdfulfil_desktop.gui.papers.paper_dialog import PaperDialog
from jdfulfil_desktop.gui.papers.picking import cover_sheet, packing_slips, pick_list
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.warehouse_choice import house_words
from jdfulfil_desktop.gui.widgets import Button, DialogFrame, ask, text
from jdfulfil_desktop.gui.words import tr

SLIP = "packing_slip"
_PRINTED = ("printed", "reprinted")
_NAMED = 4

Ids = Callable[[], list[int]]
"""Give the orders that are meant; blocks, called on a worker thread."""


class HandoverDialog(DialogFrame):
    """Say what a handover holds, and ask whether as one PDF or as a ZIP; gives the suffix."""

    def __init__(self, handover: Handover, words: Callable[[int], str], parent: QWidget) -> None:
        super().__init__(
            tr("Handover for the warehouse"),
            tr("Save PDF"),
            intro=tr(
                "Orders in pick order: a list to sign, and the newest label of each. No "
                "marketplace is told."
            ),
            deed_name="saveHandoverButton",
            width=520,
            parent=parent,
        )
        self._suffix = "pdf"
        told = tr("{0} orders, {1} label pages.").format(
            words(len(handover.rows)), words(len(handover.pages))
        )
        self.body.addWidget(text(told, wrap=True, parent=self))
        without = [row.order_no for row in handover.without]
        if without:
            more = "" if len(without) <= _NAMED else " …"
            named = ", ".join(without[:_NAMED]) + more
            said = tr("{0} have no label: {1}").format(words(len(without)), named)
            self.body.addWidget(text(said, wrap=True, selectable=True, parent=self))
        self.zip_button = Button(
            tr("Save ZIP"), name="saveZipButton", icon_name="folder-zip-outline"
        )
        self.zip_button.clicked.connect(self._zip)
        self.extra.addWidget(self.zip_button)

    def _zip(self) -> None:
        self._suffix = "zip"
        self.submit()

    def value(self) -> str:
        """Give `pdf` or `zip`."""
        return self._suffix


class Paperwork:
    """Papers of the orders that `ids` gives."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent

    async def hand_over(self, ids: Ids) -> bool:
        """Save the list and labels for the warehouse; tells whether that happened."""
        wanted = await self._desk.work(ids)
        handover = await self._desk.read(lambda q: handover_of(q, wanted))
        if not handover.rows:
            self._shell.say(StatusKind.WAITING, tr("None of these orders has anything to pick."))
            return False
        number = self._desk.texts.number
        suffix = await ask(HandoverDialog(handover, number, self._parent.window()))
        if not suffix:
            return False
        kinds = PDF if suffix == "pdf" else "ZIP (*.zip)"
        name = f"{tr('Handover')}.{suffix}"
        place = await choose_place(self._parent, tr("Handover"), name, kinds, suffix=suffix)
        if place is None:
            return False
        work = LongWork(self._shell, tr("Writing {0}").format(place.name))
        await work.in_worker(partial(self._write, handover, place))
        self._shell.say(StatusKind.DONE, tr("Saved as {0}.").format(place.name))
        return True

    def _write(
        self, handover: Handover, place: Path, step: Step, _stopped: Callable[[], bool]
    ) -> None:
        """Write the bundle; blocks."""
        program = self._desk.program
        pdfs = program.reader.submit(lambda q: q.label_pdfs(handover.pages)).result()
        step(1, 3)
        cover = self._cover(handover)
        step(2, 3)
        if place.suffix.casefold() == ".zip":
            files = bundle_files(handover, pdfs, program.labels)
            program.labels.bundle(place, {"list.pdf": cover, **files})
        else:
            pages = [cover, *(pdfs[number] for number in handover.pages if number in pdfs)]
            write_whole(place, program.labels.bind(pages))

    def _cover(self, handover: Handover) -> bytes:
        texts, now = self._desk.texts, self._desk.clock.now()
        count = {order_id: len(found) for order_id, found in handover.labels.items()}
        actor = self._desk.permits.actor
        paper = cover_sheet(handover.rows, lambda n: count.get(n, 0), texts, now, actor)
        with tempfile.TemporaryDirectory(prefix="jdfulfil-") as folder:
            path = Path(folder) / "cover.pdf"
            write_pdf(path, paper.title, lambda device: paint_papers(device, [paper]))
            return path.read_bytes()

    async def pick_list(self, ids: Ids) -> bool:
        """Save or print a pick list a warehouse of the merchant's own (R11)."""
        wanted = await self._desk.work(ids)
        rows, names = await self._desk.read(lambda q: own_picks(q, wanted))
        if not rows:
            return self._nothing_own()
        texts, now, actor = self._desk.texts, self._desk.clock.now(), self._desk.permits.actor
        papers = [
            pick_list([r for r in rows if r.warehouse_no == house], names[house], texts, now, actor)
            for house in dict.fromkeys(row.warehouse_no for row in rows)
        ]
        return await self._bring_out(papers, tr("Pick list"), before=0)

    async def slips(self, ids: Ids) -> bool:
        """Save or print a packing slip for each parcel of own warehouses (R11)."""
        wanted = await self._desk.work(ids)
        rows, _names = await self._desk.read(lambda q: own_picks(q, wanted))
        if not rows:
            return self._nothing_own()
        copies = await self._desk.read(lambda q: _copies(q, rows))
        papers = packing_slips(
            rows, self._desk.texts, self._desk.clock.now(), lambda number: copies[number] + 1
        )
        done = await self._bring_out(papers, tr("Packing slips"), before=max(copies.values()))
        if done:
            for number, before in copies.items():
                await self._desk.command(NotePrinted(number, SLIP, before + 1))
        return done

    def _nothing_own(self) -> bool:
        words = tr("None of these orders is picked in a warehouse of your own.")
        self._shell.say(StatusKind.WAITING, words)
        return False

    async def _bring_out(self, papers: Sequence[Paper], title: str, *, before: int) -> bool:
        """Ask whether it becomes a PDF or goes to a printer, and do that."""
        named = papers[0].number if len(papers) == 1 else tr("{0} papers").format(len(papers))
        dialog = PaperDialog(title, named, before, self._parent.window())
        answer: tuple[bool] | None = await ask(dialog)
        if answer is None:
            return False

        def paint(device: QPagedPaintDevice) -> int:
            return paint_papers(device, papers)

        if answer[0]:
            done = await send_to_printer(self._desk, self._parent, title, paint)
            said = tr("{0} sent to the printer.").format(title)
        else:
            place = await choose_place(self._parent, title, f"{title}.pdf", PDF, suffix="pdf")
            if place is None:
                return False
            await self._desk.work(lambda: write_pdf(place, title, paint))
            done, said = True, tr("Saved as {0}.").format(place.name)
        if done:
            self._shell.say(StatusKind.DONE, said)
        return done


def own_picks(q: Queries, ids: Sequence[int]) -> tuple[list[PickRow], dict[str, str]]:
    """Give what orders want from own warehouses, and those warehouses in words."""
    own = {h.warehouse_no: house_words(h) for h in q.warehouses() if h.kind == WarehouseKind.OWN}
    return [row for row in q.picks(ids) if row.warehouse_no in own], own


def _copies(q: Queries, rows: Sequence[PickRow]) -> dict[str, int]:
    """Count how often each parcel's slip was printed."""
    return {
        row.outbound_no: sum(
            note.kind in _PRINTED and note.data.get("paper") == SLIP
            for note in q.notes(row.outbound_no)
        )
        for row in rows
    }
