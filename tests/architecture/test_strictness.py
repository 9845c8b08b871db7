"""The strictness of the suite is itself shown: what must fail a test does fail it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.architecture.sources import ROOT

SUITE = """
import logging
import os
import threading
import warnings

import pytest


def test_stray_log_fails():
    logging.getLogger("x").warning("stray")
    assert os


def test_stray_log_in_a_thread_fails():
    worker = threading.Thread(target=logging.error, args=("stray",), name="worker")
    worker.start()
    worker.join()
    assert worker.name


@pytest.mark.expects_log
def test_expected_log_passes():
    logging.getLogger("x").error("known")
    assert os


@pytest.mark.expects_log
def test_missing_log_fails():
    assert os


def test_quiet_log_passes():
    logging.getLogger("x").info("fine")
    assert os


def test_warning_fails():
    warnings.warn("old", DeprecationWarning)
    assert os


def test_qt_warning_fails(qapp):
    from PySide6.QtCore import qWarning
    qWarning("badly used")
    assert qapp


def test_home_passes(tmp_path_factory):
    assert os.environ["HOME"].startswith(str(tmp_path_factory.getbasetemp()))


async def test_coroutine_passes():
    assert os


@pytest.mark.xfail(reason="it is mended meanwhile")
def test_unexpected_success_fails():
    assert os
"""


def run(folder: Path, text: str) -> str:
    """Run a suite under this project's settings and return pytest's report."""
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "conftest.py")
    (folder / "test_suite.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-rA"]
    result = subprocess.run(
        [*command, "--rootdir", str(folder), "-p", "no:cacheprovider", str(folder)],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return result.stdout + result.stderr


def test_every_name_tells_its_outcome(tmp_path: Path) -> None:
    report = run(tmp_path, SUITE)
    outcomes = set(re.findall(r"^(PASSED|FAILED|ERROR) \S+::(test_\w+)", report, re.MULTILINE))
    bad = {name for outcome, name in outcomes if outcome != "PASSED"}
    names = set(re.findall(r"def (test_\w+)", SUITE))
    assert names == {name for _, name in outcomes}, report
    assert bad == {name for name in names if name.endswith("_fails")}, report


def test_an_unknown_marker_is_refused(tmp_path: Path) -> None:
    report = run(
        tmp_path, "import pytest\n\n\n@pytest.mark.slwo\ndef test_x():\n    assert pytest\n"
    )
    assert "'slwo' not found in `markers`" in report


def test_the_seed_is_printed(tmp_path: Path) -> None:
    report = run(tmp_path, "def test_x():\n    assert __name__\n")
    assert "Using --randomly-seed=" in report
