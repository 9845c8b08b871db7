"""Every rule catches its example and finds nothing in the files that it is for."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from tests.architecture import rules
from tests.architecture.sources import Source, everything, program, suite

Scope = Callable[[], tuple[Source, ...]]


def below(*prefixes: str, but: tuple[str, ...] = ()) -> Scope:
    """Choose the program's files below some folders of the package, without some others."""
    wanted = tuple(f"jdfulfil_desktop/{prefix}" for prefix in prefixes)
    unwanted = tuple(f"jdfulfil_desktop/{prefix}" for prefix in but)

    def choose() -> tuple[Source, ...]:
        return tuple(
            source
            for source in program()
            if source.path.startswith(wanted)
            and not (unwanted and source.path.startswith(unwanted))
        )

    return choose


SPEAKERS = ("cli", "sandbox", "__main__", "bootstrap")

# rule, where it holds, what breaks it
TABLE: list[tuple[rules.Rule, Scope, str]] = [
    (rules.blocking_exec, below("gui"), "dialog.exec()"),
    (rules.blocking_exec, below("gui"), "QMenu(self).exec(where)"),
    (rules.styling, below("gui", but=("gui/theme",)), "self.label.setStyleSheet(text)"),
    (rules.styling, below("gui", but=("gui/theme",)), "pen = '#0F766E'"),
    (rules.swallowed, everything, "try:\n    work()\nexcept ValueError:\n    pass"),
    (rules.swallowed, everything, "with contextlib.suppress(Exception):\n    work()"),
    (rules.naked_exceptions, everything, "x = y  # type: ignore"),
    (rules.naked_exceptions, everything, "x = y  # type: ignore[attr-defined]"),
    (rules.naked_exceptions, everything, "x = y  # noqa"),
    (rules.naked_exceptions, everything, "x = y  # noqa: E501"),
    (rules.sleeping, everything, "time.sleep(1)"),
    (rules.unnamed_threads, program, "threading.Thread(target=work)"),
    (rules.unnamed_threads, program, "ThreadPoolExecutor(max_workers=2)"),
    (rules.own_clock, below("domain", "application", "wire", "sync"), "datetime.now(UTC)"),
    (rules.own_clock, below("domain", "application", "wire", "sync"), "time.monotonic()"),
    (rules.own_clock, below("domain", "application", "wire", "sync"), "random.random()"),
    (rules.standard_streams, below("", but=SPEAKERS), "sys.stdout.write('x')"),
    (rules.standard_streams, below("", but=SPEAKERS), "print('x')"),
    (rules.pointless_tests, suite, "def test_it():\n    work()"),
    (rules.pointless_tests, suite, "def test_it():\n    assert True"),
    (rules.unexplained_skips, suite, "@pytest.mark.skip\ndef test_it():\n    assert x"),
    (rules.unexplained_skips, suite, "@pytest.mark.skipif(win)\ndef test_it():\n    assert x"),
    (rules.unexplained_skips, suite, "def test_it():\n    pytest.skip()\n    assert x"),
    (rules.patching, suite, "from unittest.mock import patch"),
    (rules.patching, suite, "monkeypatch.setattr('jdfulfil_desktop.sync.engine.now', fake)"),
    (
        rules.patching,
        suite,
        "from jdfulfil_desktop.sync import engine\nmonkeypatch.setattr(engine, 'now', fake)",
    ),
]

ACCEPTED: list[tuple[rules.Rule, str]] = [
    (rules.blocking_exec, "await opened(dialog)"),
    (rules.styling, "title = f'Pesanan #{number}'"),
    (rules.swallowed, "try:\n    work()\nexcept ValueError:\n    log(1)"),
    (rules.naked_exceptions, "x = y  # type: ignore[attr-defined]  # the stubs lack it"),
    (rules.naked_exceptions, "x = y  # noqa: S314  # our own file"),
    (rules.sleeping, "await asyncio.sleep(1)"),
    (rules.unnamed_threads, "threading.Thread(target=work, name='writer')"),
    (rules.own_clock, "self.clock.now()"),
    (rules.own_clock, "random.Random(seed)"),
    (rules.pointless_tests, "def test_it():\n    with pytest.raises(ValueError):\n        f()"),
    (rules.pointless_tests, "def test_it(qtbot):\n    qtbot.waitUntil(lambda: done)"),
    (rules.pointless_tests, "def test_it():\n    check_main_job(window)"),
    (rules.unexplained_skips, "pytest.skip('there is no PostgreSQL here')"),
    (rules.patching, "monkeypatch.setenv('HOME', '/x')"),
]


def example(text: str) -> Source:
    return Source("tests/unit/test_example.py", textwrap.dedent(text))


@pytest.mark.parametrize(("rule", "scope", "bad"), TABLE)
def test_rule_catches_its_example(rule: rules.Rule, scope: Scope, bad: str) -> None:
    assert list(rule(example(bad)))


@pytest.mark.parametrize(("rule", "good"), ACCEPTED)
def test_rule_lets_good_code_pass(rule: rules.Rule, good: str) -> None:
    assert list(rule(example(good))) == []


@pytest.mark.parametrize("rule", {rule for rule, _, _ in TABLE}, ids=lambda rule: rule.__name__)
def test_rule_holds(rule: rules.Rule) -> None:
    scope = next(scope for known, scope, _ in TABLE if known is rule)
    found = [line for source in scope() for line in rule(source)]
    assert not found, f"{rule.__doc__}\n" + "\n".join(found)
