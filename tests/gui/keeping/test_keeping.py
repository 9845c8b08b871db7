"""Copies in the window: made elsewhere, looked into, put back; everything as open files."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jdfulfil_desktop import windows
from jdfulfil_desktop.adapters.db.backups import DailyBackups
from jdfulfil_desktop.application.queries import Filter, Sort
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.cli.desk import Options
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from jdfulfil_desktop.domain.house_commands import AddUser, SwitchUser
from jdfulfil_desktop.domain.users import Role
from jdfulfil_desktop.gui.app import REOPEN, UNOPENED, open_window, until_closed
from jdfulfil_desktop.gui.front import FrontDoor, knock, to_the_front
from jdfulfil_desktop.gui.keeping.data_dialog import DataDialog
from jdfulfil_desktop.gui.keeping.rescue import RescueDialog
from jdfulfil_desktop.gui.kept import RESTORE, Kept
from jdfulfil_desktop.gui.program import Rescue
from jdfulfil_desktop.gui.support.diagnostics import DiagnosticsDialog
from jdfulfil_desktop.gui.widgets import ConfirmDialog
from jdfulfil_desktop.gui.window import MainWindow
from jdfulfil_desktop.texts import Texts
from tests.helpers.pages import agree, answer_file, dialog_of, nameless, press, words_of
from tests.helpers.program import add_products, gui_loop, open_program, run
from tests.helpers.window import standing_window


@pytest.fixture
def window(qapp: QApplication, program: Application) -> Iterator[MainWindow]:
    add_products(program, "KOPI")
    DailyBackups(program.database.path, program.clock).make()
    add_products(program, "TEH")
    with standing_window(qapp, program) as made:
        yield made


def open_data(qtbot: Any, window: MainWindow) -> DataDialog:
    window.support.data_action.trigger()
    dialog = dialog_of(qtbot, window, DataDialog)
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    return dialog


def test_a_copy_is_put_back_and_the_window_opens_on_it(
    window: MainWindow, program: Application, qtbot: Any, tmp_path: Path
) -> None:
    dialog = open_data(qtbot, window)
    assert nameless(dialog) == []
    [row] = dialog.table.rows()
    assert row.kind == "daily"
    press(qtbot, dialog, "restoreCopyButton")
    question = dialog_of(qtbot, window, ConfirmDialog)
    assert "holds 0 orders and 1 products" in words_of(question)
    closed = asyncio.ensure_future(until_closed(window))
    agree(qtbot, question)
    qtbot.waitUntil(closed.done)
    assert closed.result() == REOPEN
    copy = Kept(program.config_dir).take(RESTORE)
    assert copy == str(row.path)
    assert Kept(program.config_dir).take(RESTORE) is None


def test_what_was_put_back_is_told(tmp_path: Path) -> None:
    first = open_program(tmp_path / "data")
    add_products(first, "KOPI")
    copy = DailyBackups(first.database.path, first.clock).make()
    assert copy is not None
    add_products(first, "TEH")
    first.close()
    options = Options(data_dir=tmp_path / "data", lang="en")
    second = windows.open_for_window(options, put_back=copy)
    skus = second.reader.submit(
        lambda q: [row.sku for row in q.product_page(Filter(), Sort(), 0, 9)]
    ).result(10)
    [alert] = second.reader.submit(lambda q: q.alerts()).result(10)
    second.close()
    assert skus == ["KOPI"]
    assert (alert.code, alert.subject) == ("restored", copy.name)
    kept = Path(str(alert.data["kept"]))
    assert kept.is_file()
    copy.write_bytes(b"nothing of ours")
    third = windows.open_for_window(options, put_back=copy)
    codes = [a.code for a in third.reader.submit(lambda q: q.alerts()).result(10)]
    third.close()
    assert sorted(codes) == ["restore_failed", "restored"]


def test_a_copy_elsewhere_and_everything_as_open_files(
    window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    dialog = open_data(qtbot, window)
    press(qtbot, dialog, "backUpButton")
    answer_file(qtbot, tmp_path / "mine.db")
    qtbot.waitUntil(lambda: "looked through" in words_of(dialog))
    assert (tmp_path / "mine.db").is_file()
    press(qtbot, dialog, "exportAllButton")
    answer_file(qtbot, tmp_path)
    qtbot.waitUntil(lambda: "rows are in" in words_of(dialog))
    [folder] = tmp_path.glob("jdfulfil-2*")
    assert (folder / "products.csv").read_text(encoding="utf-8-sig").count("\n") == 3
    agree(qtbot, dialog)


def test_the_data_as_a_whole_is_the_owners(
    window: MainWindow, program: Application, qtbot: Any
) -> None:
    """R18: a clerk sees that the entry is there, and who may."""
    assert window.support.data_action.isEnabled()
    run(program, AddUser("Ani", "1111", Role.OWNER))
    run(program, AddUser("Budi", "2222", Role.CLERK))
    run(program, SwitchUser("Budi", "2222"))
    qtbot.waitUntil(lambda: not window.support.data_action.isEnabled())
    assert "Ani" in window.support.data_action.toolTip()


def test_diagnostics_are_shown_and_copied_without_secrets(window: MainWindow, qtbot: Any) -> None:
    window.support.diagnostics_action.trigger()
    dialog = dialog_of(qtbot, window, DiagnosticsDialog)
    qtbot.waitUntil(lambda: len(dialog.table.rows()) == 3)
    assert nameless(dialog) == []
    press(qtbot, dialog, "copyDiagnosticsButton")
    qtbot.waitUntil(lambda: "no secret" in words_of(dialog))
    copied = QGuiApplication.clipboard().text()
    assert "JD Fulfil Desktop" in copied
    assert copied.count("[+]") + copied.count("[!]") == 3
    agree(qtbot, dialog)


@pytest.mark.expects_log
def test_a_crash_leaves_a_report_that_the_next_start_offers(
    window: MainWindow, program: Application, qtbot: Any
) -> None:
    window.report(ValueError("token=abcdef0123456789 went wrong"))
    qtbot.waitUntil(lambda: len(program.reports.waiting()) == 1)
    [report] = program.reports.waiting()
    written = report.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "abcdef0123456789" not in written
    window.desk.start(window.support._offer_reports(), window)
    offered = "Last time the program met a fault. Your data is safe. A report is ready."
    qtbot.waitUntil(lambda: offered in [t.accessibleName() for t in window.toasts.toasts()])
    assert program.reports.waiting() == []


def test_a_second_start_brings_the_first_window_to_the_front(
    window: MainWindow, program: Application, qtbot: Any, tmp_path: Path
) -> None:
    assert not knock(tmp_path / "nobody")
    door = FrontDoor(program.places.data, window)
    door.knocked.connect(lambda: to_the_front(window))
    window.showMinimized()
    starter = f"""
