"""Couriers as exports spell them (R36)."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.domain.couriers import INSTANT_BY_DEFAULT, courier_of, is_listed

SHOPEE = """
Same Day-GrabExpress Sameday                               GRAB_SAMEDAY
Same Day-GoSend Same Day                                   GOSEND_SAMEDAY
Same Day-SPX Sameday                                       SPX_SAMEDAY
Instant-SPX Instant                                        SPX_INSTANT
Instant (Versi Lama)-SPX Instant (Versi Lama)              SPX_INSTANT
Instant (Versi Lama)-GrabExpress Instant (Versi Lama)      GRAB_INSTANT
Instant (Versi Lama)-GoSend Instant (Versi Lama)           GOSEND_INSTANT
Instant (Versi Lama)                                       Instant
Same Day                                                   Same Day
Reguler (Cashless)-SPX Standard                            SPX Standard
Reguler (Cashless)-JNE Reguler                             JNE Reguler
Reguler (Cashless)-J&T Express                             J&T Express
Hemat Kargo-SPX Hemat                                      SPX Hemat
Kargo-J&T Cargo                                            J&T Cargo
Next Day-JNE YES                                           JNE YES
Agen SPX Express                                           Agen SPX Express
GrabExpress Sameday                                        GRAB_SAMEDAY
GoSend Same Day                                            GOSEND_SAMEDAY
SPX Sameday                                                SPX_SAMEDAY
Instant-GrabExpress Instant Car                            GRAB_INSTANT
Instant-SPX Instant Prioritas                              SPX_INSTANT
Reguler-Pos Kilat Khusus                                   POS_KILAT_KHUSUS
-SPX Instant                                               SPX_INSTANT
Reguler-                                                   Reguler
"""
OTHERS = """
GrabExpress SameDay                 GRAB_SAMEDAY
GrabExpress(Same Day 8 Jam)         GRAB_SAMEDAY
GrabExpress(Instant 3 Jam)          GRAB_INSTANT
SPX Instant (Marketplace)           SPX_INSTANT
Shopee Xpress Instant               SPX_INSTANT
shopee express instant              SPX_INSTANT
ShopeeXpress Inst                   SPX_INSTANT
GoSend Sameday                      GOSEND_SAMEDAY
GoSend(Same Day 8 Jam)              GOSEND_SAMEDAY
GoSend(Instant 3 Jam)               GOSEND_INSTANT
Gosend Instant                      GOSEND_INSTANT
AnterAja(Same Day)                  ANTERAJA_SAMEDAY
GTL(Sameday)                        GTL_SAMEDAY
Bluebird Kirim (Instant)            BLUEBIRD_INSTANT
POS KILAT KHUSUS                    POS_KILAT_KHUSUS
Pos Reguler                         POS_REGULER
POS Indonesia Regular               POS_INDONESIA_REGULAR
POS Indonesia                       POS_INDONESIA
Pos Express                         POS_EXPRESS
Pos Next Day                        POS_NEXT_DAY
PKH                                 POS_KILAT_KHUSUS
Kantor Pos                          POS_KANTOR_POS
Deposit Express                     Deposit Express
J&T-Cargo                           J&T-Cargo
SiCepat(Reguler)                    SiCepat(Reguler)
Lain Instant                        Lain Instant
"""


def pairs(table: str) -> list[tuple[str, str]]:
    rows = [row.rsplit("  ", 1) for row in table.strip().splitlines()]
    return [(raw.strip(), name.strip()) for raw, name in rows]


@pytest.mark.parametrize(("raw", "name"), pairs(SHOPEE))
def test_shopee_writes_group_and_service(raw: str, name: str) -> None:
    assert courier_of(raw, grouped=True) == name


@pytest.mark.parametrize(("raw", "name"), pairs(OTHERS))
def test_others_write_the_service(raw: str, name: str) -> None:
    assert courier_of(raw) == name


def test_nothing_stays_nothing() -> None:
    assert courier_of("  ") == courier_of("", grouped=True) == ""


def test_the_five_of_the_article() -> None:
    spelled = [
        "GrabExpress Sameday",
        "SPX Instant",
        "GrabExpress Instant",
        "GoSend Same Day",
        "POS",
    ]
    assert all(is_listed(courier_of(raw), INSTANT_BY_DEFAULT) for raw in spelled)
    assert is_listed("POS_REGULER", INSTANT_BY_DEFAULT)
    for other in ("GOSEND_INSTANT", "SPX_SAMEDAY", "SPX Standard", "POSTMAN", ""):
        assert not is_listed(other, INSTANT_BY_DEFAULT)
