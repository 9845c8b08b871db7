"""Make what the program needs from what people edit: forms, translations, resources, catalogues.

    python packaging/assets.py            make what is out of date
    python packaging/assets.py --force    make everything again

| edited                             | made                                        | by       |
|------------------------------------|---------------------------------------------|----------|
| `ui/**/*.ui`                       | `jdfulfil_desktop/gui/_generated/ui_*.py`   | uic      |
| `resources/i18n/*.ts`              | `jdfulfil_desktop/_resources/i18n/*.qm`     | lrelease |
| `resources/assets.qrc`             | `jdfulfil_desktop/_resources/assets.rcc`    | rcc      |
| `jdfulfil_desktop/texts/**/*.po`   | the `.mo` beside it                         | Babel    |
| `resources/` icons, qss, templates | the same below `jdfulfil_desktop/_resources`| copied   |
| and samples                        |                                             |          |

What is made lies inside the package, so that an installed copy and a checkout find it in one place;
git ignores it. The build hook and `make assets` both call `make_all`. Every output remembers the
hash of its inputs: a second run starts no tool.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path("jdfulfil_desktop")
FORMS = PACKAGE / "gui" / "_generated"
RESOURCES = PACKAGE / "_resources"
STAMPS = RESOURCES / ".stamps.json"
COPIED = ("icons", "qss", "templates", "samples")
FORMS_DOCSTRING = '"""Forms made from `ui/` by the build; edit those, never these."""\n'


class AssetError(RuntimeError):
    """Say which source could not be made into what, in the tool's own words."""


@dataclass(frozen=True)
class Step:
    """One output, the files it depends on, and the way to make it at a given path."""

    output: Path
    inputs: tuple[Path, ...]
    make: Callable[[Path], None]


def qt_tool(name: str) -> Path:
    """Find one of Qt's tools inside the PySide6 that this interpreter has.

    PySide6 itself is not imported: that would take longer than the tool.
    """
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise AssetError("PySide6 is missing: run `make assets`, or pip install PySide6_Essentials")
    base = Path(next(iter(spec.submodule_search_locations)))
    suffix = ".exe" if sys.platform == "win32" else ""
    for folder in (base, base / "Qt" / "libexec", base / "Qt" / "bin"):
        candidate = folder / f"{name}{suffix}"
        if candidate.is_file():
            return candidate
    raise AssetError(f"Qt's {name} is not in {base}: reinstall PySide6_Essentials")


