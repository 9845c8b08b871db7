"""Every channel, status, courier class, tracking number and mark, with the verdict written by hand.

The right-hand side was read off REQUIREMENTS R31-R41, R44 and R46, not off the program's table.
"""

from __future__ import annotations

import itertools

import pytest

from jdfulfil_desktop.domain.channels import TABLE, Decision, decide, row_for
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from tests.unit.domain.orders import facts, order

# channel   status           courier  number accepted | rule create push reasons
EXPECTED = """
shopee      PENDING_PAYMENT  *        *      *        | R38 yes no  pending_payment
shopee      PAID             instant  *      *        | R36 yes yes -
shopee      PAID             other    yes    *        | R36 yes yes -
shopee      PAID             other    no     *        | R36 yes no  awaiting_tracking_number
shopee      READY_TO_SHIP    *        yes    *        | R37 yes yes -
shopee      READY_TO_SHIP    *        no     *        | R37 yes no  awaiting_tracking_number
shopee      SHIPPING         *        *      *        | R41 yes no  already_shipping
shopee      DELIVERED        *        *      *        | R41 no  no  order_closed
shopee      RETURNED         *        *      *        | R41 no  no  order_closed
shopee      CANCELLED        *        *      *        | R44 no  no  order_closed
shopee      UNKNOWN          *        *      *        | R46 no  no  unknown_status
tokopedia   PENDING_PAYMENT  *        *      *        | R38 yes no  pending_payment
tokopedia   PAID             *        yes    yes      | R39 yes yes -
tokopedia   PAID             *        no     yes      | R39 yes no  awaiting_tracking_number
tokopedia   PAID             *        yes    no       | R39 yes no  awaiting_acceptance
tokopedia   PAID             *        no     no       | R39 yes no  awaiting_acceptance awaiting_tracking_number
tokopedia   READY_TO_SHIP    *        yes    *        | R40 yes yes -
tokopedia   READY_TO_SHIP    *        no     *        | R40 yes no  awaiting_tracking_number
tokopedia   SHIPPING         *        *      *        | R41 yes no  already_shipping
tokopedia   DELIVERED        *        *      *        | R41 no  no  order_closed
tokopedia   RETURNED         *        *      *        | R41 no  no  order_closed
tokopedia   CANCELLED        *        *      *        | R44 no  no  order_closed
tokopedia   UNKNOWN          *        *      *        | R46 no  no  unknown_status
bukalapak   PENDING_PAYMENT  *        *      *        | R38 yes no  pending_payment
bukalapak   PAID             *        yes    yes      | R39 yes yes -
bukalapak   PAID             *        no     yes      | R39 yes no  awaiting_tracking_number
bukalapak   PAID             *        yes    no       | R39 yes no  awaiting_acceptance
bukalapak   PAID             *        no     no       | R39 yes no  awaiting_acceptance awaiting_tracking_number
bukalapak   READY_TO_SHIP    *        yes    *        | R40 yes yes -
bukalapak   READY_TO_SHIP    *        no     *        | R40 yes no  awaiting_tracking_number
bukalapak   SHIPPING         *        *      *        | R41 yes no  already_shipping
bukalapak   DELIVERED        *        *      *        | R41 no  no  order_closed
bukalapak   RETURNED         *        *      *        | R41 no  no  order_closed
bukalapak   CANCELLED        *        *      *        | R44 no  no  order_closed
bukalapak   UNKNOWN          *        *      *        | R46 no  no  unknown_status
lazada      PENDING_PAYMENT  *        *      *        | R38 yes no  pending_payment
lazada      PAID             *        yes    yes      | R39 yes yes -
lazada      PAID             *        no     yes      | R39 yes no  awaiting_tracking_number
lazada      PAID             *        yes    no       | R39 yes no  awaiting_acceptance
lazada      PAID             *        no     no       | R39 yes no  awaiting_acceptance awaiting_tracking_number
lazada      READY_TO_SHIP    *        yes    *        | R40 yes yes -
lazada      READY_TO_SHIP    *        no     *        | R40 yes no  awaiting_tracking_number
lazada      SHIPPING         *        *      *        | R41 yes no  already_shipping
lazada      DELIVERED        *        *      *        | R41 no  no  order_closed
lazada      RETURNED         *        *      *        | R41 no  no  order_closed
lazada      CANCELLED        *        *      *        | R44 no  no  order_closed
lazada      UNKNOWN          *        *      *        | R46 no  no  unknown_status
blibli      PENDING_PAYMENT  *        *      *        | R38 yes no  pending_payment
blibli      PAID             *        yes    yes      | R39 yes yes -
blibli      PAID             *        no     yes      | R39 yes no  awaiting_tracking_number
blibli      PAID             *        yes    no       | R39 yes no  awaiting_acceptance
blibli      PAID             *        no     no       | R39 yes no  awaiting_acceptance awaiting_tracking_number
blibli      READY_TO_SHIP    *        yes    *        | R40 yes yes -
blibli      READY_TO_SHIP    *        no     *        | R40 yes no  awaiting_tracking_number
blibli      SHIPPING         *        *      *        | R41 yes no  already_shipping
blibli      DELIVERED        *        *      *        | R41 no  no  order_closed
blibli      RETURNED         *        *      *        | R41 no  no  order_closed
blibli      CANCELLED        *        *      *        | R44 no  no  order_closed
blibli      UNKNOWN          *        *      *        | R46 no  no  unknown_status
shopify     *                *        *      *        | R32 no  no  channel_not_supported
woocommerce *                *        *      *        | R32 no  no  channel_not_supported
"""  # noqa: E501  one line a case is how a table is read

