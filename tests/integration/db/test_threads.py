from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future
from contextlib import closing
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.db.problems import translate
from jdfulfil_desktop.adapters.db.store import open_database
from jdfulfil_desktop.application.ports import Priority, UnitOfWork
from jdfulfil_desktop.application.queries import Filter
from jdfulfil_desktop.domain.errors import ActionCancelled, EnvironmentProblem, RuleError
from jdfulfil_desktop.domain.events import Event, OrdersChanged, PushQueued
from tests.integration.db.making import Desk, FixedClock, Listener, an_order, put


class Gate:
    """Hold the writer in a piece of work until it is opened."""

    def __init__(self) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()

    def __call__(self, uow: UnitOfWork) -> None:
        self.reached.set()
        assert self.opened.wait(30)


def test_work_is_done_by_priority_then_by_age(desk: Desk) -> None:
    gate, done = Gate(), []
    first = desk.database.writer.submit(gate)
    assert gate.reached.wait(30)
    pieces = [
        ("import", Priority.BULK),
        ("click", Priority.PERSON),
        ("answer", Priority.ANSWER),
        ("second click", Priority.PERSON),
    ]
    futures = [
        desk.database.writer.submit(lambda uow, n=name: done.append(n), priority)
        for name, priority in pieces
    ]
    assert desk.database.writer.waiting == 4
    gate.opened.set()
    for future in [first, *futures]:
        future.result(30)
    assert done == ["answer", "click", "second click", "import"]


def test_one_named_thread_writes_and_others_read(desk: Desk) -> None:
    writers = {desk.write(lambda uow: threading.current_thread().name) for _ in range(5)}
    assert writers == {"db-writer"}
    assert desk.read(lambda q: threading.current_thread().name).startswith("db-reader")


def test_events_are_published_after_the_commit_and_before_the_answer(path: Path) -> None:
    seen: list[tuple[str, int]] = []

    class Looking(Listener):
        def publish(self, events: Sequence[Event]) -> None:
            with closing(sqlite3.connect(path)) as other:
                (count,) = other.execute("SELECT count(*) FROM settings").fetchone()
            seen.append((threading.current_thread().name, count))
            super().publish(events)

    listener = Looking()
    database = open_database(path, listener, FixedClock())

    def work(uow: UnitOfWork) -> None:
        uow.settings.put("a", 1)
        uow.emit(PushQueued(), OrdersChanged(("N",)))
        uow.emit(PushQueued())

    database.writer.submit(work).result(30)
    assert seen == [("db-writer", 1)]
    assert listener.events == [PushQueued(), OrdersChanged(("N",))]
    database.close()


def test_an_error_rolls_back_and_comes_out_of_the_future(desk: Desk) -> None:
    def work(uow: UnitOfWork) -> None:
        put(uow, [an_order(1)])
        uow.emit(PushQueued())
        raise RuleError("no")

    with pytest.raises(RuleError, match="no"):
        desk.write(work)
    assert desk.read(lambda q: q.outbound_count(Filter())) == 0
    assert desk.read(lambda q: q.search("2411")) == []
    assert desk.listener.events == []
    assert len(desk.write(lambda uow: put(uow, [an_order(1)]))[0]) == 1


@pytest.mark.expects_log
def test_a_deaf_listener_does_not_stop_the_writer(path: Path) -> None:
    class Deaf(Listener):
        def publish(self, events: Sequence[Event]) -> None:
            raise ValueError("deaf")

    database = open_database(path, Deaf(), FixedClock())
    assert database.writer.submit(lambda uow: uow.emit(PushQueued())).result(30) is None
    assert database.writer.submit(lambda uow: 5).result(30) == 5
    database.close()


def test_cancelled_work_is_not_done(desk: Desk) -> None:
    gate = Gate()
    desk.database.writer.submit(gate)
    assert gate.reached.wait(30)
    future = desk.database.writer.submit(lambda uow: uow.settings.put("never", 1))
    assert future.cancel()
    gate.opened.set()
    with pytest.raises(CancelledError):
        future.result(30)
    assert desk.write(lambda uow: uow.settings.get("never")) is None


def closing_with_work(path: Path, *, drain: bool) -> list[Future[int]]:
    database = open_database(path, Listener(), FixedClock())
    gate = Gate()
    running = database.writer.submit(gate)
    assert gate.reached.wait(30)
    waiting = [database.writer.submit(lambda uow: 7, Priority.BULK) for _ in range(3)]
    closer = threading.Thread(target=lambda: database.close(drain=drain), name="closer")
    closer.start()
    refused = Future[int]()
    while not refused.done():
        refused = database.writer.submit(lambda uow: 1)
        if not refused.done():
            waiting.append(refused)
    gate.opened.set()
    closer.join(30)
    assert not closer.is_alive()
    assert running.result(0) is None
    assert isinstance(refused.exception(0), EnvironmentProblem)
    return waiting


