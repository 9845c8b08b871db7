"""Bring a painted paper to a PDF file or a printer, without stopping the window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from jdfulfil_desktop.application.whole_files import drafted
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.files import choose_place

Paint = Callable[[QPagedPaintDevice], object]
"""Paint a paper's pages on a device; called on a worker thread."""

PDF = "PDF (*.pdf)"
_DOTS_PER_INCH = 600


async def save_pdf(desk: Desk, parent: QWidget, title: str, name: str, paint: Paint) -> Path | None:
    """Ask where to, and write the PDF there; None where the user turned away.

    Raises EnvironmentProblem("disk") where it cannot be written.
    """
    place = await choose_place(parent, title, name, PDF, suffix="pdf")
    if place is not None:
        await desk.work(lambda: write_pdf(place, title, paint))
    return place


def write_pdf(path: Path, title: str, paint: Paint) -> None:
    """Write a PDF whole or not at all. Raises EnvironmentProblem("disk")."""
    with drafted(path) as draft:
        writer = QPdfWriter(str(draft))
        writer.setTitle(title)
        writer.setCreator("JD Fulfil Desktop")
        writer.setResolution(_DOTS_PER_INCH)
        paint(writer)
        del writer


async def send_to_printer(desk: Desk, parent: QWidget, title: str, paint: Paint) -> bool:
    """Ask which printer, and print; tells whether something was printed.

    Raises EnvironmentProblem("disk") where the printer takes nothing.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    done: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finished(result: int) -> None:
        if not done.done():
            done.set_result(result)

    dialog.finished.connect(finished)
    QDialog.open(dialog)
    try:
        agreed = await done == QDialog.DialogCode.Accepted.value
    finally:
        dialog.close()
        dialog.deleteLater()
    if agreed:
        await desk.work(lambda: _print(printer, title, paint))
    return agreed


def _print(printer: QPrinter, title: str, paint: Paint) -> None:
    try:
        paint(printer)
    except OSError as error:
        raise EnvironmentProblem("disk", subject=title, reason=str(error)) from error
