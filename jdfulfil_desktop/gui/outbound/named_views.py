"""Keep what the outbound list shows under names: basket, search, filters, order, columns."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jdfulfil_desktop.application.queries import Filter
from jdfulfil_desktop.gui.kept import Kept
from jdfulfil_desktop.gui.tables.source import Sort

_KEY = "views/outbound"


@dataclass(frozen=True, slots=True)
class NamedView:
    """One view; `columns` is the table's layout as the table keeps it, empty for what it was."""

    name: str
    filter: Filter = field(default_factory=Filter)
    sort: Sort | None = None
    columns: str = ""


class NamedViews:
    """The views of this person at this PC, by name as it is written."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._views = {view.name: view for view in _read(kept.load(_KEY))}

    def all(self) -> list[NamedView]:
        """Give the views in the order of their names."""
        return sorted(self._views.values(), key=lambda view: view.name.casefold())

    def get(self, name: str) -> NamedView | None:
        """Give a view, or None."""
        return self._views.get(name)

    def taken(self, name: str) -> bool:
        """Tell whether a name is taken, upper or lower case alike."""
        return any(known.casefold() == name.casefold() for known in self._views)

    def save(self, view: NamedView) -> None:
        """Keep a view; one of the same name is replaced."""
        self._views = {
            name: known
            for name, known in self._views.items()
            if name.casefold() != view.name.casefold()
        }
        self._views[view.name] = view
        self._write()

    def rename(self, old: str, new: str) -> None:
        """Give a view another name."""
        view = self._views.pop(old)
        self.save(NamedView(new, view.filter, view.sort, view.columns))

    def remove(self, name: str) -> None:
        """Forget a view."""
        self._views.pop(name, None)
        self._write()

    def _write(self) -> None:
        self._kept.save(_KEY, json.dumps([_plain(view) for view in self.all()]))


def _plain(view: NamedView) -> dict[str, Any]:
    return {
        "name": view.name,
        "basket": view.filter.basket,
        "search": view.filter.search,
        "equals": dict(view.filter.equals),
        "sort": [view.sort.key, view.sort.descending] if view.sort else None,
        "columns": view.columns,
    }


def _read(raw: str | None) -> list[NamedView]:
    """Read what was kept; what is damaged is left out: a view is quickly made again."""
    try:
        kept = json.loads(raw or "[]")
        return [_view(entry) for entry in kept]
    except (ValueError, TypeError, KeyError):
        return []


def _view(entry: Mapping[str, Any]) -> NamedView:
    sort = entry.get("sort")
    equals = {str(key): str(value) for key, value in dict(entry.get("equals") or {}).items()}
    wanted = Filter(str(entry.get("basket", "")), str(entry.get("search", "")), equals)
    order = Sort(str(sort[0]), bool(sort[1])) if sort else None
    return NamedView(str(entry["name"]), wanted, order, str(entry.get("columns", "")))
