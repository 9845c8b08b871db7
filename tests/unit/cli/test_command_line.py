"""The command line's words, with a program behind it that only remembers what was opened."""

from __future__ import annotations

import argparse
import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from jdfulfil_desktop.application.remote.checkup import Check
from jdfulfil_desktop.cli.commands import COMMANDS
from jdfulfil_desktop.cli.desk import Desk, Options, Streams
from jdfulfil_desktop.cli.inbounds import line_of
from jdfulfil_desktop.cli.main import language, run
from jdfulfil_desktop.cli.orders import key_of
from jdfulfil_desktop.cli.parser import build
from jdfulfil_desktop.domain.commands import OrderKey
from jdfulfil_desktop.domain.errors import EnvironmentProblem, RuleError, UsageError
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.texts import Texts


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@dataclass
class FakeStarter:
    """Refuse to open anything, and remember what was asked for."""

    asked: list[tuple[str, Any]] = field(default_factory=list)

    def open(self, options: Options) -> Desk:
        self.asked.append(("open", options))
        raise EnvironmentProblem("database_unavailable", subject="here")

    def restore(self, options: Options, source: Path) -> Path | None:
        self.asked.append(("restore", source))
        return None

    def place_checks(self, options: Options) -> list[Check]:
        return [Check("folder", "failed", {"folder": "/x"})]

    def export_key(self, options: Options) -> str:
        return "KEY"

    def import_key(self, options: Options, key: str) -> None:
        self.asked.append(("key", key))

    def add_sandbox_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=0)

    def sandbox(self, arguments: argparse.Namespace, streams: Streams) -> int:
        self.asked.append(("sandbox", arguments.port))
        return 0

    def window(self, options: Options, arguments: argparse.Namespace, streams: Streams) -> int:
        self.asked.append(("window", (options, arguments.practice)))
        return 0

    def demo(self, options: Options, arguments: argparse.Namespace, streams: Streams) -> int:
        self.asked.append(("demo", (arguments.headless, arguments.out)))
        return 0


@dataclass
class Ended:
    code: int
    out: str
    err: str
    asked: list[tuple[str, Any]]

    @property
    def document(self) -> Any:
        return json.loads(self.out)


def command(*words: str, stdin: io.StringIO | None = None) -> Ended:
    starter = FakeStarter()
    streams = Streams(stdin or io.StringIO(), io.StringIO(), io.StringIO())
    code = run(words, starter, streams)
    assert isinstance(streams.stdout, io.StringIO)
    assert isinstance(streams.stderr, io.StringIO)
    return Ended(code, streams.stdout.getvalue(), streams.stderr.getvalue(), starter.asked)


@pytest.mark.parametrize(
    "words",
    [
        ["--json", "store", "list"],
        ["store", "--json", "list"],
        ["store", "list", "--json"],
        ["--data-dir", "/d", "store", "list", "--json", "--yes"],
    ],
)
def test_json_and_yes_stand_anywhere(words: list[str]) -> None:
    ended = command(*words)
    assert ended.code == 3
    assert ended.document["error"]["code"] == "database_unavailable"
    assert ended.err == ""


def test_options_reach_the_program() -> None:
    words = ("--data-dir", "/d", "--database", "sqlite:///x.db", "--lang", "en", "store", "list")
    [(_, options)] = command(*words).asked
    assert options == Options(Path("/d"), "sqlite:///x.db", "en")


def test_without_a_command_the_window_opens() -> None:
    [(name, (_, practice))] = command().asked
    assert (name, practice) == ("window", False)
    [(name, (_, practice))] = command("gui", "--practice").asked
    assert (name, practice) == ("window", True)
    assert command("demo", "--headless", "--out", "x").asked == [("demo", (True, "x"))]
    assert command("sandbox", "--port", "8").asked == [("sandbox", 8)]


