"""Every envelope that JD is known to answer with, and everything that is none."""

from __future__ import annotations

import json

import pytest

from jdfulfil_desktop.wire.envelope import GatewayRefusal, read_answer, read_json, refuse
from jdfulfil_desktop.wire.scalars import Malformed

METHOD = "jingdong.eclp.order.addOrder"


def body(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "root",
    ["jingdong_eclp_order_addOrder_responce", "jingdong_eclp_order_addOrder_response", "result"],
)
@pytest.mark.parametrize("code", [{"code": "0"}, {"code": 0}, {"code": None}, {}])
def test_success_under_any_root(root: str, code: dict[str, object]) -> None:
    answer = read_answer(body({root: {**code, "eclpSoNo": "ESL1", "news": []}}), METHOD)
    assert answer.number("eclpSoNo") == "ESL1"
    assert answer.number("ECLPSONO") == "ESL1"


def test_own_root_wins_over_the_first() -> None:
    document = {"request_id": "7", "jingdong_eclp_order_addOrder_responce": {"eclpSoNo": "ESL1"}}
    assert read_answer(body(document), METHOD).text("eclpSoNo") == "ESL1"


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert read_answer(b"\xef\xbb\xbf" + body({"r": {"a": "b"}}), METHOD).text("a") == "b"


@pytest.mark.parametrize(
    ("document", "code", "zh", "en"),
    [
        ({"error_response": {"code": "15", "zh_desc": "不", "en_desc": "no"}}, "15", "不", "no"),
        ({"error_response": {"code": 15}}, "15", "", ""),
        ({"error_response": {"en_desc": "no stock"}}, "", "", "no stock"),
        ({"any": {"code": "61", "zh_desc": "不", "en_desc": "no"}}, "61", "不", "no"),
    ],
)
def test_refusals_keep_the_words_of_jd(document: object, code: str, zh: str, en: str) -> None:
    with pytest.raises(GatewayRefusal) as caught:
        read_answer(body(document), METHOD)
    assert (caught.value.code, caught.value.zh, caught.value.en) == (code, zh, en)
    assert str(caught.value) == f"{code}: {en or zh}"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"<html>502</html>", "not_json"),
        (b'{"a":{"code":"0"', "not_json"),
        ('{"r":{"a":"☕"}}'.encode("gb18030"), "not_json"),
        (b"[" * 200_000, "not_json"),
        (b'{"r":{"a":' + b"9" * 5000 + b"}}", "not_json"),
        (b"[]", "no_envelope"),
        (b"{}", "no_envelope"),
        (b'{"r":"ok"}', "no_envelope"),
        (b'{"error_response":"down"}', "no_envelope"),
        (b'{"error_response":{}}', "no_envelope"),
        (b'{"jingdong_eclp_stock_queryStock_responce":{"code":"0"}}', "foreign_answer"),
    ],
)
def test_what_is_no_clear_word(raw: bytes, reason: str) -> None:
    with pytest.raises(Malformed) as caught:
        read_answer(raw, METHOD)
    assert caught.value.reason == reason


def test_results_of_the_wrong_kind() -> None:
    answer = read_answer(body({"r": {"list": "x", "one": {"a": 1}, "many": [{"a": 2}]}}), METHOD)
    with pytest.raises(Malformed):
        answer.rows("list")
    with pytest.raises(Malformed):
        answer.record("list")
    with pytest.raises(Malformed):
        answer.number("absent")
    assert answer.rows("absent") == []
    assert answer.rows("one") == [{"a": 1}]
    assert answer.record("many") == {"a": 2}
    assert answer.value("absent") is None


def test_a_document_without_error_is_let_through() -> None:
    document = {"access_token": "t"}
    refuse(document)
    assert read_json(body(document)) == document
