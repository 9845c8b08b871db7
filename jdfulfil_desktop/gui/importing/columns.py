"""Say once what the columns of an export mean (R31): its first rows above, a choice a field below.

What is said is remembered for every file with the same headers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QComboBox, QWidget

from jdfulfil_desktop.application.order_files import missing_fields
from jdfulfil_desktop.application.ports import ColumnMap, LayoutFields, SheetInfo
from jdfulfil_desktop.domain.errors import FileProblem
from jdfulfil_desktop.domain.order import MARKETPLACES, Channel
from jdfulfil_desktop.gui._generated.ui_map_columns_dialog import Ui_MapColumnsDialog
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.tables import Column, ColumnKind
from jdfulfil_desktop.gui.widgets import DialogFrame, FormField
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_OFFERED = (
    "order_no",
    "status",
    "sku",
    "quantity",
    "tracking_no",
    "courier",
    "name",
    "substatus",
    "created_at",
    "ship_by",
    "price",
    "recipient",
    "phone",
    "address",
    "city",
    "province",
    "postcode",
    "country",
    "parent_sku",
    "variation",
    "package",
    "line_id",
    "request",
    "returned",
    "note",
)
"""Fields in the order of what an order needs most; rarer ones are recognised by their headers."""
_ACROSS = 3
_HEAD, _ROW, _MOST_ROWS = 50, 36, 3
"""Height of a header with the bar below the rows, and of a row; the fields want the room."""
_COLUMN = 130


@dataclass(frozen=True, slots=True)
class FileTable:
    """What is shown of a file: headers, first rows, and what is known of the columns already."""

    file: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    channel: Channel | None = None


def table_of(problem: FileProblem) -> FileTable | None:
    """Give what is to be mapped of a file that no layout knows; None where mapping cannot help."""
    told = problem.data
    headers, rows, fields = told.get("headers"), told.get("rows"), told.get("fields")
    if problem.code != "unknown_layout" or told.get("advice") or not isinstance(headers, list):
        return None
    if len(headers) < 2 or not isinstance(rows, list) or not isinstance(fields, dict):
        return None
    whose = str(told.get("channel", ""))
    return FileTable(
        problem.subject,
        tuple(headers),
        tuple(map(tuple, rows)),
        fields,
        Channel(whose) if whose in set(Channel) else None,
    )


def table_from(info: SheetInfo) -> FileTable:
    """Give what is shown of a file whose layout is known, to map more of it."""
    named = [(at, header, name) for at, (header, name) in enumerate(info.columns) if header]
    rows = tuple(
        tuple(row[at] if at < len(row) else "" for at, _, _ in named) for row in info.sample
    )
    fields = {header: name for _, header, name in reversed(named) if name}
    return FileTable(info.file, tuple(header for _, header, _ in named), rows, fields, info.channel)


class ColumnsDialog(DialogFrame):
    """Ask whose export a file is and which column holds what; gives a `ColumnMap`."""

    def __init__(
        self, table: FileTable, layouts: Sequence[LayoutFields], texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(
            tr("Say what the columns mean"),
            tr("Read the file so"),
            intro=tr(
                "{0}: choose the column of each field. It is remembered for every file with these "
                "headers."
            ).format(table.file),
            deed_name="useColumnsButton",
            width=720,
            parent=parent,
        )
        self._table, self._layouts, self._texts = table, layouts, texts
        holder = QWidget(self)
        self.form = Ui_MapColumnsDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.choices: dict[str, QComboBox] = {}
        self._wrapped: dict[str, FormField] = {}
        self._show_rows(holder)
        self.channel = self.form.channelCombo
        self._fill_channels()
        field_around(self.channel, tr("This is an export of"), required=True)
        self.channel.currentIndexChanged.connect(lambda _at: self._show_fields())
        self._show_fields()
        take_room(self, 1080, 660)

    def _fill_channels(self) -> None:
        for channel in Channel:
            if any(layout.channel is channel for layout in self._layouts):
                self.channel.addItem(self._texts.channel(channel), channel.value)
        guess = self._table.channel or min(MARKETPLACES)
        self.channel.setCurrentIndex(max(0, self.channel.findData(guess.value)))

    def _show_rows(self, holder: QWidget) -> None:
        title = tr("The first rows of the file")
        self.form.rowsLabel.setText(title.upper())
        self.rows = RowsTable(
            [self._column(at, header) for at, header in enumerate(self._table.headers)],
            name="fileRows",
            title=title,
            key=lambda row: row[0],
            parent=holder,
        )
        self.rows.show_rows(list(enumerate(self._table.rows)))
        card = TableCard(self.rows, holder)
        card.setFixedHeight(_HEAD + _ROW * max(1, min(len(self._table.rows), _MOST_ROWS)))
        self.form.rowsLayout.addWidget(card)

    @staticmethod
    def _column(at: int, header: str) -> Column:
        return Column(
            f"c{at}",
            header,
            ColumnKind.TEXT,
            _COLUMN,
            lambda row: row[1][at] if at < len(row[1]) else "",
        )

    # -- fields ------------------------------------------------------------------------------------

    def _chosen_channel(self) -> Channel:
        return Channel(self.channel.currentData())

    def _of_channel(self) -> list[LayoutFields]:
        whose = self._chosen_channel()
        return [layout for layout in self._layouts if layout.channel is whose]

    def _show_fields(self) -> None:
        """Offer the fields that the channel's layouts read, with what is chosen already."""
        known = {name: choice.currentData() or "" for name, choice in self.choices.items()}
        before = {name: header for header, name in self._table.fields.items()} | known
        for old in self._wrapped.values():
            self.form.fieldsLayout.removeWidget(old)
            old.deleteLater()
        self.choices, self._wrapped = {}, {}
        layouts = self._of_channel()
        offered = [f for f in _OFFERED if any(f in layout.fields for layout in layouts)]
        needed = {one[0] for layout in layouts for one in layout.required if len(one) == 1}
        for at, name in enumerate(offered):
            shown = self._field(name, before.get(name, ""), required=name in needed)
            self.form.fieldsLayout.addWidget(shown, at // _ACROSS, at % _ACROSS)
        self._judge()

    def _field(self, name: str, header: str, *, required: bool) -> FormField:
        choice = QComboBox()
        choice.setObjectName(f"column_{name}")
        choice.setMinimumContentsLength(12)
        choice.addItem(tr("– no column –"), "")
        for title in dict.fromkeys(self._table.headers):
            choice.addItem(title, title)
        choice.setCurrentIndex(max(0, choice.findData(header)))
        choice.currentIndexChanged.connect(lambda _at: self._judge())
        self.choices[name] = choice
        wrapped = FormField(
            self._texts.field(name),
            choice,
            required=required,
            help_text=" ",
            parent=self.form.fieldsHolder,
        )
        self._wrapped[name] = wrapped
        return wrapped

    def _judge(self) -> None:
        """Show what each chosen column holds, and say what is still missing."""
        for name, choice in self.choices.items():
            self._wrapped[name].set_help(self._example(choice.currentData() or "") or " ")
        chosen = [name for name, choice in self.choices.items() if choice.currentData()]
        lacks = missing_fields([layout.required for layout in self._of_channel()], chosen)
        words = ", ".join(self._texts.field(one[0]) for one in lacks)
        self.set_deed(
            tr("Read the file so"),
            allowed=not lacks,
            why_not=tr("Still without a column: {0}").format(words),
        )

    def _example(self, header: str) -> str:
        if not header:
            return ""
        at = self._table.headers.index(header)
        return next((row[at] for row in self._table.rows if at < len(row) and row[at]), "")

    def value(self) -> ColumnMap:
        """Give what was said."""
        fields = {
            choice.currentData(): name
            for name, choice in self.choices.items()
            if choice.currentData()
        }
        return ColumnMap(self._chosen_channel(), fields)
