"""Turn the program's codes into words for people: errors, reasons, statuses, problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jdfulfil_desktop.application.ports import RowProblem
from jdfulfil_desktop.domain.errors import FulfilError, GatewayError
from jdfulfil_desktop.domain.holds import BY_CODE, Mend
from jdfulfil_desktop.texts.jd_codes import advice
from jdfulfil_desktop.texts.vocabulary import Vocabulary

_OUTBOUND_CODES_FROM = 1000
"""JD's codes of inbound lists have two digits, those of outbound orders five or six."""


_FAMILIES = {"http_": "http_status", "answer_": "answer_unclear"}
"""Codes that are made of what was met, such as `http_502`, are said alike."""


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """What happened, what it means (may be empty), what to do."""

    what: str
    meaning: str
    fix: str

    @property
    def message(self) -> str:
        """Give what happened and what it means in one text."""
        return f"{self.what} {self.meaning}".strip()


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """Why an order is held (R46): for a cell, in a sentence, what to do, and the button's label."""

    short: str
    message: str
    fix: str
    button: str


@dataclass(frozen=True, slots=True)
class AlertWords:
    """What an alert says and what to do about it."""

    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """What is wrong in a row and how to mend it."""

    what: str
    fix: str


class Texts(Vocabulary):
    """Give words in one language; `formats` writes its numbers and times.

    A code without words gets words that name the code: nothing ever fails for want of a text.
    """

    # --- errors

    def message(self, code: str, subject: str = "", /, **data: object) -> str:
        """Say what happened and what it means."""
        return self._error(code, subject, data).message

    def fix(self, code: str, subject: str = "", /, **data: object) -> str:
        """Say what to do about it."""
        return self._error(code, subject, data).fix

    def error(self, error: BaseException) -> ErrorWords:
        """Say an error: JD's own code and words go along; what is not ours is `internal`."""
        if not isinstance(error, FulfilError):
            return self._error("internal", "", {"detail": f"{type(error).__name__}: {error}"})
        data = dict(error.data)
        if isinstance(error, GatewayError) and (error.jd_code or error.zh or error.en):
            return self._gateway(error, data)
        return self._error(error.code, error.subject, data)

    def jd_error(self, jd_code: str, zh: str = "", en: str = "") -> ErrorWords:
        """Say a code of JD's gateway: its meaning, JD's own words, and what to do."""
        key = self.words.first(f"jd.{jd_code or 'other'}", "jd.other")
        words = self._jd_words(zh, en)
        meaning = self.words.say("jd.words", words=words) if words else ""
        what = self.words.say(key, jd_code=jd_code)
        return ErrorWords(what, meaning, self.words.say(f"jd_fix.{advice(jd_code)}"))

    def _gateway(self, error: GatewayError, data: dict[str, object]) -> ErrorWords:
        words = self._jd_words(error.zh, error.en)
        ours = self._error(error.code, error.subject, {**data, "words": words})
        if not error.jd_code:
            return ours
        theirs = self.jd_error(error.jd_code, error.zh, error.en)
        meaning = theirs.what if error.code == "gateway_rejected" else theirs.message
        return ErrorWords(ours.what, meaning, theirs.fix)

    def _jd_words(self, zh: str, en: str) -> str:
        return (zh or en) if self.lang == "zh" else (en or zh)

    def _error(self, code: str, subject: str, data: Mapping[str, object]) -> ErrorWords:
        family = next((name for start, name in _FAMILIES.items() if code.startswith(start)), code)
        keys = (f"error.{code}", f"error.{family}", f"reason.{code}", f"row.{code}", "error.other")
        key = self.words.first(*keys)
        given = {"code": code, "subject": subject, "first": subject, "subjects": subject, **data}
        given["value"] = data.get("value", subject)
        given["field"] = self.word("field", data.get("field", subject))
        if channel := data.get("channel", data.get("found")):
            given["channel"] = self.word("channel", channel)
        if right := data.get("right"):
            given["right"] = self.right(str(right))
        meaning = f"{key}.meaning"
        return ErrorWords(
            self.words.say(key, **given),
            self.words.say(meaning, **given) if self.words.has(meaning) else "",
            self.words.say(f"{key}.fix", **given),
        )

    # --- reasons, alerts, notes, rows

    def reason(self, code: str, subjects: Sequence[str] = ()) -> ReasonWords:
        """Say why an order is held, about what, and which button mends it (R46)."""
        key = self.words.first(f"reason.{code}", "reason.other")
        data: dict[str, object] = {"code": code, "subjects": tuple(subjects)}
        data["first"] = subjects[0] if subjects else ""
        return ReasonWords(
            self.words.say(f"{key}.short", **data),
            self.words.say(key, **data),
            self.words.say(f"{key}.fix", **data),
            self.mend(BY_CODE[code].mend if code in BY_CODE else Mend.NONE),
        )

    def alert(self, code: str, subject: str = "", data: Mapping[str, object] = {}) -> AlertWords:
        """Say what wants a person, and what to do."""
        key = f"alert.{code}"
        if not self.words.has(key):
            words = self._error(code, subject, data)
            return AlertWords(words.message, words.fix)
        given = {**data, "subject": subject}
        return AlertWords(self.words.say(key, **given), self.words.say(f"{key}.fix", **given))

    def note(self, kind: str, data: Mapping[str, object] = {}) -> str:
        """Say one line of a document's timeline; JD's statuses by their code, not JD's words."""
        if kind == "jd_status" and "status" in data:
            said = self._jd_status(int(str(data["status"])), str(data.get("words", "")))
            data = {**data, "words": said}
        elif kind == "order_status":
            data = {**data, "status": self.order_status(str(data.get("status", "")))}
        elif kind == "changed":
            data = self._change(data)
        elif kind in ("printed", "reprinted"):
            data = {**data, "paper": self.word("paper", data.get("paper", ""))}
        return self.words.say(
            self.words.first(f"note.{kind}", "note.other"), **{**data, "kind": kind}
        )

    def _change(self, data: Mapping[str, object]) -> dict[str, object]:
        """Say a field's change: which field, where, the value before and after."""
        name = str(data.get("field", ""))
        parts = (self.field(name), str(data.get("where", "")))
        old, new = (self._value(name, str(data.get(key, ""))) for key in ("before", "after"))
        return {"field": " ".join(part for part in parts if part), "before": old, "after": new}

    def _value(self, field: str, value: str) -> str:
        if field == "role":
            return self.role(value)
        if field == "mode" and value:
            return self.mode(value)
        if field == "rights":
            value = ", ".join(self.right(right) for right in value.split(", ") if right)
        words = {"": "value.none", "yes": "value.yes", "no": "value.no"}
        return self.say(words[value]) if value in words else value

    def _jd_status(self, status: int, words: str) -> str:
        """Say a status of either kind of document; their codes do not overlap."""
        if status < _OUTBOUND_CODES_FROM:
            return self.inbound_status(status)
        return self.outbound_status(status, words)

    def problem(
        self, code: str, column: str = "", value: str = "", data: Mapping[str, object] = {}
    ) -> ProblemWords:
        """Say what is wrong in a row of a file or a pasted list."""
        key = self.words.first(f"row.{code}", f"error.{code}", "row.other")
        given = {"subject": value, **data, "code": code, "value": value}
        given["column"] = self.word("field", column) if column else ""
        return ProblemWords(self.words.say(key, **given), self.words.say(f"{key}.fix", **given))

    def row_problem(self, problem: RowProblem) -> ProblemWords:
        """Say a row problem of a file."""
        return self.problem(problem.code, problem.column, problem.value, problem.data)
