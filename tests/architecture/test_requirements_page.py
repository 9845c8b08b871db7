"""The page on requirements names tests: each exists, and no number of its area is left out."""

from __future__ import annotations

import re

from tests.architecture.sources import ROOT

PAGE = ROOT / "docs" / "requirements.md"
NAMED = re.compile(r"`([\w/]+\.py)(?:::(\w+))?`")
WANTED = [*range(1, 16), 18]


def test_every_test_named_there_exists() -> None:
    missing = []
    for file, name in NAMED.findall(PAGE.read_text(encoding="utf-8")):
        path = ROOT / "tests" / file
        source = path.read_text(encoding="utf-8") if path.exists() else ""
        if not source or (name and f"def {name}(" not in source):
            missing.append(f"{file}::{name}")
    assert missing == []


def test_every_requirement_is_shown_by_a_test() -> None:
    rows = dict(re.findall(r"^\| R(\d+) \|(.*)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    bare = [f"R{number}" for number in WANTED if not NAMED.search(rows.get(str(number), ""))]
    assert bare == []
