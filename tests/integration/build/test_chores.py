"""The chores behind `make`: what is missing is found by looking for the thing itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def chores(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the chores' modules importable by the names that they use among themselves."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return ROOT / "packaging"


def test_a_need_is_met_by_the_thing_itself(chores: Path) -> None:
    import system

    assert system.Need("python3", programs=("no-such-program", "sh")).is_met()
    assert not system.Need("x", programs=("no-such-program",)).is_met()
    assert not system.Need("x", library="libno-such-library.so.9").is_met()
    assert not system.Need("x", glob="share/no-such-folder/*").is_met()


def test_nothing_missing_installs_nothing(chores: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import system

    system.ensure([system.Need("sh", programs=("sh",))])
    assert capsys.readouterr().out == ""


def test_without_a_package_manager_the_names_are_said(
    chores: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import system

    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(system.SystemProblem, match="libegl1"):
        system.install(["libegl1"], why="what Qt needs")


def test_wished_things_never_stop_a_chore(
    chores: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    import system

    monkeypatch.setenv("PATH", str(tmp_path))
    system.ensure([system.Need("fonts-none", glob="share/no-such-folder/*", required=False)])
    assert "Going on without" in capsys.readouterr().err


def test_an_unusable_environment_is_seen(chores: Path, tmp_path: Path) -> None:
    import environment

    assert environment.works(Path(sys.executable).parent)
    assert not environment.works(tmp_path)


def test_stamps_tell_what_was_installed(chores: Path, tmp_path: Path) -> None:
    import environment

    (tmp_path / "requirements").mkdir()
    lock = tmp_path / "requirements" / "dev.lock"
    lock.write_text("a==1\n", encoding="ascii")
    assert not environment.is_current(tmp_path, "dev")
    environment.write_stamp(tmp_path, "dev", environment.wanted_lock(tmp_path, "dev"))
    assert environment.is_current(tmp_path, "dev")
    lock.write_text("a==2\n", encoding="ascii")
    assert not environment.is_current(tmp_path, "dev")


def test_locks_fit_and_name_no_address(chores: Path) -> None:
    import lock

    assert lock.problems() == []
    assert lock.canonical("PySide6_Essentials>=6.7; x") == "pyside6-essentials"
    assert lock.canonical("psycopg[binary]>=3") == "psycopg"


def test_every_chore_is_in_the_makefile() -> None:
    result = subprocess.run(
        [sys.executable, "packaging/project.py", "--help"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    chores = makefile.split("CHORES := ")[1].splitlines()[0].split()
    assert chores
    assert all(f"  {chore} " in result.stdout for chore in chores)


def test_a_known_vulnerability_is_named_with_its_mending(chores: Path) -> None:
    import audit

    found = audit.verdict(
        [
            {"name": "good", "version": "1", "vulns": []},
            {"name": "bad", "version": "2", "vulns": [{"id": "CVE-1", "fix_versions": ["3"]}]},
            {"name": "worse", "version": "2", "vulns": [{"id": "CVE-2", "fix_versions": []}]},
        ]
    )
    assert found == ["bad 2: CVE-1, mended in 3", "worse 2: CVE-2, mended in no release yet"]
