from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    ChipBar,
    ChipSpec,
    CopyableCode,
    CountBadge,
    ElidedLabel,
    KeyValueGrid,
    MaskedLabel,
    ProgressStrip,
    StatusBadge,
    StatusStrip,
    StepList,
    StepSpec,
    StripSegment,
    text,
)
from tests.gui.toolkit.conftest import child, settle

pytestmark = pytest.mark.usefixtures("styled")
AT = datetime(2025, 11, 23, 7, 2, tzinfo=UTC)


def words_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def click(widget: QWidget, name: str) -> None:
    child(widget, QPushButton, name).click()


def test_texts_from_outside_are_never_markup(qtbot) -> None:
    label = text("<b>1 < 2</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_elided_labels_keep_the_whole_text(qtbot) -> None:
    label = ElidedLabel("A very long courier name indeed")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole_text() == label.accessibleName()
    label.resize(600, 20)
    settle(label)
    assert label.text() == "A very long courier name indeed"
    assert label.toolTip() == ""


def test_a_button_that_may_not_be_pressed_says_why(qtbot) -> None:
    button = Button("Kirim", name="sendButton", icon_name="send", kind=ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    button.allow(False, "Choose a warehouse first")
    assert (button.isEnabled(), button.toolTip()) == (False, "Choose a warehouse first")
    button.allow(True)
    assert (button.isEnabled(), button.toolTip()) == (True, "")
    button.setText("Kirim 3")
    assert button.accessibleName() == "Kirim 3"


@pytest.fixture
def chips(qtbot) -> ChipBar:
    bar = ChipBar("Baskets")
    qtbot.addWidget(bar)
    bar.set_chips([ChipSpec(key, key.title()) for key in ("all", "held", "queued")])
    bar.set_counts({"all": 1204, "held": 3})
    bar.resize(700, 30)
    bar.show()
    return bar


def test_chips_show_counts_and_tell_the_choice(qtbot, chips) -> None:
    told: list[str] = []
    chips.chosen.connect(told.append)
    assert chips.current() == "all"
    assert chips.chip("all").text() == "All  1.204"
    assert chips.chip("queued").text() == "Queued"
    chips.chip("held").click()
    assert (told, chips.current()) == (["held"], "held")
    qtbot.keyClick(chips, Qt.Key.Key_Right)
    qtbot.keyClick(chips, Qt.Key.Key_Right)
    assert told == ["held", "queued", "all"]
    chips.select("held")
    assert told[-1] == "all"


def test_a_changing_count_moves_no_neighbour(chips) -> None:
    settle(chips)
    before = chips.chip("queued").x()
    chips.set_counts({"all": 98, "held": 4, "nobody": 1})
    settle(chips)
    assert chips.chip("queued").x() == before


def test_chips_come_closer_before_they_break_into_rows(qtbot, chips) -> None:
    settle(chips)
    row = sum(chips.chip(key).sizeHint().width() for key in ("all", "held", "queued")) + 16
    chips.resize(row - 10, 30)
    settle(chips)
    assert chips.chip("all").property("compact") is True
    assert chips.chip("queued").y() == chips.chip("all").y()
    chips.resize(200, 90)
    settle(chips)
    assert chips.chip("queued").y() > chips.chip("all").y()
    assert chips.heightForWidth(200) > 60
    chips.resize(row + 40, 30)
    settle(chips)
    assert chips.chip("all").property("compact") is False


def test_a_status_has_shape_and_word(qtbot) -> None:
    badge = StatusBadge(StatusKind.NEEDS_YOU, "Ditahan")
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "Ditahan"
    badge.set_status(StatusKind.DONE, "Selesai")
    assert words_in(badge) == ["Selesai"]


def test_counts_hide_at_zero_and_stop_at_99(qtbot) -> None:
    badge = CountBadge()
    qtbot.addWidget(badge)
    badge.set_count(3)
    assert not badge.isHidden()
    badge.set_count(250)
    assert badge.text() == "99+"
    badge.set_count(0)
    assert badge.isHidden()


def test_a_code_is_copied_whole_by_one_click(qtbot) -> None:
    code = CopyableCode("SPXID000000000002", name="copyCode")
    qtbot.addWidget(code)
    code.resize(60, 26)
    button = child(code, QAbstractButton, "copyCode")
    button.click()
    assert QGuiApplication.clipboard().text() == "SPXID000000000002"
    assert button.accessibleName() == "Copied"
    code.set_code("")
    assert not button.isEnabled()


def test_a_pin_stays_masked_until_the_eye_is_pressed(qtbot) -> None:
    pin = MaskedLabel("4418046511", visible_tail=2, name="pinEye")
    qtbot.addWidget(pin)
    assert pin.shown_text() == "••••••11"
    assert "4418" not in pin.accessibleName()
    child(pin, QAbstractButton, "pinEye").click()
    assert pin.shown_text() == "4418046511"
    pin.set_value("998877")
    assert pin.shown_text() == "••••••77"


def test_facts_are_found_again_by_their_key(qtbot) -> None:
    grid = KeyValueGrid()
    qtbot.addWidget(grid)
    grid.add("Warehouse", "110009999", key="warehouse")
    grid.add("PIN", MaskedLabel("1234"))
    grid.set_value("warehouse", "110008888")
    assert "110008888" in words_in(grid)


def test_progress_can_be_stopped_and_goes_away(qtbot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.show_progress("Importing", 62)
    assert "62 %" in words_in(strip)
    with qtbot.waitSignal(strip.cancelRequested, timeout=500):
        click(strip, "cancelProgressButton")
    strip.show_progress("Counting", None, can_cancel=False)
    assert "62 %" not in words_in(strip)
    strip.clear()
    assert strip.isHidden()


def test_strip_segments_lead_to_their_lists_and_keep_their_focus(qtbot) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.resize(900, 34)
    strip.show()
    strip.set_segments([StripSegment("queued", StatusKind.GOING_ON, "Antre 20", "clock-outline")])
    button = child(strip, QPushButton, "queuedSegment")
    told: list[str] = []
    strip.segmentClicked.connect(told.append)
    button.click()
    strip.set_segments([StripSegment("queued", StatusKind.GOING_ON, "Antre 21", "clock-outline")])
    assert strip.findChild(QPushButton, "queuedSegment") is button
    assert (told, button.text()) == (["queued"], "Antre 21")
    strip.set_segments([StripSegment("held", StatusKind.NEEDS_YOU, "Ditahan 3")])
    assert strip.findChild(QPushButton, "heldSegment") is not None
    strip.set_news("Kabar terakhir 14.02 WIB")
    settle(strip)
    assert "Kabar terakhir 14.02 WIB" in words_in(strip)


def test_steps_move_on(qtbot) -> None:
    steps = StepList([StepSpec("a", "Connect", "First"), StepSpec("b", "Import")])
    qtbot.addWidget(steps)
    steps.set_state("a", StatusKind.DONE, "12 products")
    assert steps.state("a") is StatusKind.DONE
    assert steps.state("b") is StatusKind.WAITING
    assert "12 products" in words_in(steps)
