"""The build hook's work: everything made, nothing made twice, nothing left over."""

from __future__ import annotations

import gettext
import importlib.util
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QResource, QTranslator

ROOT = Path(__file__).resolve().parents[3]
FORM = """<?xml version="1.0"?><ui version="4.0"><class>Page</class>
<widget class="QWidget" name="Page"><layout class="QVBoxLayout">
<item><widget class="QLabel" name="title"><property name="text"><string>Hi</string></property>
</widget></item></layout></widget></ui>"""
TRANSLATION = """<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="id"><context>
<name>Page</name><message><source>Hi</source><translation>Halo</translation></message>
</context></TS>"""
LISTING = "<RCC><qresource prefix='/t'><file>icons/a.svg</file></qresource></RCC>"
CATALOGUE = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "held"
msgstr "ditahan"
"""


@pytest.fixture(scope="module")
def assets() -> ModuleType:
    spec = importlib.util.spec_from_file_location("assets", ROOT / "packaging" / "assets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["assets"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make a small checkout with one source of every kind."""
    sources = {
        "ui/page.ui": FORM,
        "resources/i18n/id.ts": TRANSLATION,
        "resources/assets.qrc": LISTING,
        "resources/icons/a.svg": "<svg/>",
        "resources/samples/orders.csv": "a;b\n",
        "jdfulfil_desktop/texts/locale/id/LC_MESSAGES/texts.po": CATALOGUE,
    }
    for name, text in sources.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_every_kind_is_made_and_works(assets: ModuleType, checkout: Path) -> None:
    assets.make_all(checkout)
    package = checkout / "jdfulfil_desktop"
    form = (package / "gui" / "_generated" / "ui_page.py").read_text(encoding="utf-8")
    assert "class Ui_Page" in form
    assert "from ." not in form
    translator = QTranslator()
    assert translator.load(str(package / "_resources" / "i18n" / "id.qm"))
    assert translator.translate("Page", "Hi") == "Halo"
    assert QResource.registerResource(str(package / "_resources" / "assets.rcc"))
    assert QResource(":/t/icons/a.svg").size() == len("<svg/>")
    assert (package / "_resources" / "samples" / "orders.csv").read_text() == "a;b\n"
    texts = gettext.translation("texts", package / "texts" / "locale", ["id"])
    assert texts.gettext("held") == "ditahan"


def test_second_run_makes_nothing(assets: ModuleType, checkout: Path) -> None:
    assert len(assets.make_all(checkout)) == 6
    assert assets.make_all(checkout) == []


def test_a_changed_source_is_made_again_alone(assets: ModuleType, checkout: Path) -> None:
    assets.make_all(checkout)
    (checkout / "resources" / "icons" / "a.svg").write_text("<svg></svg>", encoding="utf-8")
    made = {path.name for path in assets.make_all(checkout)}
    assert made == {"a.svg", "assets.rcc"}


def test_a_deleted_output_is_made_again(assets: ModuleType, checkout: Path) -> None:
    assets.make_all(checkout)
    target = checkout / "jdfulfil_desktop" / "_resources" / "i18n" / "id.qm"
    target.unlink()
    assert assets.make_all(checkout) == [target]


def test_what_has_no_source_any_more_goes(assets: ModuleType, checkout: Path) -> None:
    assets.make_all(checkout)
    (checkout / "ui" / "page.ui").unlink()
    gone = checkout / "jdfulfil_desktop" / "gui" / "_generated" / "ui_page.py"
    assert assets.make_all(checkout) == [gone]
    assert not gone.exists()


def test_an_empty_checkout_needs_nothing(assets: ModuleType, tmp_path: Path) -> None:
    assert assets.make_all(tmp_path) == []
    assert (tmp_path / "jdfulfil_desktop" / "gui" / "_generated" / "__init__.py").is_file()


def test_a_broken_form_is_named(assets: ModuleType, checkout: Path) -> None:
    (checkout / "ui" / "page.ui").write_text("<ui><oops", encoding="utf-8")
    with pytest.raises(assets.AssetError, match=r"uic .*page\.ui"):
        assets.make_all(checkout)
    assert not list((checkout / "jdfulfil_desktop" / "gui" / "_generated").glob("ui_*"))


def test_a_missing_resource_is_named(assets: ModuleType, checkout: Path) -> None:
    (checkout / "resources" / "icons" / "a.svg").unlink()
    with pytest.raises(assets.AssetError, match=r"a\.svg is named but missing"):
        assets.make_all(checkout)


def test_two_forms_of_one_name_are_refused(assets: ModuleType, checkout: Path) -> None:
    (checkout / "ui" / "dialogs").mkdir()
    shutil.copy(checkout / "ui" / "page.ui", checkout / "ui" / "dialogs" / "page.ui")
    with pytest.raises(assets.AssetError, match="two forms have one name"):
        assets.make_all(checkout)


def copy_of_this_checkout(target: Path) -> Path:
    """Copy the sources alone, as a fresh clone would have them."""
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, target / name)
    made = shutil.ignore_patterns("_generated", "_resources", "*.mo", "__pycache__", ".making-*")
    for name in ("jdfulfil_desktop", "ui", "resources", "packaging"):
        shutil.copytree(ROOT / name, target / name, ignore=made)
    return target


def test_the_wheel_is_whole(tmp_path: Path) -> None:
    """A wheel built from a bare copy has a form for every form, and every other made file."""
    source = copy_of_this_checkout(tmp_path)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "d")]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (wheel,) = (tmp_path / "d").glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    package = "jdfulfil_desktop"
    wanted = {f"{package}/__init__.py", f"{package}/py.typed"}
    wanted |= {f"{package}/gui/_generated/ui_{p.stem}.py" for p in (ROOT / "ui").rglob("*.ui")}
    i18n = (ROOT / "resources" / "i18n").glob("*.ts")
    wanted |= {f"{package}/_resources/i18n/{p.stem}.qm" for p in i18n}
    samples = (ROOT / "resources" / "samples").glob("[!.]*.*")
    wanted |= {f"{package}/_resources/samples/{p.name}" for p in samples}
    catalogues = (ROOT / package / "texts" / "locale").rglob("*.po")
    wanted |= {p.relative_to(ROOT).with_suffix(".mo").as_posix() for p in catalogues}
    assert wanted - names == set()
    assert not [name for name in names if name.startswith(("tests/", "packaging/", "ui/"))]
