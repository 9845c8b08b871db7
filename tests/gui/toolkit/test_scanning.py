from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from jdfulfil_desktop.gui.widgets import ScanCatcher, ScanDetector, SearchField
from jdfulfil_desktop.gui.widgets.scanning import takes_text
from tests.gui.toolkit.conftest import child


class Clock:
    """Milliseconds that go on by a step with every look."""

    def __init__(self, step: float = 5.0) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def scan(detector: ScanDetector, code: str, gap: float = 8.0, start: float = 0.0) -> str | None:
    at = start
    for character in code:
        detector.feed(character, at)
        at += gap
    return detector.end(at)


@pytest.mark.parametrize(
    ("typed", "gap", "code"),
    [
        ("SPXID000000000002", 8, "SPXID000000000002"),
        ("0012", 8, "0012"),
        ("001", 8, None),
        ("SPXID000000000002", 120, None),
        ("\x02A-01\x1d-02\x03", 8, "A-01-02"),
        (" 12345 ", 8, "12345"),
    ],
)
def test_a_scanner_is_told_from_a_person(typed: str, gap: float, code: str | None) -> None:
    assert scan(ScanDetector(), typed, gap) == code


def test_what_was_typed_before_a_scan_does_not_stick_to_it() -> None:
    detector = ScanDetector()
    detector.feed("x", 0)
    assert scan(detector, "SKU-77", start=900) == "SKU-77"
    assert scan(detector, "SKU-78", start=2000) == "SKU-78"


def test_a_late_enter_is_a_persons() -> None:
    detector = ScanDetector()
    for at, character in enumerate("ABCDE"):
        detector.feed(character, at * 5.0)
    assert detector.end(900) is None


@pytest.fixture
def window(qtbot, styled) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    body = QWidget()
    column = QVBoxLayout(body)
    for widget, name in ((QPushButton("Press"), "press"), (QLineEdit(), "line")):
        widget.setObjectName(name)
        column.addWidget(widget)
    made.setCentralWidget(body)
    made.show()
    qtbot.waitUntil(made.isVisible)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_scan_counts_while_a_button_has_the_focus_and_presses_nothing(qtbot, window) -> None:
    clock = Clock()
    catcher = ScanCatcher(window, clock)
    codes: list[str] = []
    catcher.scanned.connect(codes.append)
    button = child(window, QPushButton, "press")
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClicks(button, "SKU 0001")
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert codes == ["SKU 0001"]
    assert pressed == []
    clock.step = 500
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 1


def test_a_field_with_the_focus_keeps_its_scan(qtbot, window) -> None:
    catcher = ScanCatcher(window, Clock())
    codes: list[str] = []
    catcher.scanned.connect(codes.append)
    line = child(window, QLineEdit, "line")
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "SKU0001")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert codes == []
    assert line.text() == "SKU0001"


def test_places_to_type_into_are_known(qapp) -> None:
    editable = QComboBox()
    editable.setEditable(True)
    locked = QLineEdit()
    locked.setReadOnly(True)
    typed = [QLineEdit(), QSpinBox(), editable]
    assert [takes_text(widget) for widget in typed] == [True, True, True]
    assert [takes_text(widget) for widget in (locked, QComboBox(), QLabel())] == [False] * 3


def test_search_waits_for_a_pause_and_tells_the_same_text_once(qtbot, styled) -> None:
    clock = Clock(step=200)
    field = SearchField("Search", now_ms=clock)
    qtbot.addWidget(field)
    told: list[str] = []
    field.searched.connect(told.append)
    qtbot.keyClicks(field, "teh")
    assert told == []
    qtbot.waitUntil(lambda: told == ["teh"])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == ["teh", "teh"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    qtbot.waitUntil(lambda: told[-1] == "")


def test_a_scan_into_the_search_field_is_a_scan(qtbot, styled) -> None:
    field = SearchField("Search", now_ms=Clock(step=5))
    qtbot.addWidget(field)
    searched: list[str] = []
    scanned: list[str] = []
    field.searched.connect(searched.append)
    field.scanned.connect(scanned.append)
    qtbot.keyClicks(field, "P2608010005")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert scanned == ["P2608010005"]
    assert searched == []
    assert field.selectedText() == "P2608010005"
    field.take_scan("X-1")
    assert field.text() == "X-1"
    assert scanned == ["P2608010005", "X-1"]
