"""What likely makes JD's figure another than ours (R22)."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.stock import Cause, StockRow, likely_cause


@pytest.mark.parametrize(
    ("jd_figure", "cause"),
    [
        (None, None),
        (10, None),
        (13, Cause.ON_THE_WAY),
        (15, Cause.ON_THE_WAY),
        (16, Cause.UNKNOWN),
        (8, Cause.RESERVED),
        (6, Cause.RESERVED),
        (5, Cause.UNKNOWN),
    ],
)
def test_what_likely_makes_jd_count_otherwise(jd_figure: int | None, cause: Cause | None) -> None:
    """R22: 5 are on the way and 4 reserved; more or less than that has another cause."""
    row = StockRow(WarehouseNo("W"), Sku("KOPI"), 10, 4, 5, jd_figure)
    assert likely_cause(row) is cause
