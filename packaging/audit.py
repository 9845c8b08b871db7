"""Ask for known vulnerabilities of the locked packages, where somebody can be asked.

    python packaging/audit.py     # exit code 1 where one is known

The lock is what is asked about, not what happens to be installed. Where no service answers nothing
is shown to be well, and that is said; it is no reason to stop work without a network.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "runtime.lock"
SERVICES = ("osv", "pypi")
PATIENCE_S = 90


def ask(service: str) -> list[dict[str, Any]]:
    """Give what a service says of each package; empty where it does not answer."""
    command = [
        *(sys.executable, "-m", "pip_audit", "-r", str(LOCK), "--disable-pip", "-f", "json"),
        *("-s", service, "--progress-spinner", "off", "--timeout", "5"),
    ]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        return []
    return [package for package in found if "vulns" in package]


def verdict(packages: list[dict[str, Any]]) -> list[str]:
    """Give a line for each known vulnerability of what was looked at."""
    return [
        f"{package['name']} {package['version']}: {vulnerability['id']}, mended in "
        f"{', '.join(vulnerability['fix_versions']) or 'no release yet'}"
        for package in packages
        for vulnerability in package["vulns"]
    ]


def main() -> int:
    """Ask the services in turn until one answers."""
    for service in SERVICES:
        packages = ask(service)
        if packages:
            lines = verdict(packages)
            print(
                "\n".join(lines) or f"audit: {len(packages)} packages, nothing known ({service})."
            )
            return 1 if lines else 0
    print("audit: no service answers here; nothing was looked up.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
