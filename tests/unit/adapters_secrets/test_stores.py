"""Where secrets lie, who can read them, and what happens when a place does not answer."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.secrets.encrypted_file import EncryptedFile
from jdfulfil_desktop.adapters.secrets.opening import KeyringFirst, open_secret_store
from jdfulfil_desktop.adapters.secrets.system_keyring import SystemKeyring, find_backend
from jdfulfil_desktop.domain.errors import EnvironmentProblem


class Backend:
    """A keyring in memory that can be locked or slow."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = False
        self.prompt: threading.Event | None = None

    def _touch(self) -> None:
        if self.prompt is not None:
            self.prompt.wait(20)
        if self.broken:
            raise RuntimeError("locked")

    def get_password(self, service: str, username: str) -> str | None:
        self._touch()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._touch()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._touch()
        del self.kept[service, username]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_file_keeps_and_forgets(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"
    store = EncryptedFile(folder)
    assert store.read("token:pin") is None
    store.delete("token:pin")
    assert not folder.exists()
    store.write("token:pin", "geheim ☕")
    store.write("app:pin", "auch")
    assert EncryptedFile(folder).read("token:pin") == "geheim ☕"
    assert store.place == "file"
    assert b"geheim" not in (folder / "secrets.bin").read_bytes()
    store.delete("token:pin")
    assert store.read("token:pin") is None
    assert store.read("app:pin") == "auch"
    assert {mode(folder / name) for name in ("secrets.bin", "secrets.key")} == {0o600}
    assert {mode(folder), mode(folder.parent), mode(folder / "locks")} == {0o700}
    assert not list(folder.glob("*.new"))


def test_two_processes_write_without_losing_each_other(tmp_path: Path) -> None:
    stores = [EncryptedFile(tmp_path) for _ in range(4)]

    def write(number: int) -> None:
        for turn in range(5):
            stores[number].write(f"{number}-{turn}", "x")

    threads = [threading.Thread(target=write, args=(n,), name=f"writer-{n}") for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert all(stores[0].read(f"{n}-{turn}") == "x" for n in range(4) for turn in range(5))


@pytest.mark.expects_log
@pytest.mark.parametrize("name", ["secrets.bin", "secrets.key"])
def test_files_that_do_not_fit_are_put_aside(tmp_path: Path, name: str) -> None:
    store = EncryptedFile(tmp_path)
    store.write("a", "1")
    (tmp_path / name).write_bytes(b"damaged")
    assert store.read("a") is None
    assert (tmp_path / f"{name}.damaged").read_bytes() == b"damaged"
    store.write("a", "2")
    assert store.read("a") == "2"


def test_a_lost_key_counts_as_empty(tmp_path: Path) -> None:
    store = EncryptedFile(tmp_path)
    store.write("a", "1")
    (tmp_path / "secrets.key").unlink()
    assert store.read("a") is None
    store.write("b", "2")
    assert store.read("b") == "2"


def test_a_place_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(EnvironmentProblem) as caught:
        EncryptedFile(blocked).write("a", "1")
    assert caught.value.code == "folder_unusable"
    with pytest.raises(EnvironmentProblem):
        EncryptedFile(blocked).read("a")
    folder = tmp_path / "data"
    (folder / "secrets.bin").mkdir(parents=True)
    with pytest.raises(EnvironmentProblem):
        EncryptedFile(folder).read("a")
    (folder / "secrets.key").mkdir()
    with pytest.raises(EnvironmentProblem):
        EncryptedFile(folder).write("a", "1")


def test_keyring_entries_are_the_folders_own(tmp_path: Path) -> None:
    backend = Backend()
    one, two = SystemKeyring(backend, tmp_path / "1"), SystemKeyring(backend, tmp_path / "2")
    one.write("token:pin", "first")
    assert two.read("token:pin") is None
    two.delete("token:pin")
    assert one.read("token:pin") == "first"
    assert {service for service, _ in backend.kept} == {"jdfulfil"}
    one.delete("token:pin")
    assert backend.kept == {}


def test_nobody_waits_for_a_prompt(tmp_path: Path) -> None:
    backend = Backend()
    backend.prompt = threading.Event()
    keyring = SystemKeyring(backend, tmp_path, patience_s=0.05)
    with pytest.raises(EnvironmentProblem) as caught:
        keyring.read("a")
    assert caught.value.code == "keyring_locked"
    backend.prompt.set()


def test_the_keyring_is_taken_where_it_answers(tmp_path: Path) -> None:
    backend = Backend()
    store = open_secret_store(tmp_path, {}, lambda: backend)
    assert backend.kept == {}
    assert store.place == "keyring"
    store.write("a", "1")
    assert store.read("a") == "1"
    store.delete("a")
    assert store.read("a") is None
    assert not (tmp_path / "secrets.bin").exists()


@pytest.mark.parametrize("why", ["forced", "none", "broken"])
def test_else_the_encrypted_file(tmp_path: Path, why: str) -> None:
    backend = Backend()
    backend.broken = why == "broken"
    environment = {"JDFULFIL_SECRETS": "file"} if why == "forced" else {}
    store = open_secret_store(tmp_path, environment, lambda: None if why == "none" else backend)
    assert store.place == "file"
    store.write("a", "1")
    assert EncryptedFile(tmp_path).read("a") == "1"
    assert backend.kept == {}


def test_what_the_keyring_did_not_take_lies_in_the_file_until_it_does(tmp_path: Path) -> None:
    backend = Backend()
    file = EncryptedFile(tmp_path)
    store = KeyringFirst(SystemKeyring(backend, tmp_path), file)
    store.write("a", "old")
    backend.broken = True
    store.write("a", "new")
    assert file.read("a") == "new"
    assert store.read("a") == "new"
    backend.broken = False
    assert store.read("a") == "new"
    store.write("a", "newest")
    assert file.read("a") is None
    assert store.read("a") == "newest"


def test_this_pc_without_a_keyring() -> None:
    assert find_backend() is None
