"""A window's life around its program: one a data folder, opened again where that is wished.

Another language and a copy of the data that is put back close the window and open the next one;
a second start brings the first window to the front. What stands on the database is imported behind
the frame.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from jdfulfil_desktop.adapters.system.clock import SystemClock
from jdfulfil_desktop.adapters.system.one_at_a_time import SingleInstance
from jdfulfil_desktop.adapters.system.places import Places, database_for, places_for
from jdfulfil_desktop.adapters.system.reports import CrashReports
from jdfulfil_desktop.application.ports.keeping import KeptBackup
from jdfulfil_desktop.cli.desk import Options
from jdfulfil_desktop.domain.errors import EnvironmentProblem, FulfilError, RuleError
from jdfulfil_desktop.gui import app
from jdfulfil_desktop.gui.kept import LANGUAGE, PLACE, RESTORE, THEME, Kept
from jdfulfil_desktop.gui.program import Rescue
from jdfulfil_desktop.gui.theme import ThemeMode
from jdfulfil_desktop.texts import Texts


def stay_open(options: Options, lang: str | None) -> int:
    """Show the window in the language and theme that were kept, anew where it asks for that.

    Gives the exit code. Raises EnvironmentProblem("already_open") where a window of this data
    folder is open and does not come to the front.
    """
    places = _places_of(options)
    reports = CrashReports(places.logs, SystemClock())
    if _is_open(places.data):
        return 0
    reports.arm()
    try:
        return _rounds(options, lang, places.config)
    except FulfilError:
        raise
    except Exception as error:
        reports.write(error)
        raise
    finally:
        reports.close()


def _is_open(folder: Path) -> bool:
    """Tell whether a window of this folder is open; it is then at the front."""
    instance = SingleInstance(folder)
    if instance.acquire():
        instance.release()
        return False
    from jdfulfil_desktop.gui.front import knock

    if not knock(folder):
        raise EnvironmentProblem("already_open", subject=str(folder))
    return True


def _rounds(options: Options, lang: str | None, config: Path) -> int:
    kept = Kept(config)
    spoken = lang or kept.load(LANGUAGE) or options.lang
    while True:
        wanted = replace(options, lang=spoken)
        copy = kept.take(RESTORE)
        opening = partial(open_for_window, wanted, put_back=Path(copy) if copy else None)
        theme = kept.load(THEME) or ThemeMode.SYSTEM
        code = app.start(
            opening,
            lang=spoken,
            theme=theme,
            practice=options.practice,
            place=kept.take(PLACE) or "",
            rescue=rescue_for(wanted, kept),
        )
        if code != app.REOPEN:
            return code
        kept = Kept(kept.folder)  # another one wrote the file
        spoken = kept.load(LANGUAGE) or spoken


def _places_of(options: Options) -> Places:
    return places_for(os.environ, options.data_dir, practice=options.practice)


def _database_of(options: Options) -> str | Path:
    places = _places_of(options)
    return database_for(options.database, places.database, os.environ, practice=options.practice)


def rescue_for(options: Options, kept: Kept) -> Rescue:
    """Gather what can be done where the data cannot be opened."""

    def copies() -> Sequence[KeptBackup]:
        from jdfulfil_desktop.adapters.db.backups import DailyBackups
        from jdfulfil_desktop.adapters.db.safekeeping import file_of

        try:
            database = file_of(_database_of(options))
        except RuleError:
            return ()  # a shared database has its copies on its server
        return DailyBackups(database, SystemClock()).kept()

    def put_back_next(copy: Path) -> None:
        kept.save(RESTORE, str(copy))
        kept.flush()

    return Rescue(Texts(options.lang), copies, put_back_next)


def open_for_window(
    options: Options, *, samples: bool = False, put_back: Path | None = None
) -> Any:
    """Open the program for a window of its own; practice mode brings its gateway along.

    `put_back`: a copy that takes the data's place first; how that went becomes an alert. Gives the
    `Application`.
    Raises EnvironmentProblem("already_open") where a window of this data folder is open.
    """
    from jdfulfil_desktop import bootstrap

    places = bootstrap.places_of(options)
    instance = bootstrap.SingleInstance(places.data)
    if not instance.acquire():
        raise EnvironmentProblem("already_open", subject=str(places.data))
    gateway = None
    try:
        tell = _put_back(options, put_back) if put_back is not None else None
        if options.practice:
            gateway = bootstrap.start_practice_gateway(places.data)
        browser = _first_login(gateway) if samples and gateway is not None else None
        program = bootstrap.build(options, gateway=gateway, instance=instance, browser=browser)
    except BaseException:
        if gateway is not None:
            gateway.close()
        instance.release()
        raise
    if tell is not None:
        tell(program)
    return program


def _put_back(options: Options, copy: Path) -> Callable[[Any], None]:
    """Put a copy in the data's place; gives what tells the open program how that went."""
    from jdfulfil_desktop.adapters.db import safekeeping
    from jdfulfil_desktop.application.hub import Hub

    place, clock = _database_of(options), SystemClock()
    words: dict[str, Any]
    try:
        kept = safekeeping.restore(place, copy, Hub(), clock)
    except FulfilError as failure:
        words = {"reason": Texts(options.lang).error(failure).message}

        def failed(program: Any) -> None:
            program.bus.writer.submit(
                lambda uow: uow.journal.alert("restore_failed", copy.name, clock.now(), **words)
            ).result(30)

        return failed
    words = {"kept": str(kept or "")}

    def done(program: Any) -> None:
        program.bus.writer.submit(
            lambda uow: uow.journal.alert("restored", copy.name, clock.now(), **words)
        ).result(30)

    return done


def _first_login(gateway: Any) -> Callable[[str], bool]:
    """Log into the sample account by itself; later logins are the user's own."""
    from jdfulfil_desktop.adapters.system.browser import open_browser
    from jdfulfil_desktop.adapters.system.practice_room import FirstLogin, PracticeRoom

    later = partial(open_browser, environment=os.environ)
    return FirstLogin(PracticeRoom(gateway.info), later)
