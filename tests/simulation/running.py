"""Simulate days of a merchant's life: `python -m tests.simulation --days 10000 --seed 1`.

Lives of ten days each, seed after seed, on all cores. The first failure ends the run and says how
to live it again; `--log` prints what happened in one life.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator, Sequence

from tests.simulation.life import Verdict, live
from tests.simulation.mutants import MUTANTS, hunt
from tests.simulation.pc import Counts

DAYS_A_LIFE = 10
FILE_EVERY = 25
"""One life in so many is lived on a file instead of in memory."""


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def one(seed_and_days: tuple[int, int]) -> Verdict:
    """Live one life; every 25th on a file."""
    seed, days = seed_and_days
    gc.collect()
    return live(seed, days, in_memory=seed % FILE_EVERY != 0)


def lives(seed: int, days: int) -> Iterator[tuple[int, int]]:
    """Cut days into lives: seed, seed + 1 … of ten days each, the last one shorter."""
    while days > 0:
        yield seed, min(days, DAYS_A_LIFE)
        seed, days = seed + 1, days - DAYS_A_LIFE


def replay(verdict: Verdict, days: int) -> str:
    """Say how to live a life again."""
    return f"make simulate SEED={verdict.seed} DAYS={min(days, DAYS_A_LIFE)}"


def simulate(seed: int, days: int, jobs: int) -> int:
    """Live all days; tells every failure. Exit code 1 where there was one."""
    began, total, failures = time.perf_counter(), Counts(), 0
    with multiprocessing.get_context("spawn").Pool(jobs, maxtasksperchild=200) as pool:
        for verdict in pool.imap(one, list(lives(seed, days))):
            total.add(verdict.counts)
            if verdict.wrong:
                failures += 1
                say(f"seed {verdict.seed}: {verdict.wrong}\n    again: {replay(verdict, days)}")
    took = time.perf_counter() - began
    say(
        f"{total.days} days in {took:.0f} s ({total.days / took:.1f} a second): {total.orders} "
        f"orders, {total.pushed} documents at JD, {total.deaths} deaths, {total.restores} restored "
        f"backups, {total.transactions} transactions; all compared {total.quiet} times: "
        f"{failures} lives in which something was lost, doubled or stuck"
    )
    return 1 if failures else 0


def show(seed: int, days: int) -> int:
    """Live one life and print what happened in it."""
    verdict = live(seed, days, in_memory=seed % FILE_EVERY != 0, logs=True)
    for line in verdict.log or ():
        say(line)
    say(f"seed {seed}, digest {verdict.digest}: {verdict.wrong or 'nothing wrong'}")
    return 1 if verdict.wrong else 0


def mutants(names: Sequence[str], most_days: int) -> int:
    """Plant each bug and tell after how many days it was found."""
    missed = 0
    say("| planted bug | found after | by |\n|---|---|---|")
    for mutant in MUTANTS:
        if names and mutant.name not in names:
            continue
        found = hunt(mutant, most_days)
        missed += not found.wrong
        after = f"{found.days} days" if found.wrong else f"not within {found.days} days"
        say(f"| {mutant.name}: {mutant.about} | {after} | {found.wrong[:90]} |")
    return 1 if missed else 0


def main() -> int:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(prog="simulate", description=__doc__)
    parser.add_argument("--days", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--log", action="store_true", help="one life, step by step")
    parser.add_argument(
        "--mutants", nargs="*", metavar="NAME", help="plant bugs, all or those named"
    )
    given = parser.parse_args()
    if given.mutants is not None:
        return mutants(given.mutants, given.days)
    if given.log:
        return show(given.seed, min(given.days, DAYS_A_LIFE))
    return simulate(given.seed, given.days, given.jobs)