COURIERS = {"instant": "SPX_INSTANT", "other": "SPX Standard"}


Case = tuple[str, str, str, str, str]
Verdict = tuple[str, bool, bool, tuple[str, ...]]


def _lines() -> list[tuple[tuple[str, ...], Verdict]]:
    found = []
    for text in EXPECTED.strip().splitlines():
        case, _, verdict = text.partition("|")
        rule, create, push, *reasons = verdict.split()
        codes = tuple(code for code in reasons if code != "-")
        found.append((tuple(case.split()), (rule, create == "yes", push == "yes", codes)))
    return found


CASES: list[Case] = list(
    itertools.product(
        [str(c) for c in Channel],
        [str(s) for s in OrderStatus],
        COURIERS,
        ("yes", "no"),
        ("yes", "no"),
    )
)


def _expected(case: Case) -> Verdict:
    fitting = [
        verdict
        for pattern, verdict in _lines()
        if all(wanted in ("*", value) for wanted, value in zip(pattern, case, strict=True))
    ]
    assert len(fitting) == 1, f"{case} has {len(fitting)} lines"
    return fitting[0]


def _verdict(case: Case) -> Decision:
    channel, status, courier, number, accepted = case
    one = order(
        Channel(channel),
        OrderStatus(status),
        number="RESI1" if number == "yes" else "",
        accepted=accepted == "yes",
        courier=COURIERS[courier],
    )
    return decide(one, facts())


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_verdict(case: Case) -> None:
    verdict = _verdict(case)
    codes = tuple(reason.code for reason in verdict.reasons)
    assert (verdict.rule, verdict.create, verdict.push, codes) == _expected(case)


def test_the_cases_are_all_there_are() -> None:
    assert len(CASES) == 7 * 8 * 2 * 2 * 2
    assert len(TABLE) == len({(row.channels, row.status) for row in TABLE})


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("status", OrderStatus)
def test_exactly_one_row_for_each(channel: Channel, status: OrderStatus) -> None:
    rows = [row for row in TABLE if channel in row.channels and row.status is status]
    assert rows == [row_for(channel, status)]


def test_the_rule_of_a_closed_order_goes_with_its_reason() -> None:
    for status, rule in (
        (OrderStatus.DELIVERED, "R41"),
        (OrderStatus.RETURNED, "R41"),
        (OrderStatus.CANCELLED, "R44"),
    ):
        [reason] = decide(order(status=status), facts()).reasons
        assert (reason.code, reason.rule) == ("order_closed", rule)
