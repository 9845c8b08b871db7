"""Build the argument parser; `--json` and `--yes` may stand anywhere (CONTRACT)."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import Outcome
from jdfulfil_desktop.domain.errors import UsageError
from jdfulfil_desktop.texts import LANGUAGES, Texts

PROGRAM = "jdfulfil"
Arguments = argparse.Namespace


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError instead of ending the process."""

    def error(self, message: str) -> NoReturn:
        raise UsageError("usage", subject=self.prog, detail=message)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its words, what it takes, what it does. `run` gets an open program."""

    path: str
    run: Callable[[Desk, Arguments], Outcome]
    takes: Callable[[Parser], None] = lambda parser: None


def build(
    commands: Sequence[Command],
    texts: Texts,
    extra: Sequence[tuple[str, Callable[[Parser], None]]] = (),
) -> Parser:
    """Build the parser of all commands; `extra` are commands that need no open program.

    The namespace carries `path` (such as `store bind`) and, for a Command, `run`.
    """
    anywhere = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    anywhere.add_argument("--json", action="store_true", help=texts.say("cli.help.json"))
    anywhere.add_argument("--yes", action="store_true", help=texts.say("cli.help.yes"))
    parser = Parser(
        PROGRAM, description=texts.say("cli.help"), parents=[anywhere], allow_abbrev=False
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help=texts.say("cli.help.data_dir"))
    parser.add_argument(
        "--database", default="", metavar="URL", help=texts.say("cli.help.database")
    )
    parser.add_argument("--lang", choices=LANGUAGES, help=texts.say("cli.help.lang"))
    parser.add_argument(
        "--user", default="", dest="as_user", metavar="NAME", help=texts.say("cli.help.as_user")
    )
    parser.set_defaults(path="gui", run=None)
    _dress(parser, texts)
    places: dict[str, Any] = {"": parser.add_subparsers(metavar="COMMAND", parser_class=Parser)}
    wanted = [(command.path, command.takes, command.run) for command in commands]
    for path, takes, run in [*wanted, *((path, takes, None) for path, takes in extra)]:
        made = _add(places, path, texts, anywhere)
        takes(made)
        made.set_defaults(path=path, run=run)
    return parser


def _add(places: dict[str, Any], path: str, texts: Texts, anywhere: Parser) -> Parser:
    """Add a command below its group, making the group's parser where it is new."""
    group, _, verb = path.rpartition(" ")
    if group not in places:
        made = _one(places[""], group, texts, anywhere)
        places[group] = made.add_subparsers(metavar="ACTION", required=True, parser_class=Parser)
    return _one(places[group], path, texts, anywhere, verb)


def _one(place: Any, path: str, texts: Texts, anywhere: Parser, verb: str = "") -> Parser:
    words = texts.say("cli.help." + path.replace(" ", "."))
    made = place.add_parser(
        verb or path, help=words, description=words, parents=[anywhere], allow_abbrev=False
    )
    assert isinstance(made, Parser)
    _dress(made, texts)
    return made


def _dress(parser: Parser, texts: Texts) -> None:
    """Put argparse's own headings into the user's language."""

    class Spoken(argparse.HelpFormatter):
        def add_usage(
            self, usage: Any, actions: Any, groups: Any, prefix: str | None = None
        ) -> None:
            words = f"{texts.say('cli.help_usage')} " if prefix is None else prefix
            super().add_usage(usage, actions, groups, words)

    parser.formatter_class = Spoken
    for group in parser._action_groups:
        known = {"positional arguments": "positionals", "options": "options"}
        if group.title in known:
            group.title = texts.say(f"cli.help_{known[group.title]}")
    for action in parser._actions:
        if isinstance(action, argparse._HelpAction):
            action.help = texts.say("cli.help_help")


def whole(text: str) -> int:
    """Read a whole number above 0."""
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value <= 0:
        raise argparse.ArgumentTypeError(f"not a whole number above 0: {text}")
    return value


def seconds(text: str) -> float:
    """Read a length of time in seconds, above 0."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"not a number of seconds: {text}")
    return value
