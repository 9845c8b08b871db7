"""JD's own SDK in an environment of its own, made once and kept."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.contract.sandbox.practice import Practice
from tests.contract.sandbox.serving import serve, wait_for_ended

PACKAGE = "jd-sdk==1.1.1"
DRIVER = Path(__file__).with_name("driver.py")
SECONDS_TO_INSTALL = 60
UNREACHABLE = ("connection", "Connection", "resolution", "timed out", "No matching distribution")
"""What pip says, besides other things, where it reaches no index."""

Driver = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def foreign_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of an environment that holds the SDK and nothing of this project."""
    name = f"foreign-{PACKAGE.replace('==', '-')}-py{sys.version_info[0]}{sys.version_info[1]}"
    folder = Path(sys.prefix) / name
    if not os.access(folder.parent, os.W_OK):
        folder = tmp_path_factory.getbasetemp() / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not _works(python):
        _make(folder, python)
    return python


def _works(python: Path) -> bool:
    if not python.exists():
        return False
    tried = subprocess.run([python, "-c", "import jd.api.base"], capture_output=True, check=False)
    return tried.returncode == 0


def _make(folder: Path, python: Path) -> None:
    """Make the environment, or skip where no package index answers."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", folder], check=True, timeout=60)
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-input", "--retries", "1"]
    try:
        done = subprocess.run(
            [*install, PACKAGE],
            capture_output=True,
            text=True,
            timeout=SECONDS_TO_INSTALL,
            check=False,
        )
    except subprocess.TimeoutExpired:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"the package index did not give {PACKAGE} in {SECONDS_TO_INSTALL} seconds")
    if done.returncode != 0:
        shutil.rmtree(folder, ignore_errors=True)
        if any(sign in done.stderr for sign in UNREACHABLE):
            pytest.skip(f"no package index here gives {PACKAGE}")
        pytest.fail(done.stderr)


@pytest.fixture
def gateway() -> Iterator[Practice]:
    """A gateway behind a real server."""
    served = serve()
    yield served
    served.stop()
    wait_for_ended()


@pytest.fixture
def drive(foreign_python: Path, gateway: Practice) -> Driver:
    """Let the SDK make calls of the gateway: (method, fields) each."""

    def run(*calls: tuple[str, dict[str, Any]], **more: Any) -> dict[str, Any]:
        host, _, port = gateway.base.removeprefix("http://").partition(":")
        order = {
            "host": host,
            "port": int(port),
            "app_key": gateway.info["app_key"],
            "app_secret": gateway.info["app_secret"],
            "access_token": gateway.token,
            "calls": calls,
            **more,
        }
        done = subprocess.run(
            [foreign_python, "-W", "ignore", DRIVER],
            input=json.dumps(order),
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return dict(json.loads(done.stdout))

    return run
