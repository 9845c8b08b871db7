"""Tell a clerk by ear how a scan went: three short tones, or a plain beep where none can be played.

Tones are made here and played by what the system has (`winsound`, `afplay`, `pw-play`, `paplay`,
`aplay`): Qt's own player is not part of the small Qt this program is installed with.
"""

from __future__ import annotations

import math
import shutil
import struct
import sys
import tempfile
import wave
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

_RATE = 22_050
_LOUD = 0.35
_FADE = 0.006
_PLAYERS = (("afplay",), ("pw-play",), ("paplay",), ("aplay", "-q"))


class Tone(StrEnum):
    """What a sound says."""

    RIGHT = "right"
    WRONG = "wrong"
    REPEATED = "repeated"


_NOTES: dict[Tone, tuple[tuple[float, float], ...]] = {
    Tone.RIGHT: ((1318.5, 0.09),),
    Tone.WRONG: ((196.0, 0.16), (0.0, 0.05), (165.0, 0.3)),
    Tone.REPEATED: ((880.0, 0.07), (0.0, 0.06), (880.0, 0.07)),
}
"""(hertz, seconds); 0 hertz is silence. Wrong is low and long, to be known without looking."""


def samples(tone: Tone) -> bytes:
    """Give a tone as 16-bit mono samples, faded at both ends of each note so that none clicks."""
    values: list[int] = []
    for hertz, seconds in _NOTES[tone]:
        count = round(seconds * _RATE)
        for at in range(count):
            edge = min(at, count - at) / (_FADE * _RATE)
            wave_at = math.sin(2 * math.pi * hertz * at / _RATE)
            values.append(round(32767 * _LOUD * min(edge, 1.0) * wave_at))
    return struct.pack(f"<{len(values)}h", *values)


def write_tone(tone: Tone, folder: Path) -> Path:
    """Write a tone as a WAV file, unless it is there."""
    path = folder / f"{tone.value}.wav"
    if not path.exists():
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(_RATE)
            file.writeframes(samples(tone))
    return path


def player() -> Sequence[str]:
    """Give the command that plays a file here; empty where there is none."""
    return next((words for words in _PLAYERS if shutil.which(words[0])), ())


class Sounds:
    """Play tones while switched on; its files go with it."""

    def __init__(self) -> None:
        self.on = True
        self._folder = tempfile.TemporaryDirectory(
            prefix="jdfulfil-tones-", ignore_cleanup_errors=True
        )
        self._player = player()

    def play(self, tone: Tone) -> None:
        """Play a tone without waiting for its end."""
        if not self.on:
            return
        path = write_tone(tone, Path(self._folder.name))
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC)
        elif not self._player or not _start([*self._player, str(path)]):
            QApplication.beep()

    def close(self) -> None:
        """Remove the files."""
        self._folder.cleanup()


def _start(command: Sequence[str]) -> bool:
    started, _pid = QProcess.startDetached(command[0], command[1:])
    return started
