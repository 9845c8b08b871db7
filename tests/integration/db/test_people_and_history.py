"""Users, histories with the value before, what is archived and what runs low, as pages read it."""

from __future__ import annotations

from typing import Any

import pytest

from jdfulfil_desktop.application.bus import Bus, Env
from jdfulfil_desktop.application.queries import Filter, NoteRow, Sort
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain import house_commands as h
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.domain.users import Right, Role
from jdfulfil_desktop.texts import Texts
from tests.integration.db.making import Desk


@pytest.fixture
def bus(desk: Desk) -> Bus:
    made = Bus(desk.database.writer, Env(desk.clock, "pc"))
    for command in (
        c.SaveProducts(tuple(Product(Sku(sku), sku.title()) for sku in ("KOPI", "TEH"))),
        c.AddOwnWarehouse("Rumah"),
        c.SetOwnStock("OWN-01", {"KOPI": 10, "TEH": 10}),
    ):
        made.submit(command).result(10)
    return made


def stock(desk: Desk, basket: str) -> list[Any]:
    return desk.read(lambda q: q.stock_page(Filter(basket=basket), Sort(), 0, 9))


def products(desk: Desk, basket: str = "") -> list[str]:
    rows = desk.read(lambda q: q.product_page(Filter(basket=basket), Sort(), 0, 9))
    return [row.sku for row in rows]


def history(desk: Desk, record: str) -> list[NoteRow]:
    return desk.read(lambda q: q.notes(record))


def test_users_are_kept_without_their_pins(desk: Desk, bus: Bus) -> None:
    bus.submit(h.AddUser("Ani", "1111", Role.OWNER)).result(10)
    bus.submit(h.AddUser("Budi", "2222", Role.CUSTOM, (Right.STOCK,))).result(10)
    ani, budi = desk.read(lambda q: q.users())
    assert (ani.role, budi.ticked) == (Role.OWNER, frozenset({Right.STOCK}))
    assert ani.has_pin("1111")
    assert "1111" not in ani.pin_hash
    bus.submit(h.RemoveUser("Budi")).result(10)
    assert [user.name for user in desk.read(lambda q: q.users())] == ["Ani"]


def test_what_runs_low(desk: Desk, bus: Bus) -> None:
    """R22: below the threshold of its warehouse, which reservations count against."""
    assert stock(desk, "low") == []
    bus.submit(h.SetThreshold("OWN-01", "KOPI", 10)).result(10)
    assert stock(desk, "low") == []
    bus.submit(c.SetOwnStock("OWN-01", {"KOPI": 9})).result(10)
    [row] = stock(desk, "low")
    assert (row.sku, row.available, row.threshold) == ("KOPI", 9, 10)
    assert desk.read(lambda q: q.stock_count(Filter(basket="low"))) == 1
    bus.submit(h.SetThreshold("OWN-01", "KOPI", None)).result(10)
    assert stock(desk, "low") == []


def test_archived_products_lie_in_a_basket_of_their_own(desk: Desk, bus: Bus) -> None:
    bus.submit(c.SetOwnStock("OWN-01", {"KOPI": 0})).result(10)
    bus.submit(h.ArchiveProducts(("KOPI",))).result(10)
    assert products(desk) == ["TEH"]
    assert products(desk, "archived") == ["KOPI"]
    bus.submit(h.ArchiveProducts(("KOPI",), archived=False)).result(10)
    assert products(desk) == ["KOPI", "TEH"]
    assert products(desk, "archived") == []


def test_a_history_says_what_was_before_and_who_changed_it(desk: Desk, bus: Bus) -> None:
    bus.submit(h.AddUser("Ani", "1111", Role.OWNER)).result(10)
    known = desk.write(lambda uow: uow.products.get_many(["KOPI"]))["KOPI"]
    bus.submit(c.SaveProducts((Product(known.sku, "Kopi Gayo", id=known.id),))).result(10)
    bus.submit(h.SetThreshold("OWN-01", "KOPI", 3)).result(10)
    bus.submit(h.ChangeUser("Ani", Role.OWNER)).result(10)
    texts = Texts("en")
    notes = desk.read(lambda q: q.notes("product:KOPI"))
    assert [(note.by, texts.note(note.kind, note.data)) for note in notes] == [
        ("pc", "Made"),
        ("pc", "On hand OWN-01: 0 → 10"),
        ("Ani", "Name: Kopi → Kopi Gayo"),
        ("Ani", "Runs low below OWN-01: none → 3"),
    ]


def test_rights_and_yes_are_said_in_words(desk: Desk, bus: Bus) -> None:
    bus.submit(h.AddUser("Ani", "1111", Role.OWNER)).result(10)
    bus.submit(h.AddUser("Budi", "2222", Role.CLERK)).result(10)
    bus.submit(h.ChangeUser("Budi", Role.CUSTOM, (Right.STOCK,))).result(10)
    bus.submit(c.SetWarehouseActive("OWN-01", active=False)).result(10)
    texts = Texts("en")
    said = [
        texts.note(note.kind, note.data)
        for record in ("user:Budi", "warehouse:OWN-01")
        for note in history(desk, record)
    ]
    assert said == [
        "Made",
        "Role: Clerk → Own rights",
        "Rights: Orders, Locations, Inbound, Stock → Stock",
        "Made",
        "Active: yes → no",
    ]
