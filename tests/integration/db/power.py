"""What lies on a disk when the power goes: SQLite's file and its write-ahead log, bit by bit.

With `synchronous=FULL` SQLite syncs the log with each commit, and the file after each checkpoint.
Between two syncs anything may have reached the disk of what was written: a part, a torn page, a
later page without an earlier one. The log's layout is that of sqlite.org/fileformat2.html, 4.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, event

from jdfulfil_desktop.adapters.db.store import Database

HEADER, FRAME_HEADER = 32, 24
CHECKPOINT_PAGES = 60
"""So many pages of log bring a checkpoint here; the program's own 16,384 would bring none."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What a power cut may leave, and what must be found in it: one of `digests`."""

    name: str
    file: bytes
    log: bytes
    digests: frozenset[str]

    def lay_out(self, folder: Path) -> Path:
        """Write both files into an emptied folder; gives the database's path."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        path = folder / "jdfulfil.db"
        path.write_bytes(self.file)
        if self.log:
            path.with_name("jdfulfil.db-wal").write_bytes(self.log)
        return path


@dataclass(frozen=True, slots=True)
class Moment:
    """Both files after a commit was reported, and whatever `world` gave then."""

    file: bytes
    log: bytes
    digest: str
    just_after: Any
    before_next: Any


@dataclass(frozen=True, slots=True)
class Log:
    """The frames of a write-ahead log that count: those of its header's salt."""

    page: int
    salt: bytes
    frames: tuple[tuple[int, int], ...]
    """Of each: the page's number, and the file's size in pages where it ends a commit, else 0."""

    @classmethod
    def read(cls, content: bytes) -> Log:
        if len(content) < HEADER:
            return cls(4096, b"", ())
        page, salt = struct.unpack(">I", content[8:12])[0], content[16:24]
        frames = []
        for at in range(HEADER, len(content) - FRAME_HEADER - page + 1, FRAME_HEADER + page):
            number, size = struct.unpack(">II", content[at : at + 8])
            if content[at + 8 : at + 16] != salt:
                break
            frames.append((number, size))
        return cls(page, salt, tuple(frames))

    def end_of(self, count: int) -> int:
        """Give the byte at which the first `count` frames end."""
        return HEADER + count * (FRAME_HEADER + self.page)


def digest_of(ask: Callable[[str], list[Any]]) -> str:
    """Digest every row of every table; the search index follows from them."""
    names = ask(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'order_search%' ORDER BY name"
    )
    made = hashlib.blake2b(digest_size=12)
    for (name,) in names:
        rows = sorted(repr(tuple(row)) for row in ask(f'SELECT * FROM "{name}"'))
        made.update(f"{name}: {rows}".encode())
    return made.hexdigest()


class Recorder:
    """Copy both files of an open database after every commit, before the next thing is written.

    `world` is asked right after the commit and once more before the next transaction: what the rest
    of the world was told meanwhile.
    """

    def __init__(self, database: Database, world: Callable[[], Any]) -> None:
        self._path = database.path
        self._world = world
        self._engine = database.engines[0]
        self._coming = ""
        self._committed: tuple[str, Any] | None = None
        self.moments: list[Moment] = []
        with self._engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        event.listen(self._engine, "begin", self._begins, insert=True)
        event.listen(self._engine, "commit", self._commits)

    def committed(self) -> None:
        """Take note that a commit was reported to whoever waits for it."""
        if self._coming:
            self._committed, self._coming = (self._coming, self._world()), ""

    def copy(self) -> None:
        """Copy what the last commit left, unless that was done."""
        if self._committed is None:
            return
        (digest, just_after), self._committed = self._committed, None
        log = self._path.with_name(self._path.name + "-wal").read_bytes()
        file = self._path.read_bytes()
        last = self.moments[-1] if self.moments else None
        if last is not None and last.log == log:  # nothing was written: the last moment went on
            just_after = last.just_after
            self.moments.pop()
        self.moments.append(Moment(file, log, digest, just_after, self._world()))

    def _begins(self, _connection: Connection) -> None:
        self.copy()

    def _commits(self, connection: Connection) -> None:
        # Within the transaction: what it is going to commit, as the writer itself sees it.
        self._coming = digest_of(lambda query: list(connection.exec_driver_sql(query)))


def cuts_while_committing(before: Moment, after: Moment, chance: Random) -> Iterator[Cut]:
    """Cut the power while `after` was being written to the log, before it was synced."""
    old, new = Log.read(before.log), Log.read(after.log)
    first = len(old.frames) if old.salt == new.salt else 0
    count = len(new.frames)
    if first == count:
        return
    neither, either = frozenset({before.digest}), frozenset({before.digest, after.digest})
    boundaries = sorted({first, first + (count - first) // 2, count - 1})
    # A checkpoint begins after this sync. Where the log begins anew, the one before it was complete
    # and synced: it is in this file already.
    file = before.file
    for at in boundaries:
        log = _written_up_to(new.end_of(at), before.log, after.log)
        yield Cut(f"{at} of {count} frames", file, log, neither)
    torn = new.end_of(count - 1) + (FRAME_HEADER + new.page) // 2
    log = _written_up_to(torn, before.log, after.log)
    last = Log.read(after.log).frames[-1]
    yield Cut(f"the last frame torn, page {last[0]}", file, log, either)
    hole = chance.randrange(first, count)
    begin, end = new.end_of(hole) + FRAME_HEADER, new.end_of(hole + 1)
    log = after.log[:begin] + bytes(end - begin) + after.log[end:]
    yield Cut(f"frame {hole} of {count} a hole", file, log, neither)
    yield Cut("the whole log, not synced", file, after.log, frozenset({after.digest}))


def cuts_in_a_checkpoint(moment: Moment, older: bytes, chance: Random) -> Iterator[Cut]:
    """Cut the power while the log was being written back into the file, and after it was."""
    log, wanted = Log.read(moment.log), frozenset({moment.digest})
    pages, size = {}, 0
    for at, (number, ends) in enumerate(log.frames):
        begin = log.end_of(at) + FRAME_HEADER
        pages[number] = moment.log[begin : begin + log.page]
        size = ends or size
    some = {n: page for n, page in pages.items() if chance.random() < 0.5}
    if some:
        torn = chance.choice(sorted(some))
        half = log.page // 2
        stood = older[(torn - 1) * log.page :][: log.page].ljust(log.page, b"\0")
        some[torn] = some[torn][:half] + stood[half:]
    yield Cut("some pages written back", _written_back(older, some, log.page), moment.log, wanted)
    if size:
        whole = _written_back(older, pages, log.page)[: size * log.page]
        yield Cut("all written back, no log", whole, b"", wanted)


def _written_up_to(end: int, old: bytes, new: bytes) -> bytes:
    """Give a log whose first bytes were overwritten; behind them lies what was there before."""
    return new[:end] + old[end:]


def _written_back(file: bytes, pages: dict[int, bytes], page: int) -> bytes:
    made = bytearray(file)
    for number, content in pages.items():
        begin = (number - 1) * page
        if len(made) < begin + page:
            made.extend(bytes(begin + page - len(made)))
        made[begin : begin + page] = content
    return bytes(made)


def found_in(path: Path) -> tuple[str, list[str]]:
    """Open what a cut left; give the digest of its rows and what is wrong with its pages."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        checked = raw.execute("PRAGMA integrity_check").fetchall()
        wrong = [str(row) for row in checked if row != ("ok",)]
        return digest_of(lambda query: raw.execute(query).fetchall()), wrong
