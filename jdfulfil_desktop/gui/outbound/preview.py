"""Show what an import would do before it does it: columns, counts, what is refused and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jdfulfil_desktop.application.ports import RowProblem, SheetInfo
from jdfulfil_desktop.application.results import ImportReport
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.tables import Column, ColumnKind, ReasonCell
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
        table = RowsTable(
            [
                Column("head", tr("Column"), ColumnKind.TEXT, 150, lambda r: r[0]),
                Column("field", tr("Read as"), ColumnKind.TEXT, 120, self._field, stretch=True),
            ],
            name="previewColumns",
            title=tr("How the file was understood"),
            key=lambda r: r[0],
            parent=self,
        )
        table.show_rows(sorted(info.columns, key=lambda pair: not pair[1]))
        card.body.addWidget(TableCard(table, self))
        card.setMinimumSize(320, 340)
        return card

    def _field(self, pair: tuple[str, str]) -> str | None:
        return self._texts.field(pair[1]) if pair[1] else None

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

    def _problems(self, problems: Sequence[RowProblem]) -> TableCard:
        kind = ColumnKind
        table = RowsTable(
            [
                Column("row", tr("Row"), kind.NUMBER, 60, lambda p: p.row),
                Column("column", tr("Column"), kind.TEXT, 130, lambda p: p.column),
                Column("value", tr("Value"), kind.CODE, 120, lambda p: p.value),
                Column(
                    "what",
                    tr("What is wrong"),
                    kind.REASON,
                    240,
                    lambda p: ReasonCell(self._texts.row_problem(p).what),
                    stretch=True,
                    tooltip=lambda p: self._texts.row_problem(p).fix,
                ),
            ],
            name="previewProblems",
            title=tr("Refused rows"),
            key=lambda p: (p.row, p.column, p.code),
            parent=self,
        )
        table.show_rows(problems[:_SHOWN_PROBLEMS])
        return TableCard(table, self)


def _said(kind: StatusKind, words: str, parent: QWidget) -> Notice:
    notice = Notice(kind, parent=parent)
    notice.show_notice(kind, words)
    return notice
