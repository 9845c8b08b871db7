"""Say what a checkup found, the same for `doctor` and for the window's diagnostics."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from jdfulfil_desktop.application.remote.checkup import Check
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.texts.formats import masked
from jdfulfil_desktop.texts.speaker import Texts


def check_words(check: Check, texts: Texts) -> tuple[str, dict[str, object]]:
    """Give a finding's sentence and its data in words: no secret, PINs masked (R9)."""
    data = _shown(check.data, texts)
    return texts.say(f"doctor.{check.name}.{check.verdict}", **data), data


def _shown(data: Mapping[str, object], texts: Texts) -> dict[str, object]:
    """Put failures into words and times into the user's zone."""
    shown = dict(data)
    failure = shown.pop("failure", None)
    if isinstance(failure, FulfilError):
        shown["detail"] = texts.error(failure).message
    if isinstance(until := shown.get("until"), datetime):
        shown["until"] = texts.time_in_full(until)
    if "pin" in shown:
        shown["pin"] = masked(str(shown["pin"]))
    return shown
