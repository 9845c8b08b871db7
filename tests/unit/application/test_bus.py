"""Every command has a handler; chunks go on by themselves; failures belong to who waits."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from concurrent.futures import Future
from typing import Any

import pytest

from jdfulfil_desktop import domain
from jdfulfil_desktop.application.bus import HANDLERS, RIGHTS, Bus, Env
from jdfulfil_desktop.application.handlers.deciding import CHUNK, PENDING
from jdfulfil_desktop.application.ports import Priority
from jdfulfil_desktop.domain import commands
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component, Product
from tests.helpers.fakes import FakeClock, ImmediateWriter
from tests.helpers.shop import Shop, snapshot


def test_every_command_has_one_handler() -> None:
    modules = [name for _, name, _ in pkgutil.iter_modules(domain.__path__) if "commands" in name]
    every = {
        kind
        for name in modules
        for module in (importlib.import_module(f"{domain.__name__}.{name}"),)
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, commands.Command) and kind is not commands.Command
    }
    assert set(HANDLERS) == every
    assert set(RIGHTS) == every
    assert len(set(HANDLERS.values())) == len(HANDLERS)


def test_results_and_refusals_come_out_of_the_future(shop: Shop) -> None:
    assert shop.bus.submit(commands.AddOwnWarehouse("A")).result() == "OWN-01"
    refusal = shop.bus.submit(commands.AddOwnWarehouse("")).exception()
    assert isinstance(refusal, RuleError)


def test_the_actor_goes_into_the_ledger() -> None:
    writer = ImmediateWriter()
    bus = Bus(writer, Env(FakeClock(), "ani"))
    bus.submit(commands.SaveProducts((Product(Sku("KOPI"), "Kopi"),))).result()
    bus.submit(commands.AddOwnWarehouse("A")).result()
    bus.submit(commands.SetOwnStock("OWN-01", {"KOPI": 1}), actor="budi").result()
    assert [entry.by for entry in writer.memory.tables.ledger.values()] == ["budi"]


def many(shop: Shop, count: int) -> None:
    shop.open("TEH")
    shop.stock_sku("KOPI")
    shop.import_(*(snapshot(str(n), number=f"N{n}") for n in range(count)))


def test_many_orders_are_decided_in_chunks_behind_people(shop: Shop) -> None:
    count = CHUNK + 100
    many(shop, count)
    assert shop.reasons("0") == ["sku_not_linked"]
    writer = shop.writer
    assert isinstance(writer, ImmediateWriter)
    writer.priorities.clear()
    shop.link("KOPI", "KOPI")
    assert writer.priorities == [Priority.PERSON, Priority.BULK]
    assert shop.figures_of() == (0, count, 0)
    assert shop.write(lambda uow: uow.settings.get(PENDING)) == {}


def test_chunks_go_on_after_a_restart(shop: Shop) -> None:
    many(shop, CHUNK + 1)
    held = HeldBack(shop.writer)
    parts = (Component(Sku("KOPI")),)
    Bus(held, shop.env).submit(commands.LinkSku(Channel.SHOPEE, "", "KOPI", parts))
    assert shop.figures_of() == (0, CHUNK, 0)
    assert shop.write(lambda uow: uow.settings.get(PENDING))
    for future in shop.bus.resume():
        future.result()
    assert shop.figures_of() == (0, CHUNK + 1, 0)
    assert shop.bus.resume() == []


class HeldBack:
    """A writer that does the first piece of work and then is gone."""

    def __init__(self, writer: Any) -> None:
        self._writer = writer
        self._done = False

    def submit(self, work: Any, priority: Priority = Priority.PERSON) -> Future[Any]:
        if self._done:
            return Future()
        self._done = True
        done: Future[Any] = self._writer.submit(work, priority)
        return done


def test_a_cancelled_wait_is_no_error(shop: Shop) -> None:
    later = Later()
    bus = Bus(later, shop.env)
    waiting = bus.submit(commands.AddOwnWarehouse("A"))
    assert waiting.cancel()
    later.future.set_result("OWN-01")
    assert waiting.cancelled()
    gone = bus.submit(commands.AddOwnWarehouse("A"))
    assert later.future.cancel()
    assert gone.cancelled()
    failing = bus.submit(commands.AddOwnWarehouse("A"))
    assert failing.cancel()
    later.future.set_exception(RuleError())
    assert failing.cancelled()
    assert bus.writer is later
    assert bus.env is shop.env


class Later:
    """A writer whose work never runs; the test settles its futures."""

    def __init__(self) -> None:
        self.future: Future[Any] = Future()

    def submit(self, work: Any, priority: Priority = Priority.PERSON) -> Future[Any]:
        self.future = Future()
        return self.future


@pytest.mark.parametrize("cause", ["store:Toko Contoh", "pin:merchant-one", "all", "sku:KOPI"])
def test_causes_find_what_they_can_change(shop: Shop, cause: str) -> None:
    shop.open()
    shop.import_(snapshot(number=""))
    assert shop.do(commands.RedecideOrders(cause)) == 0
    assert shop.do(commands.RedecideOrders("store:Lain")) == 0
