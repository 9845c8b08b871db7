"""Keep the tree beside the list of locations true, and narrow the list to its branch."""

from __future__ import annotations

from dataclasses import replace

from jdfulfil_desktop.application.queries import Filter
from jdfulfil_desktop.gui.house_page import HousePage
from jdfulfil_desktop.gui.locations.branches import grow
from jdfulfil_desktop.gui.locations.tree import LocationTree

_SIZES = (190, 900, 330)


class TreeSide:
    """The left side of a page of locations; hidden while there is nothing to choose between."""

    def __init__(self, page: HousePage) -> None:
        self._page = page
        self._shown: tuple[str, int] = ("", 0)
        self.tree = LocationTree(page)
        self.tree.chosen.connect(self._choose)
        self.tree.hide()

    def stand(self) -> None:
        """Stand the tree left of the list, once the list has its place."""
        splitter = self._page.splitter
        splitter.insertWidget(0, self.tree)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes(list(_SIZES))
        self.follow(self._page.filter)

    def follow(self, wanted: Filter) -> None:
        """Show a filter's branch, and read the codes again where they may have changed."""
        self.tree.select(wanted.equals.get("within", ""))
        self._page.desk.start(self._read(), self._page)

    def _house(self) -> str:
        return self._page.filter.equals.get("warehouse_no", "")

    async def _read(self) -> None:
        """Read only where the number of codes is another: bindings leave the tree alone."""
        desk, number = self._page.desk, self._house()
        equals = {"warehouse_no": number} if number else {}
        count = await desk.read(lambda q: q.location_count(Filter(equals=equals)))
        if (number, count) == self._shown:
            return
        codes = await desk.read(lambda q: q.location_codes(number))
        grove = await desk.work(lambda: grow(codes))
        if number == self._house():
            self._shown = (number, count)
            self.tree.show_grove(grove, self._page.filter.equals.get("within", ""))
            self.tree.setVisible(grove.deep())

    def _choose(self, branch: str) -> None:
        wanted = self._page.filter
        rest = {key: value for key, value in wanted.equals.items() if key != "within"}
        equals = rest | {"within": branch} if branch else rest
        self._page.narrow(replace(wanted, equals=equals))
