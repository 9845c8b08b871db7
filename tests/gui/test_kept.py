"""What the window remembers: for this user alone, and never a reason not to open."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from jdfulfil_desktop.gui.kept import FILE, THEME, Kept


def test_what_is_kept_is_there_the_next_time_for_this_user_alone(tmp_path: Path) -> None:
    first = Kept(tmp_path)
    first.save(THEME, "dark")
    first.flush()
    assert Kept(tmp_path).load(THEME) == "dark"
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert Kept(tmp_path).take(THEME) == "dark"
    assert Kept(tmp_path).load(THEME) is None


@pytest.mark.parametrize("damage", [b"\0" * 400, b"\xff\xfe\x00garbage", b"[General\n=\n]]["])
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE).write_bytes(damage)
    kept = Kept(tmp_path)
    assert kept.load(THEME) is None
    kept.save(THEME, "light")
    kept.flush()
    assert Kept(tmp_path).load(THEME) == "light"
    assert (tmp_path / "window.damaged.ini").read_bytes() == damage
