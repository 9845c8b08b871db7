"""Save or print one document; what was printed here before is marked as a reprint."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.domain.clerk_commands import NotePrinted
from jdfulfil_desktop.gui.papers.documents import Paper, paint_paper
from jdfulfil_desktop.gui.papers.output import save_pdf, send_to_printer
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Button, DialogFrame, ask, text
from jdfulfil_desktop.gui.words import tr

_PRINTED = ("printed", "reprinted")


class PaperDialog(DialogFrame):
    """Ask whether a document becomes a PDF or goes to a printer; True for the printer."""

    def __init__(self, title: str, number: str, before: int, parent: QWidget) -> None:
        super().__init__(title, tr("Save PDF"), deed_name="savePaperButton", parent=parent)
        self._printer = False
        words = tr("{0}, with its number as a barcode.").format(number)
        if before:
            words += " " + tr("It was printed before: this copy is marked as a reprint.")
        self.body.addWidget(text(words, wrap=True, parent=self))
        self.print_button = Button(tr("Print"), name="printPaperButton", icon_name="printer")
        self.print_button.clicked.connect(self._print)
        self.extra.addWidget(self.print_button)

    def _print(self) -> None:
        self._printer = True
        self.submit()

    def value(self) -> tuple[bool]:
        """Give whether it goes to a printer, in a tuple: False is an answer too."""
        return (self._printer,)


async def bring_out(
    shell: Shell, parent: QWidget, kind: str, number: str, draw_up: Callable[[int], Paper]
) -> bool:
    """Ask how, and save or print a document; tells whether that happened.

    `draw_up(copy)` makes the paper; copies of a `kind` are counted in the document's timeline, so
    that a reprint is one on every PC.
    """
    desk = shell.desk
    notes = await desk.read(lambda q: q.notes(number))
    before = sum(1 for note in notes if note.kind in _PRINTED and note.data.get("paper") == kind)
    paper = draw_up(before + 1)
    answer: tuple[bool] | None = await ask(PaperDialog(paper.title, number, before, parent))
    if answer is None:
        return False
    if answer[0]:
        done = await send_to_printer(desk, parent, paper.title, lambda d: paint_paper(d, paper))
        words = tr("{0} sent to the printer.").format(number)
    else:
        name = f"{paper.title} {number}.pdf"
        place = await save_pdf(desk, parent, paper.title, name, lambda d: paint_paper(d, paper))
        done = place is not None
        words = tr("Saved as {0}.").format(place.name if place else "")
    if done:
        await desk.command(NotePrinted(number, kind, before + 1))
        shell.say(StatusKind.DONE, words)
    return done
