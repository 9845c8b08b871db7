"""What users said of columns that no layout knows: by the set of headers, in any order (R31)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jdfulfil_desktop.adapters.sheets.names import normalise
from jdfulfil_desktop.domain.order import Channel

_MOST_FILES = 2_000
"""So many sets of headers are taken along to the reading process."""


def fingerprint(names: Iterable[str]) -> str:
    """Name a set of normalised headers; where they stand, blanks and doubles change nothing."""
    told = sorted({name for name in names if name})
    return hashlib.sha256("\x1f".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Said:
    """One user's word: the channel, None for any, and normalised header -> canonical field."""

    channel: Channel | None
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Maps:
    """All that users said. `now` is about the file that is read and goes before what is known."""

    known: Mapping[str, Said] = field(default_factory=dict)
    now: Said | None = None

    def of(self, names: Sequence[str]) -> Said | None:
        """Give what was said of a row of normalised headers."""
        if self.now is not None:
            return self.now
        return self.known.get(fingerprint(names)) if self.known else None

    @classmethod
    def asked(cls, known: Mapping[str, Any], said: Mapping[str, Any] | None) -> Maps:
        """Take over what the parent process sent (`_as_request`)."""
        return cls({mark: _said(one) for mark, one in known.items()}, _said(said) if said else None)


def _said(told: Mapping[str, Any]) -> Said:
    channel = Channel(told["channel"])
    return Said(channel, {normalise(header): name for header, name in told["fields"].items()})


def newest(known: Mapping[str, Any]) -> dict[str, Any]:
    """Give the newest of very many: what was said last stands last."""
    return dict(list(known.items())[-_MOST_FILES:])
