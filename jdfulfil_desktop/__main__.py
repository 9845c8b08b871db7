"""Arguments in, exit code out: join the command line, the window and the practice gateway."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from jdfulfil_desktop.application.remote.checkup import Check
from jdfulfil_desktop.cli.desk import Desk, Options, Streams
from jdfulfil_desktop.cli.main import run
from jdfulfil_desktop.domain.errors import EnvironmentProblem, RuleError


class Program:
    """Fulfil the command line's `Starter`; parts are imported when they are asked for."""

    def open(self, options: Options) -> Desk:
        from jdfulfil_desktop import bootstrap

        return bootstrap.build(options)

    def restore(self, options: Options, source: Path) -> Path | None:
        from jdfulfil_desktop import bootstrap

        return bootstrap.restore(options, source)

    def place_checks(self, options: Options) -> list[Check]:
        from jdfulfil_desktop import bootstrap

        return bootstrap.place_checks(options)

    def export_key(self, options: Options) -> str:
        # Tokens lie in a database only where several PCs share it, and SQLite is no such database.
        raise RuleError("key_not_shared")

    def import_key(self, options: Options, key: str) -> None:
        raise RuleError("key_not_shared")

    def add_sandbox_arguments(self, parser: argparse.ArgumentParser) -> None:
        from jdfulfil_desktop.sandbox.options import add_arguments

        add_arguments(parser)

    def sandbox(self, arguments: argparse.Namespace, streams: Streams) -> int:
        from jdfulfil_desktop.sandbox.options import options_from
        from jdfulfil_desktop.sandbox.server import run as serve

        return serve(
            options_from(arguments),
            stdout=streams.stdout,
            stderr=streams.stderr,
            stdin=streams.stdin,
        )

    def window(self, options: Options, arguments: argparse.Namespace, streams: Streams) -> int:
        if arguments.measure_start or arguments.measure_import:
            raise EnvironmentProblem("part_missing", subject="jdfulfil_desktop.gui.measuring")
        from jdfulfil_desktop import bootstrap
        from jdfulfil_desktop.gui import app

        program = bootstrap.open_for_window(replace(options, practice=arguments.practice))
        return app.run(program, lang=options.lang)

    def demo(self, options: Options, arguments: argparse.Namespace, streams: Streams) -> int:
        raise EnvironmentProblem("part_missing", subject="jdfulfil_desktop.gui.demo")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the console script and `python -m jdfulfil_desktop` end in its code."""
    streams = Streams(_utf8(sys.stdin), _utf8(sys.stdout), _utf8(sys.stderr))
    return run(sys.argv[1:] if argv is None else list(argv), Program(), streams)


def _utf8(stream: TextIO) -> TextIO:
    """Speak UTF-8 whatever the terminal's code page is: names and couriers are in any script."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
    return stream


if __name__ == "__main__":
    sys.exit(main())
