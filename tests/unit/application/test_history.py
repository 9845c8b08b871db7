"""What people change is in the record's history; what is put away comes back; what runs low.

Run on the real database as well: see tests/integration/db/test_use_cases.py.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain import house_commands as h
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component, Product
from tests.helpers.shop import Shop

TEA = Product(Sku("TEH"), "Teh", weight_g=100)


def changed(shop: Shop) -> Product:
    known: Product = shop.write(lambda uow: uow.products.get_many(["TEH"]))["TEH"]
    return known


def test_products(shop: Shop) -> None:
    shop.do(c.SaveProducts((TEA,)))
    assert shop.peek.notes("product:TEH") == ["made"]
    shop.do(c.SaveProducts((replace(changed(shop), name="Teh Hijau", weight_g=120),)))
    assert shop.peek.notes("product:TEH") == ["made", "changed", "changed"]
    shop.do(c.SaveProducts((changed(shop),)))
    assert shop.peek.notes("product:TEH") == ["made", "changed", "changed"]


def test_links_are_in_the_history_of_every_product_they_touch(shop: Shop) -> None:
    shop.do(c.SaveProducts((TEA, Product(Sku("KOPI"), "Kopi"))))
    shop.do(c.LinkSku(Channel.SHOPEE, "", "ch", (Component(Sku("TEH")),)))
    shop.do(c.LinkSku(Channel.SHOPEE, "", "ch", (Component(Sku("KOPI")),)))
    assert shop.peek.notes("product:TEH") == ["made", "changed", "changed"]
    assert shop.peek.notes("product:KOPI") == ["made", "changed"]


def test_warehouses_stores_and_their_bindings(shop: Shop) -> None:
    house = shop.do(c.AddOwnWarehouse("Rumah"))
    shop.do(c.AddStore("Toko", Channel.SHOPEE))
    shop.do(c.BindStore("Toko", house, contact_phone="0812"))
    shop.do(c.BindStore("Toko", house, priority=2))
    shop.do(c.UnbindStore("Toko", house))
    shop.do(c.SetWarehouseActive(house, active=False))
    assert shop.peek.notes(f"warehouse:{house}") == ["made", *["changed"] * 4]
    assert shop.peek.notes("store:Toko") == ["made", *["changed"] * 4]


def test_settings(shop: Shop) -> None:
    shop.do(c.ChangeSettings({"substitutes": False, "a": 1}))
    shop.do(c.ChangeSettings({"substitutes": False, "a": 2}))
    assert shop.peek.notes("settings") == ["changed"] * 3


def test_products_are_put_away_and_come_back(shop: Shop) -> None:
    shop.do(c.SaveProducts((TEA,)))
    assert shop.do(h.ArchiveProducts(("TEH",))) == ("TEH",)
    assert changed(shop).archived
    assert shop.do(h.ArchiveProducts(("TEH",))) == ()
    assert shop.do(h.ArchiveProducts(("TEH",), archived=False)) == ("TEH",)
    assert not changed(shop).archived
    assert shop.peek.notes("product:TEH") == ["made", "changed", "changed"]


def test_what_is_in_stock_cannot_be_put_away(shop: Shop) -> None:
    house = shop.do(c.AddOwnWarehouse("Rumah"))
    shop.do(c.SaveProducts((TEA,)))
    shop.do(c.SetOwnStock(house, {"TEH": 1}))
    with pytest.raises(RuleError) as met:
        shop.do(h.ArchiveProducts(("TEH",)))
    assert (met.value.code, met.value.subject) == ("product_in_use", "TEH")
    shop.do(c.SetOwnStock(house, {"TEH": 0}))
    assert shop.do(h.ArchiveProducts(("TEH",))) == ("TEH",)


def test_thresholds(shop: Shop) -> None:
    """R22."""
    house = shop.do(c.AddOwnWarehouse("Rumah"))
    shop.do(c.SaveProducts((TEA,)))
    shop.do(h.SetThreshold(house, "TEH", 5))
    assert shop.write(lambda uow: uow.ledger.threshold(house, "TEH")) == 5
    shop.do(h.SetThreshold(house, "TEH", None))
    assert shop.write(lambda uow: uow.ledger.threshold(house, "TEH")) is None
    assert shop.peek.notes("product:TEH") == ["made", "changed", "changed"]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (h.SetThreshold("OWN-01", "TEH", 0), "quantity_invalid"),
        (h.SetThreshold("OWN-01", "GULA", 5), "product_not_found"),
        (h.SetThreshold("NOWHERE", "TEH", 5), "warehouse_not_found"),
        (h.ArchiveProducts(("GULA",)), "product_not_found"),
    ],
)
def test_what_cannot_be(shop: Shop, command: c.Command, code: str) -> None:
    shop.do(c.AddOwnWarehouse("Rumah"))
    shop.do(c.SaveProducts((TEA,)))
    with pytest.raises(RuleError) as met:
        shop.do(command)
    assert met.value.code == code
