from __future__ import annotations

import time
from typing import Any

import pytest

from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import BindLocations, CreateLocations
from jdfulfil_desktop.gui.locations.branches import branches, grow, ways_to
from jdfulfil_desktop.gui.locations.page import LocationPage, build
from jdfulfil_desktop.gui.locations.tree import LocationTree
from jdfulfil_desktop.gui.shell import Place
from tests.helpers.program import HOUSE, StubShell, add_account, add_products, run


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("A-01-2", ["A", "A-01", "A-01-2"]),
        ("A01-2B", ["A", "A01", "A01-2", "A01-2B"]),
        ("GUDANG/3", ["GUDANG", "GUDANG/3"]),
        ("7", ["7"]),
    ],
)
def test_a_code_is_read_as_zone_aisle_shelf_and_bin(code: str, parts: list[str]):
    assert branches(code) == parts
    assert ways_to(code) == parts[:-1]


def test_branches_count_what_they_hold():
    grove = grow(["A-01-1", "A-01-2", "A-02-1", "B-01-1"])
    assert grove.counts[""] == 4
    assert (grove.counts["A"], grove.counts["A-01"], grove.counts["B"]) == (3, 2, 1)
    assert grove.below[""] == ["A", "B"]
    assert grove.below["A-01"] == ["A-01-1", "A-01-2"]
    assert grove.deep()
    assert not grow(["7"]).deep()


@pytest.mark.alone
def test_a_hundred_thousand_codes_are_shown_soon(qtbot: Any):
    codes = [f"{z}-{n // 100:03}-{n % 100:02}" for z in "ABCDEFGHIJ" for n in range(10_000)]
    tree = LocationTree()
    qtbot.addWidget(tree)
    grove = grow(codes)
    began = time.perf_counter()
    tree.show_grove(grove, "C-007")
    assert time.perf_counter() - began < 0.5
    assert tree.branch() == "C-007"
    assert tree.topLevelItemCount() == 11


@pytest.fixture
def page(qtbot: Any, program: Application, shell: StubShell) -> LocationPage:
    add_account(program)
    add_products(program, "TEH")
    codes = tuple(f"{z}-{a:02}-{b}" for z in "AB" for a in (1, 2) for b in (1, 2, 3))
    run(program, CreateLocations(HOUSE, codes))
    run(program, BindLocations(HOUSE, ((1, "A-01-1", "TEH"), (2, "B-02-3", "TEH"))))
    made = build(shell)
    assert isinstance(made, LocationPage)
    qtbot.addWidget(made)
    made.resize(1326, 640)
    made.show()
    qtbot.waitUntil(lambda: made.view.model().rowCount() == 12 and made.side.tree.isVisible())
    return made


def test_a_branch_narrows_list_and_counts(page: LocationPage, qtbot: Any):
    tree = page.side.tree
    tree.setCurrentItem(tree.topLevelItem(1))
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 6)
    qtbot.waitUntil(lambda: page.chips.chip("all").count == 6)
    assert page.chips.chip("used").count == 1
    tree.topLevelItem(1).setExpanded(True)
    tree.setCurrentItem(tree.topLevelItem(1).child(0))
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 3)
    assert tree.branch() == "A-01"
    tree.setCurrentItem(tree.topLevelItem(0))
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 12)


def test_the_tree_grows_with_new_locations_and_keeps_its_place(
    page: LocationPage, program: Application, qtbot: Any
):
    tree = page.side.tree
    tree.topLevelItem(1).setExpanded(True)
    tree.setCurrentItem(tree.topLevelItem(1).child(1))
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 3)
    run(program, CreateLocations(HOUSE, ("A-02-4", "C-01")))
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 4)
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 4)
    assert tree.branch() == "A-02"
    page.go_to(Place(key=f"{HOUSE}/B-02-3"))
    qtbot.waitUntil(lambda: page.detail.title() == "B-02-3")
    assert tree.branch() == ""


def test_what_lies_twice_is_a_basket(page: LocationPage, qtbot: Any):
    qtbot.waitUntil(lambda: page.chips.chip("twice").count == 2)
    page.chips.chip("twice").click()
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 2)
