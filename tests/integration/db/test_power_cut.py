"""The power goes at any commit: what was reported stays, nothing is half, and it goes on once.

The real writer works on a real file: imports, claims, outcomes, ledger. What a disk may hold is
laid out from copies (`power`) and opened.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from jdfulfil_desktop.adapters.db.store import Database, open_database
from jdfulfil_desktop.application.importing import undo_interrupted
from jdfulfil_desktop.application.ports import Priority, UnitOfWork
from jdfulfil_desktop.domain.errors import OutcomeUnknown, RetryLater
from jdfulfil_desktop.domain.events import Event
from tests.helpers.fakes import RecordingNotifier
from tests.integration.db.power import (
    Cut,
    Moment,
    Recorder,
    cuts_in_a_checkpoint,
    cuts_while_committing,
    found_in,
)
from tests.integration.sync.kills import problems_of
from tests.unit.sync.desk import Desk
from tests.unit.sync.jd import FakeJd

T = TypeVar("T")
SEED = 20261124
WAVES = (("A1", "A2", "A3"), ("B1", "B2"))
NUMBERS = [f"SHOPEE-{name}" for wave in WAVES for name in wave]


class FileWriter:
    """Wait for the real writer, then tell the sync, as the hub does."""

    def __init__(self, database: Database, notifier: RecordingNotifier) -> None:
        self.database = database
        self.notifier = notifier
        self.recorder: Recorder | None = None
        self.listeners: list[Callable[[Sequence[Event]], None]] = []

    def submit(
        self, work: Callable[[UnitOfWork], T], priority: Priority = Priority.PERSON
    ) -> Future[T]:
        told = len(self.notifier.events)
        future = self.database.writer.submit(work, priority)
        wait([future])
        if self.recorder is not None:
            self.recorder.committed()
        for listener in self.listeners if len(self.notifier.events) > told else ():
            listener(self.notifier.events[told:])
        return future


class FileDesk(Desk):
    """A merchant's PC whose database is a file, behind the real writer."""

    def __init__(self, path: Path, jd: dict[str, Any] | None = None) -> None:
        super().__init__()
        for name, value in (jd or {}).items():
            setattr(self.jd, name, copy.deepcopy(value))
        notifier = RecordingNotifier()
        self.database = open_database(path, notifier, self.time)
        self.kept = FileWriter(self.database, notifier)
        self.writer = self.kept  # type: ignore[assignment]  # it is asked for the same two things
        self.office = self._office()

    def import_all(self) -> None:
        for wave in WAVES:
            self.order(*wave)


def world_of(jd: FakeJd) -> dict[str, Any]:
    """Give what JD holds now."""
    names = ("outbounds", "shops", "goods", "figures", "sendings")
    return {name: copy.deepcopy(getattr(jd, name)) for name in names}


def recorded(path: Path) -> tuple[list[Moment], list[bytes]]:
    """Live a morning on a file; gives each moment, and the file before anything of it."""
    desk = FileDesk(path)
    desk.set_up(subscribed=True)
    recorder = Recorder(desk.database, partial(world_of, desk.jd))
    desk.kept.recorder = recorder
    desk.jd.fail("create_outbound", OutcomeUnknown("connection_lost"), done=True)
    desk.jd.fail("create_outbound", OutcomeUnknown("connection_lost"))
    desk.jd.fail("outbound_news", RetryLater("connection_lost"))
    for wave in WAVES:
        desk.order(*wave)
        assert desk.sync().idle
    desk.check_exactly_once(NUMBERS)
    recorder.copy()
    desk.database.close()
    olders, older = [], recorder.moments[0].file
    for moment in recorder.moments:
        olders.append(older)
        older = moment.file
    return recorder.moments, olders


def test_what_was_reported_is_there_and_nothing_is_half(tmp_path: Path) -> None:
    moments, olders = recorded(tmp_path / "data" / "jdfulfil.db")
    chance = Random(SEED)
    cuts = [Cut("synced", m.file, m.log, frozenset({m.digest})) for m in moments]
    for before, after in pairwise(moments):
        cuts += cuts_while_committing(before, after, chance)
    for moment, older in zip(moments, olders, strict=True):
        cuts += cuts_in_a_checkpoint(moment, older, chance)
    for number, cut in enumerate(cuts):
        path = cut.lay_out(tmp_path / "cut")
        digest, wrong = found_in(path)
        assert (wrong, digest in cut.digests) == ([], True), (SEED, number, cut.name)
    assert len({m.log[16:24] for m in moments}) > 1, "no checkpoint was met"
    assert len(cuts) > 200


def test_a_log_that_was_not_synced_would_be_noticed(tmp_path: Path) -> None:
    moments, _ = recorded(tmp_path / "data" / "jdfulfil.db")
    lost = 0
    for moment in moments:
        digest, wrong = found_in(
            Cut("no log", moment.file, b"", frozenset()).lay_out(tmp_path / "cut")
        )
        assert wrong == []
        lost += digest != moment.digest
    assert lost > len(moments) // 2


def test_after_a_cut_at_any_commit_each_order_goes_once(tmp_path: Path) -> None:
    moments, _ = recorded(tmp_path / "data" / "jdfulfil.db")
    for number, moment in enumerate(moments):
        path = Cut("synced", moment.file, moment.log, frozenset()).lay_out(tmp_path / "cut")
        jd = moment.before_next if number % 2 else moment.just_after
        desk = FileDesk(path, jd)
        undo_interrupted(desk.office.bus)
        desk.office.bus.resume()
        desk.import_all()
        assert desk.sync().idle, number
        desk.check_exactly_once(NUMBERS)
        # JD is asked first: what it has is not sent again.
        assert all(desk.jd.sendings[n] == jd["sendings"][n] for n in jd["outbounds"]), number
        desk.database.close()
        assert problems_of(path) == [], number
