"""Drafts that a crash does not cost, and lines by scan and by file (R27)."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.application.queries import Filter, InboundRow, Sort
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import CreateInbound
from jdfulfil_desktop.gui.inbound.dialog import InboundDialog
from jdfulfil_desktop.gui.inbound.page import InboundPage, build
from jdfulfil_desktop.gui.locations.scanning import UNDO_CODE
from jdfulfil_desktop.gui.sounds import Sounds, Tone
from jdfulfil_desktop.gui.theme import StatusKind
from tests.helpers.pages import answer_file, choose, dialog_of, nameless, press
from tests.helpers.program import HOUSE, StubShell, add_account, add_products, open_program, run

ITEMS = 200
EAN = "8991002101418"


class Ears(Sounds):
    """Hear what is played."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Tone] = []

    def play(self, tone: Tone) -> None:
        self.heard.append(tone)


@pytest.fixture
def filled(program: Application) -> Application:
    add_account(program)
    add_products(program, "TEH", barcode=EAN)
    add_products(program, "KOPI")
    return program


@pytest.fixture
def page(qtbot: Any, filled: Application, shell: StubShell) -> InboundPage:
    made = build(shell)
    assert isinstance(made, InboundPage)
    qtbot.addWidget(made)
    made.resize(1326, 640)
    made.show()
    qtbot.waitUntil(lambda: bool(made.houses))
    return made


def begun(qtbot: Any, page: InboundPage) -> InboundDialog:
    press(qtbot, page, "createInboundButton")
    asked = dialog_of(qtbot, page, InboundDialog)
    qtbot.waitUntil(asked.sku.hasFocus)
    return asked


def lists(program: Application) -> list[InboundRow]:
    every = Filter()
    return program.reader.submit(
        lambda q: q.inbound_page(every, Sort("inbound_no"), 0, 100)
    ).result(10)


def planned(program: Application) -> list[dict[str, int]]:
    return [{line.sku: line.planned for line in row.lines} for row in lists(program)]


