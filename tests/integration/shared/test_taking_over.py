"""Processes on one PostgreSQL database: one syncs, one is killed, another goes on."""

from __future__ import annotations

import json
import os
import signal
import sys
import time

import pytest

from tests.integration.shared.pcs import Pc, SharedMerchant, check_sums, holder, wait_for

pytestmark = [pytest.mark.postgresql, pytest.mark.slow]
WITHIN_S = 60.0


def test_of_three_one_is_killed_and_another_takes_over_exactly_once(
    merchant: SharedMerchant, others: list[Pc], capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = merchant.order(40)
    before = len(merchant.at_jd())
    processes = [pc.begin_sync() for pc in others]
    wait_for(lambda: len(merchant.at_jd()) >= before + 8)
    killed = holder(merchant.url)
    assert killed in {process.pid for process in processes}
    os.kill(killed, signal.SIGKILL)
    began, known = time.monotonic(), len(merchant.at_jd())
    heir = wait_for(lambda: (now := holder(merchant.url)) != killed and now, WITHIN_S)
    turn_s = time.monotonic() - began
    wait_for(lambda: len(merchant.at_jd()) > known, WITHIN_S)
    pushed_s = time.monotonic() - began
    with capsys.disabled():
        sys.stderr.write(f"\ntaken over in {turn_s:.1f} s, first order in {pushed_s:.1f} s\n")
    reports = []
    for process in processes:
        out, err = process.communicate(timeout=100)
        if process.pid != killed:
            assert process.returncode == 0, out + err
            reports.append(json.loads(out))
    assert heir in {process.pid for process in processes}
    assert [report["idle"] for report in reports] == [True, True]
    merchant.check_exactly_once(numbers)
    check_sums(merchant.url, numbers)
    assert pushed_s < WITHIN_S
