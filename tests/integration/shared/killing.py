"""Kill processes at random moments while they sync one PostgreSQL database, and judge.

`python -m tests.integration.shared.killing --kills 20 --seed 1` prints what was done and found.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from random import Random

from tests.contract.sandbox.serving import start
from tests.helpers.postgresql import running
from tests.integration.shared.pcs import Pc, SharedMerchant, check_sums, holder, query, wait_for

ORDERS = 12
"""New orders a kill."""


def kill_often(merchant: SharedMerchant, pcs: list[Pc], kills: int, seed: int) -> dict[str, object]:
    """Keep every PC syncing, kill the one whose turn it is at random moments; judge at the end.

    Raises AssertionError where an order was lost or doubled, or a sum of the ledger is wrong.
    """
    chance, pause = Random(seed), threading.Event()
    running_now: dict[int, subprocess.Popen[str]] = {}
    numbers: list[str] = []
    takeovers: list[float] = []
    states: dict[str, int] = {}
    try:
        for _ in range(kills):
            numbers += merchant.order(ORDERS)
            for place, pc in enumerate(pcs):
                if place not in running_now or running_now[place].poll() is not None:
                    _reap(running_now.pop(place, None))
                    running_now[place] = pc.begin_sync(600)
            by_pid = {process.pid: process for process in running_now.values()}
            began = time.monotonic()
            wait_for(lambda: holder(merchant.url) in by_pid, 60)  # noqa: B023  asked at once
            takeovers.append(time.monotonic() - began)
            pause.wait(chance.uniform(0.05, 1.5))
            by_pid.get(holder(merchant.url), next(iter(by_pid.values()))).kill()
            for state, count in query(
                merchant.url, "SELECT push_state, count(*) FROM outbounds GROUP BY 1"
            ):
                states[state] = states.get(state, 0) + int(count)
    finally:
        for process in running_now.values():
            process.kill()
            _reap(process)
    wait_for(lambda: merchant.sync(600).idle, 300)
    merchant.check_exactly_once(numbers)
    check_sums(merchant.url, numbers)
    return {
        "seed": seed,
        "kills": kills,
        "orders": len(numbers),
        "states_seen_after_kills": states,
        "longest_wait_for_a_turn_s": round(max(takeovers), 1),
        "lost": 0,
        "doubled": 0,
    }


def _reap(process: subprocess.Popen[str] | None) -> None:
    if process is not None:
        process.communicate(timeout=20)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(running())
        practice = start("--rate", "0", "--daily", "0")
        assert practice.process is not None
        stack.callback(practice.process.communicate, timeout=10)
        stack.callback(practice.process.terminate)
        url = server.make()
        merchant = SharedMerchant(practice, folder / "pc1", url)
        stack.callback(merchant.close)
        merchant.set_up()
        pcs = [Pc(folder / f"pc{n}", url) for n in (2, 3)]
        for pc in pcs:
            pc.run("key", "import", stdin=merchant.key())
        found = kill_often(merchant, pcs, args.kills, args.seed)
        sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