def scan(widget: Any, code: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClicks(widget, code)
    QTest.keyClick(widget, end)


def test_each_line_is_kept_as_it_is_added_and_given_up_with_the_list(
    page: InboundPage, filled: Application, qtbot: Any
):
    asked = begun(qtbot, page)
    scan(asked.sku, "TEH")
    qtbot.waitUntil(asked.quantity.hasFocus)
    scan(asked.quantity, "4")
    qtbot.waitUntil(lambda: planned(filled) == [{"TEH": 4}])
    asked.pasted.setPlainText("KOPI\t6")
    press(qtbot, asked, "takeLinesButton")
    qtbot.waitUntil(lambda: planned(filled) == [{"TEH": 4, "KOPI": 6}])
    number = lists(filled)[0].inbound_no
    asked.reject()
    assert asked.isVisible(), "lines would be lost: it says so once"
    asked.reject()
    qtbot.waitUntil(lambda: not lists(filled))
    assert run(filled, CreateInbound(HOUSE, (("TEH", 1),))) > number, "no number twice"


def test_an_edit_keeps_the_number_and_giving_it_up_brings_the_old_lines_back(
    page: InboundPage, filled: Application, qtbot: Any
):
    number = run(filled, CreateInbound(HOUSE, (("TEH", 5),), "Kontainer 7"))
    choose(qtbot, page, lambda row: row.inbound_no == number)
    press(qtbot, page.detail, "editInboundButton")
    asked = dialog_of(qtbot, page, InboundDialog)
    asked.pasted.setPlainText("KOPI\t6")
    press(qtbot, asked, "takeLinesButton")
    qtbot.waitUntil(lambda: planned(filled) == [{"TEH": 5, "KOPI": 6}])
    asked.reject()
    asked.reject()
    qtbot.waitUntil(lambda: planned(filled) == [{"TEH": 5}])
    assert [row.inbound_no for row in lists(filled)] == [number]


def test_each_scan_counts_one_and_the_undo_code_takes_one_back(
    page: InboundPage, filled: Application, shell: StubShell, qtbot: Any
):
    ears = Ears()
    asked = InboundDialog(shell.desk, page.houses, page, sounds=ears)
    asked.open()
    qtbot.waitUntil(asked.sku.hasFocus)
    asked.counts.setChecked(True)
    assert not asked.pasted.isVisible()
    for code in (EAN, "KOPI", EAN, "NONE", EAN):
        scan(asked.sku, code)
    qtbot.waitUntil(lambda: asked.sign.word() == "+1 = 3")
    scan(asked.sku, "NONE")
    qtbot.waitUntil(lambda: asked.sign.kind() is StatusKind.FAILED)
    scan(asked.sku, UNDO_CODE)
    qtbot.waitUntil(lambda: asked.sign.kind() is StatusKind.GOING_ON)
    assert [(line.sku, line.quantity) for line in asked.lines] == [("TEH", 2), ("KOPI", 1)]
    asked.draft.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    scan(focus, "KOPI")
    qtbot.waitUntil(lambda: asked.lines[1].quantity == 2)
    qtbot.waitUntil(lambda: planned(filled) == [{"TEH": 2, "KOPI": 2}])
    assert ears.heard.count(Tone.WRONG) == 2
    assert nameless(asked) == []
    asked.counts.setChecked(False)
    asked.reject()
    asked.reject()


def test_a_code_scanned_into_the_quantity_is_the_next_product_not_a_quantity(
    page: InboundPage, qtbot: Any
):
    asked = begun(qtbot, page)
    scan(asked.sku, "KOPI")
    qtbot.waitUntil(asked.quantity.hasFocus)
    scan(asked.quantity, EAN)
    qtbot.waitUntil(lambda: [(x.sku, x.quantity) for x in asked.lines] == [("KOPI", 1)])
    qtbot.waitUntil(asked.quantity.hasFocus)
    scan(asked.quantity, "12")
    qtbot.waitUntil(
        lambda: [(x.sku, x.quantity) for x in asked.lines] == [("KOPI", 1), ("TEH", 12)]
    )
    asked.reject()
    asked.reject()


@pytest.mark.parametrize("kind", ["xlsx", "csv", "bare.csv"])
def test_lines_come_from_a_file_and_bad_rows_are_told_by_their_number(
    page: InboundPage, filled: Application, qtbot: Any, tmp_path: Path, kind: str
):
    path = tmp_path / f"barang.{kind}"
    rows: list[list[object]] = [[EAN, 12], ["NONE", 3], ["KOPI", "x"], ["KOPI", 5]]
    if kind == "bare.csv":
        path.write_text("\n".join(f"{sku},{units}" for sku, units in rows), encoding="utf-8")
    else:
        filled.write_table(path, "Barang", ["SKU", "Jumlah"], rows)
    asked = begun(qtbot, page)
    press(qtbot, asked, "fileLinesButton")
    answer_file(qtbot, path)
    qtbot.waitUntil(lambda: len(asked.lines) == 2, timeout=20_000)
    assert [(x.sku, x.quantity) for x in asked.lines] == [("TEH", 12), ("KOPI", 5)]
    assert asked.pasted.toPlainText() == "NONE\t3\nKOPI\tx".replace(
        "\t", "," if kind == "bare.csv" else "\t"
    )
    first = 2 if kind == "bare.csv" else 3
    assert f"Line {first}" in asked.paste_field.error()
    assert f"Line {first + 1}" in asked.paste_field.error()
    asked.reject()
    asked.reject()


CRASHING = """
import asyncio, sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from jdfulfil_desktop.gui.inbound.dialog import InboundDialog
from jdfulfil_desktop.gui.inbound.page import build
from jdfulfil_desktop.gui.theme import apply_theme
from tests.helpers.program import add_account, add_products, open_program, open_shell

app = QApplication(sys.argv)
apply_theme(app, "light")
program = open_program(Path(sys.argv[1]))
add_account(program)
add_products(program, "TEH", "KOPI")
with open_shell(app, program) as shell:
    page = build(shell)
    page.show()

    def until(come_true):
        while not come_true():
            app.processEvents()

    until(lambda: bool(page.houses))
    page._start(page.deeds.create())
    until(lambda: any(d.isVisible() for d in page.findChildren(InboundDialog)))
    asked = page.findChildren(InboundDialog)[0]
    asked.counts.setChecked(True)
    for _ in range(5):
        for code in ("TEH", "KOPI", "TEH"):
            QTest.keyClicks(asked.sku, code)
            QTest.keyClick(asked.sku, Qt.Key.Key_Return)
    until(lambda: sum(line.quantity for line in asked.lines) == 15)
    kept = lambda: asked._drafting._kept
    until(lambda: kept() is not None and sum(x.quantity for x in kept().lines) == 15)
    print("drawn up", flush=True)
    while True:
        app.processEvents()
"""


def test_a_killed_program_has_the_draft_when_it_is_opened_again(tmp_path: Path):
    """SIGKILL while the dialog is open, in the midst of drawing a list up."""
    folder = tmp_path / "data"
    child = subprocess.Popen(
        [sys.executable, "-c", CRASHING, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "drawn up"
        child.send_signal(signal.SIGKILL)
        child.wait(10)
    finally:
        child.kill()
        child.communicate()
    program = open_program(folder)
    try:
        [row] = lists(program)
        assert (row.push_state, row.planned) == ("draft", 15)
        assert planned(program) == [{"TEH": 10, "KOPI": 5}]
    finally:
        program.close()


def test_two_hundred_products_are_counted_by_scanner_keys(
    page: InboundPage, filled: Application, qtbot: Any, capsys: Any
):
    skus = [f"SKU-{number:04}" for number in range(ITEMS)]
    add_products(filled, *skus)
    asked = begun(qtbot, page)
    asked.counts.setChecked(True)
    began = time.perf_counter()
    for sku in skus:
        scan(asked.sku, sku)
    qtbot.waitUntil(lambda: len(asked.lines) == ITEMS, timeout=60_000)
    qtbot.waitUntil(lambda: [len(row) for row in planned(filled)] == [ITEMS], timeout=60_000)
    each_ms = (time.perf_counter() - began) * 1000 / ITEMS
    with capsys.disabled():
        print(f"\n{ITEMS} products counted by scanner keys: {each_ms:.0f} ms per item")  # noqa: T201  asked for
    asked.counts.setChecked(False)
    asked.reject()
    asked.reject()
    qtbot.waitUntil(lambda: not lists(filled))
