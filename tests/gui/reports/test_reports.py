"""Laporan: figures of days, channels and warehouses as plots and a table, exported as seen."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from jdfulfil_desktop.application.queries import Report, ReportRow, ReportWish
from jdfulfil_desktop.domain.connection import jakarta_day
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.outbound import PushState, ShipmentState
from jdfulfil_desktop.gui.reports.figures import Split, days_of, sparse, split_by
from jdfulfil_desktop.gui.reports.page import ReportPage, build
from tests.helpers.pages import dialog_of, nameless, press, words_of
from tests.helpers.program import (
    HOUSE,
    add_account,
    add_products,
    add_store,
    import_orders,
    link,
    order,
    place,
    write,
)

STORES = {"Toko Kopi": Channel.SHOPEE, "Kopi Nusantara": Channel.TOKOPEDIA}


@pytest.fixture
def filled(program: Any) -> Any:
    """Three orders of Shopee, two of Tokopedia; one of Shopee left five hours later."""
    add_account(program)
    add_products(program, "KOPI")
    place(program, "KOPI", stock=99)
    for store, channel in STORES.items():
        add_store(program, store, channel, HOUSE)
        link(program, store, "c-kopi", "KOPI")
    shopee = [order(f"S{n}", ("c-kopi", 1)) for n in range(3)]
    theirs = [
        order(f"T{n}", ("c-kopi", 1), channel=Channel.TOKOPEDIA, tracking_no="") for n in range(2)
    ]
    import_orders(program, "Toko Kopi", *shopee)
    import_orders(program, "Kopi Nusantara", *theirs)

    def ship(uow: Any) -> None:
        [outbound] = uow.outbounds.by_numbers(["SHOPEE-S1"]).values()
        changed = replace(
            outbound,
            push_state=PushState.PUSHED,
            shipment_state=ShipmentState.SHIPPED,
            shipped_at=program.clock.now(),
        )
        uow.outbounds.save_many([changed])

    write(program, ship)
    return program


@pytest.fixture
def page(filled: Any, shell: Any, qtbot: Any) -> ReportPage:
    made = build(shell)
    qtbot.addWidget(made)
    made.resize(1326, 640)
    made.show()
    qtbot.waitUntil(lambda: made.report is not None and made.plots is not None, timeout=10_000)
    return made


def test_a_report_shows_what_came_in_left_and_waits(page, filled, qtbot):
    assert "5 orders came in, 1 shipments left" in words_of(page)
    assert [(row[1], row[3], row[4]) for row in page.table.rows()] == [
        ("Shopee", 3, 1),
        ("Tokopedia", 2, 0),
    ]
    assert nameless(page) == []
    qtbot.waitUntil(lambda: bool(page.plots.held._rows))
    assert page.plots.held._rows == (("Awaiting tracking number", 2),)
    page.split.setCurrentIndex(page.split.findData(Split.CHANNELS.value))
    page.split.activated.emit(1)
    assert [series.name for series in page.plots.days._series] == ["Shopee", "Tokopedia"]
    page.channel.setCurrentIndex(page.channel.findData("tokopedia"))
    page.channel.activated.emit(1)
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    page.period.setCurrentIndex(0)
    page.period.activated.emit(0)
    qtbot.waitUntil(lambda: page.wish.first == page.wish.last - timedelta(days=6))


def test_it_reads_only_while_somebody_looks(page, filled, qtbot):
    page.hide()
    before = page.report
    import_orders(filled, "Toko Kopi", order("S9", ("c-kopi", 1)))
    page._changed(())
    assert page.report is before
    page.show()
    qtbot.waitUntil(lambda: "6 orders came in" in words_of(page))


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_the_table_is_exported(page, shell, qtbot, tmp_path: Path, suffix: str):
    press(qtbot, page, "reportExportButton")
    dialog = dialog_of(qtbot, page, QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    path = tmp_path / f"report.{suffix}"
    name.setText(str(path))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(shell.said) == 1)
    today = jakarta_day(shell.desk.clock.now())
    if suffix == "csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [*csv.reader(file)]
        assert rows[1][:5] == [today.isoformat(), "Shopee", f"{HOUSE} · JD", "3", "1"]
        return
    rows = [*load_workbook(path).active.values]
    assert rows[0][0] == "Day"
    assert (rows[1][0].date(), *rows[1][1:5]) == (today, "Shopee", f"{HOUSE} · JD", 3, 1)


def test_days_are_all_there_and_names_never_touch():
    wish = ReportWish(date(2026, 11, 1), date(2026, 11, 30))
    assert len(days_of(wish)) == 30
    shown = sparse([str(day.day) for day in days_of(wish)])
    assert shown[-1] == "30"
    assert sum(bool(label) for label in shown) == 15
    rows = (
        ReportRow(date(2026, 11, 2), "lazada", "W1", 1, 4, None),
        ReportRow(date(2026, 11, 2), "shopee", "W2", 3, 0, 2.5),
    )
    report = Report(rows, (), ())
    assert [line.name for line in split_by(report, wish, Split.CHANNELS)] == ["shopee", "lazada"]
    [only] = split_by(report, wish, Split.HOUSES)
    assert (only.name, only.values[1], sum(only.values)) == ("W1", 4.0, 4.0)
