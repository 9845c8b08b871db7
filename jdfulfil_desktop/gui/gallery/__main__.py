"""Paint the toolkit into PNGs: `--out DIR [--theme light|dark] [--scale 1.5] [--only NAME]`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any


def main(arguments: list[str] | None = None) -> int:
    """Save the pictures; the scale must be known before Qt starts."""
    parser = argparse.ArgumentParser(prog="gallery", description="paint the toolkit into pictures")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--only", default="")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(chosen.scale)
    chosen.out.mkdir(parents=True, exist_ok=True)
    from PySide6.QtWidgets import QApplication

    from jdfulfil_desktop.gui.theme import apply_theme

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply_theme(app, chosen.theme)
    words = json.loads((files(__package__) / "sample.json").read_text(encoding="utf-8"))
    for name, picture in _pictures(words, chosen.scale):
        if chosen.only in name:
            suffix = "" if chosen.scale == 1 else f"-{round(chosen.scale * 100)}"
            path = chosen.out / f"{name}-{chosen.theme}{suffix}.png"
            picture(app).save(str(path))
            sys.stdout.write(f"{path}\n")
    return 0


def _pictures(words: dict[str, Any], scale: float) -> Iterator[tuple[str, Callable[[Any], Any]]]:
    from jdfulfil_desktop.gui.gallery.scenes import SCENES

    size = (round(1366 / scale), round(768 / scale))
    for name, scene in SCENES.items():
        yield name, lambda app, scene=scene: scene(app, words, size)


if __name__ == "__main__":
    sys.exit(main())
