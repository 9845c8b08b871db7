"""Authorize in a real browser: the page a merchant sees, what the command makes of it (R5, R6)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support import expected_conditions as seen
from selenium.webdriver.support.wait import WebDriverWait

from tests.e2e.cli.program import PATIENCE_S, Program, Sandbox, running_sandbox

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with running_sandbox() as running:
        yield running


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "data")


class Connecting:
    """`jdfulfil connect quick --print-url` while it waits for the login."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert process.stderr is not None
        self.address = process.stderr.readline().strip()

    def answer(self) -> Any:
        """Wait for the command to end well; gives its document."""
        stdout, stderr = self._process.communicate(timeout=PATIENCE_S)
        assert self._process.returncode == 0, stderr
        return json.loads(stdout)


@contextmanager
def connecting(program: Program, sandbox: Sandbox) -> Iterator[Connecting]:
    words = ("connect", "quick", *sandbox.words(), "--print-url", "--json")
    process = subprocess.Popen(
        program.words(*words),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=program.environment(),
    )
    with process:
        try:
            yield Connecting(process)
        finally:
            if process.poll() is None:
                process.kill()


def log_in(browser: WebDriver, user: str, password: str, *, subscribe: bool = False) -> None:
    """Fill the page in as a person does, by its labels' fields."""
    name = browser.find_element(By.NAME, "user")
    name.clear()
    name.send_keys(user)
    browser.find_element(By.NAME, "password").send_keys(password)
    box = browser.find_element(By.NAME, "subscribe")
    if box.is_selected() is not subscribe:
        box.click()
    browser.find_element(By.CSS_SELECTOR, "button[type=submit]").click()


def wait_until_back(browser: WebDriver, sandbox: Sandbox) -> str:
    """Wait for the program's own page that ends the login; gives its words."""
    gateway = sandbox.info["base_url"]
    WebDriverWait(browser, PATIENCE_S).until(lambda b: not b.current_url.startswith(gateway))
    return str(browser.find_element(By.TAG_NAME, "body").text)


def test_ticked_brings_news_by_itself(
    browser: WebDriver, program: Program, sandbox: Sandbox
) -> None:
    merchant = sandbox.merchant()
    with connecting(program, sandbox) as command:
        browser.get(command.address)
        log_in(browser, merchant["user"], merchant["password"], subscribe=True)
        words = wait_until_back(browser, sandbox)
        document = command.answer()
    assert "JD" in words
    assert merchant["password"] not in browser.current_url
    assert document["news"] in {"realtime", "periodic"}
    assert (document["mode"], document["state"], document["pin"]) == (
        "quick",
        "ok",
        merchant["pin"],
    )


def test_unticked_is_manual(browser: WebDriver, program: Program, sandbox: Sandbox) -> None:
    merchant = sandbox.merchant()
    with connecting(program, sandbox) as command:
        browser.get(command.address)
        log_in(browser, merchant["user"], merchant["password"])
        wait_until_back(browser, sandbox)
        document = command.answer()
    assert document["news"] == "manual"
    [listed] = program.do("connection", "list")["connections"]
    assert listed["news"] == "manual"


def test_wrong_password_is_said_on_the_page_and_can_be_mended(
    browser: WebDriver, program: Program, sandbox: Sandbox
) -> None:
    merchant = sandbox.merchant()
    with connecting(program, sandbox) as command:
        browser.get(command.address)
        log_in(browser, merchant["user"], "salah")
        error = WebDriverWait(browser, PATIENCE_S).until(
            seen.visibility_of_element_located((By.CSS_SELECTOR, "[role=alert]"))
        )
        assert error.text
        assert browser.find_element(By.NAME, "user").get_attribute("value") == merchant["user"]
        assert browser.find_element(By.NAME, "password").get_attribute("value") == ""
        log_in(browser, merchant["user"], merchant["password"])
        wait_until_back(browser, sandbox)
        document = command.answer()
    assert document["state"] == "ok"
