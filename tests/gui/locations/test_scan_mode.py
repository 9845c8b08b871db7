"""Scan mode (R25, R26) driven by the keys that a scanner sends."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.application.queries import Filter, LocationRow, Queries, Sort
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import CreateInbound, CreateLocations
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.locations.page import LocationPage, build
from jdfulfil_desktop.gui.locations.scan_dialog import ScanDialog
from jdfulfil_desktop.gui.locations.scanning import UNDO_CODE, Outcome
from jdfulfil_desktop.gui.sounds import Sounds, Tone
from jdfulfil_desktop.gui.theme import StatusKind
from tests.helpers.pages import dialog_of, nameless, press
from tests.helpers.program import (
    HOUSE,
    StubShell,
    add_account,
    add_own_warehouse,
    add_products,
    add_store,
    import_orders,
    order,
    run,
)

ITEMS, PLACES = 200, 20


class Ears(Sounds):
    """Hear what is played."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Tone] = []

    def play(self, tone: Tone) -> None:
        if self.on:
            self.heard.append(tone)


@pytest.fixture
def filled(program: Application) -> Application:
    add_account(program)
    add_products(program, "TEH", "KOPI", barcode="")
    add_products(program, "GULA", barcode="8991002101418")
    run(program, CreateLocations(HOUSE, ("A-1", "A-2")))
    return program


@pytest.fixture
def page(qtbot: Any, filled: Application, shell: StubShell) -> LocationPage:
    made = build(shell)
    assert isinstance(made, LocationPage)
    qtbot.addWidget(made)
    made.resize(1326, 640)
    made.show()
    qtbot.waitUntil(lambda: len(made.houses) >= 1)
    return made


@pytest.fixture
def scanning(qtbot: Any, page: LocationPage, shell: StubShell) -> Iterator[ScanDialog]:
    dialog = ScanDialog(shell, page.houses, HOUSE, page, Ears())
    dialog.open()
    qtbot.waitUntil(dialog.edit.hasFocus)
    yield dialog
    dialog.close()
    dialog.deleteLater()


def lying(program: Application) -> dict[str, tuple[str, ...]]:
    def work(q: Queries) -> list[LocationRow]:
        return q.location_page(Filter(), Sort("code"), 0, 1000)

    return {row.code: row.skus for row in program.reader.submit(work).result(10)}


def scan(qtbot: Any, dialog: ScanDialog, code: str, end: Qt.Key = Qt.Key.Key_Return) -> Outcome:
    """Type a code as a scanner does, into whatever has the focus; wait for the answer."""
    before = dialog.log[0].number if dialog.log else 0
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, code)
    QTest.keyClick(focus, end)
    qtbot.waitUntil(lambda: bool(dialog.log) and dialog.log[0].number > before)
    return dialog.log[0].scan.outcome


def ears(dialog: ScanDialog) -> list[Tone]:
    heard = dialog._sounds
    assert isinstance(heard, Ears)
    return heard.heard


def test_location_item_item_location_binds_each_at_once(
    scanning: ScanDialog, filled: Application, qtbot: Any
):
    assert scan(qtbot, scanning, "A-1") is Outcome.PLACE
    assert scanning.sign.word() == "A-1"
    assert scan(qtbot, scanning, "TEH") is Outcome.BOUND
    assert lying(filled)["A-1"] == ("TEH",)
    assert scan(qtbot, scanning, "8991002101418", Qt.Key.Key_Tab) is Outcome.BOUND
    assert scan(qtbot, scanning, "a-2") is Outcome.PLACE
    assert scan(qtbot, scanning, "KOPI") is Outcome.BOUND
    assert lying(filled) == {"A-1": ("GULA", "TEH"), "A-2": ("KOPI",)}
    assert scanning.value() == 3
    assert scanning.edit.hasFocus()
    assert ears(scanning) == [Tone.RIGHT] * 5


def test_right_wrong_and_repeated_differ_in_word_colour_and_sound(scanning: ScanDialog, qtbot: Any):
    seen = []
    for code in ("KOPI", "A-1", "KOPI", "KOPI", "NONE"):
        scan(qtbot, scanning, code)
        seen.append((scanning.log[0].scan.outcome, scanning.sign.kind()))
    assert seen == [
        (Outcome.NO_PLACE_YET, StatusKind.FAILED),
        (Outcome.PLACE, StatusKind.GOING_ON),
        (Outcome.BOUND, StatusKind.DONE),
        (Outcome.REPEATED, StatusKind.NEEDS_YOU),
        (Outcome.UNKNOWN, StatusKind.FAILED),
    ]
    words = [row.words.word for row in scanning.log]
    assert len(set(words)) == len(words)
    right, wrong, again = Tone.RIGHT, Tone.WRONG, Tone.REPEATED
    assert ears(scanning) == [wrong, right, right, again, wrong]
    scanning.sound.setChecked(False)
    scan(qtbot, scanning, "NONE")
    assert len(ears(scanning)) == 5


def test_the_printed_undo_code_takes_scans_back_one_by_one(
    scanning: ScanDialog, filled: Application, qtbot: Any
):
    assert scan(qtbot, scanning, UNDO_CODE) is Outcome.NOTHING_TO_UNDO
    for code in ("A-1", "TEH", "A-2", "KOPI", "KOPI"):
        scan(qtbot, scanning, code)
    assert scan(qtbot, scanning, UNDO_CODE) is Outcome.UNDONE
    assert lying(filled)["A-2"] == ("KOPI",)
    assert scan(qtbot, scanning, UNDO_CODE) is Outcome.UNDONE
    assert lying(filled)["A-2"] == ()
    assert scanning.binding.place == "A-2"
    assert scan(qtbot, scanning, UNDO_CODE) is Outcome.UNDONE
    assert scanning.binding.place == "A-1"
    QTest.keyClick(scanning.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: scanning.value() == 0)
    assert lying(filled)["A-1"] == ()


