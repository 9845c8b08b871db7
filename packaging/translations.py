"""Bring the window's translation files up to date with the words in its sources.

    python packaging/translations.py            # write resources/i18n/*.ts, say what is unfinished
    python packaging/translations.py --check    # write nothing; fail where something is unfinished

Qt's own `lupdate` reads `tr("…")` and `self.tr("…")` of `jdfulfil_desktop/gui` and the texts of
`ui/*.ui`. What is no longer said is dropped; a translation that stands is kept. `qtbase_id.ts`,
Qt's own words that no Indonesian translation ships for, is written by hand.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from assets import AssetError, run_tool

LANGUAGES = {"jdfulfil_id.ts": "id_ID", "jdfulfil_zh_CN.ts": "zh_CN"}
FOLDER = Path("resources", "i18n")
_DEVELOPERS = ("_generated", "gallery")
"""Folders whose words no user meets: made from the forms, and the toolkit's own gallery."""


def sources(root: Path) -> list[Path]:
    """Give every file that says words of the window."""
    code = sorted((root / "jdfulfil_desktop" / "gui").rglob("*.py"))
    said = [path for path in code if not set(path.parts) & set(_DEVELOPERS)]
    return [*said, *sorted((root / "ui").glob("*.ui"))]


def update(root: Path, folder: Path) -> None:
    """Read the sources into the `.ts` files of a folder. Raises AssetError."""
    files = [str(path.relative_to(root)) for path in sources(root)]
    for name, language in LANGUAGES.items():
        run_tool(
            "lupdate",
            "-no-obsolete",
            "-locations",
            "none",
            "-source-language",
            "en_GB",
            "-target-language",
            language,
            *(str(root / file) for file in files),
            "-ts",
            str(folder / name),
        )


def messages(path: Path) -> dict[tuple[str, str], str]:
    """Give the translations of a file by context and source; unfinished ones are empty."""
    found = {}
    for context in ET.parse(path).iter("context"):  # noqa: S314  # our own file
        for message in context.iter("message"):
            words = message.find("translation")
            done = words is not None and words.get("type") is None
            text = (words.text or "") if words is not None and done else ""
            found[context.findtext("name") or "", message.findtext("source") or ""] = text
    return found


def unfinished(root: Path) -> dict[str, list[str]]:
    """Give for each file the sources that have no finished translation; nothing is changed."""
    lacking = {}
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        for name in LANGUAGES:
            standing = root / FOLDER / name
            if standing.is_file():
                (folder / name).write_bytes(standing.read_bytes())
        update(root, folder)
        for name in LANGUAGES:
            said = messages(folder / name)
            lacking[name] = sorted({source for (_, source), text in said.items() if not text})
    return lacking


def main() -> int:
    """Update the checkout's files, or check them."""
    parser = argparse.ArgumentParser(description="bring the window's translations up to date")
    parser.add_argument("--check", action="store_true", help="change nothing, only say what lacks")
    root = Path(__file__).resolve().parent.parent
    try:
        if not parser.parse_args().check:
            (root / FOLDER).mkdir(parents=True, exist_ok=True)
            update(root, root / FOLDER)
        lacking = unfinished(root)
    except AssetError as error:
        print(f"translations: {error}", file=sys.stderr)
        return 1
    for name, words in lacking.items():
        for text in words:
            print(f"translations: {name} lacks: {text}")
    return 1 if any(lacking.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
