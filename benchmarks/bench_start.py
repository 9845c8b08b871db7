"""How soon the window stands, beside a bare PySide6 window measured in the same run.

python benchmarks/bench_start.py [--runs N]

Aim: at most 4 times a bare window. Both count from their first line to their first painting.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
AIM = 4.0
BARE = """
from time import perf_counter
began = perf_counter()
import json
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def event(self, event):
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, app.quit)
        return super().event(event)

app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
print(json.dumps({"window_ms": (perf_counter() - began) * 1000}))
"""


def timed(command: Sequence[str]) -> dict[str, float]:
    """Run a command; give the figures that it prints, and how long it took as a whole."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = perf_counter()
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    whole_ms = (perf_counter() - began) * 1000
    return {**json.loads(ended.stdout), "whole_ms": whole_ms}


def medians(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Give the median of each figure."""
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def main() -> int:
    """Measure in turns, print a table; exit code 1 where the aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    count = parser.parse_args().runs
    bare_runs, our_runs = [], []
    with tempfile.TemporaryDirectory() as folder:
        program = [sys.executable, "-m", "jdfulfil_desktop", "--data-dir", folder]
        ours = [*program, "gui", "--measure-start", "--json"]
        timed(ours)  # makes the database, and bytecode for both
        for _ in range(count):
            bare_runs.append(timed([sys.executable, "-c", BARE]))
            our_runs.append(timed(ours))
    bare, ours_now = medians(bare_runs), medians(our_runs)
    ratio = ours_now["window_ms"] / bare["window_ms"]
    print(f"start, median of {count} runs in turns")
    print(f"  bare PySide6 window painted  {bare['window_ms']:8.0f} ms")
    print(f"  modules imported             {ours_now['import_ms']:8.0f} ms")
    print(f"  window painted               {ours_now['window_ms']:8.0f} ms   {ratio:.2f} x bare")
    rows = ours_now["first_rows_ms"]
    print(f"  first rows painted           {rows:8.0f} ms   {rows / bare['window_ms']:.2f} x bare")
    print(f"  memory                       {ours_now['rss_mib']:8.0f} MiB")
    reached = ratio <= AIM
    print(f"  aim: window at most {AIM:.0f} x bare: {'reached' if reached else 'MISSED'}")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
