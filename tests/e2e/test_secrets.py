"""No secret of a run lies anywhere in clear: not in a file, a log, a backup, an export, an output.

Everything that a merchant's PC keeps and says is searched for every secret that the run used, as
UTF-8, UTF-16 and base64, and every file is for its user alone (FAULTS "Security").
"""

from __future__ import annotations

import base64
import json
import stat
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.secrets.opening import open_secret_store
from tests.e2e.cli.program import SAMPLES, Answer, Program, Sandbox, running_sandbox

PIN = "73915482"
"""A local user's PIN (R18), long enough that finding it by chance is no worry."""


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with running_sandbox() as running:
        yield running


def spellings(secret: str) -> dict[str, bytes]:
    """Give the ways in which a secret may lie in a file; base64 at each of its three offsets."""
    plain = secret.encode()
    found = {
        "utf-8": plain,
        "utf-16-le": secret.encode("utf-16-le"),
        "utf-16-be": secret.encode("utf-16-be"),
        "hex": plain.hex().encode(),
    }
    quoted = urllib.parse.quote(secret, safe="").encode()
    if quoted != plain:
        found["quoted"] = quoted
    for offset in range(3):
        whole = base64.b64encode(b"\0" * offset + plain)
        begin, end = (0, 2, 3)[offset], len(whole) - (4 if (offset + len(plain)) % 3 else 0)
        found[f"base64+{offset}"] = whole[begin:end]
    return found


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def used(program: Program, sandbox: Sandbox, merchants: int) -> dict[str, str]:
    """Gather what is secret: what the store holds, passwords of JD's page, keys, the user's PIN."""
    store = open_secret_store(program.data_dir, {"JDFULFIL_SECRETS": "file"})
    found = {"user pin": PIN, "control key": str(sandbox.info["control_key"])}
    found["app secret"] = str(sandbox.info["app_secret"])
    found["basic secret"] = str(sandbox.info["basic"]["app_secret"])
    for place in range(merchants):
        merchant = sandbox.merchant(place)
        found[f"password {place}"] = merchant["password"]
        kept = store.read(f"token:{merchant['pin']}")
        assert kept is not None, "there is no token: nothing would be searched for"
        for name in ("access_token", "refresh_token"):
            found[f"{name} {place}"] = token_part(kept, name)
    return found


def token_part(kept: str, name: str) -> str:
    part = json.loads(kept)
    value = part.get(name) or part.get(name.removesuffix("_token"))
    assert isinstance(value, str)
    assert len(value) >= 8
    return value


def test_the_search_itself_finds_what_is_there() -> None:
    secret = "9f8e7d6c5b4a3210ff"
    for prefix in (b"", b"x", b"xy"):
        hidden = base64.b64encode(prefix + secret.encode() + b"tail")
        assert any(way in hidden for way in spellings(secret).values())
    assert spellings(secret)["utf-16-le"] in f'"{secret}"'.encode("utf-16-le")


def test_no_secret_of_a_run_lies_anywhere(
    tmp_path: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JDFULFIL_SECRETS", "file")
    program = Program(tmp_path / "data")
    said: list[str] = []

    def note(answer: Answer) -> None:
        assert answer.code in {0, 1, 4}, answer
        said.append(f"{answer.document} {answer.stderr}")

    first, second = sandbox.merchant(0), sandbox.merchant(1)
    note(program.connect(sandbox, "connect", "quick", *sandbox.words(0)))
    basic = ["--app-key", sandbox.info["basic"]["app_key"], "--app-secret-stdin"]
    basic += ["--gateway-user", sandbox.info["basic"]["gateway_user"]]
    secret = sandbox.info["basic"]["app_secret"] + "\n"
    words = ("connect", "basic", *sandbox.words(1), *basic)
    note(program.connect(sandbox, *words, merchant=1, stdin=secret))
    house = first["warehouse_nos"][0]
    note(program.ask("product", "import", str(SAMPLES / "products.csv")))
    note(program.ask("product", "push", "--warehouse-no", house))
    sandbox.control("POST", "faults", [{"method": "*", "kind": "expire_token", "times": 1}])
    note(program.ask("sync", "--until-idle", "--timeout", "30"))
    sandbox.control("POST", "faults", [{"method": "*", "kind": "garbage", "times": 3}])
    note(program.ask("outbound", "refresh"))
    note(program.ask("doctor"))
    note(program.ask("user", "add", "--name", "Ani", "--role", "owner", stdin=f"{PIN}\n"))
    note(program.ask("backup", str(tmp_path / "data" / "copy.db")))
    note(program.ask("export", str(tmp_path / "data" / "open")))
    note(program.ask("connection", "list"))
    secrets = used(program, sandbox, 2)
    assert second["pin"] != first["pin"]
    kept = everything(program.data_dir)
    assert {"jdfulfil.db", "copy.db", str(Path("open", "connections.csv"))} <= set(kept)
    kept["what commands said"] = "\n".join(said).encode()
    found = [
        f"{name} as {way} in {place}"
        for name, secret in secrets.items()
        for way, spelled in spellings(secret).items()
        for place, content in kept.items()
        if spelled in content
    ]
    assert found == []
    loose = [
        f"{stat.S_IMODE(path.stat().st_mode):o} {path}"
        for path in [program.data_dir, *program.data_dir.rglob("*")]
        if path.stat().st_mode & 0o077
    ]
    assert loose == []
