"""Say what the demo needs besides the program: JD's people, and places for samples and pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


class Room(Protocol):
    """The people around a practice gateway; every call blocks, so it runs on a worker thread."""

    @property
    def info(self) -> Mapping[str, Any]: ...

    @property
    def merchant(self) -> Mapping[str, Any]: ...

    def log_in(self, address: str, *, subscribe: bool = True) -> None: ...

    def state(self) -> dict[str, Any]: ...

    def advance(self, **order: Any) -> None: ...


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the demo plays. `pace_s`: how long each picture stays, 0 where nobody looks on.

    `every_dialog`: pages and dialogs are photographed as well.

    `say` takes one line of what happened; `out` is the folder of pictures, None for none.
    """

    room: Room
    samples: Path
    say: Callable[[str], None]
    out: Path | None = None
    pace_s: float = 0.0
    every_dialog: bool = False
