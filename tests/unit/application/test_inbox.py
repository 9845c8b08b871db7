"""Which files of a folder are whole: those that stand the same at two looks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jdfulfil_desktop.application.inbox import Inbox, Look, Standing, digest_of, standing_in

A = Standing(Path("a.xlsx"), 10, 1)


def test_a_file_counts_once_it_stands_still() -> None:
    inbox = Inbox()
    assert inbox.look([A]) == Look((), growing=True)
    grown = replace(A, size=20, written_ns=2)
    assert inbox.look([grown]) == Look((), growing=True)
    assert inbox.look([grown]) == Look((grown,), growing=False)
    assert inbox.look([grown]) == Look((), growing=False)


def test_an_empty_file_is_still_on_its_way() -> None:
    inbox, empty = Inbox(), replace(A, size=0)
    assert [inbox.look([empty]).growing for _ in range(3)] == [True, True, True]


def test_a_file_written_anew_counts_again() -> None:
    inbox = Inbox()
    for _ in range(2):
        inbox.look([A])
    newer = replace(A, written_ns=9)
    assert [inbox.look([newer]).whole for _ in range(2)] == [(), (newer,)]


def test_only_tables_are_looked_at(tmp_path: Path) -> None:
    for name in ("b.csv", "a.xlsx.part", "c.csv.crdownload", "~$b.xlsx", ".c.csv", "d.pdf"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert [one.path.name for one in standing_in(tmp_path)] == ["b.csv"]
    assert standing_in(tmp_path / "none") == []
    assert len(digest_of(tmp_path / "b.csv")) == 64
    assert digest_of(tmp_path / "none") == ""
