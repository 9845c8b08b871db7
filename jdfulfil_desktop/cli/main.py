"""Take a command's words, run it, say its outcome, give its exit code (CONTRACT)."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Sequence

from jdfulfil_desktop.cli.desk import Options, Starter, Streams
from jdfulfil_desktop.cli.failures import failed
from jdfulfil_desktop.cli.outcome import DONE, Outcome, write
from jdfulfil_desktop.cli.parser import Arguments, Parser, build
from jdfulfil_desktop.cli.standard_input import next_line
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.domain.house_commands import SwitchUser
from jdfulfil_desktop.texts import DEFAULT_LANGUAGE, LANGUAGES, Texts

log = logging.getLogger(__name__)

_TAKE_A_VALUE = ("--data-dir", "--database", "--lang", "--user")


def run(argv: Sequence[str], starter: Starter, streams: Streams) -> int:
    """Run one command line; gives the exit code. Never raises, never waits for a terminal."""
    as_json = "--json" in argv
    texts = Texts(language(argv))
    try:
        arguments = _parse(argv, starter, texts)
        arguments.streams = streams
        options = Options(arguments.data_dir, arguments.database, texts.lang)
        if arguments.path in _PROGRAMS:
            return _PROGRAMS[arguments.path](starter, options, arguments, streams)
        outcome = _carry_out(starter, options, arguments, texts)
        write(outcome, as_json=as_json, stream=streams.stdout)
        return outcome.code
    except SystemExit as end:  # --help says its text itself
        return int(end.code or 0)
    except BrokenPipeError:
        return DONE  # whoever read the output has had enough of it
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  every failure has words and a code
        return _say_failure(error, texts, streams, as_json=as_json)


def language(argv: Sequence[str]) -> str:
    """Find the language before parsing: usage errors have to be said in it."""
    for place, word in enumerate(argv):
        if word == "--lang":
            wanted = argv[place + 1] if place + 1 < len(argv) else ""
            return wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE
        if word.startswith("--lang="):
            wanted = word.removeprefix("--lang=")
            return wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE
    return DEFAULT_LANGUAGE


def _parse(argv: Sequence[str], starter: Starter, texts: Texts) -> Arguments:
    arguments = _parser(argv, starter, texts).parse_args(list(argv))
    for name in ("json", "yes", "practice", "samples", "measure_start"):
        if not hasattr(arguments, name):
            setattr(arguments, name, False)
    if not hasattr(arguments, "measure_import"):
        arguments.measure_import = None
    return arguments


def _parser(argv: Sequence[str], starter: Starter, texts: Texts) -> Parser:
    """Build the parser; for the window only its own part: the commands cost it 40 ms."""
    programs: list[tuple[str, Callable[[Parser], None]]] = [
        ("gui", _takes_window),
        ("demo", _takes_demo),
        ("sandbox", starter.add_sandbox_arguments),
    ]
    if _asks_for_window(argv):
        return build((), texts, programs[:1])
    from jdfulfil_desktop.cli.commands import CLOSED_TAKE, COMMANDS

    return build(COMMANDS, texts, [*programs, *CLOSED_TAKE])


def _asks_for_window(argv: Sequence[str]) -> bool:
    """Tell whether the first word that is no option is `gui`, or there is none but options."""
    words = iter(argv)
    for word in words:
        if word in _TAKE_A_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            return word == "gui"
    return not {"-h", "--help"} & set(argv)


def _carry_out(starter: Starter, options: Options, arguments: Arguments, texts: Texts) -> Outcome:
    from jdfulfil_desktop.cli.commands import CLOSED

    if arguments.path in CLOSED:
        return CLOSED[arguments.path](starter, options, arguments, texts)
    desk = starter.open(options)
    with contextlib.closing(desk):
        if arguments.as_user:
            pin = next_line(arguments.streams)
            desk.bus.submit(SwitchUser(arguments.as_user, pin)).result()
        outcome = arguments.run(desk, arguments)
    assert isinstance(outcome, Outcome)
    return outcome


def _say_failure(error: BaseException, texts: Texts, streams: Streams, *, as_json: bool) -> int:
    """Say what went wrong: the document on stdout, or the words on stderr."""
    if not isinstance(error, FulfilError | KeyboardInterrupt):
        log.error("a command ended by a fault of the program", exc_info=error)
    outcome = failed(error, texts)
    write(outcome, as_json=as_json, stream=streams.stdout if as_json else streams.stderr)
    return outcome.code


def _takes_window(parser: Parser) -> None:
    parser.add_argument("--practice", action="store_true")
    parser.add_argument("--samples", action="store_true")
    parser.add_argument("--measure-start", action="store_true")
    parser.add_argument("--measure-import", default=None, metavar="FILE")


def _takes_demo(parser: Parser) -> None:
    parser.add_argument("--headless", action="store_true")
    parser.add_argument("--every-dialog", action="store_true")
    parser.add_argument("--out", default=None, metavar="DIR")


_PROGRAMS: dict[str, Callable[[Starter, Options, Arguments, Streams], int]] = {
    "gui": lambda starter, options, arguments, streams: starter.window(options, arguments, streams),
    "demo": lambda starter, options, arguments, streams: starter.demo(options, arguments, streams),
    "sandbox": lambda starter, options, arguments, streams: starter.sandbox(arguments, streams),
}
"""Commands that are programs of their own and write to the streams themselves."""
