"""Callback addresses, pasted answers and app-identity files: read strictly (R3-R5)."""

from __future__ import annotations

import json

import pytest

from jdfulfil_desktop.application.remote.addresses import CALLBACK, callback_address
from jdfulfil_desktop.application.remote.app_identity import read_identity
from jdfulfil_desktop.application.remote.pasted_answer import PastedAnswer, read_answer
from jdfulfil_desktop.domain.errors import FileProblem, RuleError


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        (CALLBACK, ""),
        (" https://merchant.example/back ", "https://merchant.example/back"),
        ("urn:ietf:wg:oauth:2.0:oob", "urn:ietf:wg:oauth:2.0:oob"),
        ("http://localhost:3000/cb", "http://localhost:3000/cb"),
    ],
)
def test_callbacks_that_may_be_used(given: str, kept: str) -> None:
    assert callback_address(given) == kept


@pytest.mark.parametrize(
    "given", ["http://merchant.example/back", "merchant", "urn:a b", "ftp://x/y", "https://[x"]
)
def test_callbacks_over_which_a_code_could_be_lost(given: str) -> None:
    with pytest.raises(RuleError, match="callback_invalid"):
        callback_address(given)


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        ("http://127.0.0.1:17653/callback?code=abc&state=s1", PastedAnswer("abc", "s1")),
        ("https://m.example/cb?state=s1&code=a%2Fb", PastedAnswer("a/b", "s1")),
        ("?code=abc&state=s1", PastedAnswer("abc", "s1")),
        ("code=abc", PastedAnswer("abc")),
        ("  ab\nc ", PastedAnswer("abc")),
        ("http://x/cb?error=access_denied&state=s", PastedAnswer("", "s", "access_denied")),
    ],
)
def test_answers_as_people_paste_them(pasted: str, read: PastedAnswer) -> None:
    assert read_answer(pasted) == read


@pytest.mark.parametrize(
    "pasted",
    [
        "",
        "http://127.0.0.1:17653/callback",
        "kodé",
        "code=a&code=b",
        "code=a&error=b",
        "code=a&state=x&state=y",
        "x" * 3000,
    ],
)
def test_what_is_no_answer(pasted: str) -> None:
    with pytest.raises(RuleError, match="login_answer_unknown"):
        read_answer(pasted)


GOOD = {
    "distributor": "PT  Contoh Jaya",
    "gateway_url": "https://open-api.jd.id/routerjson",
    "app_key": "KEY",
    "app_secret": "SECRET",
    "isv_source": "ISV1",
}


def test_an_identity_file() -> None:
    installed = read_identity(json.dumps(GOOD), "app.json")
    assert (installed.distributor, installed.app.app_key) == ("PT Contoh Jaya", "KEY")
    assert installed.oauth_url == "https://oauth.jd.id"
    assert "SECRET" not in repr(installed)


@pytest.mark.parametrize(
    ("text", "code", "data"),
    [
        ("{", "identity_unreadable", {}),
        ("[]", "identity_unreadable", {}),
        (json.dumps({**GOOD, "app_secret": ""}), "identity_lacks", {"field": "app_secret"}),
        (json.dumps({**GOOD, "isv_source": 7}), "identity_lacks", {"field": "isv_source"}),
        (json.dumps({**GOOD, "app_key": "A B"}), "identity_lacks", {"field": "app_key"}),
        (
            json.dumps({**GOOD, "gateway_url": "http://jd.example/r"}),
            "identity_address",
            {"address": "http://jd.example/r"},
        ),
    ],
)
def test_identity_files_that_do_not_fit(text: str, code: str, data: dict[str, str]) -> None:
    with pytest.raises(FileProblem) as refused:
        read_identity(text, "app.json")
    assert (refused.value.code, refused.value.subject, refused.value.data) == (
        code,
        "app.json",
        data,
    )
