from __future__ import annotations

import pytest

from jdfulfil_desktop.application.handlers.carriers import JD_EXPRESS, anyone, carrier_for

NAMES = (
    "JNE", "J&T Express", "J&T Cargo", "SiCepat", "AnterAja", "Ninja Xpress", "ID Express",
    "Pos Indonesia", "TIKI", "Lion Parcel", "Shopee Xpress", "Lazada Logistics", "GoSend",
    "GrabExpress", "SAP Express", "Kurir Pihak Ketiga",
)  # fmt: skip
CARRIERS = {"JD Express": JD_EXPRESS, **{name: f"CYS-{name}" for name in NAMES}}


@pytest.mark.parametrize(
    ("courier", "carrier"),
    [
        ("JNE Reguler", "JNE"),
        ("JNE YES", "JNE"),
        ("J&T Express", "J&T Express"),
        ("J&T Cargo", "J&T Cargo"),
        ("J&T", "J&T Express"),
        ("JNT Economy", "J&T Express"),
        ("SPX Standard", "Shopee Xpress"),
        ("SPX_INSTANT", "Shopee Xpress"),
        ("GRAB_SAMEDAY", "GrabExpress"),
        ("GRAB_INSTANT", "GrabExpress"),
        ("GOSEND_SAMEDAY", "GoSend"),
        ("POS_KILAT_KHUSUS", "Pos Indonesia"),
        ("SiCepat REG", "SiCepat"),
        ("ANTERAJA_SAMEDAY", "AnterAja"),
        ("ID Express", "ID Express"),
        ("LEX ID", "Lazada Logistics"),
        ("SAP Express", "SAP Express"),
    ],
)
def test_a_courier_finds_its_carrier(courier: str, carrier: str) -> None:
    assert carrier_for(courier, CARRIERS) == f"CYS-{carrier}"


@pytest.mark.parametrize("courier", ["", "Kurir Toko", "JD Express", "Paxel Besar"])
def test_what_jd_does_not_list_has_no_carrier_of_its_own(courier: str) -> None:
    assert carrier_for(courier, CARRIERS) == ""


def test_the_third_party_carrier_stands_for_all_others() -> None:
    assert anyone(CARRIERS) == "CYS-Kurir Pihak Ketiga"


def test_jd_never_carries_by_default() -> None:
    assert anyone({"Other (JD)": JD_EXPRESS, "JNE": "CYS-JNE"}) == ""
