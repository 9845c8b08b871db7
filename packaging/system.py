"""Find what the operating system lacks and install just that, or say which packages to install.

Looked for is the thing itself (a library that loads, a program on PATH, a font file), never a
package name: a machine that got it another way is left alone. Only Debian and Ubuntu are installed
on; Windows and macOS bring along all that Qt needs.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


class SystemProblem(RuntimeError):
    """Something outside the project is missing; the message says what to install."""


@dataclass(frozen=True)
class Need:
    """One thing a machine must have, how it is recognised, and Debian's package for it.

    `found_by` is a library's soname, programs of which one is enough, or a glob below `/usr`.
    A need that is not `required` is only announced when it cannot be installed.
    """

    package: str
    library: str = ""
    programs: tuple[str, ...] = ()
    glob: str = ""
    required: bool = True

    def is_met(self) -> bool:
        """Look for the thing itself."""
        if self.library:
            return loads(self.library)
        if self.programs:
            return any(shutil.which(program) for program in self.programs)
        return any(Path("/usr").glob(self.glob))


def loads(soname: str) -> bool:
    """Tell whether the dynamic loader finds a library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


# What the wheels of PySide6_Essentials are linked against and do not carry themselves.
QT = (
    Need("libglib2.0-0", library="libglib-2.0.so.0"),
    Need("libegl1", library="libEGL.so.1"),
    Need("libgl1", library="libGL.so.1"),
    Need("libfontconfig1", library="libfontconfig.so.1"),
    Need("libfreetype6", library="libfreetype.so.6"),
    Need("libdbus-1-3", library="libdbus-1.so.3"),
    Need("libxkbcommon0", library="libxkbcommon.so.0"),
    Need("libx11-6", library="libX11.so.6"),
    Need("libzstd1", library="libzstd.so.1"),
    Need("libbrotli1", library="libbrotlidec.so.1"),
    Need("libgssapi-krb5-2", library="libgssapi_krb5.so.2"),
)
# Its xcb platform, for a window on an X display.
QT_X11 = (
    Need("libx11-xcb1", library="libX11-xcb.so.1"),
    Need("libxcb-cursor0", library="libxcb-cursor.so.0"),
    Need("libxcb-icccm4", library="libxcb-icccm.so.4"),
    Need("libxcb-image0", library="libxcb-image.so.0"),
    Need("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    Need("libxcb-randr0", library="libxcb-randr.so.0"),
    Need("libxcb-render-util0", library="libxcb-render-util.so.0"),
    Need("libxcb-shape0", library="libxcb-shape.so.0"),
    Need("libxcb-sync1", library="libxcb-sync.so.1"),
    Need("libxcb-xfixes0", library="libxcb-xfixes.so.0"),
    Need("libxcb-xkb1", library="libxcb-xkb.so.1"),
    Need("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
)
# A machine without a display often has no fonts either: pictures would show boxes.
# The small Chinese font: the usual one is thirty times its size.
FONTS = (
    Need("fonts-inter", glob="share/fonts/**/Inter*.[ot]tf", required=False),
    Need("fonts-wqy-microhei", glob="share/fonts/**/*wqy*microhei*", required=False),
)
# Ubuntu has it as a snap only, which apt cannot bring into a container: the test is then skipped.
BROWSER = (
    Need("chromium", programs=("chromium", "chromium-browser", "google-chrome"), required=False),
    Need("chromium-driver", programs=("chromedriver",), required=False),
)
# What the tests read printed barcodes with: a renderer and a decoder that are not the project's.
PAPERS = (
    Need("poppler-utils", programs=("pdftoppm",)),
    Need("zbar-tools", programs=("zbarimg",)),
)
# What the commands of docs/command-line.md use; its test runs them as they stand.
WALK_THROUGH = (Need("jq", programs=("jq",)), Need("curl", programs=("curl",)))
POSTGRESQL = (Need("postgresql", glob="lib/postgresql/*/bin/initdb"),)


def has_display() -> bool:
    """Tell whether a window can be shown; Windows and macOS always can."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ensure(needs: Iterable[Need]) -> None:
    """Install what is missing of `needs`; raise SystemProblem where a required one stays away."""
    if not sys.platform.startswith("linux"):
        return
    missing = [need for need in needs if not need.is_met()]
    required = [need.package for need in missing if need.required]
    wished = [need.package for need in missing if not need.required]
    if required:
        install(required, why="what Qt or the tests need")
    if wished:
        try:
            install(wished, why="what good pictures and some tests want")
        except SystemProblem as problem:
            print(f"Going on without: {problem}", file=sys.stderr)


def install(packages: list[str], *, why: str) -> None:
    """Install Debian packages as root or by sudo without a password, else say the command."""
    by_hand = f"sudo apt-get install {' '.join(packages)}"
    if shutil.which("apt-get") is None:
        raise SystemProblem(
            f"missing on this system: {why}. Debian calls the packages {' '.join(packages)};\n"
            "install what your distribution calls them, then run this again."
        )
    prefix = root_prefix()
    if prefix is None:
        raise SystemProblem(f"missing on this system: {why}. Please run:\n\n    {by_hand}\n")
    print(f"Installing {why}: {' '.join(packages)} ...", flush=True)
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    wanted = [*command, "install", "-y", "-q", "--no-install-recommends", *packages]
    if quietly(wanted):  # mostly: no package list yet, or an old one
        quietly([*command, "update", "-q"])
        complaint = quietly(wanted)
        if complaint:
            raise SystemProblem(f"{complaint}\n\ncould not be installed; try:\n\n    {by_hand}\n")


def root_prefix() -> list[str] | None:
    """Find the way to install: as root, by sudo that asks for nothing, or none."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and not quietly([sudo, "-n", "true"]):
        return [sudo, "-n"]
    return None


def quietly(command: list[str]) -> str:
    """Run a command; return its last words when it fails, nothing when it succeeds."""
    result = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if result.returncode == 0:
        return ""
    return "\n".join((result.stdout + result.stderr).strip().splitlines()[-12:]) or "failed"
