"""Show what an import would do before it does it: columns, counts, what is refused and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jdfulfil_desktop.application.ports import RowProblem, SheetInfo
from jdfulfil_desktop.application.results import ImportReport
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import (
    Card,
    DialogFrame,
    FormField,
    Notice,
    StatusBadge,
    TextRole,
    text,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_SHOWN_PROBLEMS = 500


class StoreDialog(DialogFrame):
    """Ask whose file this is where the channel has no store yet, or several; gives its name."""

    def __init__(self, file: str, channel: str, stores: Sequence[str], parent: QWidget) -> None:
        super().__init__(
            tr("Which store is this file from?"),
            tr("Go on"),
            intro=tr("{0} is an export of {1}.").format(file, channel),
            deed_name="chooseStoreButton",
            parent=parent,
        )
        self.choice = QComboBox()
        self.choice.setObjectName("storeCombo")
        self.choice.addItems(list(stores))
        self.name = QLineEdit()
        self.name.setObjectName("storeNameEdit")
        self.field: FormField
        if stores:
            self.field = FormField(tr("Store"), self.choice, required=True)
        else:
            self.field = FormField(
                tr("Name of the store"),
                self.name,
                help_text=tr("This channel has no store yet; it is added with this name."),
                required=True,
            )
        self.body.addWidget(self.field)
        self._is_new = not stores

    def validate(self) -> bool:
        """Ask for a name."""
        self.field.set_error("" if self.value() else tr("Enter a name."))
        return bool(self.value())

    def value(self) -> str:
        """Give the store's name."""
        return self.name.text().strip() if self._is_new else self.choice.currentText()


class PreviewDialog(DialogFrame):
    """Left how the file was understood, right what would happen; the refused first."""

    def __init__(
        self, info: SheetInfo, report: ImportReport, texts: Texts, parent: QWidget
    ) -> None:
        coming = report.orders_new + report.orders_updated
        super().__init__(
            tr("Import orders"),
            tr("Import {0} orders").format(texts.number(coming)),
            intro=f"{report.file} · {texts.channel(report.channel)} · {report.store}",
            deed_name="importButton",
            width=980,
            parent=parent,
        )
        self._texts = texts
        nothing = tr("Every order of this file is here already, unchanged.")
        self.set_deed(
            tr("Import {0} orders").format(texts.number(coming)),
            allowed=coming > 0,
            why_not=nothing,
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._columns_card(info), 2)
        row.addLayout(self._result(report), 5)
        self.body.addLayout(row)

    def _columns_card(self, info: SheetInfo) -> Card:
        card = Card(tr("How the file was understood"))
        table = _table([tr("Column"), tr("Read as")], "previewColumns")
        understood = [(head, field) for head, field in info.columns if field]
        left_out = [(head, field) for head, field in info.columns if not field]
        for head, field in understood + left_out:
            _add_row(table, [head, self._texts.field(field) if field else "–"], dim=not field)
        card.body.addWidget(table)
        card.setMinimumHeight(320)
        return card

    def _result(self, report: ImportReport) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        badges = QHBoxLayout()
        badges.setSpacing(16)
        for kind, words, count in (
            (StatusKind.FAILED, tr("{0} refused"), report.orders_refused),
            (StatusKind.DONE, tr("{0} new"), report.orders_new),
            (StatusKind.GOING_ON, tr("{0} changed"), report.orders_updated),
            (StatusKind.WAITING, tr("{0} the same"), report.orders_unchanged),
        ):
            badges.addWidget(StatusBadge(kind, words.format(self._texts.number(count))))
        badges.addStretch(1)
        column.addLayout(badges)
        if report.unknown_skus:
            words = tr("{0} SKUs are not linked yet; their orders wait until they are.")
            column.addWidget(
                _said(StatusKind.NEEDS_YOU, words.format(len(report.unknown_skus)), self)
            )
        if report.unknown_statuses:
            words = tr("Unknown statuses are kept and never pushed: {0}")
            said = words.format(", ".join(report.unknown_statuses))
            column.addWidget(_said(StatusKind.NEEDS_YOU, said, self))
        if report.problems:
            column.addWidget(self._problems(report.problems), 1)
        else:
            fine = text(tr("Every row can be read."), TextRole.DIM, parent=self)
            column.addWidget(fine)
            column.addStretch(1)
        return column

    def _problems(self, problems: Sequence[RowProblem]) -> QTableWidget:
        heads = [tr("Row"), tr("Column"), tr("Value"), tr("What is wrong"), tr("What to do")]
        table = _table(heads, "previewProblems")
        for problem in problems[:_SHOWN_PROBLEMS]:
            words = self._texts.row_problem(problem)
            cells = [str(problem.row), problem.column, problem.value, words.what, words.fix]
            _add_row(table, cells)
        return table


def _said(kind: StatusKind, words: str, parent: QWidget) -> Notice:
    notice = Notice(kind, parent=parent)
    notice.show_notice(kind, words)
    return notice


def _table(heads: Sequence[str], name: str) -> QTableWidget:
    table = QTableWidget(0, len(heads))
    table.setObjectName(name)
    table.setAccessibleName(", ".join(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(30)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    table.horizontalHeader().setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
    return table


def _add_row(table: QTableWidget, cells: Sequence[str], *, dim: bool = False) -> None:
    at = table.rowCount()
    table.insertRow(at)
    for column, words in enumerate(cells):
        item = QTableWidgetItem(words)
        item.setToolTip(words)
        if dim:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        table.setItem(at, column, item)
