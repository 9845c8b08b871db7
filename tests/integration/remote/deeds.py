"""Register products, send and refresh lists over HTTP; the faults that are tried."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds
from jdfulfil_desktop.application.results import PushReport, RefreshReport
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.inbound import Inbound
from tests.integration.remote.pc import Pc
from tests.integration.sync.merchant import SKU

UNCLEAR: list[tuple[str, dict[str, Any]]] = [
    ("drop_before", {}),
    ("drop_after", {}),
    ("http_500", {}),
    ("http_502_html", {}),
    ("garbage", {}),
    ("truncated", {}),
    ("empty", {}),
    ("error_code", {"code": "65"}),
    ("error_code", {"code": "1"}),
]


PASSING: list[tuple[str, dict[str, Any]]] = [
    ("error_code", {"code": "2"}),
    ("error_code", {"code": "78"}),
    ("clock_skew", {"seconds": 3600}),
    ("delay", {"seconds": 1}),
    ("slow_body", {"seconds": 1}),
]


DEAD_TOKEN: tuple[str, dict[str, Any], int] = ("expire_token", {}, 1)
"""Once: a token that is refused right after its refresh has to be authorized again."""


def push(pc: Pc, house: str = "", skus: Sequence[str] = (), *, confirmed: bool = False) -> Any:
    office = pc.application.office
    return pc.run(lambda: push_products(office, house, skus, confirmed=confirmed))


def counts(report: PushReport) -> tuple[int, int, int]:
    return report.pushed, report.adopted, report.failed


def draw_up(pc: Pc, house: str, *lines: tuple[str, int]) -> str:
    return str(pc.command(c.CreateInbound(house, lines, note="Kiriman")))


def submit(pc: Pc, number: str) -> Inbound:
    return pc.run(lambda: submit_inbound(pc.application.office, number))


def send(pc: Pc, house: str, *lines: tuple[str, int]) -> str:
    number = draw_up(pc, house, *lines)
    assert submit(pc, number).push_state == "pushed"
    return number


def refresh(pc: Pc, *numbers: str) -> RefreshReport:
    return pc.run(lambda: refresh_inbounds(pc.application.office, numbers))


def ledger(pc: Pc) -> list[tuple[str, int]]:
    """Give (kind, units) of the product, the oldest first."""
    rows = pc.application.reader.submit(lambda q: q.ledger(SKU)).result(20)
    return sorted(
        ((row.kind, row.quantity) for row in rows),
        key=lambda entry: ["opening", "planned", "arrived", "received"].index(entry[0]),
    )
