"""The process: first line, state that survives a kill, the parent's end, bad options."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.contract.sandbox.practice import Practice
from tests.contract.sandbox.serving import start


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "gateway.db"


def test_the_first_line_tells_all_and_comes_quickly() -> None:
    begin = time.monotonic()
    practice = start("--seed", "7")
    try:
        assert time.monotonic() - begin < 5
        info = practice.info
        assert info["gateway_url"] == f"{info['base_url']}/routerjson"
        assert info["oauth_url"] == info["base_url"]
        assert set(info["basic"]) == {"app_key", "app_secret", "gateway_user"}
        assert len(info["merchants"]) >= 2
        for merchant in info["merchants"]:
            assert {"user", "password", "pin", "department_no", "warehouse_nos"} <= set(merchant)
        assert len({merchant["pin"] for merchant in info["merchants"]}) == len(info["merchants"])
    finally:
        practice.stop()
    assert practice.process is not None
    assert practice.process.returncode == 0


def test_a_seed_draws_the_same_keys_but_never_the_same_gateway() -> None:
    identities = []
    for _ in range(2):
        practice = start("--seed", "7")
        published = practice.http.get(f"{practice.base}/sandbox/app").json()
        identities.append(
            (practice.info["app_secret"], published["id"], practice.info["control_key"])
        )
        practice.stop()
    assert identities[0][0] == identities[1][0]
    assert identities[0][1] != identities[1][1]
    assert identities[0][2] != identities[1][2]


def busy(practice: Practice) -> None:
    practice.authorize(subscribe=True)
    practice.stocked("A", 10)
    practice.goods("S", safeDays=30, instoreThreshold="0.5", outstoreThreshold="0.5")
    fields = practice.order_fields(practice.shop(), {"A": 2}, "O-1")
    practice.call("order.addOrder", fields)


def test_a_kill_loses_nothing_that_was_answered(state: Path) -> None:
    first = start(state=state)
    busy(first)
    before, identity = first.state(), first.http.get(f"{first.base}/sandbox/app").json()
    assert first.process is not None
    first.process.send_signal(signal.SIGKILL)
    first.stop()
    second = start(state=state)
    try:
        second.token = first.token
        assert second.state() == before
        assert second.http.get(f"{second.base}/sandbox/app").json() == identity
        assert second.info["merchants"] == first.info["merchants"]
        shop = before["outbound"][0]["shopNo"]
        fields = second.order_fields(shop, {"A": 2}, "O-1")
        assert second.code("order.addOrder", fields) == "17"
        number = second.call("order.addOrder", {**fields, "isvUUID": "O-2"})["eclpSoNo"]
        assert number not in json.dumps(before)
        second.advance("O-1", 10019)
        assert [row["totalNum"] for row in second.state()["stock"]] == [8]
    finally:
        second.stop()


def test_a_kill_in_the_middle_of_many_orders_keeps_each_answered_one(state: Path) -> None:
    first = start("--rate", "0", "--daily", "0", state=state)
    first.authorize()
    first.goods("A")
    shop = first.shop()
    answered = []
    for index in range(30):
        fields = first.order_fields(shop, {"A": 1}, f"O-{index}")
        answered.append(first.call("order.addOrder", fields)["eclpSoNo"])
    assert first.process is not None
    first.process.send_signal(signal.SIGKILL)
    first.stop()
    second = start(state=state)
    try:
        assert [row["eclpSoNo"] for row in second.state()["outbound"]] == answered
    finally:
        second.stop()


def test_the_state_file_is_for_its_owner_alone_and_held_by_one_gateway(state: Path) -> None:
    practice = start(state=state)
    try:
        assert stat.S_IMODE(state.stat().st_mode) == 0o600
        assert stat.S_IMODE(state.parent.stat().st_mode) == 0o700
        second = subprocess.run(
            [sys.executable, "-m", "jdfulfil_desktop.sandbox", "--state", str(state)],
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
        assert second.returncode == 3
        assert second.stdout == ""
        assert "state file" in second.stderr
    finally:
        practice.stop()


def test_a_file_that_is_no_state_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("dear diary " * 100)
    run = subprocess.run(
        [sys.executable, "-m", "jdfulfil_desktop.sandbox", "--state", str(path)],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert run.returncode == 3
    assert path.read_text() == "dear diary " * 100


def test_a_taken_port_is_told() -> None:
    practice = start()
    try:
        port = practice.base.rpartition(":")[2]
        run = subprocess.run(
            [sys.executable, "-m", "jdfulfil_desktop.sandbox", "--port", port],
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
        assert run.returncode == 3
        assert port in run.stderr
    finally:
        practice.stop()


def test_it_ends_with_its_parent_when_told() -> None:
    practice = start("--with-parent")
    assert practice.process is not None
    assert practice.process.stdin is not None
    practice.process.stdin.close()
    assert practice.process.wait(10) == 0
    practice.process.stdin = None
    practice.stop()


def test_sigterm_ends_it_although_streams_are_open() -> None:
    practice = start()
    practice.authorize(subscribe=True)
    assert practice.process is not None
    with practice.listen() as lines:
        next(lines)
        begin = time.monotonic()
        os.kill(practice.process.pid, signal.SIGTERM)
        assert practice.process.wait(10) == 0
        assert time.monotonic() - begin < 5
    practice.stop()


@pytest.mark.parametrize("option", [["--port", "70000"], ["--rate", "-1"], ["--port", "x"]])
def test_wrong_options_are_wrong_usage(option: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "jdfulfil_desktop.sandbox", *option],
        capture_output=True,
        timeout=20,
        check=False,
    )
    assert run.returncode == 2
