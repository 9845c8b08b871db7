"""Lists of lines, sent as parallel texts joined by commas (PROTOCOL 8, trap 5)."""

from jdfulfil_desktop.sandbox.errors import invalid
from jdfulfil_desktop.sandbox.methods.call import Call


def require_equal_lengths(call: Call, names: tuple[str, ...], count: int) -> None:
    """Refuse lists that have another number of items than there are lines (code 61)."""
    for name in names:
        items = call.items(name)
        if items and len(items) != count:
            raise invalid(
                name, f"有{len(items)}项，应为{count}项", f"{len(items)} items, expected {count}"
            )


def positive_quantities(call: Call, name: str) -> list[int]:
    """Return the quantities of the lines; RefusalError 61 where one is not above 0."""
    quantities = [int(item) for item in call.items(name)]
    if any(quantity <= 0 for quantity in quantities):
        raise invalid(name, "数量必须大于0", "quantities must be greater than 0")
    return quantities


def item(call: Call, name: str, index: int, default: str = "") -> str:
    """Return the text of one line's item, the default where the list was not sent."""
    items = call.items(name)
    return str(items[index]) if items else default
