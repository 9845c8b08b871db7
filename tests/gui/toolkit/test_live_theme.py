from __future__ import annotations

import json
from importlib.resources import files

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.gui.gallery.outbound import make_frame
from jdfulfil_desktop.gui.theme import apply_theme
from tests.gui.toolkit.conftest import settle


def picture(qtbot, switch_to: str = "") -> QImage:
    words = json.loads((files("jdfulfil_desktop.gui.gallery") / "sample.json").read_text("utf-8"))
    frame, page = make_frame(words)
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    page.view.setFocus()
    settle(frame)
    if switch_to:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, switch_to)
        settle(frame)
    return frame.grab().toImage()


def test_switching_live_looks_like_starting_anew(qtbot, qapp) -> None:
    apply_theme(qapp, "dark")
    fresh = picture(qtbot)
    apply_theme(qapp, "light")
    switched = picture(qtbot, switch_to="dark")
    apply_theme(qapp, "light")
    spots = [
        (x, y)
        for x in range(0, 1366, 2)
        for y in range(0, 768, 2)
        if fresh.pixel(x, y) != switched.pixel(x, y)
    ]
    assert spots == []
