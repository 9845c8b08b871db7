"""Let hatchling make forms, translations and resources before it builds a wheel.

It runs for a plain `pip install .` and for an editable install alike, so that no install is half
of one. A source distribution carries the sources only.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class AssetsHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's base takes a config type that hooks do not name
    """Call `packaging/assets.py`, which `make assets` calls too."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make what is out of date; `version` is `standard` or `editable`, both need it."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        # By path: hatchling loads this file by path as well, and `packaging` is another project.
        spec = importlib.util.spec_from_file_location("_assets", root / "packaging" / "assets.py")
        if spec is None or spec.loader is None:
            raise FileNotFoundError(root / "packaging" / "assets.py")
        assets = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = assets  # dataclasses look their module up there
        spec.loader.exec_module(assets)
        for path in assets.make_all(root):
            self.app.display_info(f"made {path.relative_to(root)}")
