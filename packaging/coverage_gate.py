"""Report the branch coverage of the measured layers and hold each to its limit.

The limits are in `pyproject.toml`, `[tool.jdfulfil.coverage]`: percent of lines and branches, by
package. Reads the data file of the last whole `make test`.
"""

from __future__ import annotations

import json
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import coverage

ROOT = Path(__file__).resolve().parent.parent
SHOWN_PLACES = 40


@dataclass
class Layer:
    """What one package's files add up to."""

    statements: int = 0
    branches: int = 0
    covered: int = 0
    gaps: list[str] = field(default_factory=list)

    @property
    def percent(self) -> float:
        """Share of statements and branches that ran; an empty layer has nothing to miss."""
        total = self.statements + self.branches
        return 100.0 * self.covered / total if total else 100.0

    def add(self, name: str, found: dict[str, Any]) -> None:
        """Add one file of coverage's JSON report."""
        summary = found["summary"]
        self.statements += summary["num_statements"]
        # Where nothing of a run was measured, coverage leaves the branches out.
        self.branches += summary.get("num_branches", 0)
        self.covered += summary["covered_lines"] + summary.get("covered_branches", 0)
        self.gaps += [f"{name}:{line}" for line in found["missing_lines"]]
        self.gaps += [f"{name}:{a}->{b}" for a, b in found.get("missing_branches", [])]


def measured() -> dict[str, Any]:
    """Read the last run as coverage's JSON report."""
    data = coverage.Coverage(config_file=str(ROOT / "pyproject.toml"))
    data.load()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "coverage.json"
        data.json_report(outfile=str(target))
        files: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))["files"]
    return files


def main() -> int:
    """Print one line per layer and the places that no test reaches."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    limits: dict[str, float] = project["tool"]["jdfulfil"]["coverage"]
    try:
        files = measured()
    except coverage.CoverageException as error:
        print(f"coverage: {error}. Run the whole `make test` first.", file=sys.stderr)
        return 1
    failed = False
    for package, limit in limits.items():
        layer = Layer()
        for name, found in sorted(files.items()):
            if Path(name).as_posix().startswith(f"jdfulfil_desktop/{package}/"):
                layer.add(name, found)
        short = layer.percent < limit
        failed = failed or short
        print(
            f"coverage {package:8} {layer.percent:6.2f} % of {layer.statements} statements and "
            f"{layer.branches} branches, limit {limit} %{'  TOO LITTLE' if short else ''}"
        )
        for gap in layer.gaps[:SHOWN_PLACES]:
            print(f"    not reached: {gap}")
        if len(layer.gaps) > SHOWN_PLACES:
            print(f"    and {len(layer.gaps) - SHOWN_PLACES} more")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
