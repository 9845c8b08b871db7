"""A status of JD's in the real window: within a second by the stream, within an interval without.

The practice gateway is a process of its own behind real HTTP; the window is the whole program.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jdfulfil_desktop.cli.desk import Options
from jdfulfil_desktop.gui.outbound.page import OutboundPage
from jdfulfil_desktop.gui.widgets import HeaderBar
from jdfulfil_desktop.sync.engine import Engine
from tests.contract.sandbox.practice import Practice
from tests.contract.sandbox.serving import start
from tests.helpers.window import Hand, window_on
from tests.integration.sync.merchant import FastClock, Merchant

pytestmark = [pytest.mark.slow, pytest.mark.alone]
INTERVAL_S = 3.0
"""The polling interval of this test; the program's own is five minutes."""


class PlainClock(FastClock):
    """Time as it passes: the window that follows reads the same database."""

    SPEED = 1


@pytest.fixture
def practice() -> Iterator[Practice]:
    gateway = start("--rate", "0", "--daily", "0")
    yield gateway
    assert gateway.process is not None
    gateway.process.terminate()
    gateway.process.communicate(timeout=10)
    gateway.http.close()


@pytest.fixture
def number(practice: Practice, tmp_path: Path) -> str:
    """An order that a subscribed merchant has at JD, in the database that the window opens."""
    merchant = Merchant(practice, tmp_path, clock=PlainClock())
    merchant.set_up(subscribe=True)
    [pushed] = merchant.order(1)
    assert merchant.sync(timeout_s=60).pushed == 1
    merchant.close()
    return pushed


def often(hand: Hand) -> None:
    """Let this window's sync ask every few seconds where the stream is down."""
    program = hand.program
    assert program.engines.pop().stop(5.0)
    engine = Engine(replace(program.means(), news_every_s=INTERVAL_S))
    program.hub.subscribe(engine)
    engine.start()
    program.engines.append(engine)


def shown(hand: Hand) -> str:
    """Give the state that the list shows of the one order."""
    page = hand.window.findChild(OutboundPage)
    rows = page.view.paged_model.loaded_rows()
    return rows[0].shipment_state if rows else ""


def seconds_until(hand: Hand, state: str) -> float:
    began = time.monotonic()
    hand.wait(lambda: shown(hand) == state)
    return time.monotonic() - began


def news(hand: Hand) -> str:
    return str(hand.window.findChild(HeaderBar).news.accessibleName())


def test_a_status_is_shown_within_a_second_and_without_the_stream_within_an_interval(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    practice: Practice,
    number: str,
) -> None:
    options = Options(data_dir=tmp_path, lang="en")
    with window_on(qtbot, qapp, options) as hand:
        often(hand)
        hand.tab("outboundTab")
        hand.wait(lambda: "Real-time" in news(hand))
        hand.wait(lambda: shown(hand) == "waiting")
        by_stream = []
        for status, state in ((10014, "processing"), (10016, "picked"), (10018, "packed")):
            practice.advance(number, status)
            by_stream.append(seconds_until(hand, state))
        sys.stdout.write(f"by the stream, seconds: {[round(s, 2) for s in by_stream]}\n")
        assert max(by_stream) <= 1.0

        practice.fault("drop_before", "messages", times=100_000)
        practice.advance(number, 10019)
        without = seconds_until(hand, "shipped")
        hand.wait(lambda: "Periodic" in news(hand))
        practice.advance(number, 10020)
        by_asking = seconds_until(hand, "completed")
        sys.stdout.write(f"without it: {without:.2f} and {by_asking:.2f} of {INTERVAL_S}\n")
        assert max(without, by_asking) <= INTERVAL_S + 1.0

        practice.control("DELETE", "faults")
        hand.wait(lambda: "Real-time" in news(hand))
