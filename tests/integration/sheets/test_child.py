"""The child process: its command, its end with its parent, its deaths."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.sheets.child import FLAG
from jdfulfil_desktop.adapters.sheets.process import command, run_child
from jdfulfil_desktop.domain.errors import FileProblem
from tests.helpers.order_files import many_shopee_rows
from tests.helpers.workbooks import write_csv


def start(stdout: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command(), stdin=subprocess.PIPE, stdout=stdout, stderr=subprocess.PIPE)


def test_the_child_ends_with_its_parent(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "s.csv", many_shopee_rows(20_000))
    request: dict[str, object] = {
        "what": "orders",
        "path": str(path),
        "channel": None,
        "known": {},
        "said": None,
    }
    with tempfile.TemporaryFile() as out, start(out.fileno()) as child:
        assert child.stdin is not None
        assert child.stderr is not None
        child.stdin.write(json.dumps(request).encode() + b"\n")
        child.stdin.flush()
        assert child.stderr.readline().startswith(b"\x1e")
        child.stdin.close()
        assert child.wait(timeout=30) == 3


def test_a_child_without_a_request_ends(tmp_path: Path) -> None:
    with tempfile.TemporaryFile() as out, start(out.fileno()) as child:
        assert child.stdin is not None
        child.stdin.close()
        assert child.wait(timeout=30) == 3


def test_a_crash_of_the_child_is_a_damaged_file(tmp_path: Path) -> None:
    request: dict[str, object] = {"what": "table", "path": 5, "columns": {}, "required": []}
    with tempfile.TemporaryFile() as out, pytest.raises(FileProblem) as problem:
        run_child(request, out, subject="x.xlsx")
    assert (problem.value.code, problem.value.subject) == ("damaged", "x.xlsx")
    assert problem.value.data["reason"] == "crash"


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, FLAG]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
def test_the_child_limits_itself(tmp_path: Path) -> None:
    script = (
        "import resource;"
        "from jdfulfil_desktop.adapters.sheets.limits import *;"
        "limit_process();"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0],"
        " resource.getrlimit(resource.RLIMIT_DATA)[0] <= MEMORY_LIMIT)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60
    )
    assert told.stdout.split() == ["0", "True"]


def test_the_child_loads_neither_window_nor_database() -> None:
    script = (
        "import sys;"
        "from jdfulfil_desktop.adapters.sheets import child, orders;"
        "print([m for m in ('PySide6','sqlalchemy','httpx','openpyxl') if m in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60
    )
    assert told.stdout.strip() == "[]"
