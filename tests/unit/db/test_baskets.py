from __future__ import annotations

import pytest

from jdfulfil_desktop.adapters.db.baskets import BASKETS, OPEN, Standing, basket_of, lead_of
from jdfulfil_desktop.domain.order import CLOSED
from jdfulfil_desktop.domain.outbound import PushState, ShipmentState

OPEN_STATUS, CLOSED_STATUS = "READY_TO_SHIP", "CANCELLED"


def standing(
    state: str, shipment: str = "waiting", *, number: int = 1, part: int = 1, attempt: int = 1
) -> Standing:
    return Standing(number, part, attempt, state, shipment)


@pytest.mark.parametrize(
    ("status", "reason", "outbound", "basket"),
    [
        (OPEN_STATUS, "awaiting_acceptance", standing("held"), "accept"),
        (OPEN_STATUS, "awaiting_tracking_number", standing("held"), "tracking"),
        (OPEN_STATUS, "sku_not_linked", standing("held"), "held"),
        (OPEN_STATUS, "sku_not_linked", None, "held"),
        (OPEN_STATUS, "awaiting_acceptance", None, "accept"),
        (OPEN_STATUS, "", standing("queued"), "queued"),
        (OPEN_STATUS, "gateway_rejected", standing("rejected"), "held"),
        (OPEN_STATUS, "awaiting_tracking_number", standing("rejected"), "held"),
        (OPEN_STATUS, "", standing("sending"), "uncertain"),
        (OPEN_STATUS, "", standing("uncertain"), "uncertain"),
        (OPEN_STATUS, "", standing("cancelling", "processing"), "uncertain"),
        (OPEN_STATUS, "", standing("pushed"), "at_jd"),
        (OPEN_STATUS, "", standing("pushed", "abnormal"), "at_jd"),
        (CLOSED_STATUS, "", standing("pushed", "picked"), "at_jd"),
        (OPEN_STATUS, "", standing("pushed", "completed"), "done"),
        (OPEN_STATUS, "", standing("pushed", "returned"), "closed"),
        (OPEN_STATUS, "on_hold_by_user", standing("cancelled", "cancelled"), "held"),
        (OPEN_STATUS, "", standing("cancelled", "cancelled"), "closed"),
        (CLOSED_STATUS, "order_closed", standing("cancelled", "cancelled"), "closed"),
        (CLOSED_STATUS, "order_closed", standing("held"), "closed"),
        (CLOSED_STATUS, "order_closed", None, "closed"),
        (CLOSED_STATUS, "order_closed", standing("queued"), "queued"),
        ("SHIPPING", "already_shipping", standing("held"), "held"),
        ("UNKNOWN", "unknown_status", None, "held"),
    ],
)
def test_basket(status: str, reason: str, outbound: Standing | None, basket: str) -> None:
    assert basket_of(status, reason, outbound) == basket


@pytest.mark.parametrize("shipment", ShipmentState)
@pytest.mark.parametrize("state", PushState)
def test_every_state_has_a_basket(state: PushState, shipment: ShipmentState) -> None:
    for status in (OPEN_STATUS, CLOSED_STATUS):
        assert basket_of(status, "", standing(state, shipment)) in BASKETS


def test_closed_statuses_are_the_domains() -> None:
    assert {status for status in CLOSED if basket_of(status, "", None) == "closed"} == set(CLOSED)


def test_open_baskets_are_baskets() -> None:
    assert set(OPEN) < set(BASKETS)


def test_without_outbound_orders_nothing_leads() -> None:
    assert lead_of(OPEN_STATUS, "store_not_bound", []) == ("held", None)


def test_the_newest_attempt_leads() -> None:
    attempts = [
        standing("queued", number=2, attempt=2),
        standing("cancelled", "cancelled", number=1, attempt=1),
    ]
    assert lead_of(OPEN_STATUS, "", attempts) == ("queued", 2)


def test_the_part_that_wants_a_person_leads() -> None:
    parts = [
        standing("pushed", number=1, part=1),
        standing("rejected", number=2, part=2),
        standing("queued", number=3, part=3),
    ]
    assert lead_of(OPEN_STATUS, "gateway_rejected", parts) == ("held", 2)


def test_of_equal_parts_the_first_leads() -> None:
    parts = [standing("pushed", number=9, part=2), standing("pushed", number=8, part=1)]
    assert lead_of(OPEN_STATUS, "", parts) == ("at_jd", 8)
