"""Show what an import would do before it does it: columns, orders, what is refused and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.ports import SheetInfo
from jdfulfil_desktop.application.results import ImportReport, PreviewRow, Verdict
from jdfulfil_desktop.gui._generated.ui_file_store_dialog import Ui_FileStoreDialog
from jdfulfil_desktop.gui._generated.ui_import_preview_dialog import Ui_ImportPreviewDialog
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.tables import Column, ColumnKind, ReasonCell, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    ChipBar,
    ChipSpec,
    DialogFrame,
    Notice,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_MOST = 100_000
"""What a table of given rows holds; more orders are imported all the same."""
_ALL = "all"


class StoreDialog(DialogFrame):
    """Ask whose file this is; gives the store's name, a new one where it is typed."""

    def __init__(self, file: str, channel: str, stores: Sequence[str], parent: QWidget) -> None:
        super().__init__(
            tr("Which store is this file from?"),
            tr("Go on"),
            intro=tr("{0} is an export of {1}.").format(file, channel),
            deed_name="chooseStoreButton",
            parent=parent,
        )
        holder = QWidget(self)
        form = Ui_FileStoreDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.choice = form.storeCombo
        self.choice.addItems(list(stores))
        self.choice.setCurrentText(stores[0] if stores else "")
        self.field = field_around(
            self.choice,
            tr("Store"),
            help_text=tr("Choose one, or type the name of a new store."),
            required=True,
        )
        self.choice.editTextChanged.connect(lambda _text: self.field.set_error(""))

    def validate(self) -> bool:
        """Ask for a name."""
        self.field.set_error("" if self.value() else tr("Enter a name."))
        return bool(self.value())

    def value(self) -> str:
        """Give the store's name."""
        return str(self.choice.currentText()).strip()


