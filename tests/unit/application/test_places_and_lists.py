"""Locations (R23, R24, R26), lists by hand (R21, R27), own stock, settings and alerts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.results import (
    BindReport,
    CreatedLocations,
)
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import LocationsChanged, SettingsChanged
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.inbound import InboundPushState
from jdfulfil_desktop.domain.product import Product
from tests.helpers.shop import PAID, W1, W2, Shop, snapshot

KOPI = Product(Sku("KOPI"), "Kopi", barcode="899001")


def refused(shop: Shop, command: c.Command) -> RuleError:
    with pytest.raises(RuleError) as caught:
        shop.do(command)
    return caught.value


# --- stores and warehouses


def test_locations_are_made_and_bound(shop: Shop) -> None:
    shop.open("KOPI", "TEH")
    shop.do(c.SaveProducts((Product(Sku("GULA"), "Gula", barcode="899777"),)))
    made = shop.do(c.CreateLocations(W1, ("a-1", "A-2", "a-1")))
    assert made == CreatedLocations(("A-1", "A-2"), ())
    assert shop.do(c.CreateLocations(W1, ("A-2", "A-3"))) == CreatedLocations(("A-3",), ("A-2",))
    assert shop.do(c.CreateLocations(W1, ("A-2",))) == CreatedLocations((), ("A-2",))
    pairs = (
        (1, "a-1", "KOPI"),
        (2, "A-9", "KOPI"),
        (3, "A-1", "X"),
        (4, "", "KOPI"),
        (5, "A;1", "KOPI"),
        (6, "A-1", " KOPI "),
        (7, "A-2", "899777"),
        (8, "A-2", ""),
    )
    report = shop.do(c.BindLocations(W1, pairs))
    assert (report.bound, report.unchanged) == (2, 1)
    assert [(line, code) for line, code, _ in report.problems] == [
        (2, "location_not_found"),
        (3, "product_not_found"),
        (4, "missing_value"),
        (5, "location_code_invalid"),
        (8, "missing_value"),
    ]
    assert shop.do(c.BindLocations(W1, ((1, "A-1", "KOPI"),))) == BindReport(0, 1)
    bound = shop.write(lambda uow: uow.locations.bindings(W1))
    assert {(b.code, b.sku) for b in bound} == {("A-1", "KOPI"), ("A-2", "GULA")}
    assert shop.do(c.UnbindLocation(W1, "a-1", "KOPI"))
    assert not shop.do(c.UnbindLocation(W1, "a-1", "KOPI"))
    assert LocationsChanged(W1) in shop.events(LocationsChanged)


def test_locations_know_their_warehouse(shop: Shop) -> None:
    shop.connect()
    assert refused(shop, c.CreateLocations("X", ("A",))).code == "warehouse_not_found"
    error = refused(shop, c.CreateLocations(W1, ("A", "?")))
    assert (error.code, error.subject) == ("location_code_invalid", "?")
    assert shop.write(lambda uow: uow.locations.existing(W1, ["A"])) == set()


# --- inbound


def test_inbound_lists(shop: Shop) -> None:
    shop.open("KOPI", "TEH")
    number = shop.do(c.CreateInbound(W1, (("KOPI", 3), ("TEH", 1), ("KOPI", 2)), " catatan "))
    assert number == "IN-261123-090000"
    one = shop.write(lambda uow: uow.inbounds.get(number))
    assert [(x.sku, x.planned) for x in one.lines] == [("KOPI", 5), ("TEH", 1)]
    assert (one.note, one.push_state) == ("catatan", InboundPushState.DRAFT)
    assert shop.figures_of() == (0, 0, 0), "what is not sent is not on its way"
    assert shop.do(c.CreateInbound(W1, (("KOPI", 1),))) == "IN-261123-090001"
    shop.do(c.DeleteDraftInbound(number))
    assert shop.write(lambda uow: uow.inbounds.get(number)) is None
    assert refused(shop, c.DeleteDraftInbound(number)).code == "inbound_not_found"


def test_a_list_that_jd_has_stays(shop: Shop) -> None:
    shop.open()
    number = shop.do(c.CreateInbound(W1, (("KOPI", 3),)))
    one = shop.write(lambda uow: uow.inbounds.get(number))
    pushed = replace(one, push_state=InboundPushState.PUSHED, jd_no="EPL1")
    shop.write(lambda uow: uow.inbounds.save(pushed))
    error = refused(shop, c.DeleteDraftInbound(number))
    assert (error.code, error.data) == ("inbound_sent", {"jd_no": "EPL1"})


@pytest.mark.parametrize(
    ("house", "lines", "note", "code"),
    [
        ("OWN-01", (("KOPI", 1),), "", "warehouse_not_jd"),
        (W2, (("KOPI", 1),), "", "warehouse_inactive"),
        ("X", (("KOPI", 1),), "", "warehouse_not_found"),
        (W1, (), "", "inbound_empty"),
        (W1, (("KOPI", 0),), "", "quantity_invalid"),
        (W1, (("X", 1),), "", "product_not_found"),
        (W1, (("KOPI", 1),), "n" * 201, "note_too_long"),
    ],
)
def test_impossible_lists(
    shop: Shop, house: str, lines: tuple[tuple[str, int], ...], note: str, code: str
) -> None:
    shop.connect(W1, W2)
    shop.open()
    shop.do(c.AddOwnWarehouse("Rumah"))
    shop.do(c.SetWarehouseActive(W2, False))
    assert refused(shop, c.CreateInbound(house, lines, note)).code == code


# --- own stock, settings, alerts


def test_own_stock_is_set_by_adjustments(shop: Shop) -> None:
    own = shop.do(c.AddOwnWarehouse("Rumah"))
    shop.do(c.SaveProducts((KOPI,)))
    assert shop.do(c.SetOwnStock(own, {"KOPI": 10})) == 1
    assert shop.do(c.SetOwnStock(own, {"KOPI": 10})) == 0
    assert shop.do(c.SetOwnStock(own, {"KOPI": 4})) == 1
    assert shop.figures_of(house=own) == (4, 0, 0)
    assert [(kind, units) for kind, _, units in shop.peek.ledger("KOPI")] == [
        ("adjustment", 10),
        ("adjustment", -6),
    ]


def test_own_stock_has_rules(shop: Shop) -> None:
    shop.open()
    own = shop.do(c.AddOwnWarehouse("Rumah"))
    assert refused(shop, c.SetOwnStock(W1, {"KOPI": 1})).code == "warehouse_not_own"
    assert refused(shop, c.SetOwnStock(own, {"X": 1})).code == "product_not_found"
    assert refused(shop, c.SetOwnStock(own, {"KOPI": -1})).code == "quantity_invalid"
    error = refused(shop, c.SetOwnStock(own, {"KOPI": 1}))
    assert (error.code, error.data) == ("sku_in_other_warehouse", {"warehouses": W1})


def test_settings_decide_anew_where_they_matter(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(status=PAID, number="", courier="SPX_INSTANT"))
    assert shop.state() == "queued"
    shop.do(c.ChangeSettings({"instant_push": False}))
    assert shop.reasons() == ["awaiting_tracking_number"]
    shop.do(c.ChangeSettings({"instant_push": True, "instant_couriers": ["JNE"]}))
    assert shop.state() == "held"
    shop.do(c.ChangeSettings({"theme": "dark"}))
    assert len(shop.events(SettingsChanged)) == 3
    assert shop.write(lambda uow: uow.settings.get("theme")) == "dark"


def test_alerts_are_put_away(shop: Shop) -> None:
    shop.open()
    shop.news(10014, number="NONE")
    assert shop.peek.alerts() == [("unknown_document", "NONE")]
    shop.do(c.DismissAlert(shop.peek.alert_id("NONE")))
    assert shop.peek.alerts() == []
