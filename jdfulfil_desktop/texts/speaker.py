"""Turn the program's codes into words for people: errors, reasons, statuses, problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jdfulfil_desktop.domain.errors import FulfilError, GatewayError
from jdfulfil_desktop.domain.holds import BY_CODE, Mend
from jdfulfil_desktop.texts.catalogue import DEFAULT_LANGUAGE, Catalogue
from jdfulfil_desktop.texts.formats import Formats
from jdfulfil_desktop.texts.jd_codes import advice


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

    message: str
    fix: str


class Texts:
    """Give words in one language; `formats` writes its numbers and times.

    A code without words gets words that name the code: nothing ever fails for want of a text.
    """

    def __init__(self, lang: str = DEFAULT_LANGUAGE, zone: str = "WIB") -> None:
        self.words = Catalogue(lang)
        self.lang = self.words.lang
        self.formats = Formats(self.words, zone)

    # --- anything by key

    def say(self, key: str, /, **data: object) -> str:
        """Give the words of any key, such as `cli.order.imported`."""
        return self.words.say(key, **data)

    def count(self, thing: str, n: int, /) -> str:
        """Give `1.234 pesanan` for `count("orders", 1234)`."""
        return self.words.count(f"count.{thing}", n, n=self.formats.number(n))

    def word(self, group: str, value: object) -> str:
        """Give the word of a value (`push_state`, `held`); a value without one stays as it is."""
        key = f"{group}.{value}"
        return self.words.say(key) if self.words.has(key) else str(value)

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
        key = self.words.first(f"error.{code}", f"reason.{code}", f"row.{code}", "error.other")
        given = {"code": code, "subject": subject, "first": subject, "subjects": subject, **data}
        given["value"] = data.get("value", subject)
        given["field"] = self.word("field", data.get("field", subject))
        for name in ("found", "expected"):
            if name in data:
                given[name] = self.word("channel", data[name])
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

    def mend(self, mend: Mend) -> str:
        """Give the label of the button that mends; empty where nothing can be done."""
        return "" if mend is Mend.NONE else self.words.say(f"mend.{mend}")

    def alert(self, code: str, subject: str = "", data: Mapping[str, object] = {}) -> AlertWords:
        """Say what wants a person, and what to do."""
        key = f"alert.{code}"
        if not self.words.has(key):
            words = self._error(code, subject, data)
            return AlertWords(words.message, words.fix)
        given = {**data, "subject": subject}
        return AlertWords(self.words.say(key, **given), self.words.say(f"{key}.fix", **given))

    def note(self, kind: str, data: Mapping[str, object] = {}) -> str:
        """Say one line of a document's timeline."""
        return self.words.say(
            self.words.first(f"note.{kind}", "note.other"), **{**data, "kind": kind}
        )

    def problem(
        self, code: str, column: str = "", value: str = "", data: Mapping[str, object] = {}
    ) -> ProblemWords:
        """Say what is wrong in a row of a file or a pasted list."""
        key = self.words.first(f"row.{code}", f"error.{code}", "row.other")
        given = {"subject": value, **data, "code": code, "column": column, "value": value}
        return ProblemWords(self.words.say(key, **given), self.words.say(f"{key}.fix", **given))

    # --- statuses

    def outbound_status(self, jd_status: int | None, words: str = "") -> str:
        """Say JD's status of an outbound order (PROTOCOL 3.2), else JD's own words for it."""
        return self._status("jd_outbound", jd_status, words)

    def inbound_status(self, jd_status: int | None) -> str:
        """Say JD's status of an inbound list (PROTOCOL 3.1)."""
        return self._status("jd_inbound", jd_status, "")

    def _status(self, group: str, jd_status: int | None, words: str) -> str:
        if jd_status is None:
            return ""
        key = f"{group}.{jd_status}"
        if self.words.has(key):
            return self.words.say(key)
        return words or self.words.say("jd_status.other", code=jd_status)

    def courier(self, courier: str, raw: str = "") -> str:
        """Say a courier: the word of its code, else as the file wrote it."""
        key = f"courier.{courier}"
        return self.words.say(key) if courier and self.words.has(key) else (raw or courier)

    def order_status(self, status: str, raw: str = "") -> str:
        """Say an order's status; an unknown one as the file wrote it."""
        return raw if status == "UNKNOWN" and raw else self.word("order_status", status)
