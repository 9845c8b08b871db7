"""Say what argparse found wrong in the user's language; argparse itself speaks English only."""

from __future__ import annotations

import re

from jdfulfil_desktop.texts import Texts

_SAID: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("required", re.compile(r"the following arguments are required: (?P<names>.+)")),
    ("unknown", re.compile(r"unrecognized arguments: (?P<names>.+)")),
    (
        "choice",
        re.compile(
            r"argument (?P<names>\S+): invalid choice: '(?P<value>.*?)' "
            r"\(choose from (?P<choices>.+)\)"
        ),
    ),
    ("value", re.compile(r"argument (?P<names>\S+): expected .+")),
    (
        "number",
        re.compile(r"argument (?P<names>\S+): (?:not a .+?|invalid .+ value): (?P<value>.+)"),
    ),
)


def usage_words(detail: str, texts: Texts) -> str:
    """Give the words for a message of argparse; the message itself where it is a rare one."""
    for kind, pattern in _SAID:
        found = pattern.fullmatch(detail)
        if found:
            given = {name: text.replace("'", "") for name, text in found.groupdict().items()}
            return texts.say(f"cli.usage.{kind}", **given)
    return detail
