"""No source is read, and kept, because a module is imported after PySide."""

from __future__ import annotations

import subprocess
import sys

from tests.e2e.cli.program import ROOT

PROGRAM = """
import jdfulfil_desktop.gui.app, jdfulfil_desktop.gui.outbound.page, linecache
from jdfulfil_desktop.gui.unread import spare_sources
print(spare_sources(), sum("jdfulfil_desktop" in name for name in linecache.cache))
"""


def test_sources_stay_unread() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ended.stdout.split() == ["True", "0"]
