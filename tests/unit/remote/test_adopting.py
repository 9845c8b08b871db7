"""What JD has already is found and taken over, all at once and only once (R13, R20, R22)."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.application.remote.adopting import Adoption, adopt_goods, count_goods
from jdfulfil_desktop.application.results import Problem
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import RetryLater
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.warehouse import Placement, PlacementState
from tests.unit.remote.counter import Counter


def stock_jd(counter: Counter, **units: int) -> None:
    """Put goods into JD that this PC knows nothing of."""
    for sku, n in units.items():
        counter.jd.goods[sku] = f"EMG-{sku}"
        counter.jd.figures[f"EMG-{sku}"] = n


def adopt(counter: Counter, *, confirmed: bool = False) -> Adoption:
    return counter.run(lambda: adopt_goods(counter.office, "W1", confirmed=confirmed))


def products(counter: Counter) -> dict[str, str]:
    return {p.sku: p.barcode for p in counter.do(lambda uow: uow.products.get_many()).values()}


def test_r20_everything_jd_has_is_taken_over_page_by_page(connected: Counter) -> None:
    stock_jd(connected, KOPI=5, TEH=0, GULA=7)
    told: list[tuple[int, int]] = []
    done = connected.run(
        lambda: adopt_goods(connected.office, "W1", progress=lambda n, of: told.append((n, of)))
    )
    assert (done.found, done.new, done.adopted, done.problems) == (3, 3, 3, [])
    assert told == [(2, 3), (3, 3)]
    assert connected.placement("KOPI").goods_no == "EMG-KOPI"
    assert connected.ledger("KOPI") == [("opening", 5)]
    again = adopt(connected)
    assert (again.known, again.adopted, connected.ledger("GULA")) == (3, 0, [("opening", 7)])
    assert connected.run(lambda: count_goods(connected.office, "W1")) == 3


def test_r20_our_own_products_are_found_by_number_and_by_barcode(connected: Counter) -> None:
    connected.add_products("KOPI")
    connected.add_products("TEH-01", barcode="899100")
    stock_jd(connected, KOPI=1, X9=2)
    connected.granting.barcodes = {"EMG-X9": ("899100",), "EMG-KOPI": ("899200",)}
    done = adopt(connected)
    assert (done.new, done.adopted) == (0, 2)
    assert products(connected) == {"KOPI": "", "TEH-01": "899100"}
    assert connected.placement("TEH-01").goods_no == "EMG-X9"


def test_r20_two_goods_of_one_barcode_are_two_products(connected: Counter) -> None:
    stock_jd(connected, A=1, B=2)
    connected.granting.barcodes = {"EMG-A": ("899",), "EMG-B": ("899",)}
    assert adopt(connected).new == 2
    assert products(connected) == {"A": "899", "B": ""}


def test_r13_a_sku_of_another_warehouse_is_asked_about(connected: Counter) -> None:
    connected.add_products("KOPI")
    own = connected.command(c.AddOwnWarehouse("Rumah"))
    placed = Placement(WarehouseNo(own), Sku("KOPI"), PlacementState.OWN)
    connected.do(lambda uow: uow.products.save_placements([placed]))
    stock_jd(connected, KOPI=1)
    assert adopt(connected).problems == [Problem("KOPI", "sku_in_other_warehouse", own)]
    assert adopt(connected, confirmed=True).adopted == 1


def test_who_is_cut_off_keeps_what_was_taken_over(
    connected: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    stock_jd(connected, A=1, B=2, C=3)
    told: list[int] = []

    def stop(done: int, _total: int) -> None:
        told.append(done)
        raise RetryLater("gateway_unreachable")

    with pytest.raises(RetryLater):
        connected.run(lambda: adopt_goods(connected.office, "W1", progress=stop))
    assert told == [2]
    assert sorted(products(connected)) == ["A", "B"]
    assert adopt(connected).adopted == 1