def test_scans_that_come_faster_than_they_are_written_keep_their_order(
    scanning: ScanDialog, filled: Application, qtbot: Any
):
    skus = [f"FAST-{number}" for number in range(30)]
    add_products(filled, *skus)
    for code in ("A-1", *skus[:15], "A-2", *skus[15:]):
        QTest.keyClicks(scanning.edit, code)
        QTest.keyClick(scanning.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: scanning.value() == 30)
    found = lying(filled)
    assert (set(found["A-1"]), set(found["A-2"])) == (set(skus[:15]), set(skus[15:]))


def test_a_code_that_fits_nowhere_is_said_to_be_what_it_is(
    scanning: ScanDialog, filled: Application, qtbot: Any
):
    add_store(filled, "Toko", Channel.SHOPEE, HOUSE)
    import_orders(filled, "Toko", order("260801ABCD", ("TEH", 1), tracking_no="SPXID001122"))
    number = run(filled, CreateInbound(HOUSE, (("TEH", 5),), ""))
    other = add_own_warehouse(filled)
    run(filled, CreateLocations(other, ("Z-9",)))
    scan(qtbot, scanning, "A-1")
    found = {}
    for code in ("260801ABCD", "SPXID001122", str(number), "Z-9"):
        assert scan(qtbot, scanning, code) is Outcome.OTHER_KIND
        found[code] = scanning.log[0].scan
        assert code in scanning.sign.about()
    kinds = [seen.kind for seen in found.values()]
    assert kinds == ["order", "tracking", "inbound", "location"]
    assert found["SPXID001122"].detail == "260801ABCD"
    assert found["Z-9"].detail == other
    assert lying(filled)["A-1"] == ()


def test_codes_count_where_the_focus_is_on_a_button(
    scanning: ScanDialog, filled: Application, qtbot: Any
):
    scan(qtbot, scanning, "A-1")
    scanning.deed_button.setFocus()
    qtbot.waitUntil(scanning.deed_button.hasFocus)
    assert scan(qtbot, scanning, "KOPI") is Outcome.BOUND
    assert scanning.isVisible()
    qtbot.waitUntil(scanning.edit.hasFocus)


def test_stray_control_characters_are_left_out_and_enter_alone_does_nothing(
    scanning: ScanDialog, qtbot: Any
):
    QTest.keyClick(scanning.edit, Qt.Key.Key_Return)
    assert scanning.isVisible()
    assert not scanning.log
    scanning.edit.setText("\x02A-1\x1d")
    QTest.keyClick(scanning.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: scanning.binding.place == "A-1")


def test_another_warehouse_wants_its_own_location_first(
    qtbot: Any, page: LocationPage, filled: Application, shell: StubShell
):
    other = add_own_warehouse(filled)
    qtbot.waitUntil(lambda: len(page.houses) == 2)
    press(qtbot, page, "scanModeButton")
    dialog = dialog_of(qtbot, page, ScanDialog)
    assert nameless(dialog) == []
    dialog.house.setCurrentIndex(dialog.house.findData(HOUSE))
    qtbot.waitUntil(dialog.edit.hasFocus)
    scan(qtbot, dialog, "A-1")
    dialog.house.setCurrentIndex(dialog.house.findData(other))
    assert scan(qtbot, dialog, "KOPI") is Outcome.NO_PLACE_YET
    dialog.deed_button.click()
    qtbot.waitUntil(lambda: not dialog_open())
    assert not shell.errors


def dialog_open() -> bool:
    return any(isinstance(w, ScanDialog) and w.isVisible() for w in QApplication.topLevelWidgets())


def test_two_hundred_products_are_bound_by_scanner_keys(
    qtbot: Any, page: LocationPage, filled: Application, shell: StubShell, capsys: Any
):
    skus = [f"SKU-{number:04}" for number in range(ITEMS)]
    places = [f"R-{number:02}" for number in range(PLACES)]
    add_products(filled, *skus)
    run(filled, CreateLocations(HOUSE, tuple(places)))
    dialog = ScanDialog(shell, page.houses, HOUSE, page, Ears())
    dialog.open()
    qtbot.waitUntil(dialog.edit.hasFocus)
    each = ITEMS // PLACES
    began = time.perf_counter()
    for number, place in enumerate(places):
        assert scan(qtbot, dialog, place) is Outcome.PLACE
        for sku in skus[number * each : (number + 1) * each]:
            assert scan(qtbot, dialog, sku) is Outcome.BOUND
    seconds = time.perf_counter() - began
    found = lying(filled)
    assert [found[place] for place in places] == [
        tuple(skus[at * each : (at + 1) * each]) for at in range(PLACES)
    ]
    assert dialog.value() == ITEMS
    with capsys.disabled():
        each_ms = seconds * 1000 / ITEMS
        print(f"\n{ITEMS} SKUs bound by scanner keys: {each_ms:.0f} ms per item")  # noqa: T201  asked for
    assert seconds / ITEMS < 0.5
    dialog.close()
    dialog.deleteLater()


def test_tones_are_written_once_and_differ(tmp_path: Any):
    from jdfulfil_desktop.gui.sounds import samples, write_tone

    files = {tone: write_tone(tone, tmp_path) for tone in Tone}
    assert len({path.read_bytes() for path in files.values()}) == 3
    assert write_tone(Tone.RIGHT, tmp_path) == files[Tone.RIGHT]
    assert all(samples(tone)[:2] == b"\0\0" for tone in Tone)
