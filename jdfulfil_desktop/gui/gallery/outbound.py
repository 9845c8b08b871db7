"""The outbound page with invented rows: what the toolkit looks like when it is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtGui import QAction

from jdfulfil_desktop.gui.frame import MainFrame, PageSpec
from jdfulfil_desktop.gui.tables import (
    Column,
    ColumnKind,
    PagedTableModel,
    ReasonCell,
    StatusCell,
    TableView,
    check_column,
)
from jdfulfil_desktop.gui.theme import QUEUED_ICON, StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    CalloutSpec,
    ChipSpec,
    EmptySpec,
    Event,
    Item,
    ItemList,
    ListPage,
    NewsState,
    StripSegment,
    Timeline,
)

Words = dict[str, Any]
_DAY = datetime(2026, 8, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one invented order."""

    key: str
    channel: str
    courier: str
    tracking_no: str
    status: StatusCell
    reason: ReasonCell
    at: datetime


def make_rows(words: Words) -> list[Row]:
    """Return the invented orders."""
    return [_row(*cells) for cells in words["rows"]]


def _row(
    key: str,
    channel: str,
    courier: str,
    tracking_no: str,
    kind: str,
    status: str,
    reason: str,
    quiet: bool,
    clock: str,
) -> Row:
    hours, minutes = clock.split(":")
    at = _DAY + timedelta(hours=int(hours) - 7, minutes=int(minutes))
    cell = (
        StatusCell(StatusKind.GOING_ON, status, QUEUED_ICON)
        if kind == "queued"
        else StatusCell(StatusKind(kind), status)
    )
    return Row(key, channel, courier, tracking_no, cell, ReasonCell(reason, quiet=quiet), at)


def make_columns(titles: dict[str, str]) -> Sequence[Column]:
    """Return the columns of the outbound list."""
    return (
        check_column(),
        Column("order_no", titles["order_no"], ColumnKind.CODE, 156, lambda r: r.key, True),
        Column(
            "channel", titles["channel"], ColumnKind.TEXT, 84, lambda r: r.channel, True, give_way=2
        ),
        Column("courier", titles["courier"], ColumnKind.TEXT, 144, lambda r: r.courier, give_way=4),
        Column(
            "tracking_no",
            titles["tracking_no"],
            ColumnKind.CODE,
            146,
            lambda r: r.tracking_no,
            give_way=3,
        ),
        Column("status", titles["status"], ColumnKind.STATUS, 138, lambda r: r.status, True),
        Column(
            "reason", titles["reason"], ColumnKind.REASON, 170, lambda r: r.reason, stretch=True
        ),
        Column("at", titles["at"], ColumnKind.TIME, 104, lambda r: r.at, True, give_way=1),
    )


class OutboundSample(ListPage):
    """The outbound page of the gallery."""

    def __init__(self, words: Words) -> None:
        super().__init__(words["title"], subtitle=words["subtitle"])
        self._sample = words
        self.rows = make_rows(words)
        for label, icon_name, name in words["secondary"]:
            self.add_secondary(Button(label, name=name, icon_name=icon_name))
        primary = Button(words["primary"], name="importOrdersButton", icon_name="file-plus-outline")
        self.set_primary(primary)
        self.add_overflow(QAction(words["secondary"][1][0], self))
        self.chips.set_chips([ChipSpec(key, label) for key, label, _count in words["chips"]])
        self.chips.set_counts({key: count for key, _label, count in words["chips"]})
        self.model = PagedTableModel(make_columns(words["columns"]))
        view = TableView(self.model, name="gallery")
        view.setObjectName("outboundTable")
        self.rowChosen.connect(self._fill)
        self.set_table(view)
        icon_name, title, text, action = words["empty"]
        self.area.set_empty(EmptySpec(icon_name, title, text, action, "file-plus-outline"))
        self.show_sample()

    def show_sample(self) -> None:
        """Show the rows, the first of them in the detail pane."""
        self.model.reset(len(self.rows))
        self.model.set_page(0, self.rows)
        self.model.set_checked([self.rows[0].key], True)
        self.view.horizontalHeader().setSortIndicator(7, self._descending())
        self.area.show_rows()
        self.view.choose_position(0)

    @staticmethod
    def _descending() -> Any:
        from PySide6.QtCore import Qt

        return Qt.SortOrder.DescendingOrder

    def _fill(self, row: Row) -> None:
        words = self._sample["detail"]
        self.detail.begin(row.key, words["subtitle"])
        title, text, rule, action = words["callout"]
        spec = CalloutSpec(StatusKind.NEEDS_YOU, title, text, rule, action, "link-variant")
        self.detail.add_callout(spec)
        items = [
            Item(code, name, quantity, StatusKind(kind), icon or None)
            for code, name, quantity, kind, icon in words["items"]
        ]
        self.detail.add_section(words["items_title"], ItemList(items))
        events = [
            Event(
                _DAY + timedelta(hours=7, minutes=2),
                label,
                icon,
                StatusKind(kind) if kind else None,
            )
            for label, kind, icon in words["timeline"]
        ]
        self.detail.add_section(words["timeline_title"], Timeline(events))
        for label in words["actions"]:
            self.detail.add_action(Button(label))


def make_frame(words: Words) -> tuple[MainFrame, OutboundSample]:
    """Return the window with the outbound page in front."""
    frame = MainFrame(practice=True)
    frame.header.practice_tag.setText(words["tag"])
    frame.header.search.setPlaceholderText(words["search"])
    frame.header.set_news(NewsState.REALTIME)
    frame.header.set_bell(3)
    frame.header.set_user(words["user"])
    page = OutboundSample(words)
    for name, title, icon_name in words["tabs"]:
        wanted = name == "outboundTab"
        build = (lambda: page) if wanted else ListPageStub
        frame.add_page(PageSpec(name, title, icon_name, build))
    frame.show_page("outboundTab")
    frame.strip.set_segments(
        [
            StripSegment(key, StatusKind(kind), text, icon or None)
            for key, kind, text, icon in words["segments"]
        ]
    )
    frame.strip.progress.show_progress(*words["progress"])
    return frame, page


class ListPageStub(ListPage):
    """A page that nobody looks at."""

    def __init__(self) -> None:
        super().__init__("")
