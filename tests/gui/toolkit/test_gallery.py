from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from jdfulfil_desktop.gui.gallery.__main__ import main


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_picture_is_painted(qapp, tmp_path: Path, theme: str, monkeypatch) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")
    assert main(["--out", str(tmp_path), "--theme", theme]) == 0
    pictures = {path.stem: QImage(str(path)) for path in tmp_path.glob("*.png")}
    assert len(pictures) == 7
    size = pictures[f"outbound-{theme}"].size()
    assert (size.width(), size.height()) == (1366, 768)
