"""A layout is known by its headers, wherever they stand and however they are decorated."""

from __future__ import annotations

import random

import pytest

from jdfulfil_desktop.adapters.sheets.headers import recognise, refused_layout
from jdfulfil_desktop.adapters.sheets.mapping import Maps, Said
from jdfulfil_desktop.adapters.sheets.names import normalise
from jdfulfil_desktop.adapters.sheets.profiles import LAYOUTS
from jdfulfil_desktop.domain.order import Channel
from tests.helpers import export_headers as known

ALL = {
    "shopee_orders": [known.SHOPEE_51, known.SHOPEE_49, known.SHOPEE_ENGLISH],
    "tokopedia_v3": [known.TOKOPEDIA_V3],
    "tokopedia_v2": [known.TOKOPEDIA_V2],
    "tokopedia_v1": [known.TOKOPEDIA_V1],
    "lazada": [known.LAZADA],
    "blibli": [known.BLIBLI],
    "bukalapak": [known.BUKALAPAK],
    "shopify": [known.SHOPIFY],
    "woocommerce": [known.WOOCOMMERCE],
}
CASES = [(key, headers) for key, variants in ALL.items() for headers in variants]


def test_every_layout_is_tried() -> None:
    assert {layout.key for layout in LAYOUTS} == set(ALL)


@pytest.mark.parametrize(("key", "headers"), CASES)
def test_headers_name_the_layout(key: str, headers: list[str]) -> None:
    found = recognise([list(headers)])
    assert found is not None
    assert found.layout.key == key
    assert found.row == 0


@pytest.mark.parametrize("seed", [1, 20260801])
@pytest.mark.parametrize(("key", "headers"), CASES)
def test_order_case_and_decoration_do_not_matter(key: str, headers: list[str], seed: int) -> None:
    mixed = [f"  {name.upper()} * " if len(name) > 4 else name for name in headers]
    random.Random(seed).shuffle(mixed)
    found = recognise([["Laporan"], ["", ""], ["Toko Contoh", "Agustus"], mixed])
    assert found is not None
    assert (found.layout.key, found.row) == (key, 3)


@pytest.mark.parametrize(("key", "headers"), CASES)
def test_half_of_the_optional_columns_may_be_missing(key: str, headers: list[str]) -> None:
    layout = next(each for each in LAYOUTS if each.key == key)
    needed = {
        normalise(alias)
        for choice in layout.required
        for name in choice
        for alias in layout.fields[name]
    }
    kept = [name for i, name in enumerate(headers) if i % 2 or normalise(name) in needed]
    found = recognise([kept])
    assert found is not None
    assert found.layout.key == key


@pytest.mark.parametrize(("key", "headers"), CASES)
def test_without_an_order_number_nothing_is_recognised(key: str, headers: list[str]) -> None:
    layout = next(each for each in LAYOUTS if each.key == key)
    numbers = {normalise(alias) for alias in layout.fields["order_no"]}
    assert recognise([[name for name in headers if normalise(name) not in numbers]]) is None


def test_the_header_may_stand_in_row_20_and_no_lower() -> None:
    above: list[list[str]] = [["judul"] for _ in range(19)]
    found = recognise([*above, list(known.BUKALAPAK)])
    assert found is not None
    assert found.row == 19
    assert recognise([*above, ["judul"], list(known.BUKALAPAK)]) is None


def test_a_doubled_header_counts_where_it_stands_first() -> None:
    found = recognise([["ID Transaksi", "Status", "SKU", "Jumlah Produk", "SKU"]])
    assert found is not None
    assert found.columns["sku"] == 2


def test_similar_names_are_different_columns() -> None:
    found = recognise([list(known.LAZADA)])
    assert found is not None
    assert known.LAZADA[found.columns["tracking_no"]] == "trackingCode"


def test_a_currency_in_brackets_is_no_other_column() -> None:
    headers = [f"{name} (Rp)" if "Price" in name else name for name in known.SHOPEE_ENGLISH]
    found = recognise([headers])
    assert found is not None
    assert headers[found.columns["price"]] == "Deal Price (Rp)"
    assert normalise("Price (Rp.)") == normalise("price (RP)")


def test_columns_that_the_user_mapped_are_used() -> None:
    headers = [*known.BUKALAPAK, "Nomor Pengiriman"]
    plain = recognise([headers])
    mapped = recognise([headers], maps=Maps(now=Said(None, {"nomor pengiriman": "tracking_no"})))
    assert plain is not None
    assert "tracking_no" not in plain.columns
    assert mapped is not None
    assert mapped.columns["tracking_no"] == len(known.BUKALAPAK)
    assert ("Nomor Pengiriman", "tracking_no") in mapped.described()


def test_the_pick_list_is_known_and_refused() -> None:
    assert recognise([list(known.SHOPEE_PICK_LIST)]) is None
    refused = refused_layout([list(known.SHOPEE_PICK_LIST)])
    assert refused is not None
    assert (refused.channel, refused.instead) == (Channel.SHOPEE, "Order.all")
    assert refused_layout([list(known.SHOPEE_51)]) is None