class PreviewDialog(DialogFrame):
    """Left how the file was understood, right the orders, the refused first.

    `refusedWanted`: the user wants the refused rows as a file. The value is `import`, `store` where
    the file belongs to another store, `columns` where its columns mean something else.
    """

    refusedWanted = Signal()

    def __init__(
        self, info: SheetInfo, report: ImportReport, texts: Texts, step: str, parent: QWidget
    ) -> None:
        coming = report.orders_new + report.orders_updated
        words = tr("Import {0} orders").format(texts.number(coming))
        where = [report.file, texts.channel(report.channel), report.store]
        super().__init__(
            tr("Import orders"),
            words,
            intro=" · ".join([*where, step] if step else where),
            deed_name="importButton",
            width=760,
            parent=parent,
        )
        self._texts, self._report = texts, report
        self._answer = "import"
        self._columns_named = any(header for header, _field in info.columns)
        holder = QWidget(self)
        self.form = Ui_ImportPreviewDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.set_deed(words, allowed=coming > 0, why_not=self._why_nothing(report))
        self._show_columns(info, holder)
        self._show_orders(holder)
        self._add_notices(holder)
        self._add_links()
        take_room(self, 1180, 680)

    @staticmethod
    def _why_nothing(report: ImportReport) -> str:
        if report.orders_unchanged:
            return tr("Every order of this file is here already, unchanged.")
        return tr("Nothing of this file can be taken.")

    # -- left --------------------------------------------------------------------------------------

    def _show_columns(self, info: SheetInfo, holder: QWidget) -> None:
        title = tr("How the file was understood")
        self.form.understoodLabel.setText(title.upper())
        table = RowsTable(
            [
                Column("head", tr("Column"), ColumnKind.TEXT, 150, lambda r: r[0]),
                Column("field", tr("Read as"), ColumnKind.TEXT, 110, self._field, stretch=True),
            ],
            name="previewColumns",
            title=title,
            key=lambda r: r[0],
            parent=holder,
        )
        table.show_rows(sorted(info.columns, key=lambda pair: not pair[1]))
        self.form.understoodLayout.addWidget(TableCard(table, holder))

    def _field(self, pair: tuple[str, str]) -> str | None:
        return self._texts.field(pair[1]) if pair[1] else None

    # -- right -------------------------------------------------------------------------------------

    def _show_orders(self, holder: QWidget) -> None:
        report = self._report
        self.form.ordersLabel.setText(tr("Orders").upper())
        self.chips = ChipBar(tr("Orders"), parent=holder)
        self.chips.set_chips(
            [
                ChipSpec(_ALL, tr("All")),
                ChipSpec(Verdict.REFUSED, tr("Refused")),
                ChipSpec(Verdict.NEW, tr("New")),
                ChipSpec(Verdict.CHANGED, tr("Changed")),
                ChipSpec(Verdict.SAME, tr("The same")),
            ]
        )
        counts = {
            Verdict.REFUSED: report.orders_refused,
            Verdict.NEW: report.orders_new,
            Verdict.CHANGED: report.orders_updated,
            Verdict.SAME: report.orders_unchanged,
        }
        self.chips.set_counts({_ALL: sum(counts.values())})
        self.chips.set_counts({str(verdict): count for verdict, count in counts.items()})
        self.chips.chosen.connect(self._show_basket)
        self.form.chipsLayout.addWidget(self.chips)
        self.table = RowsTable(
            self._order_columns(),
            name="previewOrders",
            title=tr("Orders"),
            key=lambda row: (row.order_no, row.row),
            parent=holder,
        )
        self.form.ordersLayout.addWidget(TableCard(self.table, holder))
        self._show_basket(_ALL)

    def _show_basket(self, verdict: str) -> None:
        rows = [row for row in self._report.rows if verdict in (_ALL, row.verdict)]
        self.table.show_rows(rows[:_MOST])

    def _order_columns(self) -> list[Column]:
        kind, texts = ColumnKind, self._texts
        return [
            Column("verdict", tr("Verdict"), kind.STATUS, 112, _verdict_cell),
            Column("order_no", tr("Order no."), kind.CODE, 150, lambda r: r.order_no),
            Column(
                "status",
                tr("Status"),
                kind.TEXT,
                120,
                lambda r: texts.order_status(r.status, r.raw_status) if r.status else r.raw_status,
            ),
            Column("courier", tr("Courier"), kind.TEXT, 110, self._courier, dim=True, give_way=2),
            Column("tracking_no", tr("Tracking no."), kind.CODE, 130, lambda r: r.tracking_no),
            Column("lines", tr("Lines"), kind.NUMBER, 56, lambda r: r.lines, give_way=1),
            Column(
                "what",
                tr("What is wrong or new"),
                kind.REASON,
                170,
                self._what,
                stretch=True,
                tooltip=self._advice,
            ),
        ]

    def _courier(self, row: PreviewRow) -> str:
        return self._texts.courier(row.courier) or row.raw_courier

    def _what(self, row: PreviewRow) -> ReasonCell:
        if row.problem is not None:
            said = self._texts.row_problem(row.problem).what
            words = tr("Row {0}: {1}").format(self._texts.number(row.problem.row), said)
            return ReasonCell(words)
        if row.verdict is Verdict.CHANGED and row.status_before != row.status:
            before = self._texts.order_status(row.status_before)
            now = self._texts.order_status(row.status, row.raw_status)
            return ReasonCell(f"{before} → {now}", quiet=True)
        quiet = tr("Other details") if row.verdict is Verdict.CHANGED else ""
        return ReasonCell(quiet, quiet=True)

    def _advice(self, row: PreviewRow) -> str | None:
        if row.problem is None:
            return self._what(row).text or None
        words = self._texts.row_problem(row.problem)
        return f"{words.what} {words.fix}"

    def _add_notices(self, holder: QWidget) -> None:
        report, number = self._report, self._texts.number
        rows = len(Counter(problem.row for problem in report.problems))
        told = []
        if rows:
            told.append(tr("{0} rows are refused with their orders.").format(number(rows)))
        if report.unknown_skus:
            words = tr("{0} SKUs are not linked yet; their orders wait until they are.")
            told.append(words.format(number(len(report.unknown_skus))))
        if report.unknown_statuses:
            words = tr("Unknown statuses are kept and never pushed: {0}")
            told.append(words.format(", ".join(report.unknown_statuses)))
        if report.gaps:
            words = tr(
                "{0} orders lack a name, phone or address: JD gets the store's contact and “See "
                "marketplace label” instead."
            )
            self.form.noticesLayout.addWidget(
                Notice(StatusKind.WAITING, words.format(number(report.gaps)), parent=holder)
            )
        if len(report.rows) > _MOST:
            words = tr("The first {0} orders are shown; all are imported.")
            told.append(words.format(number(_MOST)))
        for words in told:
            self.form.noticesLayout.addWidget(Notice(StatusKind.NEEDS_YOU, words, parent=holder))

    def _add_links(self) -> None:
        if self._report.problems:
            save = Button(
                tr("Download refused rows"),
                name="downloadRefusedButton",
                icon_name="tray-arrow-down",
                kind=ButtonKind.LINK,
            )
            save.clicked.connect(self.refusedWanted)
            self.extra.addWidget(save)
        other = Button(tr("Another store"), name="otherStoreButton", kind=ButtonKind.LINK)
        other.clicked.connect(lambda: self._want("store"))
        self.extra.addWidget(other)
        if self._columns_named:
            columns = Button(tr("Map columns"), name="mapColumnsButton", kind=ButtonKind.LINK)
            columns.setToolTip(tr("Say which column holds what; it is remembered."))
            columns.clicked.connect(lambda: self._want("columns"))
            self.extra.addWidget(columns)

    def _want(self, answer: str) -> None:
        self._answer = answer
        self.accept()

    def value(self) -> str:
        """Give what the user wants: `import`, `store` or `columns`."""
        return self._answer


def _verdict_cell(row: PreviewRow) -> StatusCell:
    kind, words = {
        Verdict.REFUSED: (StatusKind.FAILED, tr("Refused")),
        Verdict.NEW: (StatusKind.DONE, tr("New")),
        Verdict.CHANGED: (StatusKind.GOING_ON, tr("Changed")),
        Verdict.SAME: (StatusKind.WAITING, tr("The same")),
    }[row.verdict]
    return StatusCell(kind, words)
