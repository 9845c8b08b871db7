"""Keep `.venv` in step with the lock files: made when missing, renewed when they change.

Everything is installed by hash and as wheels, so that the same versions run everywhere and no
compiler is needed. What was installed is remembered under `.venv/.stamps/`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import system

OLDEST, NEWEST = (3, 11), (3, 13)
PROFILES = ("runtime", "dev")  # each holds what the ones before it hold


class EnvironmentProblem(RuntimeError):
    """The environment cannot be made; the message says what to do."""


def ensure(root: Path, profile: str) -> Path:
    """Bring `.venv` up to date for a profile and return the folder with its programs."""
    check_python()
    folder = root / ".venv"
    tools = folder / ("Scripts" if sys.platform == "win32" else "bin")
    if not works(tools):
        make_venv(folder)
    if not any(is_current(root, name) for name in PROFILES[PROFILES.index(profile) :]):
        install_locked(root, tools, profile)
        write_stamp(root, profile, wanted_lock(root, profile))
    if read_stamp(root, "project") != wanted_project(root):
        install_project(root, tools)
        write_stamp(root, "project", wanted_project(root))
    else:
        make_assets(root, tools)
    return tools


def check_python() -> None:
    """Refuse a Python that Qt's or qasync's packages are not made for."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise EnvironmentProblem(
            f"this is Python {sys.version.split()[0]}; needed is 3.11, 3.12 or 3.13.\n"
            "Install one of them and name it: make PYTHON=python3.12 ..."
        )


def works(tools: Path) -> bool:
    """Tell whether the environment's Python starts and is one that we support."""
    probe = "import sys, pip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))"
    try:
        result = subprocess.run(
            [str(tools / "python"), "-c", probe], capture_output=True, check=False
        )
    except OSError:
        return False
    return result.returncode == 0


def make_venv(folder: Path) -> None:
    """Make the environment; on Debian its parts may have to be installed first."""
    if importlib.util.find_spec("ensurepip") is None:
        name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        system.install([name], why="Python's venv module")
    print(f"Making {folder.name} with Python {sys.version.split()[0]} ...", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    try:
        venv.create(folder, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise EnvironmentProblem(
            f"{folder} could not be made: {error}\nIs the disk full, or the folder not yours?"
        ) from error


def install_locked(root: Path, tools: Path, profile: str) -> None:
    """Install a profile's lock file, every package checked against its hash."""
    print(f"Installing the packages of requirements/{profile}.lock ...", flush=True)
    lock = str(root / "requirements" / f"{profile}.lock")
    arguments = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", lock]
    if pip(tools, *arguments):
        raise EnvironmentProblem(
            "packages could not be installed; pip says above why.\n"
            "Mostly the network is away or needs a proxy (HTTPS_PROXY); then run this again."
        )


def install_project(root: Path, tools: Path) -> None:
    """Install this checkout so that its files are the running ones; makes the assets too."""
    if pip(tools, "--no-build-isolation", "--no-deps", "--no-index", "-e", str(root)):
        raise EnvironmentProblem("the project itself could not be installed; see above why")


def make_assets(root: Path, tools: Path) -> None:
    """Make what changed since the project was installed."""
    command = [str(tools / "python"), str(root / "packaging" / "assets.py")]
    if subprocess.run(command, cwd=root, check=False).returncode:
        raise EnvironmentProblem("forms, translations or resources could not be made; see above")


def pip(tools: Path, *arguments: str) -> int:
    """Run pip install and return its exit code."""
    command = [str(tools / "python"), "-m", "pip", "install", "--quiet", "--no-input"]
    command.append("--disable-pip-version-check")
    return subprocess.run([*command, *arguments], check=False).returncode


def wanted_lock(root: Path, profile: str) -> str:
    """Hash what a profile's packages depend on."""
    return digest(root / "requirements" / f"{profile}.lock")


def wanted_project(root: Path) -> str:
    """Hash what the installed form of the project depends on."""
    return digest(root / "pyproject.toml", root / "packaging" / "build_hook.py")


def digest(*paths: Path) -> str:
    """Hash files, so that a fresh clone with new times installs nothing again."""
    found = hashlib.sha256(sys.version.encode())
    for path in paths:
        found.update(path.read_bytes())
    return found.hexdigest()


def is_current(root: Path, profile: str) -> bool:
    """Tell whether a profile is installed as its lock file says now."""
    return read_stamp(root, profile) == wanted_lock(root, profile)


def stamp_file(root: Path, name: str) -> Path:
    """Name the file that remembers one installed thing."""
    return root / ".venv" / ".stamps" / name


def read_stamp(root: Path, name: str) -> str:
    """Read what was installed last; empty when nothing was."""
    path = stamp_file(root, name)
    return path.read_text(encoding="ascii") if path.is_file() else ""


def write_stamp(root: Path, name: str, value: str) -> None:
    """Remember what was installed, after it was."""
    path = stamp_file(root, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(value, encoding="ascii")
