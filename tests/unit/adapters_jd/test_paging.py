"""Pages: asked for until the last, or until there are as many as were wanted."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.adapters.jd.batches import MOST_PAGES, Page, batches, every_page
from jdfulfil_desktop.application.ports import GoodsFacts


def paused(count: int) -> dict[str, object]:
    return {"queryexceptionlist_result": [{"orderNo": f"ESL{n}"} for n in range(count)]}


async def test_pauses_over_all_pages_or_as_many_as_wanted(network, gateway) -> None:
    network.will(paused(100), paused(100), paused(3))
    assert len(await gateway.exceptions("EBU1")) == 203
    assert [network.business()["pageNo"]] == [3]
    network.will(paused(100))
    assert len(await gateway.exceptions("EBU1", most=100)) == 100
    assert len(network.requests) == 4


async def test_a_number_of_ours_that_cannot_be_asked_for_is_not(network, gateway) -> None:
    network.will(paused(0))
    assert await gateway.exceptions("EBU1", ["a,b", ""]) == []
    assert network.requests == []
    await gateway.exceptions("EBU1", [f"N{n}" for n in range(101)])
    assert len(network.requests) == 2


@pytest.mark.parametrize(
    ("rows", "total", "so_far", "last"),
    [(50, 0, 50, False), (49, 0, 49, True), (50, 100, 100, True), (50, 120, 100, False)],
)
def test_what_ends_a_list(rows: int, total: int, so_far: int, last: bool) -> None:
    assert Page([], rows, total).is_last(so_far, 50) is last


async def test_a_gateway_that_never_ends_its_pages_is_left() -> None:
    asked = []

    async def ask(number: int) -> Page[int]:
        asked.append(number)
        return Page([], 50)

    assert await every_page(ask, 50) == []
    assert len(asked) == MOST_PAGES - 1


def test_batches_hold_each_item_once() -> None:
    assert list(batches(["a", "b", "a", "c"], 2)) == [["a", "b"], ["c"]]


async def test_goods_by_time_of_change(network, gateway, clock) -> None:
    rows = [{"goodsNo": "EMG1", "sellerGoodsSign": "TEH", "goodsName": "Teh"}, {"goodsNo": ""}]
    network.will({"result": {"shelfLifeGoodsResultList": rows, "recordCount": "2"}})
    page = await gateway.goods_page("EBU1", 1, since=clock.now())
    assert page.goods == (GoodsFacts("EMG1", "TEH", (), "Teh"),)
    assert (page.total, page.is_last) == (2, True)
    assert network.business()["updateTimeStart"] == "2026-05-01 09:30:00"
