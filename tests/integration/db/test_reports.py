"""Reports: every figure against a count by hand over seeded days, channels and warehouses."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

import pytest

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.queries import HeldRow, ReportWish
from jdfulfil_desktop.domain.connection import jakarta_day
from jdfulfil_desktop.domain.ids import WarehouseNo
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.outbound import PushState, ShipmentState
from tests.integration.db.making import NOW, Desk, an_order, held, later, put

TODAY = jakarta_day(NOW)
SEED = 11
Key = tuple[date, str, str]


@pytest.fixture
def figures(desk: Desk, account: int) -> tuple[Counter[Key], Counter[Key], dict[Key, list[float]]]:
    """Orders of twelve days, the oldest first, some of which left hours or days later."""
    dice = random.Random(SEED)
    came: Counter[Key] = Counter()
    left: Counter[Key] = Counter()
    hours: dict[Key, list[float]] = defaultdict(list)
    number = 0
    for back in range(11, -1, -1):
        for _order in range(dice.randint(0, 6)):
            number += 1
            channel = dice.choice((Channel.SHOPEE, Channel.LAZADA))
            house = dice.choice(("W1", "W2"))
            seen = later(hours=-24 * back + dice.choice((-2.5, 0.0, 1.0)))
            key = (jakarta_day(seen), channel.value, house)
            came[key] += 1
            took = dice.choice((None, 2.0, 5.0, 30.0, 70.0))
            order = an_order(f"N{number}", channel=channel, first_seen_at=seen)

            def work(uow: UnitOfWork, order=order, house=house, took=took) -> None:
                _, (outbound,) = put(uow, [order], PushState.PUSHED)
                at = None if took is None else order.first_seen_at + timedelta(hours=took)
                state = ShipmentState.SHIPPED if at else ShipmentState.WAITING
                changed = replace(
                    outbound,
                    warehouse_no=WarehouseNo(house),
                    shipped_at=at,
                    shipment_state=state,
                )
                uow.outbounds.save_many([changed])

            desk.write(work)
            if took is not None:
                gone = (jakarta_day(seen + timedelta(hours=took)), channel.value, house)
                left[gone] += 1
                hours[gone].append(took)
    return came, left, hours


@pytest.mark.parametrize(
    ("days", "channel", "house"),
    [(12, "", ""), (5, "shopee", ""), (12, "", "W2"), (3, "lazada", "W1")],
)
def test_a_report_counts_what_a_person_would(
    desk: Desk, figures, days: int, channel: str, house: str
) -> None:
    came, left, hours = figures
    wish = ReportWish(TODAY - timedelta(days=days - 1), TODAY, channel, house)

    def fits(key: Key) -> bool:
        return (
            wish.first <= key[0] <= wish.last and channel in ("", key[1]) and house in ("", key[2])
        )

    report = desk.read(lambda q: q.report(wish))
    assert {(r.day, r.channel, r.warehouse_no): r.orders for r in report.rows if r.orders} == {
        key: n for key, n in came.items() if fits(key)
    }
    assert {(r.day, r.channel, r.warehouse_no): r.shipped for r in report.rows if r.shipped} == {
        key: n for key, n in left.items() if fits(key)
    }
    assert {(r.day, r.channel, r.warehouse_no): r.hours for r in report.rows if r.shipped} == {
        key: round(median(taken), 1) for key, taken in hours.items() if fits(key)
    }
    by_day: dict[date, list[float]] = defaultdict(list)
    for key, taken in hours.items():
        if fits(key):
            by_day[key[0]] += taken
    assert [(day, middle) for day, middle, _slow in report.hours_by_day] == [
        (day, round(median(taken), 1)) for day, taken in sorted(by_day.items())
    ]


def test_what_is_held_is_counted_by_its_first_reason(desk: Desk, account: int) -> None:
    def work(uow: UnitOfWork) -> None:
        put(uow, [an_order(n) for n in (1, 2)], PushState.HELD, held("awaiting_tracking_number"))
        lazada = an_order(3, channel=Channel.LAZADA)
        put(uow, [lazada], PushState.HELD, held("store_not_bound"))

    desk.write(work)
    day = ReportWish(TODAY, TODAY)
    assert desk.read(lambda q: q.report(day)).held == (
        HeldRow("awaiting_tracking_number", 2),
        HeldRow("store_not_bound", 1),
    )
    only = ReportWish(TODAY, TODAY, "lazada")
    assert desk.read(lambda q: q.report(only)).held == (HeldRow("store_not_bound", 1),)


def test_days_without_anything_and_too_many_days(desk: Desk) -> None:
    report = desk.read(lambda q: q.report(ReportWish(TODAY - timedelta(days=6), TODAY)))
    assert (report.rows, report.hours_by_day, report.held) == ((), (), ())
    with pytest.raises(ValueError, match="401 days"):
        desk.read(lambda q: q.report(ReportWish(TODAY - timedelta(days=400), TODAY)))
