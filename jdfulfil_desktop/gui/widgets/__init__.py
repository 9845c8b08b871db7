"""The toolkit that pages are built from; each module's docstring shows how it is used.

| want | take |
|---|---|
| a page with a table | `ListPage`; without one `PageFrame` |
| a button | `Button(words, name=…, icon_name=…, kind=ButtonKind.PRIMARY)`, `IconButton` |
| words | `text(words, TextRole.DIM)`, `ElidedLabel`, `CopyableCode`, `MaskedLabel` |
| a status | `StatusBadge(StatusKind.DONE, words)` |
| a surface | `Card`, `SectionHeader`, `Callout(CalloutSpec(…))`, `Notice` |
| facts, items, a timeline | `KeyValueGrid`, `ItemList`, `Timeline` |
| a decision | `DialogFrame` with `FormField`s, `await ask(dialog)`, `await confirm(…)` |
| news | `ToastHost.say(kind, words)`, `ProgressStrip` |
| nothing to show | `EmptySpec`, `ErrorSpec` through `page.area` |
| a wizard | `StepList` |
| bars over days | `widgets.plots.PlotCard` (not here: it imports numpy) |

Each is imported when it is first asked for: the window's frame needs a third of them, and the rest
would keep it from the screen for 40 ms. `__init__.pyi` tells type checkers what there is.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "badges": "CountBadge StatusBadge tag",
    "bulk_bar": "BulkBar",
    "buttons": "Button ButtonKind IconButton",
    "cards": "Callout CalloutSpec Card Notice SectionHeader",
    "chips": "Chip ChipBar ChipSpec",
    "codes": "CopyableCode CopyButton MaskedLabel",
    "detail": "DetailPane",
    "detail_parts": "ActionRow Event Item ItemList Timeline item_row",
    "dialogs": "ConfirmDialog DialogFrame ask confirm",
    "drops": "FileDropOverlay",
    "flow": "FlowLayout",
    "forms": "FormField",
    "grids": "KeyValueGrid",
    "header_bar": "HeaderBar NewsState logo_pixmap",
    "labels": "ElidedLabel IconLabel TextRole rule text",
    "list_page": "ListPage PageFrame",
    "progress": "ProgressStrip",
    "scanning": "ScanCatcher ScanDetector",
    "search": "SearchField",
    "states": "EmptySpec EmptyState ErrorSpec ErrorState",
    "status_strip": "StatusStrip StripSegment",
    "steps": "StepList StepSpec",
    "table_area": "TableArea",
    "toasts": "Toast ToastHost",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Import a part of the toolkit."""
    if name not in _HOME_OF:
        raise AttributeError(f"{__name__} has no {name}")
    part = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = part  # asked once
    return part
