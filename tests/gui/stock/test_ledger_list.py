from __future__ import annotations

from datetime import UTC, datetime

from jdfulfil_desktop.application.queries import LedgerRow
from jdfulfil_desktop.gui.stock.ledger_list import SHOWN, LedgerList, balances
from jdfulfil_desktop.texts import Texts
from tests.helpers.pages import words_of

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


def entry(kind: str, units: int, document: str = "D") -> LedgerRow:
    return LedgerRow(NOW, "W1", "TEH", kind, units, document, "Ani")


def test_only_what_moves_the_stock_on_hand_has_a_balance():
    moves = [
        entry("opening", 10),
        entry("planned", 5),
        entry("received", 4),
        entry("reserved", 3),
        entry("shipped", -3),
    ]
    assert balances(moves) == [10, None, 14, None, 11]


def test_the_newest_come_first_and_the_rest_is_in_the_export(qtbot):
    moves = [entry("received", 1, f"IN-{at}") for at in range(SHOWN + 3)]
    shown = LedgerList(moves, Texts("en"))
    qtbot.addWidget(shown)
    shown.resize(300, 400)
    shown.show()
    lines = words_of(shown).splitlines()
    assert f"IN-{SHOWN + 2}" in lines[1]
    assert "Ani" in lines[1]
    assert lines[2] == "+1"
    assert lines[-1].startswith("3 older")
