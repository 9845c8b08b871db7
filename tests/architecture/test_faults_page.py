"""The page on faults names tests: each of them exists."""

from __future__ import annotations

import re

from tests.architecture.sources import ROOT

PAGE = ROOT / "docs" / "faults.md"
NAMED = re.compile(r"`([\w/]+\.py)(?:::(\w+))?`")


def test_every_test_named_there_exists() -> None:
    named = NAMED.findall(PAGE.read_text(encoding="utf-8"))
    assert len(named) > 60
    missing = []
    for file, name in named:
        path = ROOT / "tests" / file
        source = path.read_text(encoding="utf-8") if path.exists() else ""
        if not source or (name and f"def {name}(" not in source):
            missing.append(f"{file}::{name}")
    assert missing == []


def test_every_line_is_shown_or_said_to_come_later() -> None:
    rows = [
        line
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| what ")
    ]
    assert len(rows) > 40
    open_ones = [row for row in rows if not NAMED.search(row) and "**later**" not in row]
    assert open_ones == []
