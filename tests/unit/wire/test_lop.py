"""The newer platform on paper: the digests of known calls, bodies, envelopes of every kind."""

from __future__ import annotations

import json

import pytest

from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.wire.codes import Verdict, verdict_of
from jdfulfil_desktop.wire.envelope import Answer, GatewayRefusal
from jdfulfil_desktop.wire.fields import Method, Value, lines, may, need
from jdfulfil_desktop.wire.lop import envelope, methods
from jdfulfil_desktop.wire.lop.signing import Algorithm, sign_call, sign_refresh
from jdfulfil_desktop.wire.scalars import Malformed

PATH = "/integratedsupplychain/basicinfo/warehouse/query/v1"
BODY = '[{"ownerNo":"EBU0000000000001","pin":"sandbox_pin"}]'


@pytest.mark.parametrize(
    ("algorithm", "digest"),
    [
        (Algorithm.MD5_SALT, "d1654a7ff840d5b8f20b9caf874c98e3"),
        (Algorithm.HMAC_MD5, "IE+a6bROM+lg8qCzU62PYg=="),
        (Algorithm.HMAC_SHA1, "JUnjWi/mfJUlAnq2AFlBciZGzxg="),
        (Algorithm.HMAC_SHA256, "EwzIDEeQu2f0o/oWYKk0Y2h+lHW/yi7VaIykhxXwsHA="),
    ],
)
def test_known_digests_of_calls(algorithm: Algorithm, digest: str) -> None:
    made = sign_call(
        PATH,
        BODY,
        app_key="SANDBOXAPPKEY0001",
        access_token="sandbox-token-0001",
        timestamp="2024-05-01 10:30:00",
        secret="sandbox-secret",
        algorithm=algorithm,
    )
    assert made == digest


def test_the_longest_digest_is_another() -> None:
    given = {"app_key": "K", "access_token": "T", "timestamp": "t", "secret": "s"}
    made = {sign_call(PATH, BODY, **given, algorithm=algorithm) for algorithm in Algorithm}
    assert len(made) == len(Algorithm)
    assert max(map(len, made)) == 88


def test_the_known_digest_of_a_refresh() -> None:
    made = sign_refresh(
        "SANDBOXAPPKEY0001", "sandbox-refresh-0001", "2024-05-01 10:30:00", "sandbox-secret"
    )
    assert made == "5d7813b9456a20f116973e1c8a69ae44"


NESTED = Method(
    "/x", (need("pin", 5), may("who.name", 4), may("who.age"), lines("rows.no", 3), lines("rows.n"))
)


def test_a_body_is_an_array_with_one_nested_record() -> None:
    given: dict[str, Value] = {
        "pin": "p☕", "who.name": "Budi", "rows.no": ["a", "b"], "rows.n": (1, 2)
    }  # fmt: skip
    text = envelope.body(NESTED, given)
    assert (
        text == '[{"pin":"p☕","who":{"name":"Budi"},"rows":[{"no":"a","n":1},{"no":"b","n":2}]}]'
    )
    assert json.loads(envelope.body(methods.QUERY_WAREHOUSES, {"ownerNo": "E", "pin": "p"})) == [
        {"ownerNo": "E", "pin": "p"}
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"pin": ""}, "field_missing"),
        ({"pin": "longer"}, "field_too_long"),
        ({"who.name": "Budiman"}, "field_too_long"),
        ({"rows.n": [1]}, "lines_unequal"),
        ({"rows.no": ["a,b", "c"]}, "field_invalid"),
    ],
)
def test_what_jd_would_refuse_is_refused_here(change: dict[str, Value], code: str) -> None:
    given: dict[str, Value] = {"pin": "p", "rows.no": ["a", "b"], "rows.n": [1, 2], **change}
    with pytest.raises(Refused) as caught:
        envelope.body(NESTED, given)
    assert caught.value.code == code


def read(document: object) -> object:
    return envelope.read_answer(json.dumps(document).encode()).value("data")


@pytest.mark.parametrize(
    "document",
    [
        {"code": "1000", "message": "success", "requestId": "1", "data": [1]},
        {"code": 1000, "data": [1]},
        {"code": 200, "data": [1]},
        {"success": True, "code": "0", "msg": "", "data": [1]},
        {"data": [1]},
        {"code": "0", "msg": "ok", "response": {"code": "1000", "data": [1]}},
        {"code": "0", "result": [1], "data": [1]},
        {"code": "0", "result": {"code": "1000", "data": [1]}},
    ],
)
def test_success_in_every_envelope(document: object) -> None:
    assert read(document) == [1]


def test_success_that_holds_nothing() -> None:
    assert read({"code": "1000", "message": "ok"}) is None
    assert read({"success": True}) is None
    assert read({"code": "1000", "result": {"deliveryNo": "ESL1"}}) == {"deliveryNo": "ESL1"}


@pytest.mark.parametrize(
    ("document", "code", "zh", "en"),
    [
        (
            {"error_response": {"code": "19", "zh_desc": "无效", "en_desc": "bad"}},
            "19",
            "无效",
            "bad",
        ),
        ({"code": "2001", "message": "no permission"}, "2001", "", "no permission"),
        ({"code": "3009", "message": "事业部不存在"}, "3009", "事业部不存在", ""),
        ({"code": 61, "zhDesc": "错", "enDesc": "wrong", "msg": "x"}, "61", "错", "wrong"),
        ({"code": "0", "success": False, "msg": "no"}, "0", "", "no"),
        ({"code": "0", "response": {"code": "2000", "message": "必填"}}, "2000", "必填", ""),
    ],
)
def test_refusals_in_every_envelope(document: object, code: str, zh: str, en: str) -> None:
    with pytest.raises(GatewayRefusal) as caught:
        read(document)
    assert (caught.value.code, caught.value.zh, caught.value.en) == (code, zh, en)


@pytest.mark.parametrize("document", [[], "x", 5, None, {}, {"message": "ok"}, {"rows": []}])
def test_no_clear_word(document: object) -> None:
    with pytest.raises(Malformed):
        read(document)


def test_rows_and_records_of_every_shape() -> None:
    def answer(data: object) -> Answer:
        return envelope.read_answer(json.dumps({"code": "1000", "data": data}).encode())

    row = {"a": 1}
    for data in ([row], {"resultList": [row]}, {"records": [row], "total": 1}, {"list": [row]}):
        assert envelope.rows_of(answer(data)) == [row]
    assert envelope.rows_of(answer(row)) == [row]
    assert envelope.rows_of(answer(None)) == []
    assert envelope.record_of(answer(row)) == envelope.record_of(answer([row])) == row
    assert envelope.record_of(answer(None)) is None
    with pytest.raises(Malformed):
        envelope.rows_of(answer(5))


def test_methods_and_codes() -> None:
    assert len(methods.ALL) == 6
    assert all(path.startswith("/integratedsupplychain/") for path in methods.ALL)
    assert {m.name.split("/")[-2] for m in methods.ALL.values() if m.writes} == {"create", "cancel"}
    assert len(methods.FLAGS) == 9
    assert verdict_of("2001", writes=True) is Verdict.CONFIGURATION
    assert verdict_of("4000", writes=True) is Verdict.UNKNOWN
    assert verdict_of("4000", writes=False) is Verdict.RETRY
    assert verdict_of("3009", writes=True) is Verdict.REFUSED
