"""Write the body of a call and read the envelopes of its answer (PROTOCOL 1.5, 1.6)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from jdfulfil_desktop.wire.envelope import Answer, GatewayRefusal, read_json, refuse
from jdfulfil_desktop.wire.fields import Method, Value, checked
from jdfulfil_desktop.wire.scalars import Malformed, Row, as_rows, as_text, pick

DOMAIN = "IntegratedSupplyChain"
VERSION = "2.0"
DATA = "data"
_GOOD = frozenset({"", "0", "200", "1000"})
_WITHIN = ("response", "result")
"""Where the gateway's own envelope holds that of the business domain."""
_LISTS = ("resultList", "records", "list")


def body(method: Method, values: Mapping[str, Value]) -> str:
    """Serialise a call's one argument: an array that holds a nested record.

    Names with dots stand for records in records; those of lines for a list of records. Raises:
    Refused as `fields.checked`.
    """
    return json.dumps([_nested(method, values)], ensure_ascii=False, separators=(",", ":"))


def _nested(method: Method, values: Mapping[str, Value]) -> dict[str, object]:
    flat = checked(method, values)
    lines = {field.name for field in method.fields if field.line}
    found: dict[str, object] = {}
    tables: dict[str, list[dict[str, object]]] = {}
    for name, value in flat.items():
        head, _, leaf = name.rpartition(".")
        if name in lines:
            items = _items(values[name])
            rows = tables.setdefault(head, [{} for _ in items])
            for row, item in zip(rows, items, strict=True):
                row[leaf] = item
        else:
            _record(found, head)[leaf] = value
    return {**found, **tables}


def _record(found: dict[str, object], place: str) -> dict[str, object]:
    """Return the record at a place such as `carrierInfo.shipmentInfo`; it is made where needed."""
    record = found
    for name in filter(None, place.split(".")):
        within = record.setdefault(name, {})
        assert isinstance(within, dict), "a name stands for a value or for a record"
        record = within
    return record


def _items(values: Value) -> Sequence[str | int]:
    """Return the items of a list that has been checked already."""
    return values if isinstance(values, list | tuple) else ()


def read_answer(content: bytes) -> Answer:
    """Return the `data` of a successful call from its answer's body.

    Raises: GatewayRefusal where the gateway or the business domain refuses; Malformed where the
    body is no clear word of JD.
    """
    document = read_json(content)
    if not isinstance(document, Mapping):
        raise Malformed("no_envelope")
    return Answer({DATA: _judged(document)})


def _judged(document: Row, *, within: bool = False) -> object:
    """Return the result of an envelope, or of the one that it holds."""
    refuse(document)
    code = as_text(pick(document, "code"))
    if code not in _GOOD or document.get("success") is False:
        raise GatewayRefusal(code, *_words(document))
    inner = next((pick(document, name) for name in _WITHIN if pick(document, name)), None)
    if isinstance(inner, Mapping) and not within:
        is_envelope = DATA in inner or pick(inner, "code") is not None
        return _judged(inner, within=True) if is_envelope else inner
    if DATA in document:
        return document[DATA]
    # An envelope may say that all went well and hold nothing; one that says nothing is none.
    if not code and document.get("success") is not True:
        raise Malformed("no_envelope")
    return None


def _words(document: Row) -> tuple[str, str]:
    """Return Chinese and English words; where an envelope has one sentence, by its script."""
    chinese = _first(document, "zhDesc", "zh_desc")
    english = _first(document, "enDesc", "en_desc")
    one = _first(document, "message", "msg")
    if one and not chinese and not one.isascii():
        chinese = one
    elif one and not english:
        english = one
    return chinese, english


def _first(document: Row, *names: str) -> str:
    return next((text for name in names if (text := as_text(pick(document, name)))), "")


def rows_of(answer: Answer) -> list[Row]:
    """Return the rows of an answer: a list, a page that holds one, or nothing.

    Raises: Malformed where there is something else.
    """
    data = answer.value(DATA)
    if isinstance(data, Mapping):
        for name in _LISTS:
            if isinstance(pick(data, name), list):
                return as_rows(pick(data, name))
    return as_rows(data)


def record_of(answer: Answer) -> Row | None:
    """Return the one record of an answer; None where JD has nothing.

    Raises: Malformed where there is something else.
    """
    return next(iter(as_rows(answer.value(DATA))), None)
