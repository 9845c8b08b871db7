"""Read what a user pastes of JD's answer where the browser cannot come back by itself (R5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from jdfulfil_desktop.application.ports import LoginListener
from jdfulfil_desktop.domain.errors import RuleError

LONGEST = 2048


@dataclass(frozen=True, slots=True)
class PastedAnswer:
    """A code, with the state of the login where a whole address was pasted; or JD's refusal."""

    code: str = field(default="", repr=False)
    state: str = field(default="", repr=False)
    error: str = ""


def read_answer(text: str) -> PastedAnswer:
    """Read an address such as `http://127.0.0.1…?code=…&state=…`, its query alone, or a bare code.

    Raises RuleError("login_answer_unknown") for anything else.
    """
    given = "".join(text.split())
    if not given or len(given) > LONGEST:
        raise RuleError("login_answer_unknown")
    if "code=" not in given and "error=" not in given:
        if not given.isascii() or any(mark in given for mark in ":/?&=#<>"):
            raise RuleError("login_answer_unknown")
        return PastedAnswer(code=given)
    query = parse_qs(urlsplit(given).query or given.lstrip("?"))
    code, state, error = (query.get(name, []) for name in ("code", "state", "error"))
    if len(state) > 1 or len(code) + len(error) != 1:
        raise RuleError("login_answer_unknown")
    return PastedAnswer("".join(code), "".join(state), "".join(error))


async def hand_in(listener: LoginListener, text: str) -> None:
    """Give a waiting login the answer that was pasted; run it in the loop that waits.

    Raises RuleError `login_answer_unknown`, and `login_answer_of_other` where it belongs to another
    login.
    """
    answer = read_answer(text)
    listener.hand_in(answer.code, answer.state, answer.error)
