from __future__ import annotations

import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

import pytest

from jdfulfil_desktop.cli.failures import exit_code, failed
from jdfulfil_desktop.cli.outcome import Outcome, plain, table, write
from jdfulfil_desktop.domain.errors import (
    ActionCancelled,
    AuthorizeAgain,
    EnvironmentProblem,
    FileProblem,
    FulfilError,
    Misconfigured,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
    RuleError,
    UsageError,
)
from jdfulfil_desktop.texts import Texts


class _Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    at: datetime
    kinds: tuple[str, ...] = ()


def test_records_become_plain_json() -> None:
    at = datetime(2026, 8, 1, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    document = plain({"row": _Row("a", at, ("x", "y")), "colour": _Colour.RED, "none": None})
    assert json.loads(json.dumps(document)) == {
        "row": {"name": "a", "at": "2026-08-01T02:30:00Z", "kinds": ["x", "y"]},
        "colour": "red",
        "none": None,
    }


def test_json_is_one_document_whatever_the_lines_say() -> None:
    stream = io.StringIO()
    write(Outcome({"kopi": "☕"}, ["ignored"]), as_json=True, stream=stream)
    assert json.loads(stream.getvalue()) == {"kopi": "☕"}
    assert "☕" in stream.getvalue()


def test_people_get_the_lines() -> None:
    stream = io.StringIO()
    write(Outcome({"a": 1}, ["satu", "dua"]), as_json=False, stream=stream)
    assert stream.getvalue() == "satu\ndua\n"


def test_tables_align_chinese_too() -> None:
    lines = table(["名称", "Jumlah"], [["咖啡", 5], ["Teh\nhijau", 1200]], right=" r")
    assert lines == [
        "名称       Jumlah",
        "---------  ------",
        "咖啡            5",
        "Teh hijau    1200",
    ]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RuleError("order_closed"), 1),
        (FileProblem("encrypted", subject="a.xlsx"), 1),
        (Refused(jd_code="61", en="no"), 1),
        (ActionCancelled(), 1),
        (KeyboardInterrupt(), 1),
        (UsageError(detail="x"), 2),
        (EnvironmentProblem("disk_full"), 3),
        (RetryLater(), 3),
        (OutcomeUnknown(), 3),
        (AuthorizeAgain(), 3),
        (QuotaExceeded(), 3),
        (Misconfigured(), 3),
        (OSError("disk"), 3),
        (ZeroDivisionError(), 3),
    ],
)
def test_failures_are_classed_by_blame(error: BaseException, code: int) -> None:
    assert exit_code(error) == code
    outcome = failed(error, Texts("id"))
    assert outcome.code == code
    said = outcome.document["error"]
    assert isinstance(said, dict)
    assert set(said) == {"code", "message", "fix"}
    assert said["message"]
    assert said["code"] == (error.code if isinstance(error, FulfilError) else said["code"])


def test_times_are_utc() -> None:
    assert plain(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)) == "2026-01-02T03:04:05Z"