@pytest.mark.parametrize(
    "words",
    [
        ["fly"],
        ["store"],
        ["store", "add", "--name", "A"],
        ["store", "add", "--name", "A", "--channel", "ebay"],
        ["store", "list", "--jsn"],
        ["--lang", "fr", "store", "list"],
        ["store", "bind", "A", "--warehouse-no", "W", "--priority", "0"],
        ["sync", "--timeout", "-1"],
        ["product", "link", "--store", "A", "--channel-sku", "B", "--sku", "C", "--quantity", "x"],
    ],
)
def test_wrong_usage_is_exit_2_without_opening_anything(words: list[str]) -> None:
    ended = command(*words, "--json")
    assert ended.code == 2
    assert ended.document["error"]["code"] == "usage"
    assert ended.asked == []
    people = command(*words)
    assert (people.code, people.out) == (2, "")
    assert people.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["store", "add", "--name", "A"], "--channel wajib diisi."),
        (["store", "list", "--jsn"], "--jsn tidak dikenal."),
        (["store", "add", "--name"], "--name perlu nilai."),
        (["sync", "--timeout", "lama"], "“lama” bukan angka yang sah untuk --timeout."),
        (["--lang", "fr", "doctor"], "“fr” tidak dikenal untuk --lang. Pilihannya: id, en, zh."),
    ],
)
def test_wrong_usage_is_said_in_the_users_language(words: list[str], said: str) -> None:
    ended = command(*words)
    assert ended.code == 2
    assert said in ended.err


def test_help_is_in_the_users_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("--help").code == 0
    said = capsys.readouterr().out
    assert "tepat satu kali" in said
    assert said.startswith("cara pakai: jdfulfil")
    assert "show this help" not in said
    assert command("--lang", "en", "store", "--help").code == 0
    assert "bind a store" in capsys.readouterr().out


@pytest.mark.expects_log
def test_a_fault_of_ours_is_said_and_logged() -> None:
    class Faulty(FakeStarter):
        def open(self, options: Options) -> Desk:
            raise ZeroDivisionError("oops")

    streams = Streams(io.StringIO(), io.StringIO(), io.StringIO())
    assert run(["store", "list", "--json"], Faulty(), streams) == 3
    assert isinstance(streams.stdout, io.StringIO)
    error = json.loads(streams.stdout.getvalue())["error"]
    assert (error["code"], "oops" in error["message"]) == ("internal", True)


def test_a_reader_that_has_had_enough_is_no_failure() -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    streams = Streams(io.StringIO(), Closed(), io.StringIO())
    assert run(["key", "export"], FakeStarter(), streams) == 0


def test_a_terminal_is_never_waited_for() -> None:
    ended = command("key", "import", "--json", stdin=_Terminal("KEY"))
    assert ended.code == 2
    assert ended.document["error"]["code"] == "stdin_is_terminal"


def test_keys_go_through_standard_streams() -> None:
    assert command("key", "export").out == "KEY\n"
    assert command("key", "import", stdin=io.StringIO("ABC\n")).asked == [("key", "ABC")]


def test_restoring_asks_first(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    assert command("restore", str(file), "--json").document["error"]["code"] == "not_found"
    file.touch()
    refused = command("restore", str(file), "--json")
    assert (refused.code, refused.document["error"]["code"]) == (1, "restore_needs_yes")
    assert command("restore", str(file), "--yes").asked == [("restore", file)]


def test_a_doctor_that_finds_no_folder_opens_nothing() -> None:
    ended = command("doctor", "--json")
    assert ended.code == 3
    assert [check["verdict"] for check in ended.document["checks"]] == ["failed"]
    assert ended.asked == []


@pytest.mark.parametrize(
    ("words", "lang"),
    [([], "id"), (["--lang", "zh"], "zh"), (["--lang=en"], "en"), (["--lang"], "id")],
)
def test_the_language_is_known_before_parsing(words: list[str], lang: str) -> None:
    assert language(words) == lang


def test_every_command_has_help_and_its_place() -> None:
    texts = Texts("id")
    for one in COMMANDS:
        assert texts.words.has("cli.help." + one.path.replace(" ", ".")), one.path
    parser = build(COMMANDS, texts)
    assert parser.parse_args(["stock", "list"]).path == "stock list"


def test_an_order_is_named_by_channel_and_number() -> None:
    assert key_of("shopee/2608/0001") == OrderKey(Channel.SHOPEE, "2608/0001")
    for wrong in ("shopee", "shopee/", "ebay/1", ""):
        with pytest.raises(UsageError):
            key_of(wrong)


def test_an_inbound_line_splits_at_the_last_mark() -> None:
    assert line_of("KOPI=250=10") == ("KOPI=250", 10)
    with pytest.raises(UsageError):
        line_of("KOPI")
    with pytest.raises(RuleError):
        line_of("KOPI=banyak")
