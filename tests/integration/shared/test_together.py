"""What several PCs on one PostgreSQL database see of each other."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.db.shared.turns import SharedTurns
from jdfulfil_desktop.adapters.db.store import Database, open_database
from jdfulfil_desktop.bootstrap import Application, Options, build
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import Conflict, EnvironmentProblem
from jdfulfil_desktop.domain.events import Event, OrdersChanged, ProductsChanged, WarehousesChanged
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Product
from tests.helpers.postgresql import Server
from tests.integration.db.making import FixedClock, Listener, an_order, put
from tests.integration.shared.pcs import query, wait_for

pytestmark = pytest.mark.postgresql
SOON_S = 2.0


class Heard:
    """Keep the events that reach a PC, and when."""

    def __init__(self) -> None:
        self.events: list[tuple[float, Event]] = []
        self._more = threading.Condition()

    def publish(self, events: Sequence[Event]) -> None:
        with self._more:
            self.events += [(time.monotonic(), event) for event in events]
            self._more.notify_all()

    def wait(self, event: Event, seconds: float = 20.0) -> float:
        """Wait for an event; gives when it came."""
        with self._more:
            assert self._more.wait_for(lambda: self._at(event) is not None, seconds), event
            found = self._at(event)
            assert found is not None
            return found

    def _at(self, event: Event) -> float | None:
        return next((at for at, known in self.events if known == event), None)


@pytest.fixture
def pcs(shared: str, tmp_path: Path) -> Iterator[list[Application]]:
    """Two PCs with the program open."""
    opened = [
        build(Options(data_dir=tmp_path / name, database=shared), actor=name)
        for name in ("Ani", "Budi")
    ]
    for pc in opened:
        assert pc.database.sharing.news.wait_connected(20)
    yield opened
    for pc in opened:
        pc.close()


def test_what_one_changes_the_other_is_told_within_two_seconds(pcs: list[Application]) -> None:
    heard = Heard()
    pcs[1].subscribe(heard)
    began = time.monotonic()
    pcs[0].bus.submit(c.AddStore("Toko", Channel.SHOPEE)).result(20)
    pcs[0].bus.submit(c.SaveProducts((Product(Sku("A"), "Kaos"),))).result(20)
    assert heard.wait(WarehousesChanged()) - began < SOON_S
    at = heard.wait(ProductsChanged(("A",)))
    assert at - began < SOON_S
    names = pcs[1].reader.submit(lambda q: [row.name for row in q.stores()]).result(20)
    assert names == ["Toko"]


def test_two_clerks_edit_one_record_and_nothing_is_silently_lost(pcs: list[Application]) -> None:
    ani, budi = pcs
    ani.bus.submit(c.SaveProducts((Product(Sku("A"), "Kaos"),))).result(20)

    def read(uow):
        return uow.products.get_many(["A"])["A"]

    seen = [pc.bus.writer.submit(read).result(20) for pc in pcs]
    ani.bus.submit(c.SaveProducts((replace(seen[0], name="Kaos Polos"),), (seen[0],))).result(20)
    with pytest.raises(Conflict) as met:
        budi.bus.submit(c.SaveProducts((replace(seen[1], weight_g=9),), (seen[1],))).result(20)
    assert met.value.subject == "A"
    last = budi.reader.submit(lambda q: q.notes("product:A")).result(20)[-1]
    assert (last.by, last.data["after"]) == ("Ani", "Kaos Polos")
    assert budi.bus.writer.submit(read).result(20) == replace(seen[0], name="Kaos Polos")


def test_more_numbers_than_a_notice_takes_mean_many(pcs: list[Application]) -> None:
    heard, own = Heard(), Heard()
    pcs[1].subscribe(heard)
    pcs[0].subscribe(own)
    many = OrdersChanged(tuple(f"SHOPEE-{n:012d}" for n in range(2_000)))
    pcs[0].bus.writer.submit(lambda uow: uow.emit(many)).result(20)
    heard.wait(OrdersChanged())
    assert [event for _, event in own.events] == [many]


def test_one_pc_at_a_time_has_an_accounts_turn(shared: str) -> None:
    clock = [100.0]
    mine, theirs = (SharedTurns(url_of(shared), lambda: clock[0]) for _ in range(2))
    assert mine.acquire("pin")
    assert mine.acquire("pin")
    assert mine.holds("pin")
    assert not theirs.acquire("pin")
    assert theirs.acquire("another")
    mine.release("pin")
    assert theirs.acquire("pin")
    assert not mine.holds("pin")
    mine.close()
    theirs.close()
    assert query(shared, "SELECT * FROM sync_turns") == []


def test_a_pc_that_is_cut_off_stops_trusting_before_another_begins(shared: str) -> None:
    cut_off, other = (SharedTurns(url_of(shared), lease_s=3.0) for _ in range(2))
    assert cut_off.acquire("pin")
    query(
        shared,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE application_name = 'jdfulfil turns' AND pid <> pg_backend_pid()",
    )
    # The lock is free at once; the lease keeps the account until the first PC must have noticed.
    while not other.acquire("pin"):
        assert query(shared, "SELECT 1 FROM sync_turns WHERE until > 0")
        threading.Event().wait(0.2)
    assert not cut_off.holds("pin")
    cut_off.close()
    other.close()


def test_an_import_of_another_pc_is_not_taken_for_a_leftover(shared: str) -> None:
    first, second = (open_database(shared, Listener(), FixedClock()) for _ in range(2))

    def begin(uow):
        at = FixedClock().now()
        return uow.batches.begin("f.xlsx", Channel.SHOPEE, "Toko", at, at, "me")

    batch = first.writer.submit(begin).result(20)
    assert second.writer.submit(lambda uow: uow.batches.incomplete()).result(20) == []
    first.close()
    left = wait_for(lambda: second.writer.submit(lambda uow: uow.batches.incomplete()).result(20))
    assert left == [batch]
    second.close()


def test_writers_of_two_pcs_take_turns(shared: str) -> None:
    opened = [open_database(shared, Listener(), FixedClock()) for _ in range(2)]

    def add(uow, n):
        put(uow, [an_order(n)])
        uow.settings.put("sum", int(str(uow.settings.get("sum", 0))) + 1)

    def write(database: Database, first: int) -> None:
        for n in range(15):
            database.writer.submit(lambda uow, n=n: add(uow, first + n)).result(60)

    threads = [
        threading.Thread(target=write, args=(database, 1000 * place), name=f"pc-{place}")
        for place, database in enumerate(opened, 1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    ids = opened[0].writer.submit(lambda uow: uow.orders.open_ids("all", 0, 99)).result(20)
    assert ids == list(range(1, 31))
    assert opened[1].writer.submit(lambda uow: uow.settings.get("sum")).result(20) == 30
    for database in opened:
        database.close()


def test_the_server_goes_away_and_comes_back(own_server: Server, tmp_path: Path) -> None:
    heard = Heard()
    pc = build(Options(data_dir=tmp_path, database=own_server.make()), actor="Ani")
    pc.subscribe(heard)
    assert pc.database.sharing.news.wait_connected(20)
    pc.bus.submit(c.AddStore("Toko", Channel.SHOPEE)).result(20)
    own_server.stop()
    for ask in (
        lambda: pc.bus.submit(c.AddStore("Kedua", Channel.SHOPEE)).result(30),
        lambda: pc.reader.submit(lambda q: q.stores()).result(30),
    ):
        with pytest.raises(EnvironmentProblem) as met:
            ask()
        assert met.value.code == "database_unreachable"
        said = pc.texts.error(met.value)
        assert "rahasia" not in f"{said} {met.value!r} {met.value.__cause__!r}"
        assert str(own_server.port) in said.message
    heard.events.clear()
    own_server.restart()
    heard.wait(OrdersChanged())
    pc.bus.submit(c.AddStore("Kedua", Channel.SHOPEE)).result(30)
    names = pc.reader.submit(lambda q: [row.name for row in q.stores()]).result(30)
    assert names == ["Kedua", "Toko"]
    pc.close()


def url_of(place: str):
    from jdfulfil_desktop.adapters.db.engine import url_of as read

    return read(place)
