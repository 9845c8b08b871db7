"""The app that a distributor installed lies among the secrets (R3)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.secrets.app_identity import LARGEST, NAME, KeptIdentity
from jdfulfil_desktop.domain.errors import FileProblem

FILE = {
    "gateway_url": "https://open-api.jd.id/routerjson",
    "app_key": "KEY",
    "app_secret": "SECRET",
    "isv_source": "ISV1",
}


class Secrets:
    place = "file"

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def read(self, name: str) -> str | None:
        return self.kept.get(name)

    def write(self, name: str, value: str) -> None:
        self.kept[name] = value

    def delete(self, name: str) -> None:
        del self.kept[name]


def test_install_read_and_delete(tmp_path: Path) -> None:
    identity = KeptIdentity(Secrets())
    assert identity.installed() is None
    path = tmp_path / "app.json"
    path.write_text("\ufeff" + json.dumps(FILE), encoding="utf-8")
    installed = identity.install(path)
    path.unlink()
    assert identity.installed() == installed
    assert installed.app.app_secret == "SECRET"
    identity.uninstall()
    identity.uninstall()
    assert identity.installed() is None


def test_bad_files_keep_what_was_installed(tmp_path: Path) -> None:
    secrets = Secrets()
    identity = KeptIdentity(secrets)
    for name, content in (("a", b"\xff\xfe"), ("b", b" " * (LARGEST + 1)), ("c", b"{}")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(FileProblem):
            identity.install(tmp_path / name)
    with pytest.raises(FileProblem, match="not_found"):
        identity.install(tmp_path / "none")
    assert secrets.kept == {}
    secrets.kept[NAME] = '{"app": {}}'
    assert identity.installed() is None