from pathlib import Path
from jdfulfil_desktop.gui.front import knock
print(knock(Path({str(program.places.data)!r})))"""
    command = [sys.executable, "-c", starter]
    second = asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=True)
    knocking = asyncio.ensure_future(second)
    qtbot.waitUntil(knocking.done, timeout=30_000)
    assert knocking.result().stdout.strip() == "True"
    assert not window.isMinimized()
    door.close()


def test_damaged_data_offers_the_copies(qapp: QApplication, qtbot: Any, tmp_path: Path) -> None:
    first = open_program(tmp_path / "data")
    daily = DailyBackups(first.database.path, first.clock)
    daily.make()
    first.close()
    noted: list[Path] = []
    rescue = Rescue(Texts("en"), daily.kept, noted.append)

    def opening() -> Any:
        raise EnvironmentProblem("database_damaged", subject="jdfulfil.db")

    with gui_loop(qapp):
        for deed, code in (("cancelButton", UNOPENED), ("rescueButton", REOPEN)):
            life = asyncio.ensure_future(open_window(opening, rescue=rescue))
            qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), RescueDialog))
            dialog = qapp.activeModalWidget()
            assert "damaged" in words_of(dialog)
            assert nameless(dialog) == []
            press(qtbot, dialog, deed)
            qtbot.waitUntil(life.done)
            assert life.result() == code
    assert noted == [copy.path for copy in daily.kept()]


def test_a_server_that_does_not_answer_is_said_without_copies(
    qapp: QApplication, qtbot: Any, tmp_path: Path
) -> None:
    options = Options(
        data_dir=tmp_path / "data",
        lang="en",
        database="postgresql+psycopg://kasir:rahasia@localhost:9/toko",
    )
    rescue = windows.rescue_for(options, Kept(tmp_path))
    assert list(rescue.copies()) == []
    with gui_loop(qapp):
        opening = partial(windows.open_for_window, options)
        life = asyncio.ensure_future(open_window(opening, rescue=rescue))
        qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), RescueDialog), timeout=20_000)
        dialog = qapp.activeModalWidget()
        assert "rahasia" not in words_of(dialog)
        press(qtbot, dialog, "rescueButton")
        qtbot.waitUntil(life.done)
        assert life.result() == UNOPENED
