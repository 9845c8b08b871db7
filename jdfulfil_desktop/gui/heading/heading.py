"""Hang on the window's header what an open program has to say: alerts, hits, news, trouble."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout

from jdfulfil_desktop.application.queries import AlertRow, ConnectionRow, SearchHit
from jdfulfil_desktop.domain.commands import DismissAlert
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.domain.events import Event, GatewayAnswers
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.frame import MainFrame
from jdfulfil_desktop.gui.heading.finder import Finder
from jdfulfil_desktop.gui.heading.notifications import Notifications
from jdfulfil_desktop.gui.heading.user_menu import UserMenu
from jdfulfil_desktop.gui.home.leads import subject_of
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import NewsState, Notice
from jdfulfil_desktop.gui.words import tr

_NEWS_ORDER = (NewsState.MANUAL, NewsState.PERIODIC, NewsState.REALTIME)
_PAGE_OF = {
    "order": "outboundTab",
    "product": "productTab",
    "location": "locationTab",
    "inbound": "inboundTab",
}
_HITS = 20


class Heading(QObject):
    """Notifications, search hits, the user's menu and the offline strip.

    `wanted(page, Place)`: where the user wants to go; `missed(text)`: nothing fits;
    `languageChosen` and `leaveWanted` come from the menu.
    """

    wanted = Signal(str, object)
    missed = Signal(str)
    languageChosen = Signal(str)
    leaveWanted = Signal()

    def __init__(self, frame: MainFrame, desk: Desk) -> None:
        super().__init__(frame)
        self._frame, self._desk = frame, desk
        self._header = frame.header
        self._troubles: dict[str, str] = {}
        self._accounts: Sequence[ConnectionRow] = ()
        self._last_news = ""
        self._add_notifications()
        self.finder = Finder(
            self._header.search, self._find, lambda work: desk.start(work, frame), frame
        )
        self.finder.opened.connect(self._open_hit)
        self.finder.missed.connect(self.missed)
        self._add_menu()
        self._add_offline_strip()
        self._header.newsClicked.connect(lambda: self.wanted.emit("authorizationTab", None))
        desk.watch(self, self._gateway_answers, GatewayAnswers)

    def _add_notifications(self) -> None:
        desk = self._desk
        self.notifications = Notifications(desk.texts, desk.clock.now, self._frame)
        self.notifications.opened.connect(self._open_alert)
        self.notifications.settled.connect(
            lambda number: desk.start(desk.command(DismissAlert(number)), self._frame)
        )
        bell = self._header.bell
        self._header.bellClicked.connect(lambda: self.notifications.toggle(bell))

    def _add_menu(self) -> None:
        self.user_menu = UserMenu(self._desk.kept, self._desk.texts.lang, self._frame)
        self.user_menu.languageChosen.connect(self.languageChosen)
        self.user_menu.leaveWanted.connect(self.leaveWanted)
        self._header.set_user(self._desk.program.actor, self.user_menu)

    def _add_offline_strip(self) -> None:
        self.offline = Notice(StatusKind.NEEDS_YOU, parent=self._frame)
        self.offline.setObjectName("offlineStrip")
        self.offline.acted.connect(lambda: self.wanted.emit("authorizationTab", None))
        body = self._frame.centralWidget()
        layout = body.layout() if body is not None else None
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(1, self.offline)

    def show(
        self, alerts: Sequence[AlertRow], accounts: Sequence[ConnectionRow], last_news: str
    ) -> None:
        """Bring bell, list and R6's word up to date."""
        self._header.set_bell(len(alerts))
        self.notifications.show_alerts(alerts)
        self._accounts, self._last_news = accounts, last_news
        self._show_news()

    def _show_news(self) -> None:
        """Show R6's word for the account whose news are slowest, or that JD cannot be reached."""
        self._header.news.setVisible(bool(self._accounts))
        if not self._accounts:
            return
        slowest = min((NewsState(row.news) for row in self._accounts), key=_NEWS_ORDER.index)
        meaning = self._desk.texts.news_meaning(slowest.value)
        if any(self._troubles.values()):
            slowest = NewsState.OFFLINE
        since = tr("Last news {0}").format(self._last_news) if self._last_news else ""
        self._header.set_news(slowest, f"{meaning} {since}".strip())

    # -- where to ---------------------------------------------------------------------------------

    async def _find(self, words: str) -> Sequence[SearchHit]:
        return await self._desk.read(lambda q: q.search(words, _HITS))

    def _open_hit(self, hit: SearchHit) -> None:
        """Open a record; its list is searched by the words that name it."""
        words = hit.key if hit.kind == "product" else hit.title
        self.wanted.emit(_PAGE_OF[hit.kind], Place(search=words, key=hit.key))

    def _open_alert(self, alert: AlertRow) -> None:
        lead = subject_of(alert.code, alert.subject)
        if lead is not None:
            self.wanted.emit(lead.page, lead.place)

    # -- trouble ----------------------------------------------------------------------------------

    def _gateway_answers(self, events: Sequence[Event]) -> None:
        """Show a strip while a gateway cannot be reached, and take it away by itself."""
        for event in events:
            if isinstance(event, GatewayAnswers):
                self._troubles[event.pin] = event.trouble
        away = next((code for code in self._troubles.values() if code), "")
        words = self._desk.texts.error(FulfilError(away)).message if away else ""
        goes_on = tr("Lists and imports work; the queue goes on by itself.")
        self.offline.show_notice(
            StatusKind.NEEDS_YOU,
            f"{words} {goes_on}" if away else "",
            action=tr("Look at the connection") if away else "",
            icon_name="cloud-off-outline",
        )
        self._show_news()
