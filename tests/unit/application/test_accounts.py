"""Accounts, stores and users come and go: paused, put away, brought back (R8, R10-R12, R18).

Run on the real database as well: see tests/integration/db/test_use_cases.py.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.handlers.account_state import mark_and_decide
from jdfulfil_desktop.application.handlers.pushing import claim
from jdfulfil_desktop.domain import account_commands as a
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain import house_commands as h
from jdfulfil_desktop.domain.connection import Connection, ConnectionState
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.domain.outbound import PushState
from jdfulfil_desktop.domain.users import LOCKED_LONGEST, TRIES, Role
from tests.helpers.shop import PIN, TOKO, W1, Shop, snapshot


def refused(shop: Shop, command: c.Command) -> RuleError:
    with pytest.raises(RuleError) as met:
        shop.do(command)
    return met.value


def account(shop: Shop) -> Connection:
    found: Connection = shop.write(lambda uow: uow.connections.by_pin(PIN))
    return found


def claimed(shop: Shop) -> int:
    number = account(shop).id or 0
    found = shop.write(lambda uow: claim(number, 9, {"SHOPEE-1"}, uow, shop.env))
    return len(found.requests)


def marked(shop: Shop, state: ConnectionState) -> None:
    number = account(shop).id or 0
    shop.write(lambda uow: mark_and_decide(number, state, "x", uow, shop.env))


def changes(shop: Shop, record: str) -> list[str]:
    return shop.peek.notes(record)


def test_r10_a_mark_says_at_every_order_why_it_waits_and_takes_it_back(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1"))
    marked(shop, ConnectionState.REAUTHORIZE)
    assert (shop.state(), shop.reasons()) == ("queued", ["needs_authorization"])
    assert not shop.decision().push
    assert shop.figures_of() == (0, 1, 0)
    marked(shop, ConnectionState.OK)
    assert (shop.state(), shop.reasons(), shop.decision().push) == ("queued", [], True)


def test_r10_a_pause_for_quota_changes_no_verdict(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1"))
    marked(shop, ConnectionState.PAUSED)
    assert shop.decision().push


def test_r10_a_paused_account_sends_nothing_and_keeps_its_queue(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1"))
    shop.do(a.PauseAccount(PIN))
    assert (claimed(shop), shop.state(), shop.decision().push) == (0, "queued", True)
    shop.do(a.PauseAccount(PIN, paused=False))
    assert not account(shop).on_hold
    assert account(shop).works
    assert changes(shop, f"account:{PIN}") == ["changed", "changed"]


def test_r11_an_account_with_open_documents_is_not_removed(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1"))
    busy = refused(shop, a.RemoveAccount(PIN))
    assert (busy.code, busy.data) == ("account_busy", {"outbounds": 1, "inbounds": 0, "where": W1})
    assert not account(shop).archived


def test_a_removed_account_comes_back_with_the_warehouses_it_had(shop: Shop) -> None:
    shop.open()
    shop.do(a.RemoveAccount(PIN))
    assert shop.write(lambda uow: uow.connections.all()) == []
    assert not shop.write(lambda uow: uow.warehouses.get(W1)).active
    shop.import_(snapshot("1"))
    assert shop.reasons() == ["store_not_bound"]
    assert refused(shop, c.SetWarehouseActive(W1, active=True)).code == "account_removed"
    assert refused(shop, a.RemoveAccount(PIN)).code == "pin_not_connected"
    shop.do(a.RestoreAccount(PIN))
    assert account(shop).state is ConnectionState.REAUTHORIZE
    assert shop.write(lambda uow: uow.warehouses.get(W1)).active
    assert shop.reasons() == ["needs_authorization"]
    assert refused(shop, a.RestoreAccount(PIN)).code == "pin_not_removed"


def test_r8_a_department_that_another_account_has_by_now_keeps_the_old_one_away(shop: Shop) -> None:
    shop.open()
    shop.do(a.RemoveAccount(PIN))
    other = replace(account(shop), id=None, pin="pin-2", archived=False)
    shop.write(lambda uow: uow.connections.save(other))
    taken = refused(shop, a.RestoreAccount(PIN))
    assert (taken.code, taken.data) == ("department_taken", {"owner": "pin-2"})


def test_r12_a_store_is_put_away_with_its_bindings_once_nothing_waits(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1"))
    busy = refused(shop, a.ArchiveStore(TOKO))
    assert (busy.code, busy.data) == ("store_busy", {"orders": 1})
    shop.import_(snapshot("1", status=OrderStatus.CANCELLED))
    shop.do(a.ArchiveStore(TOKO))
    assert shop.write(lambda uow: uow.stores.all()) == []
    assert refused(shop, c.AddStore(TOKO, Channel.SHOPEE)).code == "store_archived"
    assert refused(shop, c.BindStore(TOKO, W1)).code == "store_archived"
    begin = c.BeginImport("a.xlsx", Channel.SHOPEE, TOKO, shop.clock.now())
    assert refused(shop, begin).code == "store_archived"
    shop.do(a.ArchiveStore(TOKO, archived=False))
    assert [b.warehouse_no for b in shop.write(lambda uow: uow.stores.bindings(TOKO))] == [W1]
    assert changes(shop, f"store:{TOKO}")[-2:] == ["changed", "changed"]


def staff(shop: Shop) -> None:
    shop.do(h.AddUser("Ani", "1111", Role.OWNER))
    shop.do(h.AddUser("Budi", "2222", Role.CLERK))


def test_r18_five_wrong_pins_lock_a_name_for_longer_and_longer(shop: Shop) -> None:
    staff(shop)
    wrong = h.SwitchUser("Budi", "9999")
    assert [refused(shop, wrong).data["left"] for _ in range(TRIES - 1)] == [4, 3, 2, 1]
    assert (refused(shop, wrong).code, refused(shop, wrong).data) == (
        "user_locked",
        {"minutes": 1},
    )
    right = h.SwitchUser("Budi", "2222")
    assert refused(shop, right).code == "user_locked"
    shop.clock.advance(seconds=61)
    assert refused(shop, wrong).data == {"minutes": 2}
    shop.clock.advance(seconds=121)
    assert shop.do(right).name == "Budi"
    assert refused(shop, wrong).data == {"left": TRIES - 1}
    assert shop.peek.notes("user:Budi") == ["made", "locked", "locked"]


def test_r18_a_lock_ends_by_itself_and_by_a_new_pin(shop: Shop) -> None:
    staff(shop)
    for _ in range(TRIES + 20):
        refused(shop, h.SwitchUser("Budi", "9999"))
    shop.clock.advance(days=-1)
    assert refused(shop, h.SwitchUser("Budi", "9999")).code == "user_locked"
    shop.clock.advance(seconds=LOCKED_LONGEST.total_seconds() + 1)
    assert shop.do(h.SwitchUser("Budi", "2222")).name == "Budi"
    shop.do(h.SwitchUser("Ani", "1111"))
    for _ in range(TRIES):
        refused(shop, h.SwitchUser("Budi", "9999"))
    shop.do(h.ChangeUser("Budi", Role.CLERK, pin="3333"))
    assert shop.do(h.SwitchUser("Budi", "3333")).name == "Budi"


def test_r18_a_removed_user_comes_back_with_rights_and_pin(shop: Shop) -> None:
    staff(shop)
    shop.do(h.RemoveUser("Budi"))
    assert refused(shop, h.SwitchUser("Budi", "2222")).code == "user_not_found"
    assert refused(shop, h.AddUser("budi", "4444")).code == "user_removed"
    shop.do(a.RestoreUser("budi"))
    assert shop.do(h.SwitchUser("Budi", "2222")).role is Role.CLERK
    assert refused(shop, a.RestoreUser("Ani")).code == "no_right"


def test_r18_the_first_to_come_back_is_an_owner(shop: Shop) -> None:
    staff(shop)
    shop.do(h.RemoveUser("Budi"))
    shop.do(h.RemoveUser("Ani"))
    assert refused(shop, a.RestoreUser("Budi")).code == "first_user_owner"
    assert refused(shop, a.RestoreUser("Dewi")).code == "user_not_found"
    assert shop.do(a.RestoreUser("Ani")).role is Role.OWNER


def test_sent_orders_stay_at_jd_whatever_the_account_is(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1"))
    shop.pushed()
    marked(shop, ConnectionState.WRONG)
    assert shop.outbound().push_state is PushState.PUSHED
    assert shop.reasons() == []
