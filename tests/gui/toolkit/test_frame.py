from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QWidget,
)

from jdfulfil_desktop.gui.frame import MainFrame, PageSpec
from jdfulfil_desktop.gui.tables import LoadState, PagedTableModel, PageLoader, TableView
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    ChipSpec,
    EmptySpec,
    ListPage,
    NewsState,
)
from tests.gui.toolkit.conftest import FakeRunner, FakeSource, child, make_columns, make_row, settle

pytestmark = pytest.mark.usefixtures("styled")


class Page(ListPage):
    """An outbound page as an author would write it."""

    def __init__(self, source: FakeSource, runner: FakeRunner) -> None:
        super().__init__("Outbound orders", subtitle="98 open")
        self.words: list[str] = []
        self.set_primary(Button("Import orders", name="importOrdersButton"))
        self.add_secondary(Button("Refresh Status", name="refreshStatusButton"))
        self.add_overflow(QAction("Export", self))
        self.chips.set_chips([ChipSpec("all", "All"), ChipSpec("held", "Held")])
        self.model = PagedTableModel(make_columns(), parent=self)
        self.loader = PageLoader(self.model, source, runner, self)
        view = TableView(self.model, name="outbound")
        view.setObjectName("outboundTable")
        self.set_table(view, self.loader)
        self.area.set_empty(EmptySpec("truck", "No orders yet", "Import", "Import", None, "go"))
        self.rowChosen.connect(lambda row: self.detail.begin(row.key))

    def search(self, words: str) -> None:
        self.words.append(words)


@pytest.fixture
def source() -> FakeSource:
    return FakeSource(500)


@pytest.fixture
def page(qtbot, source, runner) -> Page:
    made = Page(source, runner)
    qtbot.addWidget(made)
    made.resize(1300, 600)
    made.show()
    return made


@pytest.fixture
def frame(qtbot, source, runner) -> MainFrame:
    made = MainFrame(practice=True)
    qtbot.addWidget(made)
    for name in ("homeTab", "stockTab"):
        made.add_page(PageSpec(name, name, "home-outline", lambda: ListPage("Plain")))

    def build() -> Page:
        return Page(source, runner)

    made.add_page(PageSpec("outboundTab", "Outbound", "truck-check-outline", build))
    return made


def test_names_that_others_rely_on_are_there_before_anything_is_built(frame) -> None:
    assert frame.objectName() == "mainWindow"
    tabs = frame.findChild(QTabWidget, "tabs")
    assert tabs is frame.tabs
    holder = child(frame, QWidget, "outboundTab")
    assert tabs.indexOf(holder) == 2
    assert frame.findChild(QWidget, "outboundTable") is None


def test_pages_are_built_when_shown_and_the_rest_afterwards(qtbot, frame) -> None:
    with qtbot.waitSignal(frame.ready, timeout=2000):
        frame.show()
        assert frame.holder("homeTab").page is not None
        assert frame.holder("outboundTab").page is None
    assert frame.findChild(QWidget, "outboundTable") is not None
    told: list[str] = []
    frame.pageChanged.connect(told.append)
    assert isinstance(frame.show_page("outboundTab"), Page)
    assert frame.page("outboundTab") is frame.current_page()
    assert told == ["outboundTab"]
    with pytest.raises(KeyError):
        frame.holder("noTab")


def test_search_reaches_the_page_on_the_screen(qtbot, frame) -> None:
    frame.build_all()
    frame.show()
    page = frame.show_page("outboundTab")
    told: list[str] = []
    frame.searched.connect(told.append)
    frame.focus_search()
    frame.header.search.setText("teh")
    qtbot.waitUntil(lambda: told == ["teh"])
    assert page.words == ["teh"]


