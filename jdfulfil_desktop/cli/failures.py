"""Say a failure as an exit code and as `{"error":{"code","message","fix"}}` (CONTRACT)."""

from __future__ import annotations

from jdfulfil_desktop.cli.outcome import ENVIRONMENT, REFUSED, USAGE, Outcome
from jdfulfil_desktop.cli.usage import usage_words
from jdfulfil_desktop.domain.errors import (
    ActionCancelled,
    EnvironmentProblem,
    FulfilError,
    GatewayError,
    Refused,
    RuleError,
    UsageError,
)
from jdfulfil_desktop.texts import Texts


def exit_code(error: BaseException) -> int:
    """Give the exit code of a failure: 1 a rule, JD's refusal or Cancel, 2 usage, 3 environment."""
    if isinstance(error, UsageError):
        return USAGE
    if isinstance(error, RuleError | Refused | ActionCancelled | KeyboardInterrupt):
        return REFUSED
    if isinstance(error, EnvironmentProblem | GatewayError | OSError):
        return ENVIRONMENT
    return ENVIRONMENT


def failed(error: BaseException, texts: Texts) -> Outcome:
    """Say a failure in the user's language."""
    if isinstance(error, KeyboardInterrupt):
        error = ActionCancelled()
    code = error.code if isinstance(error, FulfilError) else "internal"
    if code == "usage" and isinstance(error, FulfilError):
        detail = usage_words(str(error.data.get("detail", "")), texts)
        error = UsageError(subject=error.subject, detail=detail)
    words = texts.error(error)
    document = {"error": {"code": code, "message": words.message, "fix": words.fix}}
    return Outcome(document, (words.message, words.fix), exit_code(error))
