"""Drive the real program as its users' scripts do: one process a command, JSON out."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "resources" / "samples"
COMMAND = [sys.executable, "-m", "jdfulfil_desktop"]
PATIENCE_S = 60


@dataclass(frozen=True)
class Answer:
    """What one command left: its exit code, its document, what it said beside it."""

    code: int
    document: Any
    stderr: str


@dataclass
class Program:
    """The command line on one data folder. `default`: options that stand before each command."""

    data_dir: Path
    default: list[str] = field(default_factory=list)

    def words(self, *words: str) -> list[str]:
        return [*COMMAND, "--data-dir", str(self.data_dir), *self.default, *words]

    def environment(self) -> dict[str, str]:
        return {**os.environ, "PYTHONPATH": str(ROOT)}

    def ask(self, *words: str, stdin: str = "") -> Answer:
        """Run a command with `--json`; stdout has to be exactly one JSON document."""
        ended = self.text(*words, "--json", stdin=stdin)
        return Answer(ended.returncode, json.loads(ended.stdout), ended.stderr)

    def do(self, *words: str, stdin: str = "", code: int = 0) -> Any:
        """Run a command that has to end with `code`; gives its document."""
        answer = self.ask(*words, stdin=stdin)
        assert answer.code == code, (words, answer)
        return answer.document

    def refuse(self, *words: str, code: int = 1, stdin: str = "") -> str:
        """Run a command that has to fail with `code`; gives the error's code."""
        error = self.do(*words, stdin=stdin, code=code)["error"]
        assert set(error) == {"code", "message", "fix"}
        assert error["message"]
        assert error["fix"]
        return str(error["code"])

    def connect_only(self, mode: str, *words: str) -> tuple[int, str]:
        """Run a `connect` that must not come as far as a login; gives exit code and error code."""
        answer = self.ask("connect", mode, *words, "--print-url")
        assert "to_login" not in answer.stderr
        return answer.code, str(answer.document["error"]["code"])

    def text(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command as a person would; gives what it wrote."""
        return subprocess.run(
            self.words(*words),
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=self.environment(),
            timeout=PATIENCE_S,
            check=False,
        )

    def connect(
        self,
        sandbox: Sandbox,
        *words: str,
        merchant: int = 0,
        subscribe: bool = False,
        **login: Any,
    ) -> Answer:
        """Run a `connect` command and log in at the address that it prints first."""
        stdin = str(login.pop("stdin", ""))
        command = self.words(*words, "--print-url", "--json")
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=self.environment(),
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdin.write(stdin)
            process.stdin.close()
            address = process.stderr.readline().strip()
            if address.startswith("http"):
                sandbox.log_in(address, merchant=merchant, subscribe=subscribe, **login)
            stdout, stderr = process.stdout.read(), process.stderr.read()
            return Answer(process.wait(PATIENCE_S), json.loads(stdout), stderr)


@dataclass
class Sandbox:
    """A practice gateway, started as `jdfulfil sandbox`."""

    info: Mapping[str, Any]
    http: httpx.Client

    def merchant(self, place: int = 0) -> dict[str, Any]:
        return dict(self.info["merchants"][place])

    def words(self, place: int = 0, *, house: int = 0) -> list[str]:
        """Give the arguments that every `connect` takes."""
        merchant = self.merchant(place)
        return [
            *("--gateway", self.info["gateway_url"]),
            *("--department-no", merchant["department_no"]),
            *("--warehouse-no", merchant["warehouse_nos"][house]),
            *("--pin", merchant["pin"]),
        ]

    def log_in(self, address: str, *, merchant: int, subscribe: bool, knock: str = "") -> None:
        """Fill in the login form and follow the redirect back to the program."""
        back = self.answer(address, merchant=merchant, subscribe=subscribe)
        if knock:
            wrong = httpx.URL(back).copy_set_param("state", knock)
            assert self.http.get(wrong).status_code == 400
        assert self.http.get(back).status_code == 200

    def answer(self, address: str, *, merchant: int = 0, subscribe: bool = False) -> str:
        """Fill in the login form; gives the address that the browser is sent back to."""
        page = self.http.get(address)
        fields = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page.text)
        form = {name: html.unescape(value) for name, value in fields}
        who = self.merchant(merchant)
        form |= {"user": who["user"], "password": who["password"]}
        if subscribe:
            form["subscribe"] = "1"
        found = re.search(r'<form[^>]*action="([^"]*)"', page.text)
        assert found, page.text
        target = httpx.URL(address).join(html.unescape(found[1]))
        answered = self.http.post(target, data=form, follow_redirects=False)
        return answered.headers["location"]

    def code_of(self, address: str) -> tuple[str, str]:
        """Log in at an address; gives the code and the state that JD answers with."""
        answer = httpx.URL(self.answer(address))
        return answer.params["code"], answer.params["state"]

    def control(self, method: str, path: str, body: Any = None) -> Any:
        key = {"X-Control-Key": self.info["control_key"]}
        address = f"{self.info['base_url']}/_control/{path}"
        reply = self.http.request(method, address, headers=key, json=body)
        assert reply.status_code == 200, reply.text
        return reply.json()

    def state(self) -> dict[str, Any]:
        return dict(self.control("GET", "state"))

    def advance(self, document: str, status: int, **more: Any) -> None:
        self.control("POST", "advance", {"document": document, "status": status, **more})


@contextmanager
def running_sandbox(*words: str) -> Iterator[Sandbox]:
    """Run `jdfulfil sandbox --manual` for a while."""
    process = subprocess.Popen(
        [*COMMAND, "sandbox", "--manual", "--rate", "0", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    try:
        with httpx.Client(timeout=20, trust_env=False) as http:
            yield Sandbox(json.loads(process.stdout.readline()), http)
    finally:
        process.terminate()
        code = process.wait(20)
        process.stdout.close()
    assert code == 0
