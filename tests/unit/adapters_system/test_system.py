"""Folders, locks, the clock and the browser of this PC."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import webbrowser
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.system.browser import open_browser
from jdfulfil_desktop.adapters.system.clock import SystemClock
from jdfulfil_desktop.adapters.system.file_lock import FileLock
from jdfulfil_desktop.adapters.system.one_at_a_time import FileAccountLock, SingleInstance
from jdfulfil_desktop.adapters.system.places import find_places
from jdfulfil_desktop.adapters.system.private import make_folder, write_whole
from jdfulfil_desktop.adapters.system.screen import can_show
from jdfulfil_desktop.domain.errors import EnvironmentProblem


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_clock() -> None:
    clock = SystemClock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    assert clock.now().tzinfo is UTC
    assert clock.monotonic() <= clock.monotonic()


def test_a_given_folder_holds_everything(tmp_path: Path) -> None:
    given = tmp_path / "a" / "b"
    places = find_places({}, given)
    assert places == find_places({"JDFULFIL_DATA_DIR": str(given)})
    assert find_places({"JDFULFIL_DATA_DIR": str(tmp_path / "no")}, given) == places
    assert places.database == given / "jdfulfil.db"
    made = [given.parent, places.data, places.config, places.cache, places.logs]
    assert {mode(folder) for folder in made} == {0o700}
    assert all(given in (folder, *folder.parents) for folder in made[1:])


def test_the_platforms_places_are_made_for_this_user_alone(clean_home: Path) -> None:
    places = find_places(os.environ)
    for folder in (places.data, places.config, places.cache, places.logs):
        assert folder.is_dir()
        assert mode(folder) == 0o700
    assert clean_home in places.data.parents


def test_a_shared_folder_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folder(tmp_path / "x")
    assert mode(tmp_path) == 0o755
    assert mode(tmp_path / "x") == 0o700


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(EnvironmentProblem) as caught:
            find_places({}, folder)
        assert caught.value.code == "folder_unusable"


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "x"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert mode(path) == 0o600
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_whole(tmp_path / "folder", b"x")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "x"]


HOLDER = """
import sys
from pathlib import Path
from jdfulfil_desktop.adapters.system.file_lock import FileLock
lock = FileLock(Path(sys.argv[1]))
sys.stdout.write("held\\n" if lock.acquire() else "busy\\n")
sys.stdout.flush()
sys.stdin.read()
"""


def test_a_lock_dies_with_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "locks" / "x.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        lock = FileLock(path)
        assert not lock.acquire()
        assert not lock.held
        process.kill()
        process.wait(20)
        assert lock.acquire(wait=True)
    lock.release()
    lock.release()


def test_locks_of_one_process_exclude_each_other(tmp_path: Path) -> None:
    one, two = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert one.acquire()
    assert one.acquire()
    assert not two.acquire()
    one.release()
    assert two.acquire()
    two.release()
    with FileLock(tmp_path / "y") as held:
        assert held.held
        assert not FileLock(tmp_path / "y").acquire()


def test_accounts_are_locked_one_by_one_and_named_nowhere(tmp_path: Path) -> None:
    one, two = FileAccountLock(tmp_path), FileAccountLock(tmp_path)
    assert one.acquire("pin/1")
    assert not two.acquire("pin/1")
    assert two.acquire("pin/2")
    one.release("pin/1")
    one.release("unknown")
    assert two.acquire("pin/1")
    for pin in ("pin/1", "pin/2"):
        two.release(pin)
    assert all("pin" not in path.name for path in (tmp_path / "locks").iterdir())


def test_a_lock_file_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(EnvironmentProblem):
        FileLock(tmp_path / "folder").acquire()


@pytest.mark.parametrize(
    ("environment", "platform", "may"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_is_there_a_screen(environment: dict[str, str], platform: str, may: bool) -> None:
    assert can_show(environment, platform) is may


def test_the_browser_gets_web_addresses_only() -> None:
    opened: list[str] = []

    def start(address: str) -> bool:
        opened.append(address)
        return True

    def fail(address: str) -> bool:
        raise webbrowser.Error(address)

    screen = {"DISPLAY": ":0"}
    assert open_browser("https://oauth.jd.id/x", screen, start)
    assert not open_browser("file:///etc/passwd", screen, start)
    assert not open_browser("https://oauth.jd.id/x", {}, start)
    assert not open_browser("https://oauth.jd.id/x", screen, fail)
    assert opened == ["https://oauth.jd.id/x"]
