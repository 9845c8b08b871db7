from __future__ import annotations

from jdfulfil_desktop.application.pasted_lines import quantity_lines
from jdfulfil_desktop.application.queries import GoodsName
from jdfulfil_desktop.gui.inbound.lines import MOST, BadLine, PlannedLine, take_pasted, with_line

GOODS = {
    "TEH": GoodsName("TEH", "Teh", "", ""),
    "8991": GoodsName("KOPI", "Kopi", "8991", ""),
}


def test_the_same_product_again_adds_up_and_never_beyond_what_fits():
    lines = with_line([PlannedLine("TEH", "Teh", 2)], PlannedLine("KOPI", "Kopi", 1))
    lines = with_line(lines, PlannedLine("TEH", "Teh", 3))
    assert lines == [PlannedLine("TEH", "Teh", 5), PlannedLine("KOPI", "Kopi", 1)]
    assert with_line(lines, PlannedLine("TEH", "Teh", MOST))[0].quantity == MOST


def test_pasted_lines_are_taken_or_named_with_their_reason():
    text = "TEH\t12\n8991;1.200\nSUSU 3\nTEH\ttwo\nTEH\n8991 9999999"
    good, bad = take_pasted(quantity_lines(text), GOODS)
    assert good == [PlannedLine("TEH", "Teh", 12), PlannedLine("KOPI", "Kopi", 1200)]
    assert bad == [
        BadLine(3, "product_not_found", "SUSU"),
        BadLine(4, "quantity_invalid", "two"),
        BadLine(5, "quantity_invalid", ""),
        BadLine(6, "quantity_invalid", "9999999"),
    ]
