"""Paint the toolkit into PNGs: `--out DIR [--theme light|dark] [--scale 1.5] [--only NAME]`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.gui.theme import apply_theme


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
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply_theme(app, chosen.theme)
    words = json.loads((files(__package__) / "sample.json").read_text(encoding="utf-8"))
    _save(app, chosen, words)
    return 0


def _save(app: QApplication, chosen: argparse.Namespace, words: dict[str, Any]) -> None:
    from jdfulfil_desktop.gui.gallery.scenes import SCENES

    size = (round(1366 / chosen.scale), round(768 / chosen.scale))
    suffix = "" if chosen.scale == 1 else f"-{round(chosen.scale * 100)}"
    for name, scene in SCENES.items():
        if chosen.only in name:
            path = chosen.out / f"{name}-{chosen.theme}{suffix}.png"
            scene(app, words, size).save(str(path))


if __name__ == "__main__":
    sys.exit(main())
