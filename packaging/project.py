"""Run the chores of a checkout: what `make` does, in the same words on Linux, macOS and Windows.

    python3 packaging/project.py run | test | lint | assets | translations | screenshots | bench |
        package | lock

Standard library only: it is what makes the environment. Each chore first brings its environment up
to date (nothing to do: a fraction of a second) and then hands over to the real program.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import environment
import system

ROOT = Path(__file__).resolve().parent.parent
LINTED = ["jdfulfil_desktop", "tests", "packaging", "benchmarks"]


def run(*command: str | Path, extra_env: dict[str, str] | None = None) -> int:
    """Run a command in the checkout and return its exit code."""
    sys.stdout.flush()
    settings = {**os.environ, "PYTHONUNBUFFERED": "1", **(extra_env or {})}
    try:
        result = subprocess.run(
            [str(part) for part in command], cwd=ROOT, env=settings, check=False
        )
    except KeyboardInterrupt:
        return 130
    return result.returncode


def first_failure(*steps: Callable[[], int]) -> int:
    """Run steps until one fails; return its exit code."""
    for step in steps:
        code = step()
        if code:
            return code
    return 0


def all_of(*steps: Callable[[], int]) -> int:
    """Run every step, so that one run shows everything there is to mend."""
    return max([step() for step in steps], default=0)


def chore_run(arguments: list[str]) -> int:
    """Open the window in practice mode; without a display run the same main job offscreen."""
    display = system.has_display()
    system.ensure([*system.QT, *(system.QT_X11 if display else system.FONTS)])
    tools = environment.ensure(ROOT, "runtime")
    if display:
        return run(tools / "jdfulfil", "gui", "--practice", "--samples", *arguments)
    print("No display here: the main job runs offscreen; pictures go to out/demo/.")
    demo = ["demo", "--headless", "--out", "out/demo"]
    return run(tools / "jdfulfil", *demo, *arguments, extra_env={"QT_QPA_PLATFORM": "offscreen"})


def chore_test(arguments: list[str]) -> int:
    """Run every test with branch coverage of domain, wire and sync, then hold these to 100 %.

    On all cores at once; what measures time or memory runs after that, alone.
    """
    tools_of_tests = [*system.BROWSER, *system.PAPERS, *system.WALK_THROUGH, *system.POSTGRESQL]
    system.ensure([*system.QT, *system.FONTS, *tools_of_tests])
    tools = environment.ensure(ROOT, "dev")
    platform = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    if arguments:  # a part of the tests says nothing about coverage
        return run(tools / "pytest", *arguments, extra_env=platform)
    measured: list[str | Path] = [tools / "pytest", "--cov", "--cov-report="]
    spread = ["-m", "not alone", "--numprocesses", "auto", "--dist", "worksteal"]
    return first_failure(
        lambda: run(*measured, *spread, extra_env=platform),
        lambda: run(*measured, "-m", "alone", "--cov-append", extra_env=platform),
        lambda: chore_cov([]),
    )


def chore_cov(_arguments: list[str]) -> int:
    """Report the coverage of the last whole test run and hold it to the limits."""
    tools = environment.ensure(ROOT, "dev")
    return run(tools / "python", "packaging/coverage_gate.py")


def chore_lint(_arguments: list[str]) -> int:
    """Check style, types, layers, the lock and what is known of it; run all, then fail."""
    system.ensure(system.QT)
    tools = environment.ensure(ROOT, "dev")
    linted = [name for name in LINTED if (ROOT / name).is_dir()]
    return all_of(
        lambda: run(tools / "python", "packaging/assets.py"),
        lambda: run(tools / "ruff", "check", *linted),
        lambda: run(tools / "ruff", "format", "--check", *linted),
        lambda: run(tools / "mypy"),
        lambda: run(tools / "lint-imports"),
        lambda: run(tools / "python", "packaging/lock.py", "--check"),
        lambda: run(tools / "python", "packaging/audit.py"),
    )


def chore_assets(_arguments: list[str]) -> int:
    """Make forms, translations and resources."""
    system.ensure(system.QT)
    return run(environment.ensure(ROOT, "runtime") / "python", "packaging/assets.py")


def chore_translations(arguments: list[str]) -> int:
    """Read the window's words into resources/i18n/*.ts and say which still lack a translation."""
    system.ensure(system.QT)
    tools = environment.ensure(ROOT, "runtime")
    return run(tools / "python", "packaging/translations.py", *arguments)


def chore_screenshots(arguments: list[str]) -> int:
    """Photograph pages and dialogs, light and dark: Indonesian as it is, English at 150 %."""
    system.ensure([*system.QT, *system.FONTS])
    tools = environment.ensure(ROOT, "runtime")
    for lang, scale in (("id", "1"), ("en", "1.5")):
        place = f"out/screenshots/{lang}-{scale}"
        demo = ["--lang", lang, "demo", "--headless", "--every-dialog", "--out", place, *arguments]
        unseen = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        if code := run(tools / "jdfulfil", *demo, extra_env=unseen):
            return code
    return 0


def chore_bench(arguments: list[str]) -> int:
    """Run every benchmark, the peers beside it."""
    system.ensure(system.QT)
    tools = environment.ensure(ROOT, "dev")
    scripts = sorted((ROOT / "benchmarks").glob("bench_*.py"))
    if not scripts:
        print("There is no benchmarks/bench_*.py yet.", file=sys.stderr)
        return 1
    quiet = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    steps = [
        lambda script=script: run(tools / "python", script, *arguments, extra_env=quiet)
        for script in scripts
    ]
    return all_of(*steps)


def chore_simulate(arguments: list[str]) -> int:
    """Simulate days of a merchant's life with every fault, or hunt planted bugs."""
    tools = environment.ensure(ROOT, "dev")
    return run(tools / "python", "-m", "tests.simulation", *arguments)


def chore_kills(arguments: list[str]) -> int:
    """Kill the real program at random moments and judge by what the practice gateway holds."""
    tools = environment.ensure(ROOT, "dev")
    return run(tools / "python", "-m", "tests.integration.sync.kills", *arguments)


def chore_load(arguments: list[str]) -> int:
    """Live a day of 20,000 orders through the window, the gateway failing by turns."""
    system.ensure(system.QT)
    tools = environment.ensure(ROOT, "dev")
    unseen = {"QT_QPA_PLATFORM": "offscreen"}
    return run(tools / "python", "-m", "tests.e2e.load_day", *arguments, extra_env=unseen)


def chore_package(_arguments: list[str]) -> int:
    """Build the source distribution, and from it the wheel, into `dist/`."""
    system.ensure(system.QT)
    tools = environment.ensure(ROOT, "dev")
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    return run(tools / "python", "-m", "build", "--no-isolation", "--outdir", "dist")


def chore_lock(_arguments: list[str]) -> int:
    """Choose the newest fitting versions anew and write the lock files."""
    return run(environment.ensure(ROOT, "dev") / "python", "packaging/lock.py")


CHORES: dict[str, Callable[[list[str]], int]] = {
    name.removeprefix("chore_"): chore
    for name, chore in list(globals().items())
    if name.startswith("chore_")
}


def main() -> int:
    """Run the named chore; a failure that the user can mend says how, without a traceback."""
    described = "\n".join(f"  {name:12} {chore.__doc__}" for name, chore in CHORES.items())
    parser = argparse.ArgumentParser(
        description=f"chores of a checkout:\n{described}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("chore", choices=CHORES)
    known, rest = parser.parse_known_args()
    try:
        return CHORES[known.chore](rest)
    except (environment.EnvironmentProblem, system.SystemProblem) as problem:
        print(f"\n{known.chore}: {problem}", file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main())
