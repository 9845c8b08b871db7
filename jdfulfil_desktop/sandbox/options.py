"""What the practice gateway can be started with."""

import argparse
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jdfulfil_desktop.sandbox.envelope import DEFAULT_SUFFIX


@dataclass(frozen=True, slots=True)
class SandboxOptions:
    """Options of a run. `rate` is calls a second, `daily` calls a day; 0 is no limit.

    `port` 0 takes a free one. Without `state` nothing outlives the process. `manual` leaves all
    documents where they are until the control side moves them. `with_parent` ends with standard
    input. `heartbeat_s` is how long a message stream stays silent, `late_message_s` how long a
    message that is to come late waits for a later one.
    """

    port: int = 0
    state: Path | None = None
    seed: int | None = None
    manual: bool = False
    rate: int = 10
    daily: int = 5000
    with_parent: bool = False
    suffix: str = DEFAULT_SUFFIX
    heartbeat_s: float = 10.0
    late_message_s: float = 2.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser, for `jdfulfil sandbox` and for this package itself."""
    usual = SandboxOptions()
    parser.add_argument("--port", type=_number(65535), default=usual.port, metavar="N")
    parser.add_argument("--state", type=Path, default=None, metavar="FILE")
    parser.add_argument("--seed", type=int, default=None, metavar="N")
    parser.add_argument("--manual", action="store_true")
    parser.add_argument("--rate", type=_number(), default=usual.rate, metavar="N")
    parser.add_argument("--daily", type=_number(), default=usual.daily, metavar="N")
    parser.add_argument("--with-parent", action="store_true")
    parser.add_argument("--suffix", choices=("_responce", "_response"), default=usual.suffix)


def options_from(namespace: argparse.Namespace) -> SandboxOptions:
    """Return the options that a parser found."""
    return SandboxOptions(
        port=namespace.port,
        state=namespace.state,
        seed=namespace.seed,
        manual=namespace.manual,
        rate=namespace.rate,
        daily=namespace.daily,
        with_parent=namespace.with_parent,
        suffix=namespace.suffix,
    )


def _number(largest: float = math.inf) -> Callable[[str], int]:
    def number(text: str) -> int:
        value = int(text)
        if not 0 <= value <= largest:
            raise argparse.ArgumentTypeError(f"not between 0 and {largest}: {text}")
        return value

    return number
