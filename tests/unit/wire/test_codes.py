"""Every code of JD's list, and what it asks for on a read and on a write."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.wire.codes import Verdict, verdict_of
from jdfulfil_desktop.wire.labels import inbound_label, outbound_label

V = Verdict
REFUSALS = (
    "3 4 5 6 7 9 10 13 14 15 16 22 23 24 28 44 50 60 61 62 63 64 68 70 71 72 73 74 75 77 "
    "83 85 86 87 2000 2002 3009 x"
)


@pytest.mark.parametrize(
    ("codes", "read", "write"),
    [
        ("1 43 65 66 67 69 4000", V.RETRY, V.UNKNOWN),
        ("78", V.RETRY, V.RETRY),
        ("2", V.QUOTA, V.QUOTA),
        ("8", V.CLOCK, V.CLOCK),
        ("17 2218", V.ALREADY_THERE, V.ALREADY_THERE),
        ("18 19", V.AUTHORIZE, V.AUTHORIZE),
        ("11 12 20 21 79 88", V.CONFIGURATION, V.CONFIGURATION),
        ("25 80 89 90 91 92 2001", V.CONFIGURATION, V.CONFIGURATION),
        (
            REFUSALS,
            V.REFUSED,
            V.REFUSED,
        ),
    ],
)
def test_verdicts(codes: str, read: Verdict, write: Verdict) -> None:
    for code in codes.split():
        assert (verdict_of(code, writes=False), verdict_of(code, writes=True)) == (read, write)


def test_labels_are_jds_own() -> None:
    assert outbound_label(10016) == "拣货下架"
    assert outbound_label(10009) == ""
    assert inbound_label(70) == "完成"
    assert inbound_label(-1) == ""
