"""The commands of docs/command-line.md, run as they stand there, judged by the practice gateway."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import httpx
import pytest

from tests.e2e.cli.program import ROOT, Program, Sandbox

PAGE = ROOT / "docs" / "command-line.md"
DONE, CANCELLED = "SHOPEE-260728K7QX2M9A", "SHOPEE-260729F1MG6U5L"
COFFEE = "KOPI-GAYO-250"
LAST_WORD = "kill $PRACTICE"


def blocks() -> list[str]:
    """Give the page's shell blocks in their order."""
    return re.findall(r"```sh\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)


def script(folder: Path) -> str:
    """Join the blocks; the last word, that ends the practice gateway, is left to the test."""
    text = "\n".join(blocks())
    assert text.count(LAST_WORD) == 1
    assert '"$PWD/out/walk-through"' in text
    place = text.replace('"$PWD/out/walk-through"', f'"{folder}"')
    return f"set -euo pipefail\n{place}".replace(LAST_WORD, "echo $PRACTICE > pid")


def work_place(folder: Path) -> dict[str, str]:
    """Make a folder with the samples and a command `jdfulfil`; gives the environment for it."""
    (folder / "resources").mkdir()
    shutil.copytree(ROOT / "resources" / "samples", folder / "resources" / "samples")
    command = folder / "bin" / "jdfulfil"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jdfulfil_desktop "$@"\n')
    command.chmod(0o700)
    hidden = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"), "")
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, **hidden, "PYTHONPATH": str(ROOT), "PATH": path}


def room_of(data: Path) -> Sandbox:
    first = (data / "practice.json").read_text(encoding="utf-8").splitlines()[0]
    return Sandbox(json.loads(first), httpx.Client(timeout=20, trust_env=False))


def log_in_when_asked(said: IO[str], data: Path, heard: list[str]) -> None:
    """Read what the commands tell people; log in at the address that they give."""
    for line in said:
        heard.append(line)
        if line.startswith("http") and "/oauth2/to_login" in line:
            room = room_of(data)
            room.log_in(line.strip(), merchant=0, subscribe=False)
            room.http.close()


@pytest.fixture
def walked(tmp_path: Path) -> Iterator[tuple[Sandbox, Program]]:
    """Run the whole page, then give the practice gateway that it left and its data folder."""
    for tool in ("bash", "curl", "jq"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed, and the page's commands need it")
    folder, data = tmp_path / "checkout", tmp_path / "data"
    folder.mkdir()
    heard: list[str] = []
    with (
        (folder / "said").open("w") as output,
        subprocess.Popen(
            ["bash", "-c", script(data)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
            cwd=folder,
            env=work_place(folder),
        ) as shell,
    ):
        assert shell.stderr is not None
        listener = threading.Thread(
            target=log_in_when_asked, args=(shell.stderr, data, heard), name="reader"
        )
        listener.start()
        code = shell.wait(240)
        pid = (folder / "pid").read_text() if (folder / "pid").exists() else ""
        try:
            assert code == 0, "".join(heard) + (folder / "said").read_text()
            room = room_of(data)
            yield room, Program(data)
            room.http.close()
        finally:
            if pid:
                os.kill(int(pid), 15)
            listener.join(20)


def by_number(rows: list[dict[str, Any]], name: str) -> dict[str, dict[str, Any]]:
    return {row[name]: row for row in rows}


# Some forty processes, one after the other.
@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(os.name == "nt", reason="the page's commands are for a POSIX shell")
def test_the_page_works_as_it_stands(walked: tuple[Sandbox, Program]) -> None:
    room, program = walked
    held = room.state()
    at_jd = by_number(held["outbound"], "isvUUID")
    assert len(at_jd) == len(held["outbound"])
    assert at_jd[CANCELLED]["thirdWayBill"] == "JNE0000000777"
    assert (int(at_jd[CANCELLED]["status"]), int(at_jd[DONE]["status"])) == (10028, 10020)
    assert len(held["inbound"]) == 1
    assert len(held["goods"]) == 10
    here = by_number(program.do("outbound", "list")["outbounds"], "outbound_no")
    pushed = [number for number, row in here.items() if row["push_state"] == "pushed"]
    assert sorted([*pushed, CANCELLED]) == sorted(at_jd)
    assert (here[DONE]["shipment_state"], here[CANCELLED]["push_state"]) == (
        "completed",
        "cancelled",
    )
    stock = by_number(program.do("stock", "list")["stock"], "sku")
    assert stock[COFFEE]["on_hand"] == stock[COFFEE]["jd_figure"] < 20
    assert (program.data_dir / "backup.db").exists()


def test_every_command_there_is_one_of_ours() -> None:
    words = re.findall(r"\bjdfulfil ([a-z]+(?: [a-z]+)?)", "\n".join(blocks()))
    ours = (ROOT / "jdfulfil_desktop" / "cli").glob("*.py")
    known = set(re.findall(r'Command\("([a-z ]+)"', "\n".join(p.read_text("utf-8") for p in ours)))
    known |= {"sandbox", "doctor"}
    assert len(words) > 25
    assert [word for word in words if word not in known and word.split()[0] not in known] == []