def test_shortcuts_lead_to_pages_and_to_the_search_field(qtbot, frame) -> None:
    frame.build_all()
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    qtbot.keyClick(frame, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert frame.tabs.currentWidget().objectName() == "outboundTab"
    qtbot.keyClick(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert frame.header.search.hasFocus()


def test_header_says_practice_news_bell_and_user(qtbot, frame) -> None:
    frame.show()
    header = frame.header
    assert header.practice_tag.isVisible()
    for state, words in ((NewsState.REALTIME, "Real-time"), (NewsState.OFFLINE, "Offline")):
        header.set_news(state)
        assert header.news.text() == words
        assert words in header.news.accessibleName()
    header.set_bell(3)
    assert header.bell.accessibleName() == "Notifications: 3"
    header.set_user("Ani", QMenu(header))
    assert header.user.accessibleName() == "User: Ani"
    with qtbot.waitSignals([header.newsClicked, header.bellClicked], timeout=500):
        header.news.click()
        header.bell.click()
    header.set_practice(False)
    assert not header.practice_tag.isVisible()


def test_closing_is_told_first(qtbot, frame) -> None:
    frame.show()
    with qtbot.waitSignal(frame.closing, timeout=500):
        frame.close()


def test_the_window_fits_a_laptop_at_150_percent(qtbot, frame) -> None:
    frame.build_all()
    frame.show()
    hint = frame.minimumSizeHint()
    assert hint.width() <= 910
    assert hint.height() <= 512


def test_everything_that_can_be_used_has_an_accessible_name(qtbot, frame) -> None:
    frame.build_all()
    frame.show()
    page = frame.show_page("outboundTab")
    page.model.reset(1)
    page.model.set_page(0, [make_row(0)])
    page.view.choose_position(0)
    page.detail.add_action(Button("Hold"))
    frame.header.set_user("Ani")
    settle(frame)
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QTabWidget)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in frame.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and not widget.accessibleName()
    ]
    assert nameless == []


def test_a_list_page_follows_its_loader(qtbot, page, source, runner) -> None:
    page.loader.show(None)
    assert page.view.isVisible()
    runner.run_all()
    assert page.loader.state is LoadState.READY
    assert page.model.rowCount() == 500
    source.total = 0
    page.loader.show("none")
    runner.run_all()
    empty = child(page, QWidget, "emptyState")
    assert empty.isVisible()
    with qtbot.waitSignal(page.area.emptyActed, timeout=500):
        child(empty, QAbstractButton, "go").click()
    source.error = OSError("disk")
    page.loader.refresh()
    runner.run_all()
    assert child(page, QWidget, "errorState").isVisible()
    source.error, source.total = None, 5
    child(page, QAbstractButton, "tryAgainButton").click()
    runner.run_all()
    assert page.view.isVisible()
    page.area.set_offline("JD cannot be reached", "Again")
    assert page.area.offline.isVisible()
    page.area.set_offline("")
    assert not page.area.offline.isVisible()


def test_the_detail_opens_on_a_row_and_closes_with_esc(qtbot, page, runner) -> None:
    page.loader.show(None)
    runner.run_all()
    assert not page.detail.isVisible()
    page.activateWindow()
    page.view.setFocus()
    qtbot.waitUntil(page.view.hasFocus)
    page.view.choose_position(3)
    assert page.detail.isVisible()
    assert page.detail.title() == "N0000003"
    with qtbot.waitSignal(page.detailClosed, timeout=500):
        qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.detail.isVisible()
    assert page.view.hasFocus()
    page.view.choose_position(3)
    assert page.detail.isVisible()
    child(page, QAbstractButton, "closeDetailButton").click()
    assert not page.detail.isVisible()


def test_bulk_actions_appear_with_the_first_check(qtbot, page, runner) -> None:
    page.loader.show(None)
    runner.run_all()
    page.model.set_checked(["N0000001"], True)
    assert not page.bulk.isVisible()
    page.model.clear_checked()
    page.bulk.add_action(Button("Accept", name="acceptOrderButton", kind=ButtonKind.SECONDARY))
    page.model.set_checked(["N0000001", "N0000002"], True)
    assert page.bulk.isVisible()
    assert "2 checked" in [label.text() for label in page.bulk.findChildren(QLabel)]
    child(page, QAbstractButton, "uncheckAllButton").click()
    assert page.model.checked_count() == 0
    assert not page.bulk.isVisible()


def test_a_page_says_things_in_one_line(page) -> None:
    page.say(StatusKind.DONE, "12 orders imported", action="Undo")
    assert page.notice.isVisible()
    page.say(StatusKind.DONE, "")
    assert not page.notice.isVisible()
    page.set_subtitle("")
    assert not page.subtitle.isVisible()
    page.set_primary(Button("Other", name="otherButton"))
    QApplication.sendPostedEvents(None, 52)  # deferred deletes
    assert page.findChild(QWidget, "importOrdersButton") is None