def run_tool(name: str, *arguments: str) -> None:
    """Run a Qt tool; its complaint becomes the error."""
    command = [str(qt_tool(name)), *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise AssetError(f"{name} {' '.join(arguments)}\n{result.stdout}{result.stderr}".rstrip())


def form_steps(root: Path) -> Iterable[Step]:
    """Yield one step per form; two forms of one name would overwrite each other."""
    seen: dict[str, Path] = {}
    for source in sorted((root / "ui").rglob("*.ui")):
        if source.stem in seen:
            raise AssetError(f"two forms have one name: {seen[source.stem]} and {source}")
        seen[source.stem] = source

        def make(output: Path, source: Path = source) -> None:
            run_tool(
                "uic",
                "-g",
                "python",
                "--absolute-imports",
                "--no-autoconnection",
                "-o",
                str(output),
                str(source),
            )

        yield Step(root / FORMS / f"ui_{source.stem}.py", (source,), make)


def translation_steps(root: Path) -> Iterable[Step]:
    """Yield one step per `.ts` file."""
    for source in sorted((root / "resources" / "i18n").glob("*.ts")):

        def make(output: Path, source: Path = source) -> None:
            run_tool("lrelease", "-silent", str(source), "-qm", str(output))

        yield Step(root / RESOURCES / "i18n" / f"{source.stem}.qm", (source,), make)


def resource_steps(root: Path) -> Iterable[Step]:
    """Yield the step that packs what `assets.qrc` names into one binary file."""
    listing = root / "resources" / "assets.qrc"
    if listing.is_file():
        entries = ET.parse(listing).iter("file")  # noqa: S314  # our own file, in our own tree
        named = [listing.parent / (entry.text or "") for entry in entries]

        def make(output: Path) -> None:
            run_tool("rcc", "--binary", "-o", str(output), str(listing))

        yield Step(root / RESOURCES / "assets.rcc", (listing, *named), make)


def catalogue_steps(root: Path) -> Iterable[Step]:
    """Yield one step per gettext catalogue; Babel is imported only when one is out of date."""
    for source in sorted((root / PACKAGE / "texts" / "locale").rglob("*.po")):

        def make(output: Path, source: Path = source) -> None:
            from babel.messages.mofile import write_mo
            from babel.messages.pofile import read_po

            with source.open("rb") as stream:
                catalogue = read_po(stream, locale=source.parts[-3], abort_invalid=True)
            with output.open("wb") as stream:
                write_mo(stream, catalogue)

        yield Step(source.with_suffix(".mo"), (source,), make)


def copy_steps(root: Path) -> Iterable[Step]:
    """Yield one step per file that is taken along as it is."""
    for folder in COPIED:
        for source in sorted((root / "resources" / folder).rglob("*")):
            if source.is_file() and not source.name.startswith("."):
                relative = source.relative_to(root / "resources")

                def make(output: Path, source: Path = source) -> None:
                    shutil.copyfile(source, output)

                yield Step(root / RESOURCES / relative, (source,), make)


def fingerprint(step: Step) -> str:
    """Hash the contents of a step's inputs together with this recipe."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path in step.inputs:
        if not path.is_file():
            raise AssetError(f"{path} is named but missing")
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def write_whole(step: Step) -> None:
    """Make an output beside its place and move it there: a killed run leaves no half file."""
    step.output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".making-", dir=step.output.parent) as folder:
        made = Path(folder) / step.output.name
        step.make(made)
        made.replace(step.output)


def remove_orphans(root: Path, wanted: set[Path]) -> list[Path]:
    """Delete outputs whose source is gone, so that nothing works only on one machine."""
    keep = wanted | {root / FORMS / "__init__.py", root / STAMPS}
    made = [
        *(root / FORMS).glob("ui_*.py"),
        *(path for path in (root / RESOURCES).rglob("*") if path.is_file()),
        *(root / PACKAGE / "texts" / "locale").rglob("*.mo"),
    ]
    orphans = [path for path in made if path not in keep]
    for path in orphans:
        path.unlink()
    return orphans


def read_stamps(root: Path) -> dict[str, str]:
    """Read what was made from what; an unreadable record only means making again."""
    try:
        found = json.loads((root / STAMPS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(value) for name, value in found.items()}


def make_all(root: Path, *, force: bool = False) -> list[Path]:
    """Bring every output up to date under `root`; return those that were made or removed.

    Raises AssetError with the tool's own words where a source cannot be made.
    """
    steps = [
        *form_steps(root),
        *translation_steps(root),
        *resource_steps(root),
        *catalogue_steps(root),
        *copy_steps(root),
    ]
    for folder in (FORMS, RESOURCES):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / FORMS / "__init__.py").write_text(FORMS_DOCSTRING, encoding="utf-8")
    changed = remove_orphans(root, {step.output for step in steps})
    old, new = read_stamps(root), {}
    for step in steps:
        name = step.output.relative_to(root).as_posix()
        new[name] = fingerprint(step)
        if force or old.get(name) != new[name] or not step.output.is_file():
            write_whole(step)
            changed.append(step.output)
    if new != old:
        (root / STAMPS).write_text(json.dumps(new, indent=0), encoding="utf-8")
    return changed


def main() -> int:
    """Make the assets of the checkout that this file lies in."""
    parser = argparse.ArgumentParser(description="make forms, translations and resources")
    parser.add_argument("--force", action="store_true", help="make everything again")
    root = Path(__file__).resolve().parent.parent
    try:
        changed = make_all(root, force=parser.parse_args().force)
    except AssetError as error:
        print(f"assets: {error}", file=sys.stderr)
        return 1
    for path in changed:
        print(f"assets: {path.relative_to(root)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
