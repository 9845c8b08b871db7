"""R18: rights are asked for in one place, and a lone merchant never meets them.

Run on the real database as well: see tests/integration/db/test_use_cases.py.
"""

from __future__ import annotations

import pytest

from jdfulfil_desktop.application.bus import Bus
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain import house_commands as h
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import UsersChanged
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.domain.users import Right, Role
from tests.helpers.shop import Shop

TEA = c.SaveProducts((Product(Sku("TEH"), "Teh"),))


def refused(shop: Shop, command: c.Command) -> RuleError:
    with pytest.raises(RuleError) as met:
        shop.do(command)
    return met.value


def staff(shop: Shop) -> None:
    """Make an owner, who is signed in then, a clerk, and somebody with rights of their own."""
    shop.do(h.AddUser("Ani", "1111", Role.OWNER))
    shop.do(h.AddUser("Budi", "2222", Role.CLERK))
    shop.do(h.AddUser("Citra", "3333", Role.CUSTOM, (Right.PRODUCTS,)))


def test_alone_everything_is_allowed(shop: Shop) -> None:
    assert shop.do(TEA).new == 1
    assert shop.bus.env.user == ""


def test_the_first_user_is_an_owner_and_signed_in(shop: Shop) -> None:
    assert refused(shop, h.AddUser("Budi", "2222", Role.CLERK)).code == "first_user_owner"
    staff(shop)
    assert (shop.bus.env.user, shop.bus.env.actor) == ("Ani", "Ani")
    assert shop.events(UsersChanged)


def test_without_the_right_nothing_is_done_and_it_is_said_who_may(shop: Shop) -> None:
    staff(shop)
    shop.do(h.SwitchUser("budi", "2222"))
    refusal = refused(shop, TEA)
    assert (refusal.code, refusal.subject) == ("no_right", "Budi")
    assert refusal.data == {"right": "products", "who": "Ani, Citra"}
    assert shop.write(lambda uow: uow.products.get_many()) == {}
    assert refused(shop, h.RemoveUser("Ani")).data["who"] == "Ani"


def test_rights_of_their_own(shop: Shop) -> None:
    staff(shop)
    shop.do(h.SwitchUser("Citra", "3333"))
    assert shop.do(TEA).new == 1
    assert refused(shop, c.AddOwnWarehouse("A")).code == "no_right"


def test_a_wrong_pin_changes_nobody(shop: Shop) -> None:
    staff(shop)
    assert refused(shop, h.SwitchUser("Budi", "9999")).code == "user_pin_wrong"
    assert refused(shop, h.SwitchUser("Dewi", "9999")).code == "user_not_found"
    assert shop.bus.env.user == "Ani"


def test_another_program_has_to_sign_in(shop: Shop) -> None:
    staff(shop)
    shop.bus.become("")
    assert refused(shop, TEA).code == "not_signed_in"
    shop.do(h.SwitchUser("Ani", "1111"))
    assert shop.do(TEA).new == 1


def test_what_the_program_does_by_itself_needs_nobody(shop: Shop) -> None:
    staff(shop)
    shop.bus.become("")
    assert shop.bus.submit(TEA, by_itself=True).result().new == 1


def test_the_ledger_and_timelines_say_who(shop: Shop) -> None:
    staff(shop)
    house = shop.do(c.AddOwnWarehouse("Rumah"))
    shop.do(TEA)
    shop.do(h.SwitchUser("Budi", "2222"))
    shop.do(c.SetOwnStock(house, {"TEH": 4}))
    rows = shop.write(lambda uow: uow.ledger.rows([house]))
    assert rows[house, "TEH"].on_hand == 4
    assert shop.bus.env.actor == "Budi"


def test_somebody_owns_the_place_until_the_last_leaves(shop: Shop) -> None:
    staff(shop)
    assert refused(shop, h.RemoveUser("Ani")).code == "last_owner"
    assert refused(shop, h.ChangeUser("Ani", Role.CLERK)).code == "last_owner"
    shop.do(h.RemoveUser("Budi"))
    shop.do(h.RemoveUser("Citra"))
    shop.do(h.RemoveUser("Ani"))
    assert shop.bus.env.user == ""
    assert shop.do(TEA).new == 1


def test_changing_a_user(shop: Shop) -> None:
    staff(shop)
    shop.do(h.ChangeUser("Budi", Role.CUSTOM, (Right.PRODUCTS,), "4444"))
    assert refused(shop, h.SwitchUser("Budi", "2222")).code == "user_pin_wrong"
    shop.do(h.SwitchUser("Budi", "4444"))
    assert shop.do(TEA).new == 1
    assert shop.peek.notes("user:Budi") == ["made", "changed", "changed", "new_pin"]


@pytest.mark.parametrize(
    ("name", "pin", "code"),
    [
        ("", "1234", "name_missing"),
        ("ANI", "1234", "user_exists"),
        ("Eka", "1", "user_pin_invalid"),
    ],
)
def test_users_that_cannot_be(shop: Shop, name: str, pin: str, code: str) -> None:
    staff(shop)
    assert refused(shop, h.AddUser(name, pin)).code == code


def test_secrets_stay_out_of_what_is_printed() -> None:
    printed = repr(h.AddUser("Ani", "1111")) + repr(h.SwitchUser("Ani", "1111"))
    assert "1111" not in printed + repr(h.ChangeUser("Ani", Role.OWNER, pin="1111"))


def test_work_that_is_no_command_asks_too(shop: Shop) -> None:
    bus: Bus = shop.bus
    assert bus.require(Right.CONNECTIONS).result() is None
    staff(shop)
    shop.do(h.SwitchUser("Budi", "2222"))
    assert isinstance(bus.require(Right.CONNECTIONS).exception(), RuleError)
