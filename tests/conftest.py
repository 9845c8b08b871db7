"""Strictness for every test: stray log records fail it, windows stay unseen, homes clean."""

from __future__ import annotations

import gc
import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

# Before anything imports Qt: no test may open a window on somebody's desktop by accident.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")


_MUCH_GARBAGE = 20_000
"""Objects more than at the last look: a window leaves as many."""
_OLD = 100
"""So many looks at what is new come before one at everything, which takes seconds."""


@pytest.fixture(autouse=True)
def garbage_is_collected_here() -> Iterator[None]:
    """Look for garbage between tests alone, in this thread.

    A worker thread that destroyed a test's windows would wait for this one for ever
    (`gui/garbage.py`).
    """
    gc.disable()
    yield
    if gc.get_count()[0] > _MUCH_GARBAGE:
        gc.collect(2 if gc.get_count()[2] > _OLD else 1)


class RecordKeeper(logging.Handler):
    """Keep every record of WARNING and above, from any thread."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_stray_logs(request: pytest.FixtureRequest) -> Iterator[RecordKeeper]:
    """Fail a test that made the program warn, unless it is marked `expects_log`.

    A marked test must see at least one record: a mark that is no longer true is a wrong statement.
    """
    keeper = RecordKeeper()
    root = logging.getLogger()
    root.addHandler(keeper)
    try:
        yield keeper
    finally:
        root.removeHandler(keeper)
    lines = [f"{r.levelname} {r.name}: {r.getMessage()}" for r in keeper.records]
    if request.node.get_closest_marker("expects_log"):
        if not lines:
            pytest.fail("marked expects_log, but nothing was logged at WARNING or above")
    elif lines:
        pytest.fail("unexpected log records:\n" + "\n".join(lines))


@pytest.fixture(autouse=True)
def clean_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point every place that the platform offers for data to an empty folder of this test."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(
            name, str(home / name.removeprefix("XDG_").removesuffix("_HOME").lower())
        )
    # No test may ask the keyring of the person who runs it: for tests there is none.
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.delenv("JDFULFIL_DATA_DIR", raising=False)
    monkeypatch.delenv("JDFULFIL_DATABASE", raising=False)
    return home


@pytest.fixture
def browser(tmp_path: Path, clean_home: Path) -> Iterator[Any]:
    """Start Chromium without a window, with an empty profile and no talk to anybody."""
    from selenium import webdriver

    found = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    binary, driver = next(filter(None, found), None), shutil.which("chromedriver")
    if binary is None or driver is None:
        pytest.skip("Chromium and its chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for switch in (
        "--headless=new",
        "--no-sandbox",  # root, and containers without user namespaces
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--no-proxy-server",
        f"--user-data-dir={tmp_path / 'chromium'}",
    ):
        options.add_argument(switch)
    service = webdriver.ChromeService(executable_path=driver)
    with webdriver.Chrome(options=options, service=service) as started:
        started.set_page_load_timeout(30)
        yield started
