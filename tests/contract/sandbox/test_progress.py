"""Documents that move on by themselves, with a clock in the hand."""

from datetime import UTC, datetime, timedelta

import pytest

from jdfulfil_desktop.sandbox.progress import LONGEST_STEP_S, SHORTEST_STEP_S, Progress
from jdfulfil_desktop.sandbox.world import receiving, shipping
from jdfulfil_desktop.sandbox.world.entities import (
    Goods,
    Inbound,
    InboundLine,
    Outbound,
    OutboundLine,
)
from jdfulfil_desktop.sandbox.world.world import World


class HandClock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime:
        return datetime(2026, 11, 1, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def world(clock: HandClock) -> World:
    world = World(clock, seed=3)
    world.save(
        Goods(
            goods_no="EMG1",
            dept_no="EBU4418000000101",
            isv_goods_no="A",
            fields={},
            created_at=0,
            updated_at=0,
        )
    )
    return world


def add_inbound(world: World) -> Inbound:
    inbound = Inbound(
        po_no="EPL1",
        sp_po_no="IN-1",
        pin="p",
        dept_no="EBU4418000000101",
        warehouse_no="110012401",
        supplier_no="EMS1",
        fields={},
        lines=[InboundLine(goods_no="EMG1", quantity=5, goods_status="1")],
    )
    receiving.accept(world, inbound)
    return inbound


def add_outbound(world: World) -> Outbound:
    outbound = Outbound(
        so_no="ESL1",
        isv_uuid="O-1",
        pin="p",
        dept_no="EBU4418000000101",
        warehouse_no="110012401",
        shop_no="ESP1",
        shipper_no="CYS4418000000001",
        fields={"thirdWayBill": "JNE1"},
        lines=[OutboundLine(goods_no="EMG1", quantity=2)],
    )
    shipping.accept(world, outbound)
    return outbound


def pass_time(clock: HandClock, progress: Progress, seconds: float) -> int:
    moved = 0
    for _ in range(int(seconds / 0.25)):
        clock.seconds += 0.25
        moved += progress.tick()
    return moved


def test_a_step_takes_a_few_seconds(world: World, clock: HandClock) -> None:
    inbound, progress = add_inbound(world), Progress(world)
    progress.tick()
    pass_time(clock, progress, SHORTEST_STEP_S - 0.5)
    assert inbound.status == 10
    pass_time(clock, progress, LONGEST_STEP_S - SHORTEST_STEP_S + 1)
    assert inbound.status == 20


def test_every_document_comes_to_its_end_and_stays_there(world: World, clock: HandClock) -> None:
    inbound, outbound, progress = add_inbound(world), add_outbound(world), Progress(world)
    pass_time(clock, progress, 10 * LONGEST_STEP_S + 15)
    assert (inbound.status, outbound.status) == (70, 10020)
    assert pass_time(clock, progress, 60) == 0
    times = [step.at for step in outbound.history]
    assert times == sorted(times)


def test_an_order_waits_for_its_stock(world: World, clock: HandClock) -> None:
    outbound, progress = add_outbound(world), Progress(world)
    pass_time(clock, progress, 60)
    assert outbound.status == 10010
    receiving.move_to(world, add_inbound(world), 70)
    pass_time(clock, progress, 60)
    assert outbound.status == 10020


def test_one_seed_gives_one_pace(clock: HandClock) -> None:
    paces = [[World(clock, seed=seed).random.uniform(0, 1) for _ in range(3)] for seed in (3, 3, 4)]
    assert paces[0] == paces[1] != paces[2]
