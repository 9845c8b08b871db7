from __future__ import annotations

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.queries import GoodsName, LinkRow
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.location import Location, LocationBinding
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component, Product, SkuLink
from tests.integration.db.making import W1, Desk


def _fill(uow: UnitOfWork) -> None:
    uow.products.save_many(
        [
            Product(Sku("TEH"), "Teh", barcode="899"),
            Product(Sku("899"), "Named like a barcode"),
            Product(Sku("KOPI"), "Kopi", barcode="555", picture="kopi.png"),
            Product(Sku("OLD"), "Gone", barcode="777", archived=True),
        ]
    )
    uow.locations.add_many([Location(W1, "A-01"), Location(W1, "A-02")])
    uow.locations.add_bindings(
        [LocationBinding(W1, "A-01", Sku("TEH")), LocationBinding(W1, "A-01", Sku("KOPI"))]
    )


def test_a_text_names_a_product_by_sku_else_by_barcode(desk: Desk, account: int):
    desk.write(_fill)
    texts = ["TEH", "899", "555", "777", "nothing", ""]
    named = desk.read(lambda q: q.goods_named(texts))
    assert {text: goods.sku for text, goods in named.items()} == {
        "TEH": "TEH",
        "899": "899",
        "555": "KOPI",
    }
    assert named["555"] == GoodsName("KOPI", "Kopi", "555", "kopi.png")


def test_what_lies_at_locations_and_which_are_none(desk: Desk, account: int):
    desk.write(_fill)
    lying = desk.read(lambda q: q.lying_at(W1, ["A-01", "A-02", "A-03"]))
    assert lying == {"A-01": ("KOPI", "TEH"), "A-02": ()}
    assert desk.read(lambda q: q.lying_at("W2", ["A-01"])) == {}


def test_what_stands_for_a_product_on_the_channels(desk: Desk, account: int):
    desk.write(_fill)
    tea, coffee = Component(Sku("TEH")), Component(Sku("KOPI"), 2)

    def link(uow: UnitOfWork) -> None:
        uow.products.save_link(SkuLink(Channel.SHOPEE, "Toko", "TEH-1", (tea,)))
        uow.products.save_link(SkuLink(Channel.LAZADA, "", "PAKET", (tea, coffee)))

    desk.write(link)
    assert desk.read(lambda q: q.links_of("TEH")) == [
        LinkRow("lazada", "", "PAKET", 1, 2),
        LinkRow("shopee", "Toko", "TEH-1", 1, 1),
    ]
    assert desk.read(lambda q: q.links_of("KOPI")) == [LinkRow("lazada", "", "PAKET", 2, 2)]
    assert desk.read(lambda q: q.links_of("899")) == []
