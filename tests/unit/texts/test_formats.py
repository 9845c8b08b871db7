from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from jdfulfil_desktop.texts import Texts, masked

AT = datetime(2025, 11, 23, 7, 2, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "number", "money", "weight", "time"),
    [
        ("id", "1.234.567", "Rp 12.500", "1,25 kg", "23 Nov 14.02"),
        ("en", "1,234,567", "Rp 12,500", "1.25 kg", "23 Nov 14:02"),
        ("zh", "1,234,567", "Rp 12,500", "1.25 kg", "11月23日 14:02"),
    ],
)
def test_values_are_written_as_the_country_does(
    lang: str, number: str, money: str, weight: str, time: str
) -> None:
    texts = Texts(lang)
    assert texts.number(1_234_567) == number
    assert texts.money(12_500) == money
    assert texts.formats.weight(1_250) == weight
    assert texts.time(AT) == time


def test_times_name_their_zone_in_full() -> None:
    assert Texts("id").time_in_full(AT) == "23 Nov 2025 14.02.11 WIB"
    assert Texts("id", "WITA").time_in_full(AT) == "23 Nov 2025 15.02.11 WITA"
    assert Texts("id", "WIT").time(AT) == "23 Nov 16.02"
    assert Texts("zh").time_in_full(AT) == "2025年11月23日 14:02:11 WIB"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC-aware"):
        Texts("id").time(AT.replace(tzinfo=None))


def test_months_have_indonesian_names() -> None:
    formats = Texts("id").formats
    names = [formats.date(datetime(2025, month, 1, 12, tzinfo=UTC)) for month in (5, 8, 10, 12)]
    assert names == ["1 Mei", "1 Agu", "1 Okt", "1 Des"]


def test_small_and_negative_values() -> None:
    texts = Texts("id")
    assert texts.money(-500) == "-Rp 500"
    assert texts.formats.weight(250) == "250 g"
    assert texts.formats.length(125) == "12,5 cm"
    assert texts.formats.decimal(3.0) == "3"


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=3), "baru saja"),
        (timedelta(seconds=42), "42 detik lalu"),
        (timedelta(minutes=3), "3 menit lalu"),
        (timedelta(hours=25), "1 hari lalu"),
        (timedelta(hours=-2), "2 jam lagi"),
    ],
)
def test_how_long_ago(ago: timedelta, words: str) -> None:
    assert Texts("id").formats.when(AT - ago, AT) == words


def test_never_is_said() -> None:
    assert Texts("id").formats.when(None, AT) == "belum pernah"
    assert Texts("en").time(None) == "never"


def test_plurals_follow_the_language() -> None:
    assert [Texts("en").count("orders", n) for n in (0, 1, 2)] == [
        "0 orders",
        "1 order",
        "2 orders",
    ]
    assert Texts("id").count("orders", 1234) == "1.234 pesanan"
    assert Texts("zh").count("orders", 1) == "1 个订单"


def test_a_pin_is_masked() -> None:
    assert masked("jd_seller_01") == "jd••••••••01"
    assert masked("abc") == "•••"
