"""Events on their way into the window: collected, slower in a flood, kept for what is not seen."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from PySide6.QtWidgets import QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from jdfulfil_desktop.domain.events import Event, OrdersChanged, PushQueued, StockChanged
from jdfulfil_desktop.gui.bridge import COLLECT_MS, FLOOD_MS, Bridge
from jdfulfil_desktop.gui.watching import Watch


class Hand:
    """A clock that is moved by hand, in seconds."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


def test_events_of_another_thread_arrive_once_and_together(qtbot: QtBot) -> None:
    bridge = Bridge()
    heard: list[Sequence[Event]] = []
    bridge.happened.connect(heard.append)

    def writer() -> None:
        for _ in range(3):
            bridge.publish([OrdersChanged(), PushQueued()])

    thread = threading.Thread(target=writer)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(OrdersChanged(), PushQueued())]


def test_a_flood_is_told_at_longer_intervals_and_a_rest_ends_it(qtbot: QtBot) -> None:
    clock = Hand()
    bridge = Bridge(now=clock)
    pauses = []

    def news() -> None:
        bridge.publish([OrdersChanged()])
        with qtbot.waitSignal(bridge.happened):
            pass
        pauses.append(bridge.pause_ms)

    for _ in range(7):
        news()
        clock.at += 0.2
    assert pauses[:5] == [COLLECT_MS] * 5
    assert pauses[-1] == FLOOD_MS
    clock.at += 5
    news()
    assert pauses[-1] == COLLECT_MS


def test_a_page_that_is_not_seen_hears_of_it_when_it_is_shown(qtbot: QtBot) -> None:
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    seen, aside = QWidget(), QWidget()
    tabs.addTab(seen, "seen")
    tabs.addTab(aside, "aside")
    heard: dict[str, list[Sequence[Event]]] = {"seen": [], "aside": []}
    watches = [
        Watch(seen, heard["seen"].append, (OrdersChanged,)),
        Watch(aside, heard["aside"].append, (OrdersChanged,)),
    ]
    with qtbot.waitExposed(tabs):
        tabs.show()
    for watch in watches:
        watch.take([OrdersChanged(), StockChanged()])
        watch.take([OrdersChanged()])
        watch.take([StockChanged()])
    assert heard["seen"] == [(OrdersChanged(),), (OrdersChanged(),)]
    assert heard["aside"] == []
    tabs.setCurrentWidget(aside)
    assert heard["aside"] == [(OrdersChanged(),)]
    tabs.setCurrentWidget(seen)
    tabs.setCurrentWidget(aside)
    assert len(heard["aside"]) == 1


def test_a_page_without_a_window_on_the_screen_hears_at_once(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    heard: list[Sequence[Event]] = []
    Watch(page, heard.append, (OrdersChanged,)).take([OrdersChanged()])
    assert heard == [(OrdersChanged(),)]
