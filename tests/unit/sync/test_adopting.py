"""What JD has already under our numbers is taken over as JD has it, and never sent again."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.application.ports import OutboundWhole
from jdfulfil_desktop.domain.outbound import Outbound, PushState
from tests.unit.sync.desk import Desk
from tests.unit.sync.jd import Document


def test_what_jd_has_already_is_taken_over_and_not_sent(desk: Desk) -> None:
    numbers = desk.order("A1", "A2", "A3")
    desk.sync()
    other = Desk()
    other.jd.outbounds = desk.jd.outbounds
    other.jd.move("SHOPEE-A2", 10016)
    other.set_up()
    numbers += other.order("A1", "A2", "A3", "A4")[3:]
    report = other.sync()
    other.check_exactly_once(numbers)
    assert dict(other.jd.sendings) == {"SHOPEE-A4": 1}
    assert report.pushed == 1
    assert other.outbound("SHOPEE-A2").shipment_state == "picked"


def adopted(whole: OutboundWhole | None, bill: str) -> Outbound:
    """Take over an order that JD has already, under the way bill that the news name."""
    other = Desk()
    other.set_up()
    other.jd.outbounds["SHOPEE-A1"] = Document("SHOPEE-A1", "ESL0001", None, 100130)
    other.jd.told_bills["SHOPEE-A1"] = bill
    if whole is not None:
        other.jd.wholes["ESL0001"] = whole
    other.order("A1")
    report = other.sync()
    assert report.calls.get("outbound_whole", 0) == (bill not in ("", "JT1A1"))
    return other.outbound("SHOPEE-A1")


def test_what_jd_carries_itself_is_taken_over_with_the_merchants_number_that_jd_has() -> None:
    """JD's own way bill is not the marketplace's number, and says when a parcel is completed."""
    whole = OutboundWhole(
        "ESL0001", "SHOPEE-A1", 100130, shipper_no="CYS0000010", tracking_no="JT1A1"
    )
    row = adopted(whole, "JDX0001")
    assert (row.sent_tracking_no, row.jd_waybill, row.ours_carried) == ("JT1A1", "JDX0001", False)


def test_what_jd_has_under_an_older_number_says_so() -> None:
    whole = OutboundWhole("ESL0001", "SHOPEE-A1", 100130, shipper_no="CYS2", tracking_no="OLD")
    row = adopted(whole, "OLD")
    assert (row.sent_tracking_no, row.tracking_no) == ("OLD", "JT1A1")
    assert (row.jd_waybill, row.ours_carried) == ("", True)


@pytest.mark.parametrize("bill", ["", "JT1A1", "JDX0001"])
def test_what_jd_will_not_tell_in_full_is_taken_over_as_we_would_send_it(bill: str) -> None:
    row = adopted(None, bill)
    assert (row.push_state, row.jd_no) == (PushState.PUSHED, "ESL0001")
    assert (row.sent_tracking_no, row.ours_carried) == ("JT1A1", True)
