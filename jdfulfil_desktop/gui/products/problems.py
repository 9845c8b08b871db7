"""List what could not be done or read, a line each: what, why, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jdfulfil_desktop.application.ports import RowProblem
from jdfulfil_desktop.application.results import Problem
from jdfulfil_desktop.gui.rows_table import RowsTable
from jdfulfil_desktop.gui.tables import Column, ColumnKind
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

SEEN_HEIGHT = 220


def problem_words(problem: Problem, texts: Texts) -> str:
    """Say why a product was not registered: JD's own words where it spoke."""
    if problem.code == "gateway_rejected" and problem.message:
        return problem.message
    return texts.message(problem.code, problem.subject)


class ProblemsDialog(DialogFrame):
    """Show what JD refused; there is nothing to decide but when to go on."""

    def __init__(self, problems: Sequence[Problem], texts: Texts, parent: QWidget) -> None:
        super().__init__(
            tr("Not registered"),
            tr("Go on"),
            intro=tr("Mend these and register again; everything else is done."),
            deed_name="problemsSeenButton",
            width=720,
            parent=parent,
        )
        kind = ColumnKind
        self.table = RowsTable(
            [
                Column("sku", tr("Master SKU"), kind.CODE, 170, lambda p: p.subject),
                Column(
                    "why",
                    tr("Why"),
                    kind.TEXT,
                    300,
                    lambda p: problem_words(p, texts),
                    stretch=True,
                ),
                Column(
                    "fix", tr("What to do"), kind.TEXT, 200, lambda p: texts.fix(p.code, p.subject)
                ),
            ],
            name="problemTable",
            title=tr("Not registered"),
            key=lambda p: p.subject,
        )
        self.table.show_rows(list(problems))
        self.body.addWidget(on_card(self.table))
        self.cancel_button.hide()


def row_problem_table(problems: Sequence[RowProblem], texts: Texts) -> RowsTable:
    """Build the table of what is wrong in a file's rows."""
    kind = ColumnKind
    words = {id(problem): texts.row_problem(problem) for problem in problems}
    table = RowsTable(
        [
            Column("row", tr("Row"), kind.NUMBER, 60, lambda p: p.row),
            Column("column", tr("Column"), kind.TEXT, 120, lambda p: texts.field(p.column)),
            Column("value", tr("Value"), kind.CODE, 120, lambda p: p.value),
            Column("what", tr("What is wrong"), kind.TEXT, 240, lambda p: words[id(p)].what),
            Column(
                "fix", tr("What to do"), kind.TEXT, 220, lambda p: words[id(p)].fix, stretch=True
            ),
        ],
        name="previewProblems",
        title=tr("Refused rows"),
        key=id,
    )
    table.show_rows(list(problems))
    return table


def on_card(table: RowsTable, height: int = SEEN_HEIGHT) -> QFrame:
    """Frame a table as on every page."""
    card = QFrame()
    card.setProperty("surface", "card")
    card.setProperty("table", True)
    card.setMinimumHeight(height)
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(table)
    return card
