"""Arguments in, exit code out: join the command line, the window and the practice gateway."""

from __future__ import annotations

import argparse
import gc
import io
import json
import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, TextIO

from jdfulfil_desktop import BEGAN
from jdfulfil_desktop.adapters.system.screen import can_show
from jdfulfil_desktop.application.remote.checkup import Check
from jdfulfil_desktop.cli.desk import Desk, Options, Streams
from jdfulfil_desktop.cli.main import run
from jdfulfil_desktop.domain.errors import EnvironmentProblem

_LOOK_S = 1.5
_SAMPLE_PACE_S = 0.4
"""How long a picture of the demo stays where somebody looks on."""


class Program:
    """Fulfil the command line's `Starter`; parts are imported when they are asked for."""

    def __init__(self, streams: Streams) -> None:
        self._streams = streams

    def open(self, options: Options) -> Desk:
        from jdfulfil_desktop import bootstrap

        _begin_logging(options, self._streams)
        opened = bootstrap.build(options)
        opened.recover()
        # The libraries stay to the end: searching them for garbage takes an import a tenth longer.
        gc.freeze()
        return opened

    def restore(self, options: Options, source: Path) -> Path | None:
        from jdfulfil_desktop import bootstrap
        from jdfulfil_desktop.adapters.db import safekeeping

        place = bootstrap.database_of(options)
        return safekeeping.restore(place, source, bootstrap.Hub(), bootstrap.SystemClock())

    def place_checks(self, options: Options) -> list[Check]:
        from jdfulfil_desktop import bootstrap
        from jdfulfil_desktop.adapters.system.checkup import check_folder, check_program

        return [check_program(), check_folder(bootstrap.places_of(options).data)]

    def export_key(self, options: Options) -> str:
        with closing(self.open(options)) as opened:
            return opened.export_key()

    def import_key(self, options: Options, key: str) -> None:
        with closing(self.open(options)) as opened:
            opened.import_key(key)

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
        _choose_platform(measured=bool(arguments.measure_start or arguments.measure_import))
        # A start makes no garbage worth six searches for it; the window goes on with that.
        gc.disable()
        from jdfulfil_desktop import windows
        from jdfulfil_desktop.gui import app

        options = replace(options, practice=arguments.practice)

        def opening() -> Any:
            _begin_logging(options, streams)
            return windows.open_for_window(options, samples=arguments.samples)

        show = partial(app.start, opening, lang=options.lang, practice=options.practice)
        if arguments.samples and options.practice:
            from jdfulfil_desktop.gui.demo.samples import with_samples

            code = show(story=with_samples(_sample_setting))
            return windows.stay_open(options, arguments.lang) if code == app.REOPEN else code
        if not arguments.measure_start and not arguments.measure_import:
            _begin_logging(options, streams)
            return windows.stay_open(options, arguments.lang)
        from jdfulfil_desktop.gui.measuring import stories

        if arguments.measure_import:
            importing = stories.importing(Path(arguments.measure_import), streams.stdout)
            return show(story=importing, page=stories.PAGE)
        start = stories.Start(BEGAN, perf_counter(), streams.stdout)
        return show(story=start.story, page=stories.PAGE, stood=start.stood)

    def demo(self, options: Options, arguments: argparse.Namespace, streams: Streams) -> int:
        """Play the main job on a data folder of its own that is gone afterwards."""
        from tempfile import TemporaryDirectory

        shown = not arguments.headless and can_show(os.environ)
        if not shown:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        out = Path(arguments.out or Path("out") / "demo")
        lines: list[str] = []

        def say(line: str) -> None:
            lines.append(line)
            spoken = streams.stderr if arguments.json else streams.stdout
            spoken.write(line + "\n")
            spoken.flush()

        with TemporaryDirectory(prefix="jdfulfil-demo-") as folder:
            own = replace(options, data_dir=Path(folder), database="", practice=True)
            pace_s = _LOOK_S if shown else 0.0
            code = _play(own, out, say, pace_s, every_dialog=arguments.every_dialog)
        if arguments.json:
            document = {"ok": not code, "out": str(out), "lines": lines}
            streams.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
        return code


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the console script and `python -m jdfulfil_desktop` end in its code."""
    streams = Streams(_utf8(sys.stdin), _utf8(sys.stdout), _utf8(sys.stderr))
    return run(sys.argv[1:] if argv is None else list(argv), Program(streams), streams)


class _LateLog(logging.Handler):
    """Set the log up with its first line: most commands write none, and it costs them 0.1 s."""

    def __init__(self, folder: Path, terminal: TextIO) -> None:
        super().__init__(logging.INFO)
        self._folder = folder
        self._terminal = terminal

    def emit(self, record: logging.LogRecord) -> None:
        from jdfulfil_desktop.adapters.system.logs import configure_logs

        root = logging.getLogger()
        root.removeHandler(self)
        configure_logs(self._folder, terminal=self._terminal)
        root.handle(record)


def _begin_logging(options: Options, streams: Streams) -> None:
    """Log into the data folder; warnings go to stderr as well."""
    from jdfulfil_desktop import bootstrap

    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(_LateLog(bootstrap.places_of(options).logs, streams.stderr))


def _sample_setting(program: Any) -> Any:
    """Set the stage for the sample data in the window of practice mode."""
    from jdfulfil_desktop.adapters.system.practice_room import PracticeRoom
    from jdfulfil_desktop.gui.demo.room import Setting

    samples = Path(__file__).parent / "_resources" / "samples"
    return Setting(
        PracticeRoom(program.gateway.info),
        samples,
        logging.getLogger(__name__).info,
        pace_s=_SAMPLE_PACE_S,
    )


def _play(
    options: Options,
    out: Path,
    say: Callable[[str], None],
    pace_s: float,
    *,
    every_dialog: bool = False,
) -> int:
    """Play the demo's story in a window on these options; its people are played as well."""
    from jdfulfil_desktop import bootstrap
    from jdfulfil_desktop.adapters.system.practice_room import PracticeRoom
    from jdfulfil_desktop.gui import app
    from jdfulfil_desktop.gui.demo.room import Setting
    from jdfulfil_desktop.gui.demo.story import play

    places = bootstrap.places_of(options)
    gateway = bootstrap.start_practice_gateway(places.data, manual=True)
    room = PracticeRoom(gateway.info)
    samples = Path(__file__).parent / "_resources" / "samples"
    setting = Setting(room, samples, say, out, pace_s, every_dialog)

    def log_in(address: str) -> bool:
        threading.Thread(
            target=room.log_in, args=(address,), name="practice-login", daemon=True
        ).start()
        return True

    program = bootstrap.build(options, gateway=gateway, browser=log_in)
    return app.run(program, lang=options.lang, story=lambda window: play(window, setting))


def _choose_platform(*, measured: bool) -> None:
    """Measure unseen where there is no screen; Qt itself would end the process without a word.

    Raises EnvironmentProblem("no_display") where a person wants a window.
    """
    if can_show(os.environ) or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not measured:
        raise EnvironmentProblem("no_display")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _utf8(stream: TextIO) -> TextIO:
    """Speak UTF-8 whatever the terminal's code page is: names and couriers are in any script."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
    return stream


if __name__ == "__main__":
    sys.exit(main())