def test_closing_finishes_what_waits(path: Path) -> None:
    assert {future.result(30) for future in closing_with_work(path, drain=True)} <= {7, 1}


def test_closing_at_once_drops_what_waits(path: Path) -> None:
    dropped = closing_with_work(path, drain=False)
    assert all(isinstance(future.exception(30), ActionCancelled) for future in dropped)


def test_closing_tells_when_it_took_too_long(path: Path) -> None:
    database = open_database(path, Listener(), FixedClock())
    gate = Gate()
    database.writer.submit(gate)
    assert gate.reached.wait(30)
    assert not database.writer.close(timeout_s=0.01)
    gate.opened.set()
    assert database.close()
    assert isinstance(database.reader.submit(lambda q: 1).exception(5), EnvironmentProblem)


def test_a_unit_of_work_never_leaves_its_thread(desk: Desk) -> None:
    stolen: list[UnitOfWork] = []
    desk.write(stolen.append)
    with pytest.raises(AssertionError):
        stolen[0].flush()  # type: ignore[attr-defined]  # the adapter's own


def test_readers_cannot_write(desk: Desk) -> None:
    def work(queries):
        queries._connection.exec_driver_sql("DELETE FROM settings")

    failure = desk.database.reader.submit(work).exception(30)
    assert isinstance(failure, EnvironmentProblem)
    assert failure.code == "database_readonly"


def test_a_reader_sees_one_state_while_the_writer_goes_on(desk: Desk, account: int) -> None:
    desk.write(lambda uow: put(uow, [an_order(1)]))

    def work(queries):
        before = queries.outbound_count(Filter())
        desk.write(lambda uow: put(uow, [an_order(2)]))
        return before, queries.outbound_count(Filter())

    assert desk.read(work) == (1, 1)
    assert desk.read(lambda q: q.outbound_count(Filter())) == 2


@pytest.mark.parametrize(
    ("sqlite_code", "code"),
    [
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_READONLY, "database_readonly"),
        (sqlite3.SQLITE_BUSY, "database_locked"),
        (sqlite3.SQLITE_IOERR, "disk_error"),
        (sqlite3.SQLITE_CORRUPT, "database_damaged"),
        (sqlite3.SQLITE_NOTADB, "database_damaged"),
        (sqlite3.SQLITE_CANTOPEN, "database_unavailable"),
    ],
)
def test_sqlites_errors_by_blame(sqlite_code: int, code: str) -> None:
    error = sqlite3.OperationalError("words")
    error.sqlite_errorcode = sqlite_code | 0x300
    problem = translate(error, "/x.db")
    assert isinstance(problem, EnvironmentProblem)
    assert (problem.code, problem.subject, problem.data) == (code, "/x.db", {"words": "words"})
    assert problem.__cause__ is error


def test_our_own_errors_stay_what_they_are() -> None:
    mine = sqlite3.IntegrityError("UNIQUE")
    mine.sqlite_errorcode = sqlite3.SQLITE_CONSTRAINT
    other = ValueError("x")
    assert translate(mine, "") is mine
    assert translate(other, "") is other


def test_a_full_disk_undoes_the_action_and_writing_goes_on(desk: Desk, path: Path) -> None:
    engine = desk.database.engines[0]

    def limit(uow: UnitOfWork) -> None:
        with closing(engine.raw_connection().cursor()) as cursor:
            (pages,) = cursor.execute("PRAGMA page_count").fetchone()
            cursor.execute(f"PRAGMA max_page_count = {pages}")

    desk.write(limit)
    with pytest.raises(EnvironmentProblem) as caught:
        desk.write(lambda uow: uow.settings.put("big", "x" * 10_000_000))
    assert caught.value.code == "disk_full"
    assert desk.write(lambda uow: uow.settings.get("big")) is None

    def widen(uow: UnitOfWork) -> None:
        with closing(engine.raw_connection().cursor()) as cursor:
            cursor.execute("PRAGMA max_page_count = 1000000")

    desk.write(widen)
    desk.write(lambda uow: uow.settings.put("big", "x" * 1_000_000))
    assert len(str(desk.write(lambda uow: uow.settings.get("big")))) == 1_000_000
