"""Stores and their bindings (R12), warehouses (R11, R13), products and links (R16, R17)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.results import (
    SavedProducts,
)
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import WarehousesChanged
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component, Product, ShelfLife
from jdfulfil_desktop.domain.warehouse import PlacementState
from tests.helpers.shop import TOKO, W1, W2, Shop, snapshot

KOPI = Product(Sku("KOPI"), "Kopi", barcode="899001")


def refused(shop: Shop, command: c.Command) -> RuleError:
    with pytest.raises(RuleError) as caught:
        shop.do(command)
    return caught.value


# --- stores and warehouses


def test_stores(shop: Shop) -> None:
    store = shop.do(c.AddStore(f" {TOKO} ", Channel.SHOPEE))
    assert (store.name, store.channel) == (TOKO, Channel.SHOPEE)
    assert refused(shop, c.AddStore(TOKO, Channel.LAZADA)).code == "store_exists"
    assert refused(shop, c.AddStore("  ", Channel.LAZADA)).code == "name_missing"
    assert shop.events(WarehousesChanged)


def test_binding_releases_and_unbinding_holds(shop: Shop) -> None:
    shop.open()
    shop.do(c.UnbindStore(TOKO, W1))
    shop.import_(snapshot())
    assert shop.reasons() == ["store_not_bound"]
    shop.do(c.BindStore(TOKO, W1, contact_name=" Ani ", contact_phone="0812"))
    assert shop.state() == "queued"
    shop.do(c.BindStore(TOKO, W1, priority=5, contact_address="Jl. A"))
    [binding] = shop.write(lambda uow: uow.stores.bindings(TOKO))
    assert (binding.priority, binding.shop_no) == (5, "")
    store = shop.write(lambda uow: uow.stores.get(TOKO))
    assert (store.contact_name, store.contact_phone, store.contact_address) == (
        "Ani",
        "0812",
        "Jl. A",
    )
    shop.do(c.UnbindStore(TOKO, W1))
    assert (shop.state(), shop.figures_of()) == ("held", (0, 0, 0))


def test_a_new_priority_keeps_jds_shop(shop: Shop) -> None:
    shop.open()
    [known] = shop.write(lambda uow: uow.stores.bindings(TOKO))
    shop.write(lambda uow: uow.stores.save_binding(replace(known, shop_no="ESP1")))
    shop.do(c.BindStore(TOKO, W1, priority=3))
    [binding] = shop.write(lambda uow: uow.stores.bindings(TOKO))
    assert (binding.shop_no, binding.priority) == ("ESP1", 3)


def test_bindings_name_what_there_is(shop: Shop) -> None:
    shop.connect()
    assert refused(shop, c.BindStore("Lain", W1)).code == "store_not_found"
    shop.do(c.AddStore(TOKO, Channel.SHOPEE))
    assert refused(shop, c.BindStore(TOKO, "X")).code == "warehouse_not_found"
    assert refused(shop, c.UnbindStore(TOKO, W1)).code == "binding_not_found"
    shop.do(c.SetWarehouseActive(W1, False))
    assert refused(shop, c.BindStore(TOKO, W1)).code == "warehouse_inactive"


def test_own_warehouses_get_numbers(shop: Shop) -> None:
    assert [shop.do(c.AddOwnWarehouse(name)) for name in ("A", "B")] == ["OWN-01", "OWN-02"]
    assert refused(shop, c.AddOwnWarehouse(" ")).code == "name_missing"


def test_a_busy_warehouse_stays_active(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(number=""))
    error = refused(shop, c.SetWarehouseActive(W1, False))
    assert (error.code, error.data) == ("warehouse_busy", {"outbounds": 1})
    assert shop.do(c.SetWarehouseActive(W1, True)).active


def test_an_inactive_warehouse_takes_no_orders(shop: Shop) -> None:
    shop.open()
    assert not shop.do(c.SetWarehouseActive(W1, False)).active
    shop.import_(snapshot())
    assert shop.reasons() == ["store_not_bound"]
    shop.do(c.SetWarehouseActive(W1, True))
    assert shop.state() == "queued"


# --- products


def test_saving_products(shop: Shop) -> None:
    assert shop.do(c.SaveProducts((KOPI,))) == SavedProducts(new=1)
    [known] = shop.write(lambda uow: uow.products.get_many(["KOPI"])).values()
    changed = replace(known, name="Kopi Bubuk")
    assert shop.do(c.SaveProducts((changed,))) == SavedProducts(updated=1)
    assert shop.do(c.SaveProducts((changed,))) == SavedProducts(unchanged=1)


@pytest.mark.parametrize(
    ("products", "code", "data"),
    [
        ((KOPI,), "sku_exists", {"name": "Kopi"}),
        ((Product(Sku("TEH"), "Teh", barcode="899001"),), "barcode_taken", {"sku": "KOPI"}),
        ((Product(Sku("A"), "A"), Product(Sku("A"), "B")), "sku_twice", {}),
        (
            (Product(Sku("A"), "A", barcode="1"), Product(Sku("B"), "B", barcode="1")),
            "barcode_taken",
            {"sku": "A"},
        ),
        ((Product(Sku("A"), ""),), "missing_value", {}),
        ((Product(Sku(""), "A"),), "missing_value", {}),
    ],
)
def test_doubles_name_the_record(
    shop: Shop, products: tuple[Product, ...], code: str, data: dict[str, str]
) -> None:
    shop.do(c.SaveProducts((KOPI,)))
    error = refused(shop, c.SaveProducts(products))
    assert (error.code, error.data) == (code, data)


def test_a_shelf_life_is_final_once_jd_has_it(shop: Shop) -> None:
    life = ShelfLife(365, 180, 90)
    shop.connect()
    shop.do(c.SaveProducts((replace(KOPI, shelf_life=life),)))
    error = refused(shop, c.PlaceProducts(W1, ("KOPI",)))
    assert (error.code, error.subject, error.data) == (
        "shelf_life_unconfirmed",
        "KOPI",
        {"days": "365"},
    )
    assert shop.do(c.PlaceProducts(W1, ("KOPI",), confirmed=True)) == ("KOPI",)
    [known] = shop.write(lambda uow: uow.products.get_many(["KOPI"])).values()
    assert known.shelf_life == replace(life, confirmed=True)
    shop.do(c.SaveProducts((replace(known, shelf_life=ShelfLife(30, 0, 0)),)))
    shop.place("KOPI", W1)
    error = refused(shop, c.SaveProducts((replace(known, shelf_life=None),)))
    assert error.code == "shelf_life_fixed"
    same = replace(known, name="Lain", shelf_life=ShelfLife(30, 0, 0))
    assert shop.do(c.SaveProducts((same,))) == SavedProducts(updated=1)


def test_an_open_shelf_life_holds_and_agreeing_releases(shop: Shop) -> None:
    shop.open("KOPI", "TEH")
    for sku in ("KOPI", "TEH"):
        [known] = shop.write(lambda uow, one=sku: uow.products.get_many([one])).values()
        shop.write(
            lambda uow, one=known: uow.products.save_many(
                [replace(one, shelf_life=ShelfLife(10, 0, 0))]
            )
        )
    shop.import_(snapshot())
    assert shop.reasons() == ["shelf_life_unconfirmed"]
    assert shop.do(c.ConfirmShelfLife(("KOPI",))) == 1
    assert shop.state() == "queued"
    assert shop.do(c.ConfirmShelfLife(("KOPI",))) == 0
    assert refused(shop, c.ConfirmShelfLife(("X",))).code == "product_not_found"


def test_confirming_several_at_once(shop: Shop) -> None:
    life = ShelfLife(10, 0, 0)
    products = tuple(Product(Sku(s), s, shelf_life=life) for s in ("A", "B"))
    shop.do(c.SaveProducts(products))
    assert shop.do(c.ConfirmShelfLife(("A", "B"))) == 2


def test_a_sku_in_jds_and_another_warehouse_asks(shop: Shop) -> None:
    shop.connect(W1, W2)
    own, other = (shop.do(c.AddOwnWarehouse(name)) for name in ("A", "B"))
    shop.do(c.SaveProducts((KOPI,)))
    assert shop.do(c.PlaceProducts(own, ("KOPI",))) == ("KOPI",)
    assert shop.do(c.PlaceProducts(other, ("KOPI",))) == ("KOPI",), "both own: nothing to ask"
    error = refused(shop, c.PlaceProducts(W1, ("KOPI",)))
    assert (error.code, error.subject) == ("sku_in_other_warehouse", "KOPI")
    assert error.data == {"warehouses": f"{own}, {other}"}
    assert shop.do(c.PlaceProducts(W1, ("KOPI", "KOPI"), confirmed=True)) == ("KOPI",)
    assert shop.do(c.PlaceProducts(W1, ("KOPI",), confirmed=True)) == ()
    shop.place("KOPI", W1, PlacementState.FAILED)
    assert shop.do(c.PlaceProducts(W1, ("KOPI",), confirmed=True)) == ("KOPI",)
    assert refused(shop, c.PlaceProducts(W2, ("KOPI",))).code == "sku_in_other_warehouse"
    assert refused(shop, c.PlaceProducts(W2, ("X",))).code == "product_not_found"


def test_placing_is_not_yet_pushing(shop: Shop) -> None:
    shop.open()
    shop.do(c.SaveProducts((Product(Sku("TEH"), "Teh"),)))
    shop.link("TEH", "TEH")
    shop.import_(snapshot(lines=(replace(snapshot().lines[0], channel_sku="TEH"),)))
    assert shop.reasons() == ["sku_not_in_warehouse"]
    shop.do(c.PlaceProducts(W1, ("TEH",)))
    assert (shop.reasons(), shop.outbound().warehouse_no) == (["product_not_pushed"], W1)


# --- links


def test_linking_releases_what_waits(shop: Shop) -> None:
    shop.open("TEH")
    shop.stock_sku("KOPI")
    report = shop.import_(snapshot())
    assert (report.unknown_skus, shop.reasons()) == (("KOPI",), ["sku_not_linked"])
    shop.link("KOPI", "KOPI")
    assert shop.state() == "queued"


def test_a_link_of_the_whole_channel_and_a_bundle(shop: Shop) -> None:
    shop.open("KOPI", "TEH")
    parts = (Component(Sku("KOPI"), 2),)
    shop.do(c.LinkSku(Channel.SHOPEE, "", "PAKET", parts))
    link = shop.do(c.LinkSku(Channel.SHOPEE, "", "PAKET", (Component(Sku("TEH")),), add=True))
    assert link.components == (Component(Sku("KOPI"), 2), Component(Sku("TEH"), 1))
    one = replace(snapshot().lines[0], channel_sku="PAKET", quantity=3)
    shop.import_(snapshot(lines=(one,)))
    assert {i.sku: i.quantity for i in shop.outbound().items} == {"KOPI": 6, "TEH": 3}
    replaced = shop.do(c.LinkSku(Channel.SHOPEE, "", "PAKET", (Component(Sku("TEH")),)))
    assert replaced.components == (Component(Sku("TEH"), 1),)
    assert (shop.figures_of("KOPI"), shop.figures_of("TEH")) == ((0, 0, 0), (0, 3, 0))
    fresh = shop.do(c.LinkSku(Channel.SHOPEE, TOKO, "BARU", parts, add=True))
    assert fresh.components == parts


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.LinkSku(Channel.SHOPEE, "Lain", "A", (Component(Sku("KOPI")),)), "store_not_found"),
        (c.LinkSku(Channel.LAZADA, TOKO, "A", (Component(Sku("KOPI")),)), "wrong_channel"),
        (c.LinkSku(Channel.SHOPEE, TOKO, " ", (Component(Sku("KOPI")),)), "missing_value"),
        (c.LinkSku(Channel.SHOPEE, TOKO, "A", ()), "missing_value"),
        (c.LinkSku(Channel.SHOPEE, TOKO, "A", (Component(Sku("X")),)), "product_not_found"),
        (c.LinkSku(Channel.SHOPEE, TOKO, "A", (Component(Sku("KOPI"), 0),)), "quantity_invalid"),
    ],
)
def test_impossible_links(shop: Shop, command: c.Command, code: str) -> None:
    shop.open()
    assert refused(shop, command).code == code


# --- locations
