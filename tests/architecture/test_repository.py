"""What lies in the checkout: names, generated files, forms, decisions, documentation."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import PurePosixPath

import pytest

from tests.architecture.sources import ROOT, python_sources

SHAPELESS = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"}
MADE = re.compile(r"(^|/)ui_\w+\.py$|_rc\.py$|\.(qm|mo|rcc|pyc)$|(^|/)(_generated|_resources)/")


def tracked() -> list[str]:
    """List what git tracks; without git (a source distribution) there is nothing to list."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git checkout")
    result = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return result.stdout.splitlines()


def test_nothing_generated_is_tracked() -> None:
    assert [name for name in tracked() if MADE.search(name)] == []
    assert MADE.search("jdfulfil_desktop/gui/_generated/ui_outbound.py")


def test_no_lost_and_found_modules() -> None:
    sources = python_sources("jdfulfil_desktop", "packaging", "benchmarks")
    parts = {part.removesuffix(".py") for s in sources for part in PurePosixPath(s.path).parts}
    assert parts & SHAPELESS == set()


def test_every_package_says_what_it_is() -> None:
    silent = [
        s.path
        for s in python_sources("jdfulfil_desktop")
        if s.path.endswith("__init__.py") and not s.text.lstrip().startswith('"""')
    ]
    assert silent == []


def test_packaging_is_no_package() -> None:
    """An __init__.py there would shadow the distribution named packaging."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_forms_carry_no_style_and_no_resources() -> None:
    found = []
    for form in sorted((ROOT / "ui").rglob("*.ui")):
        tree = ET.parse(form)  # noqa: S314  # our own file, in our own tree
        if tree.findall(".//property[@name='styleSheet']"):
            found.append(f"{form.name}: styleSheet")
        if tree.findall(".//resources/include"):
            found.append(f"{form.name}: resources are loaded at start, not by forms")
    assert found == []


def test_decisions_follow_the_template() -> None:
    wanted = ["## Question", "## Decision", "## Reasons", "## Alternatives"]
    pages = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(len(pages)))
    for page in pages:
        heads = re.findall(r"^## .*$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert heads == wanted, page.name


def test_links_in_the_documentation_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []
