"""Write the lock files, or check that they fit `pyproject.toml`.

    python packaging/lock.py            choose versions anew (needs the network)
    python packaging/lock.py --check    compare names and look for addresses (no network)

`runtime.lock` holds what the program and its build hook need, `dev.lock` all that tests and checks
need besides, at the same versions. Both are for every platform and Python that we support, and
name no index: a mirror must work as well as the public one.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
# Installed beside the runtime packages because the checkout is installed without build isolation.
BUILD = "build.in"


def compile_lock(name: str, *arguments: str) -> int:
    """Resolve one lock file for all platforms, with hashes and without addresses."""
    uv = Path(sys.executable).with_name("uv")
    command = [
        str(uv if uv.exists() else shutil.which("uv") or "uv"),
        *("pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes"),
        *("--no-emit-index-url", "--no-annotate", "--upgrade", "--quiet"),
        *("--custom-compile-command", "make lock", "--output-file", str(LOCKS / name)),
        *arguments,
    ]
    return subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode


def write_locks() -> int:
    """Write both files; the second is held to the versions of the first."""
    sources = ["pyproject.toml", "--extra", "postgresql", f"requirements/{BUILD}"]
    return compile_lock("runtime.lock", *sources) or compile_lock(
        "dev.lock", "--extra", "dev", "--constraint", "requirements/runtime.lock", *sources
    )


def canonical(requirement: str) -> str:
    """Reduce a requirement to its normalised name."""
    name = re.split(r"[\s\[<>=!~;@]", requirement.strip(), maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def locked_names(path: Path) -> set[str]:
    """Read the names that a lock file pins."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {canonical(line) for line in lines if re.match(r"[A-Za-z0-9]", line)}


def problems() -> list[str]:
    """Say what in the lock files does not fit; empty when all is well."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    own = canonical(project["name"])
    build = (LOCKS / BUILD).read_text(encoding="utf-8").splitlines()
    runtime = [*project["dependencies"], *extras["postgresql"], *build]
    wanted = {"runtime.lock": runtime, "dev.lock": [*runtime, *extras["dev"]]}
    found = []
    for name, requirements in wanted.items():
        names = {canonical(line) for line in requirements if line and line[0] != "#"} - {own}
        missing = names - locked_names(LOCKS / name)
        if missing:
            found.append(f"{name} lacks {', '.join(sorted(missing))}: run `make lock`")
        if re.search(r"://|--index|--find-links", (LOCKS / name).read_text(encoding="utf-8")):
            found.append(f"{name} names an address; a lock must work with any index")
    return found


def main() -> int:
    """Write or check, as asked."""
    parser = argparse.ArgumentParser(description="write or check the lock files")
    parser.add_argument("--check", action="store_true", help="compare only")
    if not parser.parse_args().check:
        return write_locks()
    found = problems()
    for line in found:
        print(f"lock: {line}", file=sys.stderr)
    if not found:
        print("Lock files fit pyproject.toml.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
