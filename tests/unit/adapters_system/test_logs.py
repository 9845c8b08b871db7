"""The log file: one JSON line a record, for this user alone, without secrets and people."""

from __future__ import annotations

import io
import json
import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from jdfulfil_desktop.adapters.system.logs import Logs, configure_logs
from jdfulfil_desktop.adapters.system.redaction import HIDDEN, Redactor, hide_everywhere


@pytest.fixture
def terminal() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def logs(tmp_path: Path, terminal: io.StringIO) -> Iterator[Logs]:
    logs = configure_logs(tmp_path / "logs", terminal=terminal, verbose=True)
    yield logs
    logs.close()
    logging.getLogger("jdfulfil_desktop").setLevel(logging.NOTSET)


def lines(tmp_path: Path) -> list[dict[str, object]]:
    text = (tmp_path / "logs" / "jdfulfil.log").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.expects_log
def test_both_libraries_end_in_one_file(tmp_path: Path, logs: Logs, terminal: io.StringIO) -> None:
    logging.getLogger("jdfulfil_desktop.x").debug("looked %s", "closely", extra={"orders": 3})
    logging.getLogger("other").debug("not for us")
    structlog.get_logger("jdfulfil_desktop.y").warning("odd", orders=4)
    first, second = lines(tmp_path)
    assert (first["event"], first["orders"], first["level"]) == ("looked closely", 3, "debug")
    assert (second["event"], second["orders"], second["logger"]) == (
        "odd",
        4,
        "jdfulfil_desktop.y",
    )
    assert {first["thread"], second["thread"]} == {"MainThread"}
    assert stat.S_IMODE((tmp_path / "logs" / "jdfulfil.log").stat().st_mode) == 0o600
    shown = terminal.getvalue()
    assert "odd" in shown
    assert "closely" not in shown


def test_what_a_secret_store_held_is_hidden_from_then_on() -> None:
    """A token as JSON is hidden part by part, whatever stands before it in a line."""
    hide_everywhere('{"access_token": "at-5f0c77aa", "expires_in": 12}')
    hide_everywhere("a-plain-secret")
    line = Redactor()("GET /x?q=at-5f0c77aa 12 a-plain-secret")
    assert line == f"GET /x?q={HIDDEN} 12 {HIDDEN}"


@pytest.mark.expects_log
def test_secrets_are_hidden_in_messages_and_tracebacks(
    tmp_path: Path, logs: Logs, terminal: io.StringIO
) -> None:
    logs.redact.hide("jd_merchant_pin", "x")
    try:
        raise ValueError("GET /oauth2/access_token?app_secret=s3cr3t-value&code=AbC-123_x&v=2")
    except ValueError:
        logging.getLogger("jdfulfil_desktop.x").exception("of jd_merchant_pin at 081234567890")
    text = (tmp_path / "logs" / "jdfulfil.log").read_text() + terminal.getvalue()
    for secret in ("s3cr3t-value", "AbC-123_x", "jd_merchant_pin", "34567890"):
        assert secret not in text
    assert "ValueError" in text
    assert "v=2" in text


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    logs = configure_logs(tmp_path)
    (tmp_path / "jdfulfil.log").mkdir()
    logging.getLogger("jdfulfil_desktop").info("into the void")
    logs.close()
    assert (tmp_path / "jdfulfil.log").is_dir()


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ("access_token=abc&v=2", f"access_token={HIDDEN}&v=2"),
        ('{"app_secret": "abc", "n": 1}', f'{{"app_secret": "{HIDDEN}", "n": 1}}'),
        (r'{"event": "{\"token\": \"abc\"}"}', r'{"event": "{\"token\": \"***\"}"}'),
        ("{'password': 'a b'}", f"{{'password': '{HIDDEN}'}}"),
        ("Authorization: Bearer abc.def", f"Authorization: {HIDDEN} {HIDDEN}"),
        ("X-Control-Key: abc", f"X-Control-Key: {HIDDEN}"),
        ("sign=ABCDEF0123", f"sign={HIDDEN}"),
        ("pin:jd_pin", f"pin:{HIDDEN}"),
        ("code=Ab12-xyz", f"code={HIDDEN}"),
        ('"code": "gateway_rejected"', '"code": "gateway_rejected"'),
        ("code: 65", "code: 65"),
        ("call +62 812-3456-7890 now", f"call +62 81{HIDDEN} now"),
        ("081234567890", f"081{HIDDEN}"),
        ("order 220501ABC081234567890", "order 220501ABC081234567890"),
        ("shopping: list, designs: two, tokens: 3", "shopping: list, designs: two, tokens: 3"),
    ],
)  # fmt: skip
def test_lines(line: str, hidden: str) -> None:
    assert Redactor()(line) == hidden
