"""Pesanan Outbound: urgency, filters, named views, and what is done with thousands."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from jdfulfil_desktop.application.queries import Filter
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.gui.kept import Kept
from jdfulfil_desktop.gui.outbound.arranging import ArrangeManyDialog
from jdfulfil_desktop.gui.outbound.named_views import NamedViews
from jdfulfil_desktop.gui.outbound.narrowing_dialogs import FilterDialog, ViewNameDialog
from jdfulfil_desktop.gui.outbound.page import OutboundPage, build
from jdfulfil_desktop.gui.tables.source import Sort
from jdfulfil_desktop.gui.theme import StatusKind
from tests.helpers.pages import agree, dialog_of, nameless, press, words_of
from tests.helpers.program import (
    HOUSE,
    add_account,
    add_own_warehouse,
    add_products,
    add_store,
    import_orders,
    link,
    order,
    place,
)

SHOPEE, TOKOPEDIA = "Toko Kopi", "Kopi Nusantara"


@pytest.fixture
def page(shell: Any, program: Any, qtbot: Any) -> OutboundPage:
    add_account(program)
    add_products(program, "KOPI")
    place(program, "KOPI", stock=99)

    own = add_own_warehouse(program)
    place(program, "KOPI", house=own, stock=99)
    add_store(program, SHOPEE, Channel.SHOPEE, HOUSE)
    add_store(program, TOKOPEDIA, Channel.TOKOPEDIA, own)
    for store in (SHOPEE, TOKOPEDIA):
        link(program, store, "c-kopi", "KOPI")
    made = build(shell)
    qtbot.addWidget(made)
    made.resize(1366, 650)
    made.show()
    return made


def ours(number: str, **more: Any) -> Any:
    return order(number, ("c-kopi", 1), channel=Channel.SHOPEE, **more)


def theirs(number: str, **more: Any) -> Any:
    return order(number, ("c-kopi", 1), channel=Channel.TOKOPEDIA, **more)


def shown(page: OutboundPage) -> list[str]:
    model = page.view.paged_model
    rows = (model.row_at(at) for at in range(model.rowCount()))
    return [row.order_no for row in rows if row is not None]


def save_to(qtbot: Any, page: OutboundPage, path: Path) -> None:
    dialog = dialog_of(qtbot, page, QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(path))
    qtbot.keyClick(name, Qt.Key.Key_Return)


def test_what_is_due_comes_first_and_counts_down(page, program, qtbot):
    now = program.clock.now()
    late, soon, today, later = (
        now + timedelta(minutes=minutes) for minutes in (-65, 30, 600, 3000)
    )
    import_orders(
        program,
        SHOPEE,
        ours("LATER", ship_by=later, tracking_no=""),
        ours("NONE", tracking_no=""),
        ours("SOON", ship_by=soon, tracking_no=""),
        ours("LATE", ship_by=late, tracking_no=""),
        ours("TODAY", ship_by=today, tracking_no=""),
        ours("GONE", ship_by=soon, status=OrderStatus.CANCELLED),
        ours("LEFT", ship_by=soon, status=OrderStatus.SHIPPING),
    )
    page.reload()
    qtbot.waitUntil(lambda: page.chips.chip("due").text().endswith("3"))
    page.chips.chip("due").click()
    qtbot.waitUntil(lambda: shown(page) == ["LATE", "SOON", "TODAY"])
    model = page.view.paged_model
    column = model.columns[model.column_index("ship_by")]
    cells = [column.value(row) for row in model.loaded_rows()]
    assert [cell.kind for cell in cells] == [
        StatusKind.FAILED,
        StatusKind.NEEDS_YOU,
        StatusKind.NEEDS_YOU,
    ]
    assert cells[0].text == "1 h late"
    assert cells[1].text in ("29 min", "30 min")
    page.chips.chip("tracking").click()
    qtbot.waitUntil(lambda: shown(page) == ["LATE", "SOON", "TODAY", "LATER", "NONE"])
    assert page.sort == Sort("ship_by")
    page.chips.chip("all").click()
    qtbot.waitUntil(lambda: len(shown(page)) == 7)
    over = [row for row in model.loaded_rows() if row.order_no in ("GONE", "LEFT")]
    assert [column.value(row) for row in over] == [None, None]


def test_a_tick_repaints_and_counts_only_while_the_list_is_seen(page, program, qtbot):
    asked: list[int] = []
    page.ticking._due = lambda: asked.append(1)
    page.ticking.tick()
    assert asked == [1]
    page.hide()
    page.ticking.tick()
    assert asked == [1]
    assert page.ticking.timer.interval() >= 10_000


def test_filters_narrow_the_list_and_the_counts(page, program, shell, qtbot):
    import_orders(program, SHOPEE, *[ours(f"S{n}", tracking_no="") for n in range(3)])
    import_orders(program, TOKOPEDIA, theirs("T1"), theirs("T2", courier="JNE REG"))
    page.reload()
    qtbot.waitUntil(lambda: len(shown(page)) == 5)
    press(qtbot, page, "filterButton")
    dialog = dialog_of(qtbot, page, FilterDialog)
    assert nameless(dialog) == []
    stores = dialog.fields["store"]
    stores.setCurrentIndex(stores.findData(TOKOPEDIA))
    couriers = dialog.fields["courier"]
    couriers.setCurrentIndex(couriers.findData("JNE REG"))
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: shown(page) == ["T2"])
    qtbot.waitUntil(lambda: page.chips.chip("all").text().endswith("1"))
    assert TOKOPEDIA in page.narrowing.filter_button.toolTip()
    for equals, left in (
        ({"channel": "shopee"}, {"S0", "S1", "S2"}),
        ({"warehouse_no": "OWN-01"}, {"T1", "T2"}),
        ({"reason_code": "awaiting_tracking_number"}, {"S0", "S1", "S2"}),
    ):
        page.narrow(Filter(equals=equals))
        qtbot.waitUntil(lambda left=left: set(shown(page)) == left)
    page.narrow(Filter())
    qtbot.waitUntil(lambda: len(shown(page)) == 5)
    assert page.narrowing.filter_button.toolTip() == "Filter"


def test_a_view_is_saved_shown_renamed_and_removed(page, program, shell, qtbot):
    import_orders(program, SHOPEE, ours("S1", tracking_no=""), ours("S2"))
    layout = page.view.column_layout
    courier = page.view.paged_model.column_index("courier")
    page.chips.chip("tracking").click()
    page.narrow(Filter("tracking", "S", {"store": SHOPEE}))
    page.view.paged_model.sort(page.view.paged_model.column_index("order_no"))
    layout.show_column(courier, shown=False)
    shell.desk.start(page.narrowing.save(), page)
    dialog = dialog_of(qtbot, page, ViewNameDialog)
    agree(qtbot, dialog)
    assert "Enter a name." in words_of(dialog)
    dialog.name.setText("Pagi")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: page.narrowing.views.get("Pagi") is not None)
    layout.reset()
    page.narrow(Filter())
    view = page.narrowing.views.get("Pagi")
    page.show_view(view)
    assert page.filter == Filter("tracking", "S", {"store": SHOPEE})
    assert page.sort == Sort("order_no")
    assert page.chips.current() == "tracking"
    assert not layout.is_wanted(courier)
    qtbot.waitUntil(lambda: shown(page) == ["S1"])
    shell.desk.start(page.narrowing._ask_name("Pagi"), page)
    renaming = dialog_of(qtbot, page, ViewNameDialog)
    renaming.name.setText("Siang")
    agree(qtbot, renaming)
    qtbot.waitUntil(lambda: page.narrowing.views.get("Siang") is not None)
    shell.desk.kept.flush()
    assert [v.name for v in NamedViews(Kept(program.config_dir)).all()] == ["Siang"]
    page.narrowing._fill_menu()
    assert "Siang" in [action.text() for action in page.narrowing.menu.actions()]
    page.narrowing.views.remove("Siang")
    shell.desk.kept.flush()
    assert NamedViews(Kept(program.config_dir)).all() == []


def test_damaged_views_are_forgotten_quietly(tmp_path):
    kept = Kept(tmp_path)
    kept.save("views/outbound", '[{"basket": 1}')
    assert NamedViews(kept).all() == []


def test_all_means_all_and_a_stop_is_heard(page, program, shell, qtbot, monkeypatch):
    """Checking the header's box checks what is not loaded too; Cancel leaves the rest alone."""
    import_orders(program, TOKOPEDIA, *[theirs(f"B{n:04}") for n in range(210)])
    page.reload()
    qtbot.waitUntil(lambda: page.view.paged_model.rowCount() == 210)
    page.view.paged_model.checkAllRequested.emit(True)
    qtbot.waitUntil(lambda: page.view.paged_model.checked_count() == 210)
    told: list[int | None] = []

    def progress(words: str, percent: int | None, cancel: Any = None) -> None:
        told.append(percent)
        if percent and cancel is not None:
            cancel()

    monkeypatch.setattr(shell, "progress", progress)
    qtbot.waitUntil(page.bulk.isVisible)
    press(qtbot, page, "bulkHoldButton")
    qtbot.waitUntil(lambda: bool(shell.said), timeout=15_000)
    assert shell.said[0] == (
        StatusKind.NEEDS_YOU,
        "200 orders held. 10 were not looked at: you stopped it.",
    )
    assert told == [0, 95]


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_the_export_holds_the_columns_and_order_that_are_seen(
    page, program, shell, qtbot, tmp_path, suffix
):
    at = program.clock.now() + timedelta(hours=5)
    import_orders(program, SHOPEE, ours("=1+1", ship_by=at, tracking_no=""), ours("X2"))
    layout = page.view.column_layout
    model = page.view.paged_model
    for key in ("channel", "courier", "status", "reason", "first_seen"):
        layout.show_column(model.column_index(key), shown=False)
    page.view.horizontalHeader().moveSection(model.column_index("tracking_no"), 1)
    model.sort(model.column_index("order_no"))
    qtbot.waitUntil(lambda: shown(page) == ["=1+1", "X2"])
    press(qtbot, page, "exportButton")
    path = tmp_path / f"list.{suffix}"
    save_to(qtbot, page, path)
    qtbot.waitUntil(lambda: len(shell.said) == 1)
    rows = table_in(path)
    assert rows[0] == ["Tracking no.", "Order no.", "Ship by"]
    assert rows[1][1] == "'=1+1"
    assert rows[1][2].startswith(f"{at.astimezone(shell.desk.texts.formats.zone):%Y-%m-%d %H:%M}")
    assert [row[1] for row in rows[2:]] == ["X2"]


