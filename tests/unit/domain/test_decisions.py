"""Reasons that lie over an order whatever its row, and the warehouse it resolves to."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.domain.channels import (
    BoundWarehouse,
    Decision,
    Facts,
    PlacedSku,
    RuleSettings,
    decide,
    demand,
)
from jdfulfil_desktop.domain.holds import BY_CODE, KINDS, Mend, in_order, reason
from jdfulfil_desktop.domain.order import Channel, Consignee, OrderStatus
from tests.unit.domain.orders import (
    KOPI,
    LINKS,
    TEH,
    W1,
    W2,
    facts,
    house,
    line,
    order,
)

PAID = OrderStatus.PAID
SHIPPING = OrderStatus.SHIPPING


def codes(verdict: Decision) -> list[str]:
    return [held.code for held in verdict.reasons]


def test_reasons_are_empty_when_it_may_go() -> None:
    verdict = decide(order(), facts())
    assert verdict.push
    assert verdict.reasons == ()
    assert verdict.warehouse_no == W1
    assert verdict.items == {KOPI: 1}


@pytest.mark.parametrize(
    "courier", ["GRAB_SAMEDAY", "GOSEND_SAMEDAY", "GRAB_INSTANT", "POS_REGULER"]
)
def test_listed_couriers_go_at_once(courier: str) -> None:
    assert decide(order(status=PAID, number="", courier=courier), facts()).push


def test_the_courier_list_is_a_setting() -> None:
    rules = RuleSettings(instant_couriers=("J&T Express",))
    listed = order(status=PAID, number="", courier="J&T Express")
    unlisted = order(status=PAID, number="", courier="SPX_INSTANT")
    assert decide(listed, facts(settings=rules)).push
    assert codes(decide(unlisted, facts(settings=rules))) == ["awaiting_tracking_number"]


def test_pushing_at_once_can_be_switched_off() -> None:
    rules = RuleSettings(instant_push=False)
    verdict = decide(order(status=PAID, number="", courier="SPX_INSTANT"), facts(settings=rules))
    assert codes(verdict) == ["awaiting_tracking_number"]


def test_a_typed_number_is_a_number() -> None:
    one = order(Channel.BLIBLI, PAID, number="", accepted=True, typed="RESI9")
    assert one.tracking_no == "RESI9"
    assert decide(one, facts()).push
    assert order(number="FILE1", typed="RESI9").tracking_no == "FILE1"


def test_foreign_address() -> None:
    [held] = decide(order(country="MY"), facts()).reasons
    assert (held.code, held.rule, held.subjects) == ("foreign_address", "R15", ("MY",))


def test_request_for_cancellation_lies_over_the_order() -> None:
    verdict = decide(order(cancel_requested=True), facts())
    assert (verdict.rule, verdict.create) == ("R37", True)
    assert codes(verdict) == ["cancel_requested"]


def test_held_by_the_user() -> None:
    assert codes(decide(order(on_hold=True), facts())) == ["on_hold_by_user"]


@pytest.mark.parametrize("missing", ["name", "phone", "address"])
def test_consignee_counts_only_without_substitutes(missing: str) -> None:
    whole = {"name": "A", "phone": "1", "address": "B"}
    one = order(consignee=Consignee(**{**whole, missing: ""}))
    strict = facts(settings=RuleSettings(substitutes=False))
    assert codes(decide(one, strict)) == ["consignee_incomplete"]
    assert decide(one, facts()).push
    assert decide(order(consignee=Consignee(**whole)), strict).push


def test_quick_limit_and_refusal() -> None:
    limited = decide(order(), facts(limit_reached=True))
    refused = decide(order(), facts(rejected="no such goods"))
    assert codes(limited) == ["quick_limit"]
    assert [(r.code, r.subjects) for r in refused.reasons] == [
        ("gateway_rejected", ("no such goods",))
    ]


def test_sku_not_linked_keeps_it_without_a_warehouse() -> None:
    verdict = decide(order(lines=(line("X"), line("A"), line("KOPI-250"))), facts())
    [held] = verdict.reasons
    assert (held.code, held.rule, held.subjects) == ("sku_not_linked", "R34", ("A", "X"))
    assert (verdict.create, verdict.warehouse_no) == (True, None)
    assert verdict.items == {KOPI: 1}


def test_an_order_without_lines_never_goes() -> None:
    assert codes(decide(order(lines=()), facts())) == ["sku_not_linked"]


def test_store_not_bound_and_sku_not_linked_are_both_listed() -> None:
    verdict = decide(order(lines=(line("X"),)), Facts(LINKS, ()))
    assert codes(verdict) == ["store_not_bound", "sku_not_linked"]
    assert verdict.create


def test_all_that_hold_are_listed_first_to_mend_first() -> None:
    one = order(Channel.LAZADA, PAID, "", (line("X"),), on_hold=True, country="SG")
    assert codes(decide(one, facts())) == [
        "foreign_address",
        "on_hold_by_user",
        "sku_not_linked",
        "awaiting_acceptance",
        "awaiting_tracking_number",
    ]


def test_sku_in_no_bound_warehouse() -> None:
    two = (line("KOPI-250"), line("TEH-M"))
    verdict = decide(order(lines=two), facts(house(W1, (KOPI,)), house(W2, (KOPI,))))
    [held] = verdict.reasons
    assert (held.code, held.subjects) == ("sku_not_in_warehouse", (TEH,))
    assert verdict.warehouse_no is None


def test_different_warehouses() -> None:
    two = (line("KOPI-250"), line("TEH-M"))
    verdict = decide(order(lines=two), facts(house(W1, (KOPI,)), house(W2, (TEH,))))
    [held] = verdict.reasons
    assert (held.code, held.rule, held.subjects) == ("mixed_warehouses", "R14", (KOPI, TEH))
    assert held.mend is Mend.SPLIT


def test_the_first_warehouse_with_every_line_wins() -> None:
    two = (line("KOPI-250"), line("TEH-M"))
    bound = (house(W1, (KOPI,)), house(W2, (KOPI, TEH)), house(W1, (KOPI, TEH)))
    assert decide(order(lines=two), facts(*bound)).warehouse_no == W2


def test_own_warehouse_is_never_pushed() -> None:
    verdict = decide(order(), facts(house(own=True, authorized=False)))
    assert (codes(verdict), verdict.warehouse_no) == (["own_warehouse"], W1)


def test_r10_an_order_of_an_account_without_authorization_says_so() -> None:
    assert codes(decide(order(), facts(house(authorized=False)))) == ["needs_authorization"]


def test_product_not_pushed_and_shelf_life() -> None:
    bad = house(pushed=False, shelf_life_open=True)
    assert codes(decide(order(), facts(bad))) == ["shelf_life_unconfirmed", "product_not_pushed"]
    assert codes(decide(order(), facts(house(pushed=False)))) == ["product_not_pushed"]


def test_too_little_stock_holds_only_where_switched_on() -> None:
    strict = RuleSettings(hold_insufficient_stock=True)
    one = order(lines=(line(quantity=3),))
    assert decide(one, facts(house(available=2))).push
    short = decide(one, facts(house(available=2), settings=strict))
    assert [(r.code, r.subjects) for r in short.reasons] == [("insufficient_stock", (KOPI,))]
    assert decide(one, facts(house(available=3), settings=strict)).push
    own = facts(house(available=0), settings=strict, reserved={KOPI: 3})
    assert decide(one, own).push


def test_what_was_sent_stays_pushed_whatever_a_later_file_says() -> None:
    for status in (SHIPPING, OrderStatus.CANCELLED, OrderStatus.DELIVERED):
        one = order(status=status, on_hold=True, cancel_requested=True, country="MY")
        verdict = decide(one, facts(sent=True, existed=True))
        assert (verdict.create, verdict.push, verdict.reasons) == (True, True, ())


def test_a_closed_order_keeps_the_outbound_order_it_had() -> None:
    for status, rule in ((OrderStatus.CANCELLED, "R44"), (OrderStatus.RETURNED, "R41")):
        verdict = decide(order(status=status, lines=(line("X"),)), facts(existed=True))
        assert (verdict.rule, verdict.create, codes(verdict)) == (rule, True, ["order_closed"])


def test_unknown_and_unsupported_never_have_one() -> None:
    unknown = decide(order(status=OrderStatus.UNKNOWN), facts(existed=True))
    shopify = decide(order(Channel.SHOPIFY), facts(existed=True, sent=True))
    assert (unknown.create, shopify.create, shopify.push) == (False, False, False)
    assert unknown.reasons[0].subjects == ("Unknown",)


def test_one_that_left_is_still_placed() -> None:
    verdict = decide(order(status=SHIPPING), facts(house(own=True)))
    assert codes(verdict) == ["already_shipping", "own_warehouse"]


def test_a_hand_made_split_says_the_units_itself() -> None:
    two = (line("KOPI-250"), line("UNLINKED"))
    verdict = decide(order(lines=two), facts(house(W1, (TEH,)), items={TEH: 1}))
    assert (verdict.push, verdict.items) == (True, {TEH: 1})


def test_bundles_ask_for_each_component() -> None:
    lines = (line("PAKET", 3), line("KOPI-250", 1), line("X"))
    assert demand(lines, LINKS) == {KOPI: 7, TEH: 3}


def test_kinds_cover_the_contract() -> None:
    contract = (
        "awaiting_tracking_number awaiting_acceptance pending_payment already_shipping "
        "order_closed channel_not_supported foreign_address sku_not_linked sku_not_in_warehouse "
        "store_not_bound mixed_warehouses quick_limit needs_authorization insufficient_stock "
        "unknown_status product_not_pushed gateway_rejected on_hold_by_user cancel_requested "
        "consignee_incomplete own_warehouse shelf_life_unconfirmed"
    )
    assert set(BY_CODE) == set(contract.split())
    assert len(KINDS) == len(BY_CODE)


def test_in_order_and_override() -> None:
    held = [reason("gateway_rejected"), reason("order_closed", rule="R44")]
    assert [(r.code, r.rule) for r in in_order(held)] == [
        ("order_closed", "R44"),
        ("gateway_rejected", "R46"),
    ]


def test_defaults_of_a_bound_warehouse() -> None:
    bare = BoundWarehouse(W1)
    assert (bare.own, bare.authorized, dict(bare.placed)) == (False, True, {})
    assert PlacedSku() == PlacedSku(True, False, 0)
