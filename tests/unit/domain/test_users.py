"""R18: who may do what, and PINs that are kept as hashes."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.users import (
    GRANTABLE,
    Right,
    Role,
    User,
    check_pin,
    hash_pin,
    refusal,
    who_may,
)

OWNER = User("Ani", Role.OWNER)
CLERK = User("Budi", Role.CLERK)
PACKER = User("Citra", Role.CUSTOM, frozenset({Right.PRODUCTS, Right.USERS}))


def test_owners_may_do_everything_and_users_are_theirs_alone() -> None:
    assert OWNER.rights == frozenset(Right)
    assert [user.name for user in (OWNER, CLERK, PACKER) if user.may(Right.USERS)] == ["Ani"]
    assert Right.USERS not in GRANTABLE


def test_clerks_work_with_orders_and_stock_but_not_with_masters() -> None:
    assert CLERK.may(Right.ORDERS)
    assert CLERK.may(Right.STOCK)
    assert not CLERK.may(Right.PRODUCTS)
    assert not CLERK.may(Right.WAREHOUSES)


def test_who_may_names_owners_first() -> None:
    assert who_may([PACKER, User("Zul", Role.OWNER)], Right.PRODUCTS) == ("Zul", "Citra")


def test_without_users_nobody_is_refused() -> None:
    assert refusal([], "", Right.CONNECTIONS) is None


@pytest.mark.parametrize(
    ("name", "code"), [("Budi", "no_right"), ("budi", "no_right"), ("", "not_signed_in")]
)
def test_a_refusal_says_who_may(name: str, code: str) -> None:
    found = refusal([OWNER, CLERK, PACKER], name, Right.PRODUCTS)
    assert isinstance(found, RuleError)
    assert (found.code, found.data["who"]) == (code, "Ani, Citra")


def test_a_pin_is_known_by_its_hash_alone() -> None:
    user = User("Ani", Role.OWNER, pin_hash=hash_pin("2468", b"salt"))
    assert user.has_pin("2468")
    assert user.has_pin(" 2468 ")
    assert not user.has_pin("2469")
    assert "2468" not in user.pin_hash
    assert "pin_hash" not in repr(user)
    assert hash_pin("2468", b"other") != user.pin_hash


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "１２３４"])
def test_pins_are_a_few_digits(pin: str) -> None:
    with pytest.raises(RuleError) as met:
        check_pin(pin)
    assert met.value.code == "user_pin_invalid"
