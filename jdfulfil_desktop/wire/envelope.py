"""Build the parameters of a call and read the envelope of its answer (PROTOCOL 1.2, 1.6)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from jdfulfil_desktop.wire.scalars import Malformed, Row, as_rows, as_text, pick, single
from jdfulfil_desktop.wire.signing import sign

VERSION = "2.0"
BUSINESS = "360buy_param_json"
_SUFFIXES = ("_responce", "_response")
_GOOD = frozenset({"0", ""})


class GatewayRefusal(Exception):
    """JD answered with an error code. `code` is a text; `zh` and `en` are its words."""

    def __init__(self, code: str, zh: str, en: str) -> None:
        self.code = code
        self.zh = zh
        self.en = en
        super().__init__(f"{code}: {en or zh}")


@dataclass(frozen=True, slots=True)
class Answer:
    """The result fields of a successful call, read by name in any case."""

    fields: Row

    def value(self, name: str) -> object:
        """Return a field as it came; None where it is absent."""
        return pick(self.fields, name)

    def text(self, name: str) -> str:
        """Return a text field, empty where it is absent."""
        return as_text(self.value(name))

    def rows(self, name: str) -> list[Row]:
        """Return a list field; absent is empty. Raises: Malformed where it is no list."""
        return as_rows(self.value(name))

    def record(self, name: str) -> Row:
        """Return a record field. Raises: Malformed where it is absent or no record."""
        value = single(self.value(name))
        if not isinstance(value, Mapping):
            raise Malformed("no_result")
        return value

    def number(self, name: str) -> str:
        """Return a document number that a write gives. Raises: Malformed where it is absent."""
        text = self.text(name)
        if not text:
            raise Malformed("no_result")
        return text


def business_json(values: Mapping[str, str | int]) -> str:
    """Serialise business parameters once: compact, by name, every script as it is; `{}` for none.

    The same text is signed and sent; JD verifies the text that it received.
    """
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def call_parameters(
    method: str, business: str, *, app_key: str, access_token: str, secret: str, timestamp: str
) -> dict[str, str]:
    """Return all parameters of a call, signed, as they go into the form body."""
    parameters = {
        "method": method,
        "app_key": app_key,
        "access_token": access_token,
        "timestamp": timestamp,
        "v": VERSION,
        BUSINESS: business,
    }
    return {**parameters, "sign": sign(parameters, secret)}


def read_json(body: bytes) -> object:
    """Return the JSON document of a body in UTF-8. Raises: Malformed."""
    if not body.strip():
        raise Malformed("empty")
    try:
        document: object = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Malformed("not_json") from error
    return document


def read_answer(body: bytes, method: str) -> Answer:
    """Return the result of a call from its answer's body.

    Raises: GatewayRefusal where JD gives an error code; Malformed where the body is no clear word
    of JD: empty, no JSON, no object, or the answer to another call.
    """
    document = read_json(body)
    if not isinstance(document, Mapping) or not document:
        raise Malformed("no_envelope")
    refuse(document)
    fields = _root(document, method)
    if not isinstance(fields, Mapping):
        raise Malformed("no_envelope")
    code = as_text(fields.get("code"))
    if code not in _GOOD:
        raise GatewayRefusal(
            code, as_text(pick(fields, "zh_desc")), as_text(pick(fields, "en_desc"))
        )
    return Answer(fields)


def refuse(document: Mapping[str, object]) -> None:
    """Raise GatewayRefusal where a document is an `error_response`."""
    error = document.get("error_response")
    if error is None:
        return
    if not isinstance(error, Mapping):
        raise Malformed("no_envelope")
    words = as_text(pick(error, "zh_desc")), as_text(pick(error, "en_desc"))
    code = as_text(pick(error, "code"))
    if not code and not any(words):
        raise Malformed("no_envelope")
    raise GatewayRefusal(code, *words)


def _root(document: Mapping[str, object], method: str) -> object:
    """Find the envelope under the method's own name, in either spelling, else the first value.

    An envelope that names another of JD's methods is the answer to somebody else's call.
    """
    stem = method.replace(".", "_")
    for suffix in _SUFFIXES:
        if stem + suffix in document:
            return document[stem + suffix]
    first, value = next(iter(document.items()))
    if first.startswith("jingdong_") and first.endswith(_SUFFIXES):
        raise Malformed("foreign_answer")
    return value
