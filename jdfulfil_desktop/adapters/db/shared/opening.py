"""Open a shared database: make it current, start its writer, readers, turns and news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Engine
from sqlalchemy.engine import URL

from jdfulfil_desktop.adapters.db.problems import translate
from jdfulfil_desktop.adapters.db.reader import ReaderThreads
from jdfulfil_desktop.adapters.db.shared.address import place_of
from jdfulfil_desktop.adapters.db.shared.current import make_current
from jdfulfil_desktop.adapters.db.shared.engines import reading_engine, writing_engine
from jdfulfil_desktop.adapters.db.shared.news import SharedNews
from jdfulfil_desktop.adapters.db.shared.turns import SharedTurns
from jdfulfil_desktop.adapters.db.writer import WriterThread
from jdfulfil_desktop.application.ports import Clock, Notifier


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a database has beside writer and readers where several PCs share it."""

    url: URL
    turns: SharedTurns
    news: SharedNews
    also: list[Callable[[], None]] = field(default_factory=list)

    def close(self) -> None:
        """Give every turn back, stop listening, close what else was opened."""
        self.turns.close()
        self.news.close()
        for close in self.also:
            close()


@dataclass(frozen=True, slots=True)
class OpenedShared:
    """The parts of an open shared database."""

    writer: WriterThread
    reader: ReaderThreads
    engines: tuple[Engine, Engine]
    sharing: Sharing


def open_shared(url: URL, notifier: Notifier, clock: Clock) -> OpenedShared:
    """Connect, create or migrate.

    Raises EnvironmentProblem: `database_unreachable`, `database_refused`, `database_newer` …
    """
    writing, reading = writing_engine(url), reading_engine(url)
    try:
        make_current(writing, reading, place_of(url))
    except BaseException as error:
        writing.dispose()
        reading.dispose()
        translated = translate(error, place_of(url))
        if translated is error:
            raise
        raise translated from error
    news = SharedNews(url, notifier)
    writer = WriterThread(writing, notifier, clock, news.announce)
    sharing = Sharing(url, SharedTurns(url), news)
    return OpenedShared(writer, ReaderThreads(reading, clock), (writing, reading), sharing)