def table_in(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [*csv.reader(file)]
    rows: Sequence[Any] = [*load_workbook(path).active.values]
    return [[str("" if cell is None else cell) for cell in row] for row in rows]


def test_tracking_numbers_come_from_a_file(page, program, shell, qtbot, tmp_path):
    """R39: a courier's own sheet, whatever it calls its columns."""
    import_orders(program, TOKOPEDIA, theirs("C1", tracking_no=""), theirs("C2", tracking_no=""))
    book = Workbook()
    book.active.append(["No. Pesanan", "Penerima", "No. Resi"])
    book.active.append(["C2", "Budi", "JX0012"])
    book.active.append(["C9", "Siti", "JX0013"])
    book.save(tmp_path / "resi.xlsx")

    page.reload()
    qtbot.waitUntil(lambda: len(shown(page)) == 2)
    page.view.paged_model.checkAllRequested.emit(True)
    qtbot.waitUntil(page.bulk.isVisible)
    press(qtbot, page, "bulkArrangeButton")
    dialog = dialog_of(qtbot, page, ArrangeManyDialog)
    qtbot.waitUntil(lambda: len(dialog.judged) == 2)
    press(qtbot, dialog, "trackingFileButton")
    save_to(qtbot, page, tmp_path / "resi.xlsx")
    qtbot.waitUntil(lambda: len(dialog.judged) == 3, timeout=10_000)
    assert [(one.order_no, one.verdict.value) for one in dialog.judged] == [
        ("C1", "no_number"),
        ("C2", "good"),
        ("C9", "unknown"),
    ]
    assert "The marketplace is not told" in words_of(dialog)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: len(shell.said) == 1)
    found = program.reader.submit(lambda q: q.order_details(order_no="C2")).result(10)
    assert found[0].tracking_no == "JX0012"
