"""R17: the sync asks JD once a day what ends when, and only where goods with a shelf life lie."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jdfulfil_desktop.application.ports import ExpiringStock, ShelfState
from jdfulfil_desktop.application.remote.figures import apply_shelves, refresh_all_shelves
from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product, ShelfLife
from tests.contract.sandbox.serving import serve
from tests.integration.sync.merchant import Merchant

ASK = "jingdong.eclp.stock.queryShelfLifeGoodsList"


@pytest.fixture
def merchant(tmp_path: Path) -> Iterator[Merchant]:
    practice = serve()
    made = Merchant(practice, tmp_path / "pc")
    yield made
    made.close()
    practice.stop()


def asked(merchant: Merchant) -> int:
    return int(merchant.practice.state()["calls"].get(ASK, 0))


def test_jd_is_asked_once_a_day_where_goods_have_a_shelf_life(merchant: Merchant) -> None:
    merchant.set_up(subscribe=True)
    assert merchant.sync().idle
    assert asked(merchant) == 0, "no product has a shelf life"

    life = ShelfLife(365, 240, 60)
    merchant.command(c.SaveProducts((Product(Sku("TEH"), "Teh", shelf_life=life),)))
    office, house = merchant.application.office, merchant.warehouse_no
    asyncio.run(push_products(office, house, ["TEH"], confirmed=True))
    number = merchant.command(c.CreateInbound(house, (("TEH", 12),)))
    asyncio.run(submit_inbound(office, number))
    merchant.practice.advance(number, 70)
    asyncio.run(refresh_inbounds(office, [number]))
    assert merchant.sync().idle
    assert asked(merchant) == 1
    assert merchant.sync().idle
    assert asked(merchant) == 1, "once a day is enough"
    rows = merchant.application.reader.submit(lambda q: q.shelves()).result(20)
    assert [(row.sku, row.total, row.state) for row in rows] == [("TEH", 12, 1)]
    assert rows[0].remaining_days in (364, 365)

    report = asyncio.run(refresh_all_shelves(office))
    assert (report.checked, report.changed, asked(merchant)) == (1, 1, 2)


def test_goods_of_nobody_are_left_out_and_equal_dates_added_up(merchant: Merchant) -> None:
    merchant.set_up()
    place = merchant.do(lambda uow: uow.products.placements([merchant.warehouse_no]))[0]
    one = ExpiringStock(place.goods_no, "", "", 5, 4, 90, 9, ShelfState.NEAR_EXPIRY)
    other = replace(one, goods_no="EMG-NOBODY")
    now = merchant.clock.now()
    kept = merchant.do(
        lambda uow: apply_shelves(merchant.warehouse_no, [one, one, other], uow, at=now)
    )
    assert kept == 1
    [row] = merchant.application.reader.submit(lambda q: q.shelves(within_days=30)).result(20)
    assert (row.total, row.usable, row.expires_on, row.remaining_days) == (10, 8, None, None)
