"""Import products from a spreadsheet: look first, agree, write in one go (R16, R17)."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application import product_table
from jdfulfil_desktop.application.ports import RowProblem
from jdfulfil_desktop.application.results import TableReport
from jdfulfil_desktop.application.sheet_columns import PRODUCT_COLUMNS
from jdfulfil_desktop.application.table_rows import rows_to_mend
from jdfulfil_desktop.domain.errors import ActionCancelled
from jdfulfil_desktop.gui._generated.ui_product_preview_dialog import Ui_ProductPreviewDialog
from jdfulfil_desktop.gui.files import choose_files, choose_place
from jdfulfil_desktop.gui.products.problems import on_card, row_problem_table
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Button, DialogFrame, StatusBadge, ask
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

TEMPLATE = "produk.xlsx"


class ProductPreviewDialog(DialogFrame):
    """Show what an import would do; the refused rows with what is wrong in each."""

    def __init__(
        self,
        report: TableReport,
        texts: Texts,
        parent: QWidget,
        save: Callable[[], None] = lambda: None,
    ) -> None:
        coming = report.new + report.updated
        words = tr("Import {0}").format(texts.count("products", coming))
        super().__init__(
            tr("Import products"),
            words,
            intro=f"{report.file} · {texts.count('rows', report.rows_read)}",
            deed_name="importButton",
            width=860,
            parent=parent,
        )
        nothing = tr("Every product of this file is here already, unchanged.")
        if report.refused and not report.unchanged:
            nothing = tr("No row of this file can be read.")
        self.set_deed(words, allowed=coming > 0, why_not=nothing)
        if report.rejected:
            words = tr("Save refused rows")
            button = Button(words, name="saveRefusedButton", icon_name="file-download-outline")
            button.clicked.connect(save)
            self.extra.addWidget(button)
        self._show(report, texts, "" if coming else nothing)

    def _show(self, report: TableReport, texts: Texts, nothing: str) -> None:
        """Show the counts, and what is wrong; `nothing`: why there is nothing to import."""
        holder = QWidget(self)
        form = Ui_ProductPreviewDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        for kind, counted, count in (
            (StatusKind.FAILED, tr("{0} refused"), report.refused),
            (StatusKind.DONE, tr("{0} new"), report.new),
            (StatusKind.GOING_ON, tr("{0} changed"), report.updated),
            (StatusKind.WAITING, tr("{0} the same"), report.unchanged),
        ):
            form.badgesLayout.addWidget(StatusBadge(kind, counted.format(texts.number(count))))
        form.badgesLayout.addStretch(1)
        if report.problems:
            table = row_problem_table(report.problems, texts)
            form.problemsLayout.addWidget(on_card(table))
            note = tr(
                "The other rows are imported. Save the refused ones, mend them, import that file."
            )
            form.noteLabel.setText(nothing or note)
        else:
            form.noteLabel.setText(nothing or tr("Every row can be read."))


class ProductImport:
    """One import after the other; nothing is written before the user agrees."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent
        self._stop = threading.Event()

    async def run(self, paths: Sequence[Path] = ()) -> list[TableReport]:
        """Import these files, or ask for some; gives what was done. Raises FulfilError."""
        chosen = list(paths) or await choose_files(self._parent, tr("Import products"))
        done = []
        for path in chosen:
            report = await self.one(path)
            if report is not None:
                done.append(report)
        return done

    async def one(self, path: Path) -> TableReport | None:
        """Import one file; None where the user turned away."""
        seen = await self._read(path, dry_run=True)
        if self._stop.is_set():
            raise ActionCancelled(subject=path.name)

        def save() -> None:
            self._desk.start(self.save_refused(path, seen), self._parent)

        if not await ask(ProductPreviewDialog(seen, self._desk.texts, self._parent, save)):
            return None
        report = await self._read(path, dry_run=False)
        self._tell(report)
        return report

    async def _read(self, path: Path, *, dry_run: bool) -> TableReport:
        """Read the file on a worker thread; Cancel is heard before anything is written."""
        self._stop.clear()
        program = self._desk.program
        words = tr("Reading {0}") if dry_run else tr("Importing {0}")
        cancel = self._stop.set if dry_run else None
        self._shell.progress(words.format(path.name), None, cancel)
        try:
            return await self._desk.work(
                lambda: product_table.products_import(
                    program.bus, program.sheets, path, dry_run=dry_run
                )
            )
        finally:
            self._shell.progress_done()

    def _tell(self, report: TableReport) -> None:
        number = self._desk.texts.number
        words = tr("{0} new, {1} changed, {2} the same, {3} refused.").format(
            number(report.new),
            number(report.updated),
            number(report.unchanged),
            number(report.refused),
        )
        kind = StatusKind.NEEDS_YOU if report.refused else StatusKind.DONE
        self._shell.say(kind, words)

    async def save_refused(self, path: Path, report: TableReport) -> None:
        """Write the refused rows with reason and advice, to be mended and imported again."""
        name = f"{path.stem} - {tr('refused')}.xlsx"
        place = await choose_place(self._parent, tr("Save refused rows"), name)
        if place is None:
            return
        texts = self._desk.texts

        def say(problem: RowProblem) -> tuple[str, str]:
            words = texts.row_problem(problem)
            return words.what, words.fix

        names, rows = rows_to_mend(report.rejected, report.problems, PRODUCT_COLUMNS, say)
        heads = [*(texts.field(name) for name in names), tr("What is wrong"), tr("What to do")]
        program = self._desk.program
        count = await self._desk.work(
            lambda: program.write_table(place, tr("Products"), heads, rows)
        )
        words = tr("{0} rows saved in {1}: mend them and import that file.")
        self._shell.say(StatusKind.DONE, words.format(texts.number(count), place.name))

    async def save_template(self) -> None:
        """Write the empty table with the headers that the import knows."""
        place = await choose_place(self._parent, tr("Save template"), TEMPLATE)
        if place is None:
            return
        template = resources.files("jdfulfil_desktop") / "_resources" / "templates" / TEMPLATE
        with resources.as_file(template) as source:
            await self._desk.work(lambda: shutil.copyfile(source, place))
        self._shell.say(StatusKind.DONE, tr("Template saved as {0}.").format(place.name))
