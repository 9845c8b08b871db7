"""The main window put together: frame, pages, header, status strip, and how errors are told."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.domain.errors import ActionCancelled, FulfilError
from jdfulfil_desktop.domain.events import (
    AlertDismissed,
    AlertRaised,
    ConnectionsChanged,
    Event,
    InboundsChanged,
    OrdersChanged,
    PushQueued,
)
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.frame import MainFrame, PageSpec
from jdfulfil_desktop.gui.kept import PLACE, RESTORE
from jdfulfil_desktop.gui.shell import Place, Reachable
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import StripSegment
from jdfulfil_desktop.gui.widgets.search import monotonic_ms
from jdfulfil_desktop.gui.words import tr

_log = logging.getLogger(__name__)


class MainWindow(MainFrame):
    """The window as its pages see it (`Shell`). It shows its frame until `take` gives it a desk.

    `reopen`: it closes to be opened again in another language.
    """

    desk: Desk

    def __init__(
        self,
        specs: Callable[[MainWindow], Sequence[PageSpec]],
        *,
        practice: bool = False,
        now_ms: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(practice=practice, furnished=False, now_ms=now_ms)
        self.resize(1366, 768)
        self.setWindowTitle("JD Fulfil")
        for spec in specs(self):
            self.add_page(spec)
        self.reopen = False
        self._told: set[str] = set()
        self._cancel: Callable[[], None] | None = None
        self.strip.cancelRequested.connect(self._cancel_work)

    def stand_at(self, place: str) -> None:
        """Stand where a window stood before (`PAGE|geometry`); what fits no more is left alone."""
        page, _, geometry = place.partition("|")
        for at in range(self.tabs.count()):
            widget = self.tabs.widget(at)
            if widget is not None and widget.objectName() == page:
                self.tabs.setCurrentIndex(at)
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))

    def take(self, desk: Desk) -> None:
        """Take the open program's services, and build the pages on them."""
        # Not above: what stands on the database is imported while the frame is on the screen.
        from jdfulfil_desktop.gui.heading.heading import Heading
        from jdfulfil_desktop.gui.people.people import People
        from jdfulfil_desktop.gui.support.support import Support

        self.desk = desk
        self.gate = desk.permits.gate
        self.heading = Heading(self, desk)
        self.heading.wanted.connect(self.go)
        self.heading.missed.connect(
            lambda words: self.say(StatusKind.WAITING, tr("Nothing found for {0}.").format(words))
        )
        self.heading.languageChosen.connect(self._speak_anew)
        self.heading.leaveWanted.connect(self.close)
        self.people = People(self, desk, self.heading.user_menu, self.header)
        self.support = Support(self, desk, self.heading.user_menu)
        self.support.putBackWanted.connect(self._put_back)
        self.strip.segmentClicked.connect(self._strip_clicked)
        self.filesDropped.connect(self.import_orders)
        desk.failed.connect(self.report)
        desk.watch(
            self,
            self._happened,
            OrdersChanged,
            PushQueued,
            InboundsChanged,
            ConnectionsChanged,
            AlertRaised,
            AlertDismissed,
        )
        desk.start(self._refresh(), self)
        self.furnish()

    # -- what pages ask ---------------------------------------------------------------------------

    def go(self, page: str, place: Place | None = None) -> None:
        """Show a page, at a place in it."""
        shown = self.show_page(page)
        if place is not None and isinstance(shown, Reachable):
            shown.go_to(place)

    def say(self, kind: StatusKind, words: str) -> None:
        """Show a short notice that goes by itself."""
        self.toasts.say(kind, words)

    def report(self, error: BaseException, widget: QWidget | None = None) -> None:
        """Say what happened and what to do, never a traceback; a crash is logged and told once."""
        if isinstance(error, ActionCancelled):
            return
        words = self.desk.texts.error(error)
        if isinstance(error, FulfilError):
            self.say(StatusKind.FAILED, f"{words.what} {words.fix}".strip())
            return
        _log.error("Something went wrong in the window", exc_info=error)
        told = f"{type(error).__name__}: {error}"
        if told not in self._told:
            self._told.add(told)
            self.desk.start(self.desk.work(lambda: self.desk.program.reports.write(error)))
            self.toasts.say(
                StatusKind.FAILED,
                f"{words.what} {words.fix}",
                action=tr("Copy for customer service"),
                on_action=lambda: QGuiApplication.clipboard().setText(words.message),
            )

    def import_orders(self, paths: Sequence[Path] = ()) -> None:
        """Begin an order import on the outbound page."""
        page = self.show_page("outboundTab")
        begin = getattr(page, "import_files", None)
        if begin is not None:
            begin([Path(path) for path in paths])

    def progress(
        self, words: str, percent: int | None, cancel: Callable[[], None] | None = None
    ) -> None:
        """Show long work in the status strip."""
        self._cancel = cancel
        self.strip.progress.show_progress(words, percent, can_cancel=cancel is not None)

    def progress_done(self) -> None:
        """Take the progress away."""
        self._cancel = None
        self.strip.progress.clear()

    def _cancel_work(self) -> None:
        if self._cancel is not None:
            self._cancel()

    def _happened(self, _events: Sequence[Event]) -> None:
        self.desk.start(self._refresh(), self)

    def _speak_anew(self, _lang: str) -> None:
        """Close, to be opened again in the language chosen: there, as large, on the same page.

        The sync ends and begins in order.
        """
        geometry = self.saveGeometry().toBase64().toStdString()
        self.desk.kept.save(PLACE, f"{self.tabs.currentWidget().objectName()}|{geometry}")
        self.desk.kept.flush()
        self.reopen = True
        self.close()

    def _put_back(self, copy: Path) -> None:
        """Close, to be opened again on a copy of the data."""
        self.desk.kept.save(RESTORE, str(copy))
        self.desk.kept.flush()
        self.reopen = True
        self.close()

    # -- header and strip -------------------------------------------------------------------------

    def _strip_clicked(self, key: str) -> None:
        self.go("outboundTab", Place(basket=key))

    async def _refresh(self) -> None:
        """Bring counts, news and alerts of header and strip up to date."""
        overview, accounts, alerts, baskets = await self.desk.read(
            lambda q: (q.overview(), q.connections(), q.alerts(), q.outbound_baskets())
        )
        self.strip.set_segments(self._segments(baskets))
        when = self.desk.texts.time(overview.last_news_at) if overview.last_news_at else ""
        if when:
            self.strip.set_news(tr("Last news {0}").format(when))
        self.heading.show(alerts, accounts, when)

    def _segments(self, baskets: Mapping[str, int]) -> list[StripSegment]:
        number = self.desk.texts.number
        rows = [
            ("queued", StatusKind.GOING_ON, tr("Queued {0}")),
            ("uncertain", StatusKind.UNKNOWN, tr("Uncertain {0}")),
            ("held", StatusKind.NEEDS_YOU, tr("Held {0}")),
        ]
        return [
            StripSegment(key, kind, words.format(number(baskets.get(key, 0))))
            for key, kind, words in rows
        ]
